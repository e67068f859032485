//! How far a single score may move before the leader changes, and the nearest step of the scale beyond that.
//!
//! # Formula
//! A change `dv` of one value moves one overall value by `w_j dv`. The leader's cell flips the choice when it falls by its
//! smallest lead over `w_j`; a rival's cell when it rises by the leader's lead over that rival, over `w_j`. The next level
//! of the scale at or beyond that point is reported (level with the leader counts as caught up).

use super::TIE;
use super::problem::Problem;

/// What it takes in one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tornado {
    /// The value at which the two are level.
    pub break_even: f64,
    /// The nearest level of the scale that reaches it; `None` where the scale ends before.
    pub level: Option<f64>,
    /// How many levels away that is: negative for the leader's cells, positive for a rival's.
    pub steps: Option<i32>,
}

/// Returns what it takes in every cell, row by row; `None` where the cell has no weight or the leader no rival.
///
/// `scale` holds the levels a value can have, rising.
#[must_use]
pub fn tornado(problem: &Problem, scale: &[f64]) -> Vec<Vec<Option<Tornado>>> {
    let overall = problem.overall();
    let leader = problem.leaders().0;
    let lead = |b: usize| (overall[leader] - overall[b]).max(0.0);
    let smallest = (0..problem.m()).filter(|&b| b != leader).map(lead).reduce(f64::min);
    let cell = |i: usize, value: f64, weight: f64| {
        if i == leader {
            fall(value, smallest? / weight, scale)
        } else {
            rise(value, lead(i) / weight, scale)
        }
    };
    let row = |(i, row): (usize, &[f64])| {
        row.iter().zip(problem.weights()).map(|(&value, &weight)| cell(i, value, weight)).collect()
    };
    problem.rows().enumerate().map(row).collect()
}

fn fall(value: f64, by: f64, scale: &[f64]) -> Option<Tornado> {
    let break_even = value - by;
    let level =
        scale.iter().copied().rfind(|level| *level <= break_even + TIE && *level < value - TIE);
    let steps = level
        .and_then(|level| steps(scale, |other| other >= level && other < value - TIE))
        .map(|steps| -steps);
    break_even.is_finite().then_some(Tornado { break_even, level, steps })
}

fn rise(value: f64, by: f64, scale: &[f64]) -> Option<Tornado> {
    let break_even = value + by;
    let level =
        scale.iter().copied().find(|level| *level >= break_even - TIE && *level > value + TIE);
    let steps = level.and_then(|level| steps(scale, |other| other <= level && other > value + TIE));
    break_even.is_finite().then_some(Tornado { break_even, level, steps })
}

fn steps(scale: &[f64], passed: impl Fn(f64) -> bool) -> Option<i32> {
    i32::try_from(scale.iter().filter(|level| passed(**level)).count()).ok()
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "equal bits are what is claimed")]
mod tests;
