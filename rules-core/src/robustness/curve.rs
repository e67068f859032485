//! First-rank shares near one's own weights, for many distances from one pass: from "these weights" to "any weights".
//!
//! # Formula
//! With `w = (1 - r) w0 + r x` the value is `(1 - r) V(w0) + r V(x)`: `V(x)` is computed once per point, every `r` is then
//! one multiplication. For the leader the curve starts at 1 and first leaves 1 at the contamination radius `r*`. This needs
//! no concentration parameter, unlike a Dirichlet law around `w0`. Levels are as in [`super::smaa`]: twins are both first.

use super::points::{LANES, Lanes, PointSet};
use super::problem::Problem;
use super::smaa::{Groups, weigh};
use super::{TIE, real, whole};

/// Returns `a_i(r)`: one row per radius, one column per alternative.
#[must_use]
pub fn first_ranks(problem: &Problem, points: &PointSet, radii: &[f64]) -> Vec<Vec<f64>> {
    Following::new(problem, points, Groups::singles(problem.m()), radii).finish()
}

/// A curve under way: it can be taken a slice at a time, with the same outcome to the last bit.
pub struct Following<'a> {
    problem: Problem,
    points: &'a PointSet,
    groups: Groups,
    radii: Vec<f64>,
    at_home: Vec<f64>,
    /// Per radius and group, in how many lanes it was first.
    hits: Vec<Vec<[u64; LANES]>>,
    /// Values of the alternatives at the present block: anywhere, at one radius, and the best of each group there.
    anywhere: Vec<Lanes>,
    near: Vec<Lanes>,
    best: Vec<Lanes>,
    next: usize,
}

impl<'a> Following<'a> {
    /// Prepares the curve of these groups at these radii.
    #[must_use]
    pub fn new(problem: &Problem, points: &'a PointSet, groups: Groups, radii: &[f64]) -> Self {
        Self {
            at_home: problem.overall(),
            hits: vec![vec![[0; LANES]; groups.count()]; radii.len()],
            anywhere: vec![[0.0; LANES]; problem.m()],
            near: vec![[0.0; LANES]; problem.m()],
            best: vec![[0.0; LANES]; groups.count()],
            problem: problem.clone(),
            points,
            groups,
            radii: radii.to_vec(),
            next: 0,
        }
    }

    /// Counts up to so many further points (in whole blocks); says whether any are left.
    pub fn advance(&mut self, points: usize) -> bool {
        let blocks = points.div_ceil(LANES);
        for (live, block) in self.points.blocks().skip(self.next).take(blocks) {
            for (value, row) in self.anywhere.iter_mut().zip(self.problem.rows()) {
                *value = weigh(row, block);
            }
            for (&radius, hits) in self.radii.iter().zip(&mut self.hits) {
                blend(&self.at_home, &self.anywhere, radius, &mut self.near);
                self.groups.best(&self.near, &mut self.best);
                count_firsts(&self.best, live, hits);
            }
        }
        self.next = self.next.saturating_add(blocks);
        self.next < self.points.count().div_ceil(LANES)
    }

    /// Counts whatever is left and reads the shares: one row per radius, one column per group.
    #[must_use]
    pub fn finish(mut self) -> Vec<Vec<f64>> {
        self.advance(self.points.count());
        let share = |lanes: &[u64; LANES]| {
            lanes.iter().map(|&hits| whole(hits)).sum::<f64>() / real(self.points.count().max(1))
        };
        self.hits.iter().map(|row| row.iter().map(share).collect()).collect()
    }
}

/// Values at `(1 - radius)` of one's own weights and `radius` of any.
fn blend(at_home: &[f64], anywhere: &[Lanes], radius: f64, near: &mut [Lanes]) {
    for ((&home, values), near) in at_home.iter().zip(anywhere).zip(near) {
        for (near, &value) in near.iter_mut().zip(values) {
            *near = (1.0 - radius) * home + radius * value;
        }
    }
}

fn count_firsts(values: &[Lanes], live: usize, hits: &mut [[u64; LANES]]) {
    let mut least_to_tie = [f64::NEG_INFINITY; LANES];
    for values in values {
        for (best, &value) in least_to_tie.iter_mut().zip(values) {
            let value = value - TIE;
            *best = if value > *best { value } else { *best };
        }
    }
    // Lanes without a point must not count: nobody reaches infinity.
    least_to_tie[live..].fill(f64::INFINITY);
    for (values, hits) in values.iter().zip(hits) {
        for ((hit, &value), least) in hits.iter_mut().zip(values).zip(least_to_tie) {
            *hit += u64::from(value >= least);
        }
    }
}
