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
    moved_weight_of(w, d, dot(w, d))
}

/// As [`moved_weight`], for a lead that is known.
pub(in super::super) fn moved_weight_of(w: &[f64], d: &[f64], mut lead: f64) -> Option<Flip> {
    match Start::of(w, d, lead) {
        Start::Level(flip) => return Some(flip),
        Start::Never => return None,
        Start::Search => {}
    }
    let mut sources: Vec<_> = (0..d.len()).collect();
    sources.sort_by(|&a, &b| d[b].total_cmp(&d[a]));
    let target = *sources.last()?;
    let mut weights = w.to_vec();
    let mut moved = 0.0;
    for source in sources {
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
