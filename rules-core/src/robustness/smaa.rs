//! SMAA-2: which share of the weights (and of the scores, where they are uncertain) makes each alternative what it is.
//!
//! # Formula
//! `rank(i) = 1 + #{k : V_k > V_i}`. Rank acceptability `b_i^r = P(rank(i) = r)`; first-rank share `a_i = b_i^1`; central
//! weights `E[w | rank(i) = 1]`, undefined where `a_i = 0`; pairwise winning index `c_ik = P(V_i > V_k)`; confidence factor
//! `p_i = P(rank(i) = 1)` over the scores at the central weights of `i`.
//!
//! **Ties** stay ties: all alternatives that are level share the better rank and nobody wins the pair, so that twins
//! are both first and first-rank shares may sum to more than 1. [`Smaa::shared_first`] splits such a first place evenly
//! and always sums to 1; the entropy is taken of it. Values within [`TIE`] are level.
//!
//! # Source
//! Lahdelma & Salminen (2001), *SMAA-2*, Oper. Res. 49:444-454; pairwise index: Leskinen et al. (2006); survey: Tervonen
//! & Figueira (2008), JMCDA 15:1-14.

mod all_ranks;
mod best;
mod confidence;
mod counting;
mod firsts;
mod front_ranks;
mod outclassed;

pub use all_ranks::AllRanks;
pub use confidence::{Confidence, confidence_factors};
pub use counting::{Counting, Tally};
pub use front_ranks::FrontRanks;
pub(super) use outclassed::Leads;

use super::points::{LANES, Lanes};
use super::problem::Problem;
use super::regime::WeightSet;
use super::scores::Scores;

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
        let groups = Groups::singles(problem.m());
        Counting::<AllRanks>::certain(problem, weights, groups).finish()
    }

    /// Counts with every point of the weights meeting one draw of the scores.
    #[must_use]
    pub fn uncertain(scores: &Scores, m: usize, weights: &WeightSet) -> Self {
        Counting::<AllRanks>::uncertain(scores, m, weights).finish()
    }
}

/// The places at the front: what a headline needs of a share count, at a fraction of its cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Front {
    /// `b_i^r` for the first [`PLACES`] ranks: one row per alternative.
    pub rank_acceptability: Vec<[f64; PLACES]>,
    /// As in [`Smaa`].
    pub first_rank: Vec<f64>,
    /// As in [`Smaa`].
    pub shared_first: Vec<f64>,
    /// As in [`Smaa`].
    pub central_weights: Vec<Option<Vec<f64>>>,
}

/// How many places there are at the front.
pub const PLACES: usize = 3;

/// Which alternatives are one choice: a choice stands where the best of its alternatives stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    of: Vec<usize>,
    count: usize,
    /// Whether each alternative is the group of its own number.
    is_single: bool,
}

impl Groups {
    /// Every alternative by itself.
    #[must_use]
    pub fn singles(m: usize) -> Self {
        Self { of: (0..m).collect(), count: m, is_single: true }
    }

    /// Takes the group of every alternative, numbered from 0; every number up to the largest should be used.
    #[must_use]
    pub fn new(of: Vec<usize>) -> Self {
        let count = of.iter().max().map_or(0, |last| last + 1);
        let is_single = of.iter().enumerate().all(|(at, group)| at == *group);
        Self { of, count, is_single }
    }

    /// How many groups there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The group of each alternative.
    #[must_use]
    pub fn of(&self) -> &[usize] {
        &self.of
    }

    /// Takes the best of each group's values, into the room given where they are not there as they are.
    pub(super) fn best<'a>(&self, values: &'a [Lanes], best: &'a mut [Lanes]) -> &'a [Lanes] {
        if self.is_single {
            return values;
        }
        best.fill([f64::NEG_INFINITY; LANES]);
        for (group, values) in self.of.iter().zip(values) {
            for (best, &value) in best[*group].iter_mut().zip(values) {
                *best = if value > *best { value } else { *best };
            }
        }
        best
    }
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

fn entropy(shares: &[f64]) -> f64 {
    let terms = shares.iter().filter(|&&share| share > 0.0).map(|&share| share * libm::log2(share));
    0.0 - terms.sum::<f64>()
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "equal bits are what is claimed")]
mod tests;
