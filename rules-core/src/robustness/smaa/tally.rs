//! The counting loop: ranks, pairs and first places of a block of points, without a branch on values but for ties.

use super::super::points::{LANES, Lanes};
use super::super::{TIE, real};

/// Counts of points, lane by lane. Half as wide as the values, so that one instruction adds twice as many.
type Counts = [u32; LANES];

/// Counts over all points so far.
pub(super) struct Tally {
    m: usize,
    n: usize,
    /// How often each alternative had each rank, rank 1 at 0.
    ranks: Vec<u32>,
    /// Wins of the earlier and of the later of each pair, pairs in order (0, 1), (0, 2), ..
    pairs: Vec<(Counts, Counts)>,
    /// Sums of the points at which each alternative was first.
    first_sums: Vec<f64>,
    shared_first: Vec<f64>,
    /// How many are better, per alternative: of the present block.
    better: Vec<Counts>,
}

impl Tally {
    pub(super) fn new(m: usize, n: usize) -> Self {
        Self {
            m,
            n,
            ranks: vec![0; m * m],
            pairs: vec![([0; LANES], [0; LANES]); m * (m - 1) / 2],
            first_sums: vec![0.0; m * n],
            shared_first: vec![0.0; m],
            better: vec![[0; LANES]; m],
        }
    }

    /// Adds a block of points with the values that the alternatives have there.
    pub(super) fn add(&mut self, values: &[Lanes], points: &[Lanes], live: usize) {
        self.compare(values);
        let (firsts, leader) = self.firsts();
        for lane in 0..live {
            for (better, ranks) in self.better.iter().zip(self.ranks.chunks_exact_mut(self.m)) {
                ranks[index(better[lane])] += 1;
            }
            if firsts[lane] == 1 {
                self.add_first(index(leader[lane]), points, lane, 1.0);
            } else {
                self.add_tied(points, lane, firsts[lane]);
            }
        }
    }

    /// Every pair once. Each sum has its own loop over the lanes: so they become vector instructions.
    fn compare(&mut self, values: &[Lanes]) {
        self.better.fill([0; LANES]);
        let mut pairs = self.pairs.iter_mut();
        let mut better = self.better.as_mut_slice();
        for (i, mine) in values.iter().enumerate() {
            let Some((my_better, others)) = better.split_first_mut() else { return };
            for ((theirs, their_better), (wins, losses)) in
                values[i + 1..].iter().zip(&mut *others).zip(&mut pairs)
            {
                let lead: Lanes = std::array::from_fn(|lane| mine[lane] - theirs[lane]);
                let won = lead.map(|lead| u32::from(lead > TIE));
                let lost = lead.map(|lead| u32::from(lead < -TIE));
                accumulate(wins, won);
                accumulate(losses, lost);
                accumulate(their_better, won);
                accumulate(my_better, lost);
            }
            better = others;
        }
    }

    /// How many are first in each lane, and the sum of their indices: the leader, where it is one.
    fn firsts(&self) -> (Counts, Counts) {
        let (mut firsts, mut leader) = ([0; LANES], [0; LANES]);
        for (i, better) in (0_u32..).zip(&self.better) {
            let first = better.map(|better| better == 0);
            accumulate(&mut firsts, first.map(u32::from));
            accumulate(&mut leader, first.map(|first| if first { i } else { 0 }));
        }
        (firsts, leader)
    }

    fn add_tied(&mut self, points: &[Lanes], lane: usize, firsts: u32) {
        for i in 0..self.m {
            if self.better[i][lane] == 0 {
                self.add_first(i, points, lane, 1.0 / f64::from(firsts));
            }
        }
    }

    fn add_first(&mut self, i: usize, points: &[Lanes], lane: usize, share: f64) {
        self.shared_first[i] += share;
        for (sum, coordinate) in self.first_sums[i * self.n..][..self.n].iter_mut().zip(points) {
            *sum += coordinate[lane];
        }
    }

    pub(super) fn rank_acceptability(&self, count: usize) -> Vec<Vec<f64>> {
        let row = |ranks: &[u32]| ranks.iter().map(|&hits| share(hits, count)).collect();
        self.ranks.chunks_exact(self.m).map(row).collect()
    }

    pub(super) fn first_rank(&self, count: usize) -> Vec<f64> {
        self.ranks.chunks_exact(self.m).map(|ranks| share(ranks[0], count)).collect()
    }

    pub(super) fn shared_first(&self, count: usize) -> Vec<f64> {
        self.shared_first
            .iter()
            .map(|sum| if count == 0 { 0.0 } else { sum / real(count) })
            .collect()
    }

    /// Means of the points at which each alternative was first.
    pub(super) fn central_points(&self) -> impl Iterator<Item = Option<Vec<f64>>> {
        let sums = self.first_sums.chunks_exact(self.n);
        self.ranks.chunks_exact(self.m).zip(sums).map(|(ranks, sums)| {
            let hits = f64::from(ranks[0]);
            (hits > 0.0).then(|| sums.iter().map(|sum| sum / hits).collect())
        })
    }

    pub(super) fn pairwise(&self, count: usize) -> Vec<Vec<f64>> {
        let mut table = vec![vec![0.0; self.m]; self.m];
        let indices = (0..self.m).flat_map(|i| (i + 1..self.m).map(move |k| (i, k)));
        for ((i, k), (wins, losses)) in indices.zip(&self.pairs) {
            table[i][k] = share(wins.iter().sum(), count);
            table[k][i] = share(losses.iter().sum(), count);
        }
        table
    }
}

fn accumulate(sums: &mut Counts, counts: Counts) {
    for (sum, count) in sums.iter_mut().zip(counts) {
        *sum += count;
    }
}

fn share(hits: u32, count: usize) -> f64 {
    if count == 0 { 0.0 } else { f64::from(hits) / real(count) }
}

fn index(count: u32) -> usize {
    count as usize
}
