//! First-rank shares near one's own weights, for many distances from one pass: from "these weights" to "any weights".
//!
//! # Formula
//! With `w = (1 - r) w0 + r x` the value is `(1 - r) V(w0) + r V(x)`: `V(x)` is computed once per point, every `r` is then
//! one multiplication. For the leader `a` the curve starts at 1 and first leaves 1 at the contamination radius `r*`. This
//! needs no concentration parameter, unlike a Dirichlet law around `w0`. Levels are as in [`super::smaa`]: twins are both
//! first.
//!
//! Nobody is ahead of `a` at home, so at `r > 0` only those are first with `V_i(x) >= V_a(x)`, and the others are left out.

use super::drift::Fronts;
use super::points::{LANES, Lanes, PointSet};
use super::problem::Problem;
use super::regime::WeightSet;
use super::smaa::{Front, Groups, Leads, weigh};
use super::{TIE, real};

/// Returns `a_i(r)`: one row per radius, one column per alternative.
#[must_use]
pub fn first_ranks(problem: &Problem, points: &PointSet, radii: &[f64]) -> Vec<Vec<f64>> {
    Following::new(problem, points, Groups::singles(problem.m()), radii).finish().0
}

/// A curve under way: it can be taken a slice at a time, with the same outcome to the last bit.
pub struct Following<'a> {
    problem: Problem,
    points: &'a PointSet,
    curve: Curve,
    fronts: Fronts<'a>,
    leads: Leads,
    /// Who is worked out: the others are never first, nor at a front that is counted.
    needed: Vec<bool>,
    /// Values of the alternatives at one's own weights, and at the present block.
    at_home: Vec<Lanes>,
    anywhere: Vec<Lanes>,
    next: usize,
}

/// Who is first, at each radius.
struct Curve {
    radii: Vec<f64>,
    at_home: Vec<f64>,
    leader: usize,
    group_of: Vec<usize>,
    /// How far below the leader at a point one may be and still be level with it at some radius.
    slack: f64,
    /// Who is first somewhere, as far as is plain.
    contenders: Vec<usize>,
    /// At how many points nobody but the leader's group can be first.
    unmoved: u32,
    /// At how many of the other points each group was first: one row per radius.
    hits: Vec<Vec<u32>>,
    /// Who can be first at the present point.
    able: Vec<usize>,
}

impl<'a> Following<'a> {
    /// Prepares the curve of these groups at these radii, 0 to 1.
    #[must_use]
    pub fn new(problem: &Problem, points: &'a PointSet, groups: Groups, radii: &[f64]) -> Self {
        let leads = Leads::new(problem, points.least());
        let needed: Vec<_> = leads.never_first().into_iter().map(|never| !never).collect();
        Self {
            curve: Curve::new(problem, &groups, radii, indices(&needed)),
            leads,
            needed,
            fronts: Fronts::new(groups, problem.n()),
            at_home: problem.overall().into_iter().map(|value| [value; LANES]).collect(),
            anywhere: vec![[f64::NEG_INFINITY; LANES]; problem.m()],
            problem: problem.clone(),
            points,
            next: 0,
        }
    }

    /// Counts the places at the front as well, in the same pass: at a radius, which `set` stands for on the same points.
    #[must_use]
    pub fn with_front(mut self, radius: f64, set: WeightSet<'a>) -> Self {
        let hopeless = self.leads.hopeless(self.fronts.groups(), radius);
        let able: Vec<_> = hopeless.into_iter().map(|hopeless| !hopeless).collect();
        self.needed.iter_mut().zip(&able).for_each(|(needed, able)| *needed |= able);
        self.fronts.push(radius, set, indices(&able));
        self
    }

    /// Counts up to so many further points (in whole blocks); says whether any are left.
    pub fn advance(&mut self, points: usize) -> bool {
        let blocks = points.div_ceil(LANES);
        for (live, block) in self.points.blocks().skip(self.next).take(blocks) {
            let rows = self.problem.rows().zip(&self.needed);
            for (value, (row, needed)) in self.anywhere.iter_mut().zip(rows) {
                if *needed {
                    *value = weigh(row, block);
                }
            }
            self.fronts.add(&self.at_home, &self.anywhere, block, live);
            for lane in 0..live {
                self.curve.add(&self.anywhere, lane);
            }
        }
        self.next = self.next.saturating_add(blocks);
        self.next < self.points.count().div_ceil(LANES)
    }

