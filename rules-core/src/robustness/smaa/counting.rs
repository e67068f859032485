//! The walk over the points: values of every alternative at each, handed to a tally.

use super::super::points::{LANES, Lanes};
use super::super::problem::Problem;
use super::super::regime::WeightSet;
use super::super::scores::{Draws, Scores, Weights, arranged, room};
use super::outclassed::{hopeless, least_lead};
use super::{Groups, weigh};

/// What is kept of the values at every point.
pub trait Tally {
    /// Whether only those at the front are looked at, so that who never comes there need not be worked out.
    const FRONT_ALONE: bool = false;

    /// What it says in the end.
    type Found;

    /// Begins with nothing, for `m` alternatives and `n` criteria.
    fn new(m: usize, n: usize) -> Self;

    /// Adds a block of points with the values that the alternatives have there; only the first `live` lanes are points.
    fn add(&mut self, values: &[Lanes], points: &[Lanes], live: usize);

    /// Reads it, after all points of these weights.
    fn found(&self, weights: &WeightSet) -> Self::Found;
}

/// A count under way: it can be taken a slice at a time, with the same outcome to the last bit.
pub struct Counting<'a, T> {
    weights: WeightSet<'a>,
    source: Source,
    tally: T,
    groups: Groups,
    /// Values of the alternatives and of their groups at the present block of points.
    values: Vec<Lanes>,
    best: Vec<Lanes>,
    next: usize,
}

/// Where the values come from.
enum Source {
    /// Certain values, one row per alternative, mapped to the points; nothing for those that need not be worked out.
    Certain(Vec<Option<Vec<f64>>>),
    Drawn {
        draws: Draws,
        /// The weights of the present block, by criterion and by point.
        block: Vec<Lanes>,
        arranged: Vec<Weights>,
    },
}

impl<'a, T: Tally> Counting<'a, T> {
    /// Prepares a count with the problem's values taken as certain.
    #[must_use]
    pub fn certain(problem: &Problem, weights: &WeightSet<'a>, groups: Groups) -> Self {
        let rows: Vec<Vec<f64>> =
            problem.rows().map(|row| weights.map().row(row).collect()).collect();
        let skipped = if T::FRONT_ALONE {
            let least = weights.points().least();
            hopeless(&groups, |better, worse| least_lead(&rows[better], &rows[worse], least))
        } else {
            vec![false; rows.len()]
        };
        let rows = rows.into_iter().zip(skipped).map(|(row, skip)| (!skip).then_some(row));
        Self::of(weights, Source::Certain(rows.collect()), groups)
    }

    /// Prepares a count in which every point meets one draw of the scores.
    #[must_use]
    pub fn uncertain(scores: &Scores, m: usize, weights: &WeightSet<'a>) -> Self {
        let n = weights.points().n();
        let source = Source::Drawn {
            draws: Draws::new(scores),
            block: vec![[0.0; LANES]; n],
            arranged: room(n),
        };
        Self::of(weights, source, Groups::singles(m))
    }

    fn of(weights: &WeightSet<'a>, source: Source, groups: Groups) -> Self {
        Self {
            tally: T::new(groups.count(), weights.points().n()),
            values: vec![[f64::NEG_INFINITY; LANES]; groups.of().len()],
            best: vec![[0.0; LANES]; groups.count()],
            weights: weights.clone(),
            source,
            groups,
            next: 0,
        }
    }

    /// Counts up to so many further points (in whole blocks); says whether any are left.
    pub fn advance(&mut self, points: usize) -> bool {
        let blocks = points.div_ceil(LANES);
        for (live, points) in self.weights.points().blocks().skip(self.next).take(blocks) {
            match &mut self.source {
                Source::Certain(rows) => {
                    for (value, row) in self.values.iter_mut().zip(rows) {
                        if let Some(row) = row {
                            *value = weigh(row, points);
                        }
                    }
                }
                Source::Drawn { draws, block, arranged: weights } => {
                    draws.next_block();
                    self.weights.map().block(points, block);
                    arranged(block, weights);
                    draws.weigh(weights, &mut self.values);
                }
            }
            let best = self.groups.best(&self.values, &mut self.best);
            self.tally.add(best, points, live);
        }
        self.next = self.next.saturating_add(blocks);
        self.next < self.weights.count().div_ceil(LANES)
    }

    /// Counts whatever is left and reads the result.
    #[must_use]
    pub fn finish(mut self) -> T::Found {
        self.advance(self.weights.count());
        self.tally.found(&self.weights)
    }
}
