//! Waiting, and moments at which work must be brought to safety.

use std::cell::Cell;
use std::rc::Rc;
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

/// Does something once what is there now has been painted.
pub fn after_paint(deed: impl FnOnce() + 'static) {
    soon(move || in_turn(deed));
}

/// Does something that waits for the network or for the browser.
pub fn task(deed: impl Future<Output = ()> + 'static) {
    leptos::task::spawn_local(deed);
}

/// Calls when the page may be about to go away: hidden, left, or put to sleep. Lives as long as the page.
pub fn on_leaving(leaving: impl Fn() + Clone + 'static) {
    let hidden = leaving.clone();
    std::mem::forget(window_event_listener(ev::visibilitychange, move |_| {
        if document().hidden() {
            hidden();
        }
    }));
    on_sleep(leaving);
}

/// Does something once the page has had a chance to paint and to listen.
///
/// As a task of its own: Firefox stops a script half-way when its page is left, and what is stopped inside of an
/// `async` block takes every later one with it.
pub fn in_turn(deed: impl FnOnce() + 'static) {
    leptos::prelude::set_timeout(deed, Duration::ZERO);
}

/// Calls when the page is left or put to sleep. Lives as long as the page.
pub fn on_sleep(asleep: impl Fn() + 'static) {
    std::mem::forget(window_event_listener(ev::pagehide, move |_| asleep()));
}

/// Calls when the page is shown again as it was left. Lives as long as the page.
pub fn on_return(awake: impl Fn() + 'static) {
    std::mem::forget(window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            awake();
        }
    }));
}

/// Loads the page anew if it is shown again and its [tasks](task) no longer run, because the browser stopped one of them
/// half-way as the page was left. Lives as long as the page.
pub fn recover_on_return() {
    on_return(|| {
        let runs = Rc::new(Cell::new(false));
        let note = Rc::clone(&runs);
        task(async move { note.set(true) });
        in_turn(move || {
            if !runs.get() {
                // A page that cannot be loaded stays as it is.
                let _ = leptos::prelude::window().location().reload();
            }
        });
    });
}

/// Returns a time in milliseconds, to measure how long something takes.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Returns the day where the user is, `yyyy-mm-dd`.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Returns the time, in milliseconds since 1970.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number of milliseconds, positive until a clock is set before 1970"
)]
pub fn time() -> u64 {
    now() as u64
}

/// Returns day and time where the user is, `yyyy-mm-dd hh:mm`, of a time in milliseconds since 1970.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "exact for the next 285,000 years")]
pub fn moment(at: u64) -> String {
    let at = js_sys::Date::new(&(at as f64).into());
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}",
        at.get_full_year(),
        at.get_month() + 1,
        at.get_date(),
        at.get_hours(),
        at.get_minutes()
    )
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
