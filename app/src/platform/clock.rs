//! Waiting, and moments at which work must be brought to safety.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::{GetValue, SetValue};
use leptos::prelude::{
    StoredValue, TimeoutHandle, document, set_timeout_with_handle, window_event_listener,
};

/// Something to be done once, a while after it was last asked for.
#[derive(Clone, Copy)]
pub struct Later {
    handle: StoredValue<Option<TimeoutHandle>>,
    wait: Duration,
}

impl Later {
    /// Waits so many milliseconds.
    #[must_use]
    pub fn millis(wait: u64) -> Self {
        Self { handle: StoredValue::new(None), wait: Duration::from_millis(wait) }
    }

    /// Does it after the wait; an earlier request that still waits is dropped.
    pub fn ask(self, deed: impl FnOnce() + 'static) {
        self.drop_waiting();
        self.handle.set_value(set_timeout_with_handle(deed, self.wait).ok());
    }

    /// Drops a request that still waits.
    pub fn drop_waiting(self) {
        if let Some(handle) = self.handle.get_value() {
            handle.clear();
            self.handle.set_value(None);
        }
    }
}

/// Does something right after the page has been drawn anew.
pub fn soon(deed: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(deed);
}

/// Calls when the page may be about to go away: hidden, left, or put to sleep. Lives as long as the page.
pub fn on_leaving(leaving: impl Fn() + Clone + 'static) {
    let hidden = leaving.clone();
    std::mem::forget(window_event_listener(ev::visibilitychange, move |_| {
        if document().hidden() {
            hidden();
        }
    }));
    std::mem::forget(window_event_listener(ev::pagehide, move |_| leaving()));
}

/// Returns an id that no other profile in this browser has, with overwhelming likelihood.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a random whole number below 2^48"
)]
pub fn fresh_id() -> String {
    let number = (js_sys::Math::random() * 281_474_976_710_656.0) as u64;
    format!("{number:012x}")
}
