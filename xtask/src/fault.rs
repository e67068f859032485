//! The one error of the tooling: a sentence that says what to do.

use std::fmt::{self, Display};

/// Why a verb stopped, and how to go on.
#[derive(Debug)]
pub struct Stop(String);

/// What every step of the tooling returns.
pub type Result<T> = std::result::Result<T, Stop>;

impl Stop {
    /// Stops with a sentence for the person at the keyboard.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Turns any error into a [`Stop`] that opens with what was being done.
pub trait OrStop<T> {
    /// Keeps the value, or stops with `doing` and the cause.
    ///
    /// # Errors
    /// The sentence, when there was no value.
    fn or_stop(self, doing: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: Display> OrStop<T> for std::result::Result<T, E> {
    fn or_stop(self, doing: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|cause| Stop(format!("{}: {cause}", doing())))
    }
}
