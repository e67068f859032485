//! What it is worth to know more: which score, test or open question could change the choice, and by how much.
//!
//! All figures are in units of overall value at fixed weights, for a choice by expected value.
//!
//! # Formula
//! * EVPI `= E[max_i V_i] - max_i E V_i`: worth of knowing everything.
//! * EVPPI of a cell: only `V_i` moves, so it is `E[max(max_{k != i} E V_k, E V_i + w_j (v - E v))] - max E V`, a sum over
//!   the cell's levels, or an integral of a straight line for a uniform cell.
//! * `p_flip`: the probability that the value found puts another alternative first. It is shown, not ranked by: what is
//!   likely to flip the choice may be worth little.
//! * EVPPI of a few cells: the distribution of each alternative by convolution, then the maximum of independent ones.
//! * EVPPI of a gate or an open field: `sum_s p_s max_{i allowed in s} V_i` less the best that can be chosen unknowing.
//!
//! # Source
//! Howard (1966), IEEE Trans. SSC 2:22-26; Raiffa & Schlaifer (1961), *Applied Statistical Decision Theory*.

mod distribution;
mod gate;

pub use gate::{GateInformation, State, gate};

use super::points::{LANES, PointSet};
use super::problem::{Fault, leaders};
use super::scores::{Draws, Score, Scores};
use super::{TIE, real};
use distribution::{Distribution, expected_maximum};

/// The most cells that are put together in one [`evppi_of_cells`].
pub const MAX_CELLS: usize = 4;

/// How many equally likely slices stand for a uniform cell where cells are put together. The mean stays exact; the
/// worth is understated by at most a sixty-fourth of the cell's weighted width.
pub const SLICES: usize = 16;

/// What one cell is worth knowing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellInformation {
    /// Expected gain in value from knowing the cell: 0 means that nothing found there could change the choice.
    pub evppi: f64,
    /// Probability that what is found changes the choice.
    pub p_flip: f64,
}

/// What knowing everything is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerfectInformation {
    /// Expected gain in value.
    pub evpi: f64,
    /// Whether it was computed exactly; else from the fixed draws.
    pub exact: bool,
}

/// Returns EVPPI and `p_flip` of every cell, exactly.
#[must_use]
pub fn cells(scores: &Scores, weights: &[f64]) -> Vec<Vec<CellInformation>> {
    let expected = scores.expected(weights);
    let row = |(i, cells): (usize, &[Score])| {
        let others = without(&expected, i);
        let leads = leaders(&expected).0 == i;
        let cell = |(cell, &weight): (&Score, &f64)| {
            Resolved { own: expected[i], others, leads }.by(cell, weight)
        };
        cells.iter().zip(weights).map(cell).collect()
    };
    scores.rows().enumerate().map(row).collect()
}

/// Returns EVPPI of every cell averaged over `(1 - radius) weights + radius x` for the first `count` points `x`: for
/// weights that are themselves in doubt.
#[must_use]
pub fn evppi_near(
    scores: &Scores,
    weights: &[f64],
    points: &PointSet,
    radius: f64,
    count: usize,
) -> Vec<Vec<f64>> {
    let count = count.min(points.count());
    let mut sums: Vec<Vec<f64>> = scores.rows().map(|row| vec![0.0; row.len()]).collect();
    for at in 0..count {
        let x = points.point(at);
        let near: Vec<_> =
            weights.iter().zip(x).map(|(weight, x)| (1.0 - radius) * weight + radius * x).collect();
        for (sums, row) in sums.iter_mut().zip(cells(scores, &near)) {
            sums.iter_mut().zip(row).for_each(|(sum, cell)| *sum += cell.evppi / real(count));
        }
    }
    sums
}

/// Returns EVPPI of evidence that resolves up to [`MAX_CELLS`] cells at once, each (alternative, criterion).
///
/// # Errors
/// A [`Fault`] if there are more cells. Cells named twice count once.
pub fn evppi_of_cells(
    scores: &Scores,
    weights: &[f64],
    resolved: &[(usize, usize)],
) -> Result<f64, Fault> {
    let resolved: std::collections::BTreeSet<_> = resolved.iter().copied().collect();
    if resolved.len() > MAX_CELLS {
        let field = "cells".to_owned();
        return Err(Fault::Count { field, found: resolved.len(), min: 0, max: MAX_CELLS });
    }
    let expected = scores.expected(weights);
    let mut alternatives: Vec<_> =
        expected.iter().map(|&value| Distribution::certain(value)).collect();
    for (i, j) in resolved {
        let cell = scores.cell(i, j);
        let mean = Score::Certain(-cell.mean());
        alternatives[i] = alternatives[i].plus(cell, weights[j]).plus(&mean, weights[j]);
    }
    Ok((expected_maximum(&alternatives) - maximum(&expected)).max(0.0))
}

