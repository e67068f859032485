//! The address bar: reading the fragment, changing it, hearing of changes.

use leptos::ev;
use leptos::prelude::window_event_listener;

/// Returns the fragment with its `#`, or nothing.
#[must_use]
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a fragment; the place we leave stays in the history.
pub fn go(fragment: &str) {
    if let Some(window) = web_sys::window() {
        // The browser does not refuse a fragment of its own page; if one did, staying put is the right thing.
        let _ = window.location().set_hash(fragment);
    }
}

/// Puts a fragment in the place of the present one, without a new entry in the history and without an event.
pub fn replace(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Safari refuses after a hundred calls in ten seconds; the address is then a little old, nothing else.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(fragment));
    }
}

/// Calls back with the new fragment whenever the address changes. Lives as long as the page.
pub fn on_change(changed: impl Fn(String) + 'static) {
    let handle = window_event_listener(ev::hashchange, move |_| changed(fragment()));
    std::mem::forget(handle);
}

/// Returns the address of the page without its fragment: what a shared link begins with. Nothing when the page was opened
/// from a disk: where it lies there helps nobody else, and is nobody else's business.
#[must_use]
pub fn base() -> String {
    let href =
        web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    match href.split('#').next() {
        Some(base) if base.starts_with("http") => base.to_owned(),
        _ => String::new(),
    }
}
