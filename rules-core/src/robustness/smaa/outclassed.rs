//! Who need not be counted: it is plain beforehand that others are ahead of them at every point.

use super::super::TIE;
use super::super::problem::Problem;
use super::{Groups, PLACES};

/// A lead that is one whatever rounding does.
const PLAIN: f64 = 4.0 * TIE;

/// The least that one row of values leads another by, at weights of which each is at least `least`.
///
/// # Formula
/// `min_w sum_j w_j d_j = (1 - n least) min_j d_j + least sum_j d_j`
pub(super) fn least_lead(better: &[f64], worse: &[f64], least: f64) -> f64 {
    let leads = better.iter().zip(worse).map(|(better, worse)| better - worse);
    let (mut lowest, mut sum, mut spread) = (f64::INFINITY, 0.0, 1.0);
    for lead in leads {
        lowest = if lead < lowest { lead } else { lowest };
        sum += lead;
        spread -= least;
    }
    spread * lowest + least * sum
}

/// Says who never comes to the front, given by how much at least one alternative leads another: those that alternatives of
/// three other groups are plainly ahead of.
pub(super) fn hopeless(groups: &Groups, lead: impl Fn(usize, usize) -> f64) -> Vec<bool> {
    let of = groups.of();
    let is_hopeless = |one: usize| {
        let mut ahead = Vec::with_capacity(PLACES);
        for other in 0..of.len() {
            if of[other] != of[one] && !ahead.contains(&of[other]) && lead(other, one) > PLAIN {
                ahead.push(of[other]);
            }
            if ahead.len() == PLACES {
                return true;
            }
        }
        false
    };
    (0..of.len()).map(is_hopeless).collect()
}

/// What alternatives lead each other by at one's own weights, and at least anywhere.
pub(in super::super) struct Leads {
    at_home: Vec<f64>,
    /// One row per alternative that leads.
    anywhere: Vec<f64>,
}

impl Leads {
    /// Takes the least coordinate of all points.
    pub fn new(problem: &Problem, least: f64) -> Self {
        let row = |better| problem.rows().map(move |worse| least_lead(better, worse, least));
        Self { at_home: problem.overall(), anywhere: problem.rows().flat_map(row).collect() }
    }

    /// Says who never comes to the front at a distance from one's own weights.
    pub fn hopeless(&self, groups: &Groups, radius: f64) -> Vec<bool> {
        hopeless(groups, |better, worse| {
            (1.0 - radius) * self.at_home(better, worse) + radius * self.anywhere(better, worse)
        })
    }

    /// Says who is never first, nor level with the first, at any distance from one's own weights.
    pub fn never_first(&self) -> Vec<bool> {
        let all = 0..self.at_home.len();
        let beats = |better: usize, worse: usize| {
            self.at_home(better, worse) > PLAIN && self.anywhere(better, worse) > PLAIN
        };
        all.clone().map(|worse| all.clone().any(|better| beats(better, worse))).collect()
    }

    fn at_home(&self, better: usize, worse: usize) -> f64 {
        self.at_home[better] - self.at_home[worse]
    }

    fn anywhere(&self, better: usize, worse: usize) -> f64 {
        self.anywhere[better * self.at_home.len() + worse]
    }
}
