//! What would make a given alternative the first of all: the nearest weights at which nobody is ahead of it.
//!
//! # Formula
//! Minimise `sum_j |x_j - w_j|` over the simplex, subject to `V_b(x) >= V_k(x)` for every rival `k`: the linear programme of
//! Wolters & Mareschal. It is solved exactly by two facts of its structure instead of a general solver:
//!
//! 1. The objective is convex and piecewise linear, so some optimum is a corner of the arrangement of the planes
//!    `x_j = 0`, `x_j = w_j` and `V_b = V_k`: with `q` rivals level, `n - 1 - q` weights are 0 or unchanged and the others
//!    follow from `q + 1` equations. All such corners are tried, less those that already moved more than the best.
//! 2. Rivals enter one at a time, the one furthest ahead first. A rival that was ahead at the last optimum is level at
//!    the next, and in practice two or three of them decide, so that few corners are left to try.
//!
//! General solvers for WebAssembly were weighed: each brought a matrix library, several a clock, all more bytes than the
//! rest of this module. The price is [`MAX_CRITERIA`].
//!
//! # Source
//! Wolters & Mareschal (1995), *Novel types of sensitivity analysis for additive MCDM methods*, EJOR 81:281-290; Rios
//! Insua & French (1991), EJOR 54:176-190.

mod corners;

use super::problem::{Fault, Problem};
use super::{TIE, dot};

/// The number of corners doubles with each criterion; up to here the answer takes milliseconds.
pub const MAX_CRITERIA: usize = 12;

/// The nearest weights that put an alternative first, level with at least one other unless it is first already.
#[derive(Clone, Debug, PartialEq)]
pub struct Promotion {
    /// Sum of absolute changes: twice the weight moved.
    pub distance: f64,
    /// The weights there.
    pub weights: Vec<f64>,
    /// The alternatives it is level with there.
    pub level_with: Vec<usize>,
}

/// Returns the nearest weights at which nobody is ahead of `alternative`; `None` if there are no such weights at all.
///
/// # Errors
/// A [`Fault`] if there are more than [`MAX_CRITERIA`] criteria.
pub fn promotion(problem: &Problem, alternative: usize) -> Result<Option<Promotion>, Fault> {
    if problem.n() > MAX_CRITERIA {
        let field = "criteria".to_owned();
        return Err(Fault::Count { field, found: problem.n(), min: 1, max: MAX_CRITERIA });
    }
    let leads: Vec<_> = (0..problem.m()).map(|k| problem.differences(alternative, k)).collect();
    let mut weights = problem.weights().to_vec();
    let mut rivals: Vec<usize> = Vec::new();
    while let Some(ahead) = furthest_ahead(&leads, &weights, &rivals) {
        rivals.push(ahead);
        let planes: Vec<_> = rivals.iter().map(|&k| leads[k].as_slice()).collect();
        match corners::nearest(problem.weights(), &planes) {
            Some(corner) => weights = corner,
            None => return Ok(None),
        }
    }
    let distance = weights.iter().zip(problem.weights()).map(|(x, w)| (x - w).abs()).sum();
    let level =
        |&k: &usize| k != alternative && dot(&leads[k], &weights).abs() <= corners::ROUNDING;
    let level_with = (0..problem.m()).filter(level).collect();
    Ok(Some(Promotion { distance, weights, level_with }))
}

fn furthest_ahead(leads: &[Vec<f64>], weights: &[f64], known: &[usize]) -> Option<usize> {
    let lead = |k: usize| dot(&leads[k], weights);
    let ahead = (0..leads.len()).filter(|k| !known.contains(k) && lead(*k) < -TIE);
    ahead.min_by(|&a, &b| lead(a).total_cmp(&lead(b)))
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "equal bits are what is claimed")]
mod tests;
