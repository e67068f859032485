//! The counting loop: ranks, pairs and first places of a block of points, without a branch on values but for ties.

use super::super::points::{LANES, Lanes};
use super::super::regime::WeightSet;
use super::super::{TIE, real};
use super::firsts::Firsts;
use super::{Smaa, Tally, entropy};

/// Counts of points, lane by lane. Half as wide as the values, so that one instruction adds twice as many.
type Counts = [u32; LANES];

/// Counts over all points so far.
pub struct AllRanks {
    m: usize,
    /// How often each alternative had each rank, rank 1 at 0.
    ranks: Vec<u32>,
    /// Wins of the earlier and of the later of each pair, pairs in order (0, 1), (0, 2), ..
    pairs: Vec<(Counts, Counts)>,
    firsts: Firsts,
    /// How many are better, per alternative: of the present block.
    better: Vec<Counts>,
}

impl Tally for AllRanks {
    type Found = Smaa;

    fn new(m: usize, n: usize) -> Self {
        Self {
            m,
            ranks: vec![0; m * m],
            pairs: vec![([0; LANES], [0; LANES]); m * (m - 1) / 2],
            firsts: Firsts::new(m, n),
            better: vec![[0; LANES]; m],
        }
    }

    fn add(&mut self, values: &[Lanes], points: &[Lanes], live: usize) {
        self.compare(values);
        for lane in 0..live {
            for (better, ranks) in self.better.iter().zip(self.ranks.chunks_exact_mut(self.m)) {
                ranks[index(better[lane])] += 1;
            }
        }
        self.firsts.add(points, live, |i| self.better[i].map(|better| better == 0));
    }

    fn found(&self, weights: &WeightSet) -> Smaa {
        let count = weights.count();
        let hits = self.ranks.chunks_exact(self.m).map(|ranks| f64::from(ranks[0]));
        let central = |x: Option<Vec<f64>>| x.map(|x| weights.map().weights(&x));
        let shared_first = self.firsts.shared(count);
        Smaa {
            rank_acceptability: self.rank_acceptability(count),
            first_rank: self.first_rank(count),
            central_weights: self.firsts.centres(hits).map(central).collect(),
            pairwise: self.pairwise(count),
            entropy: entropy(&shared_first),
            shared_first,
        }
    }
}

impl AllRanks {
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

    fn rank_acceptability(&self, count: usize) -> Vec<Vec<f64>> {
        let row = |ranks: &[u32]| ranks.iter().map(|&hits| share(hits, count)).collect();
        self.ranks.chunks_exact(self.m).map(row).collect()
    }

    fn first_rank(&self, count: usize) -> Vec<f64> {
        self.ranks.chunks_exact(self.m).map(|ranks| share(ranks[0], count)).collect()
    }

    fn pairwise(&self, count: usize) -> Vec<Vec<f64>> {
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
