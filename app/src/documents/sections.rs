//! The sections of the record, one function each, in reading order.

mod context;
mod evidence;
mod outcome;

pub(super) use context::{context, direction, drivers};
pub(super) use evidence::{facts, rejected, scores, source};
pub(super) use outcome::{consequences, options, outcome};
