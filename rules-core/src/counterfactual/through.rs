//! By what the first place changes hands: screening, weights, scores, or what decides among equals.

use super::Through;
use crate::decide::Lean;

/// A difference of values below this is the rounding of the machine.
const EQUAL: f64 = 1e-9;

/// Names what turns the first place over, from the stack that was first to the one that is first now.
///
/// # Formula
/// With `D` the lead of the old stack over the new one, `D(new weights, old scores) - D(before)` is the part of the
/// weights and `D(after) - D(new weights, old scores)` that of the scores; the larger of the two is named.
pub(super) fn through(before: &Lean, after: &Lean, old: usize, new: usize) -> Through {
    let mut gates = after.ruled_out_by(old);
    gates.extend(before.ruled_out_by(new));
    if !gates.is_empty() {
        return Through::Gate(gates);
    }
    let lead = |lean: &Lean, shares| lean.value_with(shares, old) - lean.value_with(shares, new);
    let was = lead(before, before.shares());
    let reweighed = lead(before, after.shares());
    let is = lead(after, after.shares());
    let (by_weights, by_scores) = (was - reweighed, reweighed - is);
    if was.abs() < EQUAL && is.abs() < EQUAL {
        Through::Direction
    } else if by_weights > by_scores {
        Through::Weights
    } else {
        Through::Scores
    }
}
