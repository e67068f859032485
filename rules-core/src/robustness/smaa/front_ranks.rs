//! The counting loop for the places at the front: nobody is compared but with the best few of a point.

use super::super::points::Lanes;
use super::super::regime::WeightSet;
use super::super::{TIE, real};
use super::firsts::Firsts;
use super::{Front, Groups, PLACES, Tally};

/// Counts over all points so far.
pub struct FrontRanks {
    /// For each alternative: how often it had each of the first places.
    ranks: Vec<[u32; PLACES]>,
    firsts: Firsts,
}

/// Says of which alternatives it is plain beforehand that they never come to the front: alternatives of three other groups
/// are at least as good on everything, and better by more than a tie wherever each criterion counts for `least` or more.
pub(in super::super) fn hopeless<'a>(
    rows: &(impl Iterator<Item = &'a [f64]> + Clone),
    groups: &Groups,
    least: f64,
) -> Vec<bool> {
    // With room for rounding.
    let beats = |better: &[f64], worse: &[f64]| {
        let lead = better.iter().zip(worse).map(|(better, worse)| better - worse);
        lead.clone().all(|lead| lead >= 0.0) && lead.sum::<f64>() * least > 4.0 * TIE
    };
    let known = || rows.clone().zip(groups.of());
    let is_hopeless = |(row, group): (&[f64], &usize)| {
        let mut ahead = Vec::with_capacity(PLACES);
        for (other, of) in known() {
            if of != group && !ahead.contains(of) && beats(other, row) {
                ahead.push(*of);
            }
            if ahead.len() == PLACES {
                return true;
            }
        }
        false
    };
    known().map(is_hopeless).collect()
}

/// The best few of a point, the best first, and the value of the best of the rest.
struct Best {
    values: [f64; PLACES + 1],
    who: [usize; PLACES + 1],
}

impl Tally for FrontRanks {
    const FRONT_ALONE: bool = true;

    type Found = Front;

    fn new(m: usize, n: usize) -> Self {
        Self { ranks: vec![[0; PLACES]; m], firsts: Firsts::new(m, n) }
    }

    fn add(&mut self, values: &[Lanes], points: &[Lanes], live: usize) {
        for lane in 0..live {
            let best = Best::of(values, lane);
            if best.is_distinct() {
                for (rank, who) in best.who[..PLACES].iter().enumerate() {
                    self.ranks[*who][rank] += 1;
                }
                self.firsts.add_one(best.who[0], points, lane, 1.0);
            } else {
                self.add_tied(&best, values, points, lane);
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
    fn add_tied(&mut self, best: &Best, values: &[Lanes], points: &[Lanes], lane: usize) {
        let mut first = Vec::new();
        for (i, (values, ranks)) in values.iter().zip(&mut self.ranks).enumerate() {
            // Whoever has fewer than three better has all of them among the best three.
            let ahead = best.values[..PLACES].iter().filter(|best| *best - values[lane] > TIE);
            let ahead = ahead.count();
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

impl Best {
    fn of(values: &[Lanes], lane: usize) -> Self {
        let mut best = Self { values: [f64::NEG_INFINITY; PLACES + 1], who: [0; PLACES + 1] };
        for (who, values) in values.iter().enumerate() {
            if values[lane] > best.values[PLACES] {
                best.insert(who, values[lane]);
            }
        }
        best
    }

    /// Puts somebody in who is better than the last.
    fn insert(&mut self, who: usize, value: f64) {
        let mut at = PLACES;
        while at > 0 && value > self.values[at - 1] {
            self.values[at] = self.values[at - 1];
            self.who[at] = self.who[at - 1];
            at -= 1;
        }
        self.values[at] = value;
        self.who[at] = who;
    }

    /// Whether every place at the front is held by one alone.
    fn is_distinct(&self) -> bool {
        self.values.windows(2).all(|pair| pair[0] - pair[1] > TIE)
    }
}
