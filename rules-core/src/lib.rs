//! What Edgewise knows and decides.
//!
//! Read in this order: [`profile`] (what a person says of the sites), then the catalog, stacks, gates, criteria, tree
//! and ranking that answer it, and [`outcome`] (what the answer consists of). Everything here is a pure function of its
//! arguments: no clock, no browser, no files.

#![warn(missing_docs)]

// What native tests and WebAssembly share names the crate as its users do.
#[cfg(test)]
extern crate self as rules_core;

pub mod advice;
pub mod catalog;
pub mod certainty;
pub mod counterfactual;
pub mod criteria;
pub mod decide;
mod decision_json;
pub mod file;
pub mod gates;
pub mod json;
pub mod link;
pub mod measured;
pub mod outcome;
#[cfg(test)]
mod parity;
mod percent;
pub mod pitfalls;
pub mod profile;
pub mod readable;
pub mod reason;
pub mod reports;
pub mod robustness;
pub mod stacks;
pub mod tree;
pub mod weights;
pub mod yaml;

pub use decide::{Choices, decide};
pub use decision_json::{FORMAT, decision_json, whole_json};

/// The version of the rules; a record names it, so that its owner learns why an answer changed.
pub const RULES_VERSION: &str = env!("CARGO_PKG_VERSION");
