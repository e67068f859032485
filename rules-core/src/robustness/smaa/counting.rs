//! The walk over the points: values of every alternative at each, handed to a tally.

use super::super::points::{LANES, Lanes};
use super::super::problem::Problem;
use super::super::regime::WeightSet;
use super::super::scores::{Draws, Scores};
use super::{Groups, weigh};

/// What is kept of the values at every point.
pub trait Tally {
    /// What it says in the end.
    type Found;

    /// Begins with nothing, for `m` alternatives and `n` criteria.
    fn new(m: usize, n: usize) -> Self;

    /// Adds a block of points with the values that the alternatives have there; only the first `live` lanes are points.
    fn add(&mut self, values: &[Lanes], points: &[Lanes], live: usize);

    /// Reads it, after all points of these weights.
    fn found(&self, weights: &WeightSet) -> Self::Found;
}

/// A count under way, for `SETS` sets of weights at once: it can be taken a slice at a time, with the same outcome to the
/// last bit.
pub struct Counting<'a, T, const SETS: usize> {
    weights: [WeightSet<'a>; SETS],
    views: [View<T>; SETS],
    /// The scores and their present draw, where they are not certain.
    drawn: Option<(Draws, Vec<Lanes>)>,
    groups: Groups,
    /// Values of the alternatives and of their groups at the present block of points.
    values: Vec<Lanes>,
    best: Vec<Lanes>,
    next: usize,
}

/// One set of weights: what is worked out for it.
struct View<T> {
    /// Certain values, one row per alternative, mapped to the points.
    rows: Vec<Vec<f64>>,
    /// The weights of the present block.
    block: Vec<Lanes>,
    tally: T,
}

impl<'a, T: Tally> Counting<'a, T, 1> {
    /// Prepares a count with the problem's values taken as certain.
    #[must_use]
    pub fn certain(problem: &Problem, weights: &WeightSet<'a>, groups: Groups) -> Self {
        let rows = problem.rows().map(|row| weights.map().row(row).collect()).collect();
        let mut counting = Self::of([weights.clone()], problem.m(), None, groups);
        counting.views[0].rows = rows;
        counting
    }
}

impl<'a, T: Tally, const SETS: usize> Counting<'a, T, SETS> {
    /// Prepares a count in which every point meets one draw of the scores. All sets must stand on the same points, as
    /// those of one [`PointSet`](super::super::points::PointSet) do, boxes apart: so each draw serves all of them.
    #[must_use]
    pub fn uncertain(scores: &Scores, m: usize, weights: [WeightSet<'a>; SETS]) -> Self {
        let cells = vec![[0.0; LANES]; m * weights[0].points().n()];
        Self::of(weights, m, Some((Draws::new(scores), cells)), Groups::singles(m))
    }

    fn of(
        weights: [WeightSet<'a>; SETS],
        m: usize,
        drawn: Option<(Draws, Vec<Lanes>)>,
        groups: Groups,
    ) -> Self {
        let n = weights[0].points().n();
        let view = |_| View {
            rows: Vec::new(),
            block: vec![[0.0; LANES]; n],
            tally: T::new(groups.count(), n),
        };
        Self {
            views: std::array::from_fn(view),
            values: vec![[0.0; LANES]; m],
            best: vec![[0.0; LANES]; groups.count()],
            weights,
            drawn,
            groups,
            next: 0,
        }
    }

    /// Counts up to so many further points (in whole blocks); says whether any are left.
    pub fn advance(&mut self, points: usize) -> bool {
        let blocks = points.div_ceil(LANES);
        for (live, block) in self.weights[0].points().blocks().skip(self.next).take(blocks) {
            if let Some((draws, cells)) = &mut self.drawn {
                draws.next_block(cells);
            }
            for (weights, view) in self.weights.iter().zip(&mut self.views) {
                if let Some((_, cells)) = &self.drawn {
                    weights.map().block(block, &mut view.block);
                    weigh_drawn(cells, &view.block, &mut self.values);
                } else {
                    for (value, row) in self.values.iter_mut().zip(&view.rows) {
                        *value = weigh(row, block);
                    }
                }
                self.groups.best(&self.values, &mut self.best);
                view.tally.add(&self.best, block, live);
            }
        }
        self.next = self.next.saturating_add(blocks);
        self.next < self.weights[0].count().div_ceil(LANES)
    }

    /// Counts whatever is left and reads the results.
    #[must_use]
    pub fn finish(mut self) -> [T::Found; SETS] {
        self.advance(self.weights[0].count());
        std::array::from_fn(|set| self.views[set].tally.found(&self.weights[set]))
    }
}

/// `sum_j w_j v_ij` of every alternative in every lane, added in order.
fn weigh_drawn(cells: &[Lanes], weights: &[Lanes], values: &mut [Lanes]) {
    for (value, cells) in values.iter_mut().zip(cells.chunks_exact(weights.len())) {
        let mut sum = [0.0; LANES];
        for (cells, weights) in cells.iter().zip(weights) {
            for ((sum, cell), weight) in sum.iter_mut().zip(cells).zip(weights) {
                *sum += cell * weight;
            }
        }
        *value = sum;
    }
}
