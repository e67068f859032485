//! The places at the front near one's own weights and anywhere, in one pass over the points.
//!
//! # Formula
//! As in [`super::curve`]: at `w = (1 - r) w0 + r x` the value is `(1 - r) V(w0) + r V(x)`, whatever the scores are drawn
//! to be. At `w0` the values are looked up, so one sum over the criteria serves every radius.

use super::points::{LANES, Lanes, PointSet};
use super::regime::WeightSet;
use super::scores::{Draws, Met, Scores, Weighed, Weights, arranged, room};
use super::smaa::{Front, FrontRanks, Groups, Tally};

/// A count at several radii of what is first, second and third.
pub(super) struct Fronts<'a> {
    groups: Groups,
    n: usize,
    each: Vec<AtRadius<'a>>,
    /// The best of each group at one radius.
    best: Vec<Lanes>,
}

struct AtRadius<'a> {
    radius: f64,
    /// Who may come to the front.
    able: Vec<usize>,
    /// Their values; nothing for the others.
    values: Vec<Lanes>,
    set: WeightSet<'a>,
    tally: FrontRanks,
}

impl<'a> Fronts<'a> {
    pub fn new(groups: Groups, n: usize) -> Self {
        let best = vec![[f64::NEG_INFINITY; LANES]; groups.count()];
        Self { groups, n, each: Vec::new(), best }
    }

    pub fn groups(&self) -> &Groups {
        &self.groups
    }

    /// Counts at one more radius, which `set` stands for on the same points, those that may come to the front there.
    pub fn push(&mut self, radius: f64, set: WeightSet<'a>, able: Vec<usize>) {
        self.each.push(AtRadius {
            radius,
            able,
            values: vec![[f64::NEG_INFINITY; LANES]; self.groups.of().len()],
            tally: FrontRanks::new(self.groups.count(), self.n),
            set,
        });
    }

    /// Adds a block of points, given the values at one's own weights and at the points.
    pub fn add(&mut self, at_home: &[Lanes], anywhere: &[Lanes], points: &[Lanes], live: usize) {
        for one in &mut self.each {
            let AtRadius { radius, able, values, tally, .. } = one;
            let values = if *radius < 1.0 {
                for at in &*able {
                    blend(&at_home[*at], &anywhere[*at], *radius, &mut values[*at]);
                }
                values
            } else {
                anywhere
            };
            tally.add(self.groups.best(values, &mut self.best), points, live);
        }
    }

    pub fn found(&self) -> Vec<Front> {
        self.each.iter().map(|one| one.tally.found(&one.set)).collect()
    }
}

fn blend(at_home: &Lanes, anywhere: &Lanes, radius: f64, near: &mut Lanes) {
    for ((near, &home), &value) in near.iter_mut().zip(at_home).zip(anywhere) {
        *near = (1.0 - radius) * home + radius * value;
    }
}

/// A count with drawn scores: it can be taken a slice at a time, with the same outcome to the last bit.
pub struct Drifting<'a> {
    draws: Draws,
    own_weights: Weighed,
    points: &'a PointSet,
    fronts: Fronts<'a>,
    /// The present block, by point.
    weights: Vec<Weights>,
    at_home: Vec<Lanes>,
    anywhere: Vec<Lanes>,
    next: usize,
}

impl<'a> Drifting<'a> {
    /// Prepares a count in which every point meets one draw of the scores of `m` alternatives.
    #[must_use]
    pub fn new(scores: &Scores, m: usize, own_weights: &[f64], points: &'a PointSet) -> Self {
        let draws = Draws::new(scores).keeping();
        Self {
            own_weights: draws.weighed(own_weights),
            draws,
            points,
            fronts: Fronts::new(Groups::singles(m), points.n()),
            weights: room(points.n()),
            at_home: vec![[0.0; LANES]; m],
            anywhere: vec![[0.0; LANES]; m],
            next: 0,
        }
    }

    /// Counts at one more radius, which `set` stands for on the same points.
    #[must_use]
    pub fn with_front(mut self, radius: f64, set: WeightSet<'a>) -> Self {
        let all = (0..self.at_home.len()).collect();
        self.fronts.push(radius, set, all);
        self
    }

    /// Counts up to so many further points (in whole blocks); says whether any are left.
    pub fn advance(&mut self, points: usize) -> bool {
        let blocks = points.div_ceil(LANES);
        for (live, block) in self.points.blocks().skip(self.next).take(blocks) {
            self.draws.next_block();
            self.draws.refresh(&mut self.own_weights);
            for (row, value) in self.at_home.iter_mut().enumerate() {
                *value = self.draws.values(&self.own_weights, row);
            }
            arranged(block, &mut self.weights);
            self.draws.weigh(&self.weights, &mut self.anywhere);
            self.fronts.add(&self.at_home, &self.anywhere, block, live);
        }
        self.next = self.next.saturating_add(blocks);
        self.next < self.points.count().div_ceil(LANES)
    }

    /// Counts whatever is left and reads the results, in the order in which they were asked for.
    #[must_use]
    pub fn finish(mut self) -> (Vec<Front>, Met) {
        self.advance(self.points.count());
        (self.fronts.found(), Met(self.draws))
    }
}
