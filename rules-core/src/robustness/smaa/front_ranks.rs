//! The counting loop for the places at the front: nobody is compared but with the best few of a point.

use std::cmp::Reverse;

use super::super::points::Lanes;
use super::super::regime::WeightSet;
use super::super::{TIE, real};
use super::best::{Best, Names};
use super::firsts::Firsts;
use super::{Front, PLACES, Tally};

/// After so many blocks of points it is seen anew who is mostly at the front.
const SETTLED: usize = 64;

/// Counts over all points so far.
pub struct FrontRanks {
    /// For each alternative: how often it had each of the first places.
    ranks: Vec<[u32; PLACES]>,
    firsts: Firsts,
    /// The alternatives that have values, those first that have been at the front most often: then few of the others are
    /// better than the best few so far. What is counted does not depend on it.
    order: Vec<usize>,
    blocks: usize,
    names: Names,
}

impl Tally for FrontRanks {
    const FRONT_ALONE: bool = true;

    type Found = Front;

    fn new(m: usize, n: usize) -> Self {
        Self {
            ranks: vec![[0; PLACES]; m],
            firsts: Firsts::new(m, n),
            order: (0..m).collect(),
            blocks: 0,
            names: Names::of(m),
        }
    }

    fn add(&mut self, values: &[Lanes], points: &[Lanes], live: usize) {
        if self.blocks % SETTLED == 1 {
            let ranks = &self.ranks;
            let has_values = |who: &usize| values[*who].iter().any(|value| value.is_finite());
            self.order.retain(has_values);
            self.order.sort_by_key(|who| Reverse(ranks[*who].iter().sum::<u32>()));
        }
        self.blocks += 1;
        let best = Best::of(values, &self.order, self.names);
        for lane in 0..live {
            if let Some(front) = best.distinct(lane, self.names) {
                for (rank, who) in front.iter().enumerate() {
                    self.ranks[*who][rank] += 1;
                }
                self.firsts.add_one(front[0], points, lane, 1.0);
            } else {
                self.add_tied(values, points, lane);
            }
        }
    }

    fn found(&self, weights: &WeightSet) -> Front {
        let count = weights.count();
        let share = |hits: u32| if count == 0 { 0.0 } else { f64::from(hits) / real(count) };
        let hits = self.ranks.iter().map(|ranks| f64::from(ranks[0]));
        let central = |x: Option<Vec<f64>>| x.map(|x| weights.map().weights(&x));
        Front {
            rank_acceptability: self.ranks.iter().map(|ranks| ranks.map(share)).collect(),
            first_rank: self.ranks.iter().map(|ranks| share(ranks[0])).collect(),
            shared_first: self.firsts.shared(count),
            central_weights: self.firsts.centres(hits).map(central).collect(),
        }
    }
}

impl FrontRanks {
    /// Where some of the best are level, or there are few: everybody's place is counted out.
    fn add_tied(&mut self, values: &[Lanes], points: &[Lanes], lane: usize) {
        let mut best = [f64::NEG_INFINITY; PLACES];
        for values in values {
            let mut value = values[lane];
            for best in &mut best {
                (*best, value) = if value > *best { (value, *best) } else { (*best, value) };
            }
        }
        let mut first = Vec::new();
        for (i, (values, ranks)) in values.iter().zip(&mut self.ranks).enumerate() {
            // Whoever has fewer than three better has all of them among the best three.
            let ahead = best.iter().filter(|best| *best - values[lane] > TIE).count();
            if let Some(hits) = ranks.get_mut(ahead) {
                *hits += 1;
            }
            if ahead == 0 {
                first.push(i);
            }
        }
        self.firsts.add_tied(&first, points, lane);
    }
}
