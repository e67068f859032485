//! The copy that the browser keeps for work without a network. `offline.js` brings and watches it, and notes on the
//! document how it stands; the two talk by events of the window.

use leptos::prelude::window_event_listener_untyped;

/// How the copy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// Nothing has been said of it yet.
    Unsaid,
    /// It is being fetched.
    Coming,
    /// It is complete: nothing else is needed.
    Ready,
    /// A part of it did not arrive.
    Failed,
    /// This browser keeps none.
    None,
    /// None is needed: the page is one file, and came from a disk.
    File,
}

/// Returns how the copy stands.
#[must_use]
pub fn copy() -> Copy {
    match note("data-offline").as_deref() {
        Some("coming") => Copy::Coming,
        Some("ready") => Copy::Ready,
        Some("failed") => Copy::Failed,
        Some("none") => Copy::None,
        Some("file") => Copy::File,
        _ => Copy::Unsaid,
    }
}

/// Returns whether a newer version waits to be taken into use.
#[must_use]
pub fn newer_waits() -> bool {
    note("data-update").is_some()
}

/// Calls when one of these may have changed. Lives as long as the page.
pub fn on_change(changed: impl Fn() + 'static) {
    std::mem::forget(window_event_listener_untyped("edgewise:offline", move |_| changed()));
}

/// Asks before the page is loaded anew because another tab took the newer version into use. Lives as long as the page.
pub fn on_reload(may_go: impl Fn() -> bool + 'static) {
    std::mem::forget(window_event_listener_untyped("edgewise:reload", move |event| {
        if !may_go() {
            event.prevent_default();
        }
    }));
}

/// Takes the newer version into use: every tab is loaded anew.
pub fn update() {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("edgewise:update")) {
        // Nobody listens where there is no copy, and then nothing was offered either.
        let _ = window.dispatch_event(&event);
    }
}

fn note(name: &str) -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute(name)
}
