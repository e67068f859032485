//! What a story is told with: a browser of its own, a server of its own, and words for what a person does.
//!
//! Nothing here knows the app. Things are found by the role and name that the browser tells a screen reader, and every
//! wait is for a condition, with a deadline; no story is ever tried twice. Everything fails by panicking, as test code
//! does, with what was looked for and what was there.

mod axe;
mod browser;
mod copy;
mod downloads;
mod driver;
mod find;
mod keys;
mod one_file;
mod recorder;
mod wait;
mod website;

pub use browser::Browser;
pub use downloads::Download;
pub use driver::Engine;
pub use find::Thing;
pub use one_file::{OneFile, digest};
pub use wait::eventually;
pub use website::{Harm, Website};
