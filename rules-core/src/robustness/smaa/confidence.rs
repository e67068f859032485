//! Confidence factors: whether the scores are good enough to tell, at the weights that favour an alternative most.

use super::super::points::LANES;
use super::super::scores::{Draws, Met, Scores, Weighed};
use super::super::{TIE, real};

/// The share of score draws in which each alternative is first at its own central weights; `None` where they are.
///
/// Draws are the same for all alternatives, `count` of them; where the scores are certain, one decides.
#[must_use]
pub fn confidence_factors(
    scores: &Scores,
    central: &[Option<Vec<f64>>],
    count: usize,
) -> Vec<Option<f64>> {
    Confidence::new(scores, Met(Draws::new(scores)), central, count).finish()
}

/// Confidence factors under way: they can be taken a slice at a time, with the same outcome to the last bit.
pub struct Confidence {
    m: usize,
    draws: Draws,
    contests: Vec<Contest>,
    done: usize,
    count: usize,
}

/// One alternative against all others, at the weights that favour it.
struct Contest {
    alternative: usize,
    /// The others with the most that they can come to, those first that can come to most.
    others: Vec<(usize, f64)>,
    weighed: Weighed,
    /// In how many draws it was first.
    first: usize,
}

impl Confidence {
    /// Prepares `count` draws, one where the scores are certain, those that another count of the same scores has met.
    #[must_use]
    pub fn new(scores: &Scores, met: Met, central: &[Option<Vec<f64>>], count: usize) -> Self {
        let draws = met.0.again(scores);
        let contest = |(alternative, weights): (usize, &Option<Vec<f64>>)| {
            let weights = weights.as_ref()?;
            let most = scores.highest(weights).into_iter().enumerate();
            let mut others: Vec<_> = most.filter(|(at, _)| *at != alternative).collect();
            others.sort_by(|a, b| b.1.total_cmp(&a.1));
            Some(Contest { alternative, others, weighed: draws.weighed(weights), first: 0 })
        };
        Self {
            m: central.len(),
            contests: central.iter().enumerate().filter_map(contest).collect(),
            draws,
            done: 0,
            count: if scores.is_certain() { count.min(1) } else { count },
        }
    }

    /// Does up to so many further draws (in whole blocks); says whether any are left.
    pub fn advance(&mut self, draws: usize) -> bool {
        let until = self.count.min(self.done.saturating_add(draws));
        while self.done < until {
            self.draws.next_block();
            let live = (self.count - self.done).min(LANES);
            for contest in &mut self.contests {
                contest.hold(&self.draws, live);
            }
            self.done += live;
        }
        self.done < self.count
    }

    /// Does whatever is left and reads the factors.
    #[must_use]
    pub fn finish(mut self) -> Vec<Option<f64>> {
        self.advance(self.count);
        let mut factors = vec![None; self.m];
        for contest in &self.contests {
            factors[contest.alternative] = Some(real(contest.first) / real(self.count.max(1)));
        }
        factors
    }
}

impl Contest {
    /// Counts the live lanes in which nobody is better.
    fn hold(&mut self, draws: &Draws, live: usize) {
        draws.refresh(&mut self.weighed);
        let own = draws.values(&self.weighed, self.alternative);
        let mut beaten = [false; LANES];
        beaten[live..].fill(true);
        let less = |least: f64, own: &f64| if *own < least { *own } else { least };
        let least = own[..live].iter().fold(f64::INFINITY, less);
        for (other, most) in &self.others {
            // With room for rounding; whoever comes after can come to even less.
            if *most < least {
                break;
            }
            let values = draws.values(&self.weighed, *other);
            for ((beaten, value), own) in beaten.iter_mut().zip(values).zip(own) {
                *beaten |= value - own > TIE;
            }
            if beaten == [true; LANES] {
                return;
            }
        }
        self.first += beaten.iter().filter(|beaten| !**beaten).count();
    }
}