/// Returns EVPI: exactly where levels allow it, else from `count` draws of the fixed streams.
#[must_use]
pub fn evpi(scores: &Scores, weights: &[f64], count: usize) -> PerfectInformation {
    let expected = maximum(&scores.expected(weights));
    if let Some(maximum) = exact_maximum(scores, weights) {
        return PerfectInformation { evpi: (maximum - expected).max(0.0), exact: true };
    }
    PerfectInformation { evpi: drawn(scores, weights, count), exact: false }
}

/// `E[max_i V_i]` by convolution, for those alternatives that can be best at all; `None` where a contending cell is
/// uniform or the levels are too many.
fn exact_maximum(scores: &Scores, weights: &[f64]) -> Option<f64> {
    let bound = |end: fn(&Score) -> f64| {
        scores.rows().map(move |row| {
            row.iter().zip(weights).map(|(cell, weight)| end(cell) * weight).sum::<f64>()
        })
    };
    let floor = bound(Score::low).fold(f64::NEG_INFINITY, f64::max);
    let contenders = scores.rows().zip(bound(Score::high)).filter(|(_, high)| *high > floor);
    let mut alternatives = vec![Distribution::certain(floor)];
    for (row, _) in contenders {
        alternatives.push(Distribution::of_row(row, weights)?.raised_to(floor));
    }
    Some(expected_maximum(&alternatives))
}

/// Mean of the maximum less maximum of the means, both of the same draws, so that it is never negative.
fn drawn(scores: &Scores, weights: &[f64], count: usize) -> f64 {
    let m = scores.rows().count();
    let blocks = count.div_ceil(LANES).max(1);
    let mut draws = Draws::new(scores);
    let mut weighed = draws.weighed(weights);
    let (mut sums, mut best_sum) = (vec![0.0; m], 0.0);
    for _ in 0..blocks {
        draws.next_block();
        draws.refresh(&mut weighed);
        let mut best = [f64::NEG_INFINITY; LANES];
        for (row, sum) in sums.iter_mut().enumerate() {
            let value = draws.values(&weighed, row);
            *sum += value.iter().sum::<f64>();
            best.iter_mut().zip(value).for_each(|(best, value)| *best = best.max(value));
        }
        best_sum += best.iter().sum::<f64>();
    }
    ((best_sum - maximum(&sums)) / real(blocks * LANES)).max(0.0)
}

/// One alternative against the best of the others while one of its cells is found out.
struct Resolved {
    own: f64,
    others: f64,
    leads: bool,
}

impl Resolved {
    fn by(&self, cell: &Score, weight: f64) -> CellInformation {
        let (expected, p_flip) = match cell {
            Score::Certain(_) => (self.own.max(self.others), 0.0),
            Score::Levels(levels) => self.by_levels(levels, cell.mean(), weight),
            Score::Uniform { half_width, .. } => self.by_uniform(weight * half_width),
        };
        CellInformation { evppi: (expected - self.own.max(self.others)).max(0.0), p_flip }
    }

    fn by_levels(&self, levels: &[(f64, f64)], mean: f64, weight: f64) -> (f64, f64) {
        levels.iter().fold((0.0, 0.0), |(expected, p_flip), &(level, probability)| {
            let own = self.own + weight * (level - mean);
            let flips = if self.leads { own < self.others - TIE } else { own > self.others + TIE };
            (
                expected + probability * own.max(self.others),
                p_flip + if flips { probability } else { 0.0 },
            )
        })
    }

    /// The own value is uniform within `half` of its mean: the maximum is flat, then rises with slope 1.
    fn by_uniform(&self, half: f64) -> (f64, f64) {
        let (low, high) = (self.own - half, self.own + half);
        if half <= 0.0 || self.others <= low || self.others >= high {
            return (self.own.max(self.others), 0.0);
        }
        let below = (self.others - low) / (high - low);
        let above = 1.0 - below;
        let expected = below * self.others + above * self.others.midpoint(high);
        (expected, if self.leads { below } else { above })
    }
}

fn maximum(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

fn without(values: &[f64], i: usize) -> f64 {
    values
        .iter()
        .enumerate()
        .filter(|(k, _)| *k != i)
        .map(|(_, value)| *value)
        .fold(f64::NEG_INFINITY, f64::max)
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "equal bits are what is claimed")]
mod tests;
