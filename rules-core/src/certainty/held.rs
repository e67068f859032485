//! What is exact about the first choice, and quick enough for the frame of an edit: how far weights may move.
//!
//! # Formula
//! Radius and flips are those of [`crate::robustness::certificate`] between the first stack and every stack of other
//! choices; a choice's own are the least of its stacks. A band is that of [`crate::robustness::stability`], but for the whole
//! first choice: where another of its stacks is ahead of the rival that catches up, the band goes on with that stack.
//! The radius does not go on, so it is a lower bound where a choice has stacks that are best at different weights.

use super::model::Model;
use crate::robustness::certificate::pair_radius;
use crate::robustness::flip::{Flip, moved_weight};
use crate::robustness::problem::Problem;
use crate::robustness::stability::Interval;
use crate::robustness::{TIE, real};

/// What holds for the first choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// How far weights may drift towards any others before another choice leads, 0 to 1.
    pub radius: f64,
    /// Where each weight may move, the others keeping their ratios, while the first choice stays first.
    pub bands: [Interval; 7],
    /// Every other choice, in the order of [`Model::choices`].
    pub rivals: Vec<Rival>,
}

/// How another choice stands to the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// The choice, as an index into [`Model::choices`].
    pub choice: usize,
    /// How far weights may drift before it leads; 1 if it never does.
    pub radius: f64,
    /// The least change of weights that lets it catch up; `None` if none does.
    pub flip: Option<Flip>,
}

impl Held {
    /// Works it out.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let rivals: Vec<_> = (1..model.choices.len()).map(|choice| rival(model, choice)).collect();
        let radius = rivals.iter().map(|rival| rival.radius).fold(1.0, f64::min);
        Self { radius, bands: std::array::from_fn(|criterion| band(model, criterion)), rivals }
    }

    /// The rival that takes the least drift to catch up; `None` if nobody can.
    #[must_use]
    pub fn nearest(&self) -> Option<&Rival> {
        let able = self.rivals.iter().filter(|rival| rival.flip.is_some());
        able.min_by(|a, b| a.radius.total_cmp(&b.radius))
    }
}

fn members(model: &Model, choice: usize) -> impl Iterator<Item = usize> + Clone {
    let of = model.groups.of();
    (0..of.len()).filter(move |at| of[*at] == choice)
}

fn rival(model: &Model, choice: usize) -> Rival {
    let weights = model.problem.weights();
    let leads: Vec<_> = members(model, choice).map(|at| model.problem.differences(0, at)).collect();
    let radii = leads.iter().map(|lead| pair_radius(weights, lead));
    let flips = leads.iter().filter_map(|lead| moved_weight(weights, lead));
    Rival {
        choice,
        radius: radii.fold(1.0, f64::min),
        flip: flips.min_by(|a, b| a.distance.total_cmp(&b.distance)),
    }
}

fn band(model: &Model, criterion: usize) -> Interval {
    let weight = model.problem.weights()[criterion];
    let lines = Lines::of(&model.problem, criterion);
    let reach = |room: f64, sign: f64| reach(model, &lines, room, sign);
    Interval {
        low: (weight - reach(weight, -1.0)).max(0.0),
        high: (weight + reach(1.0 - weight, 1.0)).min(1.0),
    }
}

/// Each stack's value as one weight moves: a straight line from the present value.
struct Lines {
    values: Vec<f64>,
    slopes: Vec<f64>,
}

impl Lines {
    fn of(problem: &Problem, criterion: usize) -> Self {
        let values = problem.overall();
        let weight = problem.weights()[criterion];
        let slope = |(row, value): (&[f64], &f64)| {
            let own = row[criterion];
            let rest = if 1.0 - weight > TIE {
                (value - weight * own) / (1.0 - weight)
            } else {
                // Nothing to keep ratios of: the others count alike.
                let others = row.iter().sum::<f64>() - own;
                others / real(row.len() - 1)
            };
            own - rest
        };
        Self { slopes: problem.rows().zip(&values).map(slope).collect(), values }
    }

    fn at(&self, stack: usize, step: f64) -> f64 {
        self.values[stack] + step * self.slopes[stack]
    }
}

/// How far a weight may move one way, at most `room`, while some stack of the first choice is level or ahead.
fn reach(model: &Model, lines: &Lines, room: f64, sign: f64) -> f64 {
    let of = model.groups.of();
    let mut gone = 0.0;
    // Each round goes on with another stack of the first choice, so there are no more rounds than stacks.
    for _ in 0..of.len() {
        let value = |at: usize| lines.at(at, sign * gone);
        let steeper =
            |a: usize, b: usize| (sign * lines.slopes[a]).total_cmp(&(sign * lines.slopes[b]));
        let ahead = |a: &usize, b: &usize| {
            let level = (value(*a) - value(*b)).abs() <= TIE;
            if level { steeper(*a, *b) } else { value(*a).total_cmp(&value(*b)) }
        };
        let Some(own) = members(model, 0).max_by(ahead) else { return gone };
        let meets = (0..of.len()).filter(|at| of[*at] != 0).filter_map(|rival| {
            let closing = sign * (lines.slopes[rival] - lines.slopes[own]);
            (closing > TIE).then(|| gone + (value(own) - value(rival)).max(0.0) / closing)
        });
        let stop = meets.fold(room, f64::min);
        let best = members(model, 0).map(|at| lines.at(at, sign * stop)).fold(f64::MIN, f64::max);
        if stop >= room - TIE {
            return room;
        }
        if best <= lines.at(own, sign * stop) + TIE {
            return stop;
        }
        gone = stop;
    }
    gone
}
