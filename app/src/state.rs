//! What is known and what follows from it: signals and memos over rules-core.
//!
//! No view, no browser, no words. Everything here runs natively, which is how it is tested.

pub mod agreement;
pub mod answer;
pub mod backup;
pub mod beside;
pub mod certain;
pub mod chain;
pub mod compare;
pub mod edit;
mod evidence;
pub mod examples;
pub mod history;
pub mod inquiry;
pub mod journal;
pub mod library;
pub mod matrix;
pub mod model;
pub mod open;
pub mod reasons;
pub mod route;
pub mod sheet;
pub mod sheets;
pub mod steps;
pub mod trail;
pub mod tree_path;
pub mod versus;
pub mod weighing;
pub mod work;

pub use model::{Model, SaveState};
pub use route::{Address, Depth, Place};
pub use sheets::Sheets;
pub use work::Work;
