//! Exact weight stability intervals: how far one criterion's weight, or a group's, may move with the others keeping
//! their ratios.
//!
//! # Formula
//! Set the weight of `k` to `t` and scale the others by `(1 - t) / (1 - w_k)`. With `R = (D_ab - w_k d_k) / (1 - w_k)`
//! the lead is `D_ab(t) = t d_k + (1 - t) R`: a straight line with root `t* = R / (R - d_k)`. The interval is the
//! intersection over all pairs of the half-lines on which no lead turns negative. For a group, `d_k` is the mean of
//! its differences under the ratios inside, which are kept.
//!
//! Where nothing is left to keep ratios of (all weight on `k`, or a group without weight), the parts count equally.
//!
//! # Source
//! Mareschal (1988), *Weight stability intervals in multicriteria decision aid*, EJOR 33:54-64; Triantaphyllou &
//! Sanchez (1997), Decision Sciences 28:151-194.

use super::problem::{Problem, leaders};
use super::{TIE, dot, real};

/// A closed range of weights within 0..=1 that contains the present weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lowest weight.
    pub low: f64,
    /// Highest weight.
    pub high: f64,
}

/// What one weight may do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stability {
    /// The weight now.
    pub weight: f64,
    /// Where the leader stays first, a tie at the end points included.
    pub leader: Interval,
    /// Where no two alternatives that are apart now change their order.
    pub order: Interval,
}

/// Returns the stability of every criterion's weight.
#[must_use]
pub fn criteria(problem: &Problem) -> Vec<Stability> {
    let order = Order::of(problem);
    (0..problem.n()).map(|k| order.stability(&Part::single(problem, k))).collect()
}

/// Returns the stability of the summed weight of a group of criteria. An empty group, or one of all criteria, cannot
/// move: its interval is its weight.
#[must_use]
pub fn group(problem: &Problem, members: &[usize]) -> Stability {
    Order::of(problem).stability(&Part::group(problem, members))
}

/// Which pairs must not turn round, told once for all criteria.
struct Order {
    overall: Vec<f64>,
    leader: usize,
    /// Neighbours in the ranking; with ties, everyone of one level against everyone of the next.
    neighbours: Vec<(usize, usize)>,
}

impl Order {
    fn of(problem: &Problem) -> Self {
        let overall = problem.overall();
        let leader = leaders(&overall).0;
        let mut ranked: Vec<_> = (0..overall.len()).collect();
        ranked.sort_by(|&a, &b| overall[b].total_cmp(&overall[a]));
        let levels: Vec<_> = ranked.chunk_by(|&a, &b| overall[a] - overall[b] <= TIE).collect();
        let neighbours = levels
            .windows(2)
            .flat_map(|pair| pair[0].iter().flat_map(|&a| pair[1].iter().map(move |&b| (a, b))))
            .collect();
        Self { overall, leader, neighbours }
    }

    fn stability(&self, part: &Part) -> Stability {
        let rivals =
            (0..self.overall.len()).filter(|&b| b != self.leader).map(|b| (self.leader, b));
        Stability {
            weight: part.weight,
            leader: self.interval(part, rivals),
            order: self.interval(part, self.neighbours.iter().copied()),
        }
    }

    fn interval(&self, part: &Part, pairs: impl Iterator<Item = (usize, usize)>) -> Interval {
        let whole = if part.fixed {
            Interval { low: part.weight, high: part.weight }
        } else {
            Interval { low: 0.0, high: 1.0 }
        };
        pairs.fold(whole, |interval, (a, b)| {
            let inside = part.inside[a] - part.inside[b];
            let outside = part.outside(self.overall[a] - self.overall[b], inside, a, b);
            cut(interval, part.weight, inside * part.spare, outside)
        })
    }
}

/// Cuts the interval at the root of `t inside + (1 - t) outside`, on the side away from the present weight.
fn cut(interval: Interval, weight: f64, inside: f64, outside: f64) -> Interval {
    let slope = inside - outside;
    if slope.abs() <= TIE {
        return interval;
    }
    let root = outside / -slope;
    if slope > 0.0 {
        Interval { low: interval.low.max(root).min(weight), ..interval }
    } else {
        Interval { high: interval.high.min(root).max(weight), ..interval }
    }
}

/// One criterion or group against all the others.
struct Part {
    weight: f64,
    fixed: bool,
    /// The weight outside, by which both sides of the line are multiplied to save a division; 1 where there is none.
    spare: f64,
    /// Each alternative's mean value inside the part.
    inside: Vec<f64>,
    /// Each alternative's mean value outside it; only where all weight is inside.
    outside: Option<Vec<f64>>,
}

impl Part {
    fn single(problem: &Problem, k: usize) -> Self {
        let inside = problem.rows().map(|row| row[k]).collect();
        Self::of(problem, problem.weights()[k], problem.n() == 1, inside, || {
            (0..problem.n()).map(|j| j == k).collect()
        })
    }

    fn group(problem: &Problem, members: &[usize]) -> Self {
        let is_member: Vec<_> = (0..problem.n()).map(|j| members.contains(&j)).collect();
        let count = is_member.iter().filter(|&&member| member).count();
        let weight =
            masked(problem.weights(), &is_member, true).iter().sum::<f64>().clamp(0.0, 1.0);
        let inside = means(problem, &is_member, true);
        Self::of(problem, weight, count == 0 || count == problem.n(), inside, || is_member)
    }

    fn of(
        problem: &Problem,
        weight: f64,
        fixed: bool,
        inside: Vec<f64>,
        is_member: impl FnOnce() -> Vec<bool>,
    ) -> Self {
        let outside = (1.0 - weight <= TIE).then(|| means(problem, &is_member(), false));
        let spare = if outside.is_some() { 1.0 } else { 1.0 - weight };
        Self { weight, fixed, spare, inside, outside }
    }

    /// The lead outside the part, times `spare`.
    fn outside(&self, lead: f64, inside: f64, a: usize, b: usize) -> f64 {
        match &self.outside {
            Some(outside) => outside[a] - outside[b],
            None => lead - self.weight * inside,
        }
    }
}

/// Each alternative's mean over the members (or the others) under the ratios of their weights, or plainly where they
/// have none.
fn means(problem: &Problem, is_member: &[bool], side: bool) -> Vec<f64> {
    let weights = masked(problem.weights(), is_member, side);
    let sum: f64 = weights.iter().sum();
    if sum > TIE {
        return problem.rows().map(|row| dot(row, &weights) / sum).collect();
    }
    let plain = masked(&vec![1.0; problem.n()], is_member, side);
    let count = real(is_member.iter().filter(|&&member| member == side).count()).max(1.0);
    problem.rows().map(|row| dot(row, &plain) / count).collect()
}

fn masked(numbers: &[f64], is_member: &[bool], side: bool) -> Vec<f64> {
    numbers
        .iter()
        .zip(is_member)
        .map(|(&number, &member)| if member == side { number } else { 0.0 })
        .collect()
}

#[cfg(test)]
mod tests;
