//! What the browser keeps for us. Reading and writing may be refused; what cannot be read is set aside, not deleted.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use leptos::task::spawn_local;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::JsFuture;

/// Why nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no storage for this page.
    Blocked,
    /// It is full.
    Full,
    /// Another reason.
    Failed,
}

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing is kept under this key, or there is no storage.
    Absent,
    /// Something is, but it cannot be understood.
    Corrupt,
}

/// Returns the storage, if the page may use it: with cookies blocked the mere access throws, and gloo would not survive.
fn usable() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Reads what is kept under a key.
///
/// # Errors
/// Says whether nothing is there, or something that cannot be understood.
pub fn read<T: DeserializeOwned>(key: &str) -> Result<T, Unread> {
    if usable().is_none() {
        return Err(Unread::Absent);
    }
    LocalStorage::get(key).map_err(|error| match error {
        StorageError::SerdeError(_) => Unread::Corrupt,
        StorageError::KeyNotFound(_) | StorageError::JsError(_) => Unread::Absent,
    })
}

/// Keeps a value under a key.
///
/// # Errors
/// Says why the browser refused.
pub fn write<T: Serialize>(key: &str, value: &T) -> Result<(), Refusal> {
    if usable().is_none() {
        return Err(Refusal::Blocked);
    }
    LocalStorage::set(key, value).map_err(|error| match error {
        StorageError::JsError(error) if error.name.contains("Quota") => Refusal::Full,
        _ => Refusal::Failed,
    })
}

/// Forgets what is kept under a key.
pub fn remove(key: &str) {
    if usable().is_some() {
        LocalStorage::delete(key);
    }
}

/// Moves what is kept under a key out of the way, to a key that nothing reads.
pub fn set_aside(key: &str) {
    let Some(storage) = usable() else { return };
    let Ok(Some(text)) = storage.get_item(key) else { return };
    let free = (1..100)
        .map(|n| format!("{key}:unreadable-{n}"))
        .find(|aside| matches!(storage.get_item(aside), Ok(None)));
    // If the copy cannot be written, the original stays where it is: a next start asks again.
    if let Some(aside) = free
        && storage.set_item(&aside, &text).is_ok()
    {
        LocalStorage::delete(key);
    }
}

/// Returns how many bytes are kept under keys with a prefix: browsers keep two for each character.
#[must_use]
pub fn used(prefix: &str) -> usize {
    let Some(storage) = usable() else { return 0 };
    let length = |text: &str| 2 * text.encode_utf16().count();
    let sizes = keys(prefix).into_iter().map(|key| {
        let value = storage.get_item(&key).ok().flatten().unwrap_or_default();
        length(&key) + length(&value)
    });
    sizes.sum()
}

/// Asks the browser not to clear what is kept when the disk is full. It may ask the user, or decide by itself.
pub fn ask_to_last() {
    if let Some(asked) = manager().and_then(|manager| manager.persist().ok()) {
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Hands over whether the browser keeps everything until the user deletes it; nothing where it does not say.
pub fn lasts(told: impl FnOnce(bool) + 'static) {
    if let Some(asked) = manager().and_then(|manager| manager.persisted().ok()) {
        spawn_local(async move {
            if let Some(lasts) = JsFuture::from(asked).await.ok().and_then(|it| it.as_bool()) {
                told(lasts);
            }
        });
    }
}

/// Pages that were not loaded securely have none, whatever web-sys says.
fn manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let there = js_sys::Reflect::has(&navigator, &"storage".into()).unwrap_or(false);
    there.then(|| navigator.storage())
}

/// Returns the keys that begin with a prefix.
#[must_use]
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = usable() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    keys.filter(|key| key.starts_with(prefix)).collect()
}

/// Returns everything kept under keys with a prefix, as `key: value` lines, for the page of last resort.
#[must_use]
pub fn dump(prefix: &str) -> String {
    let Some(storage) = usable() else { return String::new() };
    let mut lines = String::new();
    for key in keys(prefix) {
        if let Ok(Some(value)) = storage.get_item(&key) {
            lines.push_str(&key);
            lines.push_str(": ");
            lines.push_str(&value);
            lines.push('\n');
        }
    }
    lines
}
