//! First places: who shares them, and where in the space of weights they are won.

use super::super::points::{LANES, Lanes};
use super::super::real;

/// Sums over the points at which each alternative was first.
pub(super) struct Firsts {
    n: usize,
    /// Of the points' coordinates, one row per alternative.
    points: Vec<f64>,
    /// Of its share of the place.
    shares: Vec<f64>,
}

impl Firsts {
    pub(super) fn new(m: usize, n: usize) -> Self {
        Self { n, points: vec![0.0; m * n], shares: vec![0.0; m] }
    }

    /// Adds a block, given in which of its lanes each alternative is first.
    pub(super) fn add(
        &mut self,
        block: &[Lanes],
        live: usize,
        is_first: impl Fn(usize) -> [bool; LANES],
    ) {
        // How many are first in each lane, and the sum of their numbers: the leader, where it is one.
        let (mut firsts, mut leader) = ([0_u64; LANES], [0_u64; LANES]);
        for (i, number) in (0..self.shares.len()).zip(0_u64..) {
            let is_first = is_first(i);
            for lane in 0..LANES {
                firsts[lane] += u64::from(is_first[lane]);
                leader[lane] += if is_first[lane] { number } else { 0 };
            }
        }
        for lane in 0..live {
            if let (1, Ok(leader)) = (firsts[lane], usize::try_from(leader[lane])) {
                self.add_one(leader, block, lane, 1.0);
            } else {
                let tied = (0..self.shares.len()).filter(|i| is_first(*i)[lane]);
                self.add_tied(&tied.collect::<Vec<_>>(), block, lane);
            }
        }
    }

    /// Adds a point at which several are first: each holds the same part of the place.
    pub(super) fn add_tied(&mut self, tied: &[usize], block: &[Lanes], lane: usize) {
        let share = 1.0 / real(tied.len());
        for i in tied {
            self.add_one(*i, block, lane, share);
        }
    }

    /// Adds a point at which an alternative holds so much of the first place.
    pub(super) fn add_one(&mut self, i: usize, block: &[Lanes], lane: usize, share: f64) {
        self.shares[i] += share;
        for (sum, coordinate) in self.points[i * self.n..][..self.n].iter_mut().zip(block) {
            *sum += coordinate[lane];
        }
    }

    /// The part of first places that each alternative holds, shared ones split evenly.
    pub(super) fn shared(&self, count: usize) -> Vec<f64> {
        self.shares.iter().map(|sum| if count == 0 { 0.0 } else { sum / real(count) }).collect()
    }

    /// Means of the points at which each alternative was first, given how often it was.
    pub(super) fn centres(
        &self,
        hits: impl Iterator<Item = f64>,
    ) -> impl Iterator<Item = Option<Vec<f64>>> {
        hits.zip(self.points.chunks_exact(self.n))
            .map(|(hits, sums)| (hits > 0.0).then(|| sums.iter().map(|sum| sum / hits).collect()))
    }
}
