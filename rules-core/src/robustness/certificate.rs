//! The certificate: everything about the leader that is exact and quick enough to be computed while a person types.
//!
//! # Formula
//! Contamination radius: the largest `r` such that the leader stays first for every `(1 - r) w + r x`, `x` anywhere in the
//! simplex, `r* = min_b D_ab / (D_ab - min_j d_j)`, and 1 where `min_j d_j >= 0` for every rival. In plain words: each
//! weight may drift `r*` of the way to any extreme. The leader is dethroned as soon as one rival passes it, so the least
//! pair distance is the distance to dethrone it, and no programme has to be solved.
//!
//! # Source
//! Epsilon-contamination neighbourhoods: Berger (1985), *Statistical Decision Theory and Bayesian Analysis*; Walley
//! (1991), *Statistical Reasoning with Imprecise Probabilities*.

use super::flip::{Flip, least_squares_of, moved_weight_of};
use super::problem::Problem;
use super::stability::{Stability, criteria};
use super::{TIE, dot};

/// How one rival stands to the leader.
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// Which alternative.
    pub alternative: usize,
    /// The leader's lead, not negative.
    pub lead: f64,
    /// How far weights may be contaminated before this rival catches up; 1 if never.
    pub radius: f64,
    /// The flip with the least weight moved; `None` if no weights flip the pair.
    pub moved_weight: Option<Flip>,
    /// The flip with the least Euclidean change; `None` if no weights flip the pair.
    pub least_squares: Option<Flip>,
}

/// What holds for the leader, exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificate {
    /// Overall values in the order of the alternatives.
    pub overall: Vec<f64>,
    /// The leader: of several, the first listed.
    pub leader: usize,
    /// Everyone level with the leader, itself included.
    pub tied: Vec<usize>,
    /// The contamination radius `r*`.
    pub radius: f64,
    /// Every alternative but the leader, in order.
    pub rivals: Vec<Rival>,
    /// What each criterion's weight may do.
    pub stability: Vec<Stability>,
}

impl Certificate {
    /// Computes the whole certificate.
    #[must_use]
    pub fn of(problem: &Problem) -> Self {
        let overall = problem.overall();
        let (leader, tied) = super::problem::leaders(&overall);
        let rivals: Vec<_> =
            (0..problem.m()).filter(|&b| b != leader).map(|b| rival(problem, leader, b)).collect();
        let radius = rivals.iter().map(|rival| rival.radius).fold(1.0, f64::min);
        Self { overall, leader, tied, radius, rivals, stability: criteria(problem) }
    }

    /// The rival that takes the least contamination to catch up; `None` if nobody can.
    #[must_use]
    pub fn nearest(&self) -> Option<&Rival> {
        let able = self.rivals.iter().filter(|rival| rival.moved_weight.is_some());
        able.min_by(|a, b| a.radius.total_cmp(&b.radius))
    }
}

/// Returns the contamination radius of one pair with leads `d` at weights `w`.
#[must_use]
pub fn pair_radius(w: &[f64], d: &[f64]) -> f64 {
    radius(dot(w, d), d)
}

fn radius(lead: f64, d: &[f64]) -> f64 {
    let least = d.iter().copied().fold(f64::INFINITY, f64::min);
    match () {
        () if least >= -TIE => 1.0,
        () if lead <= TIE => 0.0,
        () => lead / (lead - least),
    }
}

fn rival(problem: &Problem, leader: usize, alternative: usize) -> Rival {
    let (w, d) = (problem.weights(), problem.differences(leader, alternative));
    let lead = dot(w, &d);
    Rival {
        alternative,
        lead: lead.max(0.0),
        radius: radius(lead, &d),
        moved_weight: moved_weight_of(w, &d, lead),
        least_squares: least_squares_of(w, &d, lead),
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "equal bits are what is claimed")]
mod tests;