    /// Counts whatever is left and reads the shares: one row per radius, one column per group; then the places at the
    /// front, in the order in which they were asked for.
    #[must_use]
    pub fn finish(mut self) -> (Vec<Vec<f64>>, Vec<Front>) {
        self.advance(self.points.count());
        (self.curve.shares(self.points.count()), self.fronts.found())
    }
}

impl Curve {
    fn new(problem: &Problem, groups: &Groups, radii: &[f64], contenders: Vec<usize>) -> Self {
        Self {
            radii: radii.to_vec(),
            at_home: problem.overall(),
            leader: problem.leaders().0,
            group_of: groups.of().to_vec(),
            // With room for rounding: who is able and not level is told apart at every radius.
            slack: 4.0 * TIE / least_of(radii),
            contenders,
            unmoved: 0,
            hits: vec![vec![0; groups.count()]; radii.len()],
            able: Vec::with_capacity(problem.m()),
        }
    }

    fn add(&mut self, values: &[Lanes], lane: usize) {
        let enough = values[self.leader][lane] - self.slack;
        self.able.clear();
        self.able.extend(self.contenders.iter().filter(|i| values[**i][lane] >= enough));
        let own = self.group_of[self.leader];
        if self.able.iter().all(|i| self.group_of[*i] == own) {
            self.unmoved += 1;
            return;
        }
        for (&radius, hits) in self.radii.iter().zip(&mut self.hits) {
            let near = |i: usize| (1.0 - radius) * self.at_home[i] + radius * values[i][lane];
            let (mut best, mut first, mut second) = (f64::NEG_INFINITY, 0, f64::NEG_INFINITY);
            for i in &self.able {
                let near = near(*i);
                if near > best {
                    (best, first, second) = (near, *i, best);
                } else if near > second {
                    second = near;
                }
            }
            if second < best - TIE {
                hits[self.group_of[first]] += 1;
                continue;
            }
            let level = |i: &usize| near(*i) >= best - TIE;
            for (at, i) in self.able.iter().enumerate().filter(|(_, i)| level(i)) {
                let group = self.group_of[*i];
                let counted = |other: &usize| self.group_of[*other] == group && level(other);
                if !self.able[..at].iter().any(counted) {
                    hits[group] += 1;
                }
            }
        }
    }

    fn shares(&self, count: usize) -> Vec<Vec<f64>> {
        let best = self.at_home.iter().copied().fold(f64::NEG_INFINITY, larger);
        let first_at_home = |group: usize| {
            let mut values = self.group_of.iter().zip(&self.at_home);
            values.any(|(of, value)| *of == group && *value >= best - TIE)
        };
        let share = |radius: f64, group: usize, hits: u32| {
            let own = group == self.group_of[self.leader];
            let unmoved = if own { self.unmoved } else { 0 };
            match () {
                () if count == 0 => 0.0,
                () if radius == 0.0 => f64::from(u8::from(first_at_home(group))),
                () => f64::from(hits + unmoved) / real(count),
            }
        };
        let row = |(radius, hits): (&f64, &Vec<u32>)| {
            hits.iter().enumerate().map(|(group, hits)| share(*radius, group, *hits)).collect()
        };
        self.radii.iter().zip(&self.hits).map(row).collect()
    }
}

/// The places at which it is so.
fn indices(is: &[bool]) -> Vec<usize> {
    (0..is.len()).filter(|at| is[*at]).collect()
}

/// The least radius at which weights move at all.
fn least_of(radii: &[f64]) -> f64 {
    radii.iter().copied().filter(|radius| *radius > 0.0).fold(1.0, f64::min)
}

/// The larger of two numbers, neither of which is none.
fn larger(one: f64, other: f64) -> f64 {
    if other > one { other } else { one }
}
