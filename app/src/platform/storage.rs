//! What the browser keeps for us. Reading and writing may be refused; what cannot be read is set aside, not deleted.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

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

/// Returns everything kept under keys with a prefix, as `key: value` lines, for the page of last resort.
#[must_use]
pub fn dump(prefix: &str) -> String {
    let Some(storage) = usable() else { return String::new() };
    let mut lines = String::new();
    for at in 0..storage.length().unwrap_or(0) {
        let Ok(Some(key)) = storage.key(at) else { continue };
        if key.starts_with(prefix)
            && let Ok(Some(value)) = storage.get_item(&key)
        {
            lines.push_str(&key);
            lines.push_str(": ");
            lines.push_str(&value);
            lines.push('\n');
        }
    }
    lines
}
