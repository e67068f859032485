//! The smallest change of weights that lets a rival catch up with the leader, in two measures of "small".
//!
//! `d_j = v_aj - v_bj` is the leader's lead on criterion `j`, `D = sum_j w_j d_j` its lead overall. A flip is the point of
//! the simplex nearest to `w` with `d . x = 0`: the two are level there, and a hair beyond it the rival leads.

mod least_squares;
mod moved_weight;

pub use least_squares::least_squares;
pub(super) use least_squares::least_squares_of;
pub use moved_weight::moved_weight;
pub(super) use moved_weight::moved_weight_of;

use super::TIE;

/// The nearest weights at which the rival has caught up.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// How far away they are: the sum of absolute changes (twice the weight moved), or the Euclidean length.
    pub distance: f64,
    /// The weights there.
    pub weights: Vec<f64>,
    /// Whether the rival leads just beyond. If not, it can draw level (somewhere it is as good) but never lead.
    pub overtakes: bool,
}

impl Flip {
    fn here(weights: &[f64], overtakes: bool) -> Self {
        Self { distance: 0.0, weights: weights.to_vec(), overtakes }
    }
}

/// The least lead over all criteria; above zero nothing flips the pair, as the rival is worse on everything.
fn least(d: &[f64]) -> f64 {
    d.iter().copied().fold(f64::INFINITY, f64::min)
}

/// Whether there is anything to search for.
enum Start {
    /// The two are level already, or the rival leads.
    Level(Flip),
    /// The rival is worse on everything.
    Never,
    /// Some change of weights does it.
    Search,
}

impl Start {
    fn of(w: &[f64], d: &[f64], lead: f64) -> Self {
        let least = least(d);
        match () {
            () if lead <= TIE => Self::Level(Flip::here(w, least < -TIE)),
            () if least > TIE => Self::Never,
            () => Self::Search,
        }
    }
}

#[cfg(test)]
mod tests;
