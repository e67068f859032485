//! Confidence factors: whether the scores are good enough to tell, at the weights that favour an alternative most.

use super::super::points::{LANES, Lanes};
use super::super::scores::{Draws, Scores};
use super::super::{TIE, real};
use super::weigh;

/// The share of score draws in which each alternative is first at its own central weights; `None` where they are.
///
/// Draws are the same for all alternatives, `count` of them; where the scores are certain, one decides.
#[must_use]
pub fn confidence_factors(
    scores: &Scores,
    central: &[Option<Vec<f64>>],
    count: usize,
) -> Vec<Option<f64>> {
    Confidence::new(scores, central.to_vec(), count).finish()
}

/// Confidence factors under way: they can be taken a slice at a time, with the same outcome to the last bit.
pub struct Confidence {
    central: Vec<Option<Vec<f64>>>,
    draws: Draws,
    /// The present draw of every score.
    table: Vec<Lanes>,
    /// In how many draws each alternative was first.
    first: Vec<usize>,
    done: usize,
    count: usize,
}

impl Confidence {
    /// Prepares `count` draws, one where the scores are certain.
    #[must_use]
    pub fn new(scores: &Scores, central: Vec<Option<Vec<f64>>>, count: usize) -> Self {
        let (m, n) = (central.len(), scores.rows().next().map_or(0, <[_]>::len));
        Self {
            draws: Draws::new(scores),
            table: vec![[0.0; LANES]; m * n],
            first: vec![0; m],
            done: 0,
            count: if scores.is_certain() { count.min(1) } else { count },
            central,
        }
    }

    /// Does up to so many further draws (in whole blocks); says whether any are left.
    pub fn advance(&mut self, draws: usize) -> bool {
        let until = self.count.min(self.done.saturating_add(draws));
        while self.done < until {
            self.draws.next_block(&mut self.table);
            let live = (self.count - self.done).min(LANES);
            for (i, (weights, first)) in self.central.iter().zip(&mut self.first).enumerate() {
                if let Some(weights) = weights {
                    *first += firsts(i, weights, &self.table, live);
                }
            }
            self.done += live;
        }
        self.done < self.count
    }

    /// Does whatever is left and reads the factors.
    #[must_use]
    pub fn finish(mut self) -> Vec<Option<f64>> {
        self.advance(self.count);
        let factor = |(weights, first): (&Option<_>, usize)| {
            weights.as_ref().map(|_| real(first) / real(self.count.max(1)))
        };
        self.central.iter().zip(self.first).map(factor).collect()
    }
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
