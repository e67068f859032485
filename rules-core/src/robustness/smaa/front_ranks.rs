//! The counting loop for the places at the front: nobody is compared but with the best few of a point.

use super::super::points::{LANES, Lanes};
use super::super::regime::WeightSet;
use super::super::{TIE, whole};
use super::firsts::Firsts;
use super::{Front, PLACES, Tally};

/// Counts of points, lane by lane; as wide as the values that are compared.
type Counts = [u64; LANES];

/// Counts over all points so far.
pub struct FrontRanks {
    /// For each alternative: how often at least one, two, three were better.
    behind: Vec<[Counts; PLACES]>,
    firsts: Firsts,
}

impl Tally for FrontRanks {
    type Found = Front;

    fn new(m: usize, n: usize) -> Self {
        Self { behind: vec![[[0; LANES]; PLACES]; m], firsts: Firsts::new(m, n) }
    }

    fn add(&mut self, values: &[Lanes], points: &[Lanes], live: usize) {
        let best = best_of(values);
        for (values, behind) in values.iter().zip(&mut self.behind) {
            // Whoever has fewer than three better has all of them among the best three.
            for (best, behind) in best.iter().zip(behind) {
                for lane in 0..LANES {
                    behind[lane] += u64::from(best[lane] - values[lane] > TIE);
                }
            }
        }
        self.firsts.add(points, live, |i| {
            let own = &values[i];
            std::array::from_fn(|lane| best[0][lane] - own[lane] <= TIE)
        });
    }

    fn found(&self, weights: &WeightSet) -> Front {
        let count = weights.count();
        let shares = |behind: &[Counts; PLACES]| {
            let mut ahead = whole(count as u64);
            behind.map(|lanes| {
                let behind = whole(lanes.iter().sum());
                let hits = ahead - behind;
                ahead = behind;
                if count == 0 { 0.0 } else { hits / whole(count as u64) }
            })
        };
        let hits =
            self.behind.iter().map(|behind| whole(count as u64) - whole(behind[0].iter().sum()));
        let central = |x: Option<Vec<f64>>| x.map(|x| weights.map().weights(&x));
        let rank_acceptability: Vec<_> = self.behind.iter().map(shares).collect();
        Front {
            first_rank: rank_acceptability.iter().map(|row| row[0]).collect(),
            rank_acceptability,
            shared_first: self.firsts.shared(count),
            central_weights: self.firsts.centres(hits).map(central).collect(),
        }
    }
}

/// The highest, second and third highest value of each lane.
fn best_of(values: &[Lanes]) -> [Lanes; PLACES] {
    let mut best = [[f64::NEG_INFINITY; LANES]; PLACES];
    for values in values {
        let mut falling = *values;
        for best in &mut best {
            for (best, falling) in best.iter_mut().zip(&mut falling) {
                let (high, low) =
                    if *falling > *best { (*falling, *best) } else { (*best, *falling) };
                (*best, *falling) = (high, low);
            }
        }
    }
    best
}
