//! SMAA-2: which share of the weights (and of the scores, where they are uncertain) makes each alternative what it is.
//!
//! # Formula
//! `rank(i) = 1 + #{k : V_k > V_i}`. Rank acceptability `b_i^r = P(rank(i) = r)`; first-rank share `a_i = b_i^1`; central
//! weights `E[w | rank(i) = 1]`, undefined where `a_i = 0`; pairwise winning index `c_ik = P(V_i > V_k)`; confidence factor
//! `p_i = P(rank(i) = 1)` over the scores at the central weights of `i`.
//!
//! **Ties** stay ties: all alternatives that are level share the better rank and nobody wins the pair, so that twins
//! are both first and first-rank shares may sum to more than 1. [`Smaa::shared_first`] splits such a first place evenly
//! and always sums to 1; the entropy is taken of it. Values within [`TIE`](super::TIE) are level.
//!
//! # Source
//! Lahdelma & Salminen (2001), *SMAA-2*, Oper. Res. 49:444-454; pairwise index: Leskinen et al. (2006); survey: Tervonen
//! & Figueira (2008), JMCDA 15:1-14.

mod tally;

use super::points::{LANES, Lanes};
use super::problem::Problem;
use super::regime::WeightSet;
use super::scores::{Draws, Scores};
use super::{TIE, real};
use tally::Tally;

/// What a share count says of every alternative.
#[derive(Clone, Debug, PartialEq)]
pub struct Smaa {
    /// `b_i^r`: one row per alternative, one column per rank.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// `a_i`, the first column.
    pub first_rank: Vec<f64>,
    /// As `first_rank`, but a first place held by several is split evenly.
    pub shared_first: Vec<f64>,
    /// Mean of the weights that put an alternative first; `None` if none do.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// `c_ik`: row wins against column; the diagonal is zero.
    pub pairwise: Vec<Vec<f64>>,
    /// `- sum a_i log2 a_i` over the shared first ranks, in bits: 0 where one alternative is always first.
    pub entropy: f64,
}

impl Smaa {
    /// Counts with the problem's values taken as certain. The problem's weights are not read.
    #[must_use]
    pub fn certain(problem: &Problem, weights: &WeightSet) -> Self {
        let map = weights.map();
        let rows: Vec<Vec<f64>> = problem.rows().map(|row| map.row(row).collect()).collect();
        let mut tally = Tally::new(problem.m(), problem.n());
        let mut values = vec![[0.0; LANES]; problem.m()];
        for (live, block) in weights.points().blocks() {
            for (value, row) in values.iter_mut().zip(&rows) {
                *value = weigh(row, block);
            }
            tally.add(&values, block, live);
        }
        Self::of(&tally, weights)
    }

    /// Counts with every point of the weights meeting one draw of the scores.
    #[must_use]
    pub fn uncertain(scores: &Scores, m: usize, weights: &WeightSet) -> Self {
        let n = weights.points().n();
        let mut tally = Tally::new(m, n);
        let mut draws = Draws::new(scores);
        let mut table = vec![[0.0; LANES]; m * n];
        let mut mapped = vec![[0.0; LANES]; n];
        let mut values = vec![[0.0; LANES]; m];
        for (live, block) in weights.points().blocks() {
            weights.map().block(block, &mut mapped);
            draws.next_block(&mut table);
            for (value, cells) in values.iter_mut().zip(table.chunks_exact(n)) {
                *value = weigh_drawn(cells, &mapped);
            }
            tally.add(&values, block, live);
        }
        Self::of(&tally, weights)
    }

    fn of(tally: &Tally, weights: &WeightSet) -> Self {
        let count = weights.count();
        let shared_first = tally.shared_first(count);
        Self {
            rank_acceptability: tally.rank_acceptability(count),
            first_rank: tally.first_rank(count),
            central_weights: tally
                .central_points()
                .map(|x| x.map(|x| weights.map().weights(&x)))
                .collect(),
            pairwise: tally.pairwise(count),
            entropy: entropy(&shared_first),
            shared_first,
        }
    }
}

/// The share of score draws in which each alternative is first at its own central weights; `None` where they are.
///
/// Draws are the same for all alternatives, `count` of them; where the scores are certain, one decides.
#[must_use]
pub fn confidence_factors(
    scores: &Scores,
    central: &[Option<Vec<f64>>],
    count: usize,
) -> Vec<Option<f64>> {
    let m = central.len();
    let n = scores.rows().next().map_or(0, <[_]>::len);
    let count = if scores.is_certain() { count.min(1) } else { count };
    let mut draws = Draws::new(scores);
    let mut table = vec![[0.0; LANES]; m * n];
    let mut first = vec![0_usize; m];
    for start in (0..count).step_by(LANES) {
        draws.next_block(&mut table);
        let live = (count - start).min(LANES);
        for (i, weights) in central.iter().enumerate() {
            if let Some(weights) = weights {
                first[i] += firsts(i, weights, &table, live);
            }
        }
    }
    let factor = |(weights, first): (&Option<_>, usize)| {
        weights.as_ref().map(|_| real(first) / real(count.max(1)))
    };
    central.iter().zip(first).map(factor).collect()
}

/// In how many of the live lanes alternative `i` is first at fixed weights.
fn firsts(i: usize, weights: &[f64], table: &[Lanes], live: usize) -> usize {
    let mut best = [f64::NEG_INFINITY; LANES];
    let mut own = best;
    for (k, cells) in table.chunks_exact(weights.len()).enumerate() {
        let value = weigh(weights, cells);
        for (best, value) in best.iter_mut().zip(value) {
            *best = if value > *best { value } else { *best };
        }
        if k == i {
            own = value;
        }
    }
    best.iter().zip(own).take(live).filter(|(best, own)| *best - own <= TIE).count()
}

/// `sum_j a_j b_j` in every lane, added in order.
pub(super) fn weigh(numbers: &[f64], lanes: &[Lanes]) -> Lanes {
    let mut sum = [0.0; LANES];
    for (&number, lanes) in numbers.iter().zip(lanes) {
        for (sum, lane) in sum.iter_mut().zip(lanes) {
            *sum += number * lane;
        }
    }
    sum
}

fn weigh_drawn(cells: &[Lanes], weights: &[Lanes]) -> Lanes {
    let mut sum = [0.0; LANES];
    for (cells, weights) in cells.iter().zip(weights) {
        for ((sum, cell), weight) in sum.iter_mut().zip(cells).zip(weights) {
            *sum += cell * weight;
        }
    }
    sum
}

fn entropy(shares: &[f64]) -> f64 {
    let terms = shares.iter().filter(|&&share| share > 0.0).map(|&share| share * libm::log2(share));
    0.0 - terms.sum::<f64>()
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "equal bits are what is claimed")]
mod tests;
