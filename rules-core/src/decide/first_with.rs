//! Who would be first if somebody else weighed: gates and scores stay as they are, so nothing is judged anew.

use super::{order, value};
use crate::outcome::{Decision, StackResult, Verdict};
use crate::stacks;
use crate::weights;

/// Returns the stack, with its value, that [`decide`](super::decide) would name first with these points; `None` while no
/// winner may be named, and for points that make no sense.
#[must_use]
pub fn first_with(decision: &Decision, points: [f64; 7]) -> Option<(&StackResult, f64)> {
    let weights = weights::chosen(points).filter(|_| decision.needed.is_empty())?;
    let left = decision.stacks.iter().filter(|result| result.verdict != Verdict::Fail);
    let first = left.min_by_key(|result| {
        let value = value(&weights, &result.criteria);
        let order = order(result, value, decision.pattern.pattern, &decision.tree, &weights);
        (order, stacks::all().iter().position(|stack| stack.id == result.stack.id))
    })?;
    Some((first, value(&weights, &first.criteria)))
}
