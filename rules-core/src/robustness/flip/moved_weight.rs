//! Smallest sum of absolute changes (L1), in closed form.
//!
//! # Formula
//! The lead falls fastest by moving weight from the criterion with the largest `d_j` to `k = argmin d`. If `d_k > 0`, no
//! weights flip the pair. Otherwise the sources are emptied in descending `d_j` until the lead is gone; the distance is
//! twice the weight moved. Exchange argument: any other plan with the same weight moved lowers the lead by no more.
//!
//! # Source
//! The separable case of the programme in Wolters & Mareschal (1995), EJOR 81:281-290.

use super::super::dot;
use super::{Flip, Start};

/// Returns the nearest flip in moved weight, or `None` where no weights can flip the pair.
#[must_use]
pub fn moved_weight(w: &[f64], d: &[f64]) -> Option<Flip> {
    let mut lead = dot(w, d);
    match Start::of(w, d, lead) {
        Start::Level(flip) => return Some(flip),
        Start::Never => return None,
        Start::Search => {}
    }
    let target = (0..d.len()).rev().min_by(|a, b| d[*a].total_cmp(&d[*b]))?;
    let mut weights = w.to_vec();
    let mut moved = 0.0;
    // One source after another instead of a sorted list: two are enough as a rule.
    let descending = |a: &usize, b: &usize| d[*b].total_cmp(&d[*a]).then(a.cmp(b));
    let after = |last: usize| (0..d.len()).filter(move |next| descending(&last, next).is_lt());
    let mut next = (0..d.len()).min_by(descending);
    while let Some(source) = next {
        next = after(source).min_by(descending);
        let per_unit = d[source] - d[target];
        if per_unit <= 0.0 || lead <= 0.0 {
            break;
        }
        let part = (lead / per_unit).min(weights[source]);
        lead -= part * per_unit;
        weights[source] -= part;
        moved += part;
    }
    weights[target] += moved;
    Some(Flip { distance: 2.0 * moved, weights, overtakes: super::least(d) < -super::TIE })
}
