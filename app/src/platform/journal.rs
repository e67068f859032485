//! A second place in which the browser keeps texts: a database that says that it has written only when it has.
//!
//! There may be none, as in a private window or where it is forbidden; then nothing is read and nothing is written, which
//! is what would be without it.

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use leptos::task::spawn_local;

const DATABASE: &str = "edgewise";
const STORE: &str = "journal";

/// Writes a text under a key, made from the one that is there.
pub fn change(key: String, change: impl FnOnce(Option<String>) -> Option<String> + 'static) {
    spawn_local(async move {
        // A refusal leaves what is there; the first place has the text.
        let _ = changed(&key, change).await;
    });
}

/// Forgets what is written under a key.
pub fn forget(key: String) {
    spawn_local(async move {
        let _ = forgotten(&key).await;
    });
}

/// Hands over all texts with their keys; none where nothing can be read.
pub fn read(told: impl FnOnce(Vec<(String, String)>) + 'static) {
    spawn_local(async move { told(all().await.unwrap_or_default()) });
}

async fn open() -> Option<Database> {
    let build = |_, database: Database| {
        if !database.object_store_names().any(|name| name == STORE) {
            database.create_object_store(STORE).build()?;
        }
        Ok(())
    };
    Database::open(DATABASE).with_version(1_u8).with_on_upgrade_needed(build).await.ok()
}

fn writing(database: &Database) -> Option<Transaction<'_>> {
    let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    let transaction = database.transaction(STORE).with_mode(TransactionMode::Readwrite);
    transaction.with_options(options).build().ok()
}

async fn changed(key: &str, change: impl FnOnce(Option<String>) -> Option<String>) -> Option<()> {
    let database = open().await?;
    let transaction = writing(&database)?;
    let store = transaction.object_store(STORE).ok()?;
    let before = store.get::<String, _, _>(key).primitive().ok()?.await.ok()?;
    let after = change(before)?;
    store.put(after).with_key(key).primitive().ok()?.await.ok()?;
    transaction.commit().await.ok()
}

async fn forgotten(key: &str) -> Option<()> {
    let database = open().await?;
    let transaction = writing(&database)?;
    let store = transaction.object_store(STORE).ok()?;
    store.delete(key).primitive().ok()?.await.ok()?;
    transaction.commit().await.ok()
}

async fn all() -> Option<Vec<(String, String)>> {
    let database = open().await?;
    let transaction = database.transaction(STORE).build().ok()?;
    let store = transaction.object_store(STORE).ok()?;
    let keys = store.get_all_keys::<String>().primitive().ok()?.await.ok()?;
    let texts = store.get_all::<String>().primitive().ok()?.await.ok()?;
    let keys = keys.collect::<Result<Vec<_>, _>>().ok()?;
    let texts = texts.collect::<Result<Vec<_>, _>>().ok()?;
    Some(keys.into_iter().zip(texts).collect())
}
