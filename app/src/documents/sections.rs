//! The sections of the record, one function each, in reading order.

mod beside;
mod certainty;
mod context;
mod evidence;
mod fleet;
mod outcome;
mod versus;

pub(super) use beside::{companions, pitfalls, reports};
pub(super) use certainty::certainty;
pub(super) use context::{context, direction, drivers};
pub(super) use evidence::{facts, rejected, scores, source};
pub(super) use fleet::fleet;
pub(super) use outcome::{consequences, options, outcome};
pub(super) use versus::versus;
