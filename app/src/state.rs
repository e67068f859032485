//! What is known and what follows from it: signals and memos over rules-core.
//!
//! No view, no browser, no words. Everything here runs natively, which is how it is tested.

pub mod agreement;
pub mod answer;
pub mod examples;
pub mod library;
pub mod matrix;
pub mod model;
pub mod open;
pub mod route;
pub mod trail;
pub mod tree_path;
pub mod weighing;
pub mod work;

pub use model::{Model, SaveState};
pub use route::{Address, Depth, Place};
pub use work::Work;
