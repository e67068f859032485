//! The weights as points one can move, where they come from, and what would lead if others weighed.

use rules_core::decide::{explain, first_with};
use rules_core::outcome::{CriterionId, Decision, Stack, StackResult, WeightStep, Weights};
use rules_core::robustness::stability::Interval;
use rules_core::weights::{self, Stakeholder};

use super::answer::rounded;
use super::reasons::Reasons;
use super::trail::First;

/// So many points fit a slider; more, from a link, stretch it.
pub const SLIDER: f64 = 50.0;
/// The most points that can be typed.
pub const MOST: f64 = 1_000.0;

/// The weights in use.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighing {
    /// Points in use.
    pub points: [f64; 7],
    /// Their shares of the sum, in per cent.
    pub shares: [u32; 7],
    /// Whether they are set by hand.
    pub own: bool,
    /// Set by hand, but all zero.
    pub senseless: bool,
    /// The points that follow from the profile.
    pub derived: [f64; 7],
    /// Their shares, in per cent.
    pub derived_shares: [u32; 7],
    /// How they come about.
    pub steps: Vec<WeightStep>,
}

impl Weighing {
    /// Puts together what was set by hand, what is in use and what would be derived.
    #[must_use]
    pub fn new(own: Option<[f64; 7]>, used: &Weights, derived: Weights) -> Self {
        let derived_points = points(&derived.derivation);
        Self {
            points: own.unwrap_or(derived_points),
            shares: used.shares.map(per_cent),
            own: own.is_some(),
            senseless: own.is_some_and(|own| own.iter().all(|points| *points <= 0.0)),
            derived: derived_points,
            derived_shares: derived.shares.map(per_cent),
            steps: derived.derivation,
        }
    }

    /// Returns the points with one of them changed.
    #[must_use]
    pub fn with(&self, criterion: CriterionId, points: f64) -> [f64; 7] {
        let mut all = self.points;
        all[criterion as usize] = points;
        all
    }

    /// Returns the steps that lead to the weight of a criterion.
    #[must_use]
    pub fn steps_of(&self, criterion: CriterionId) -> Vec<WeightStep> {
        self.steps.iter().filter(|step| step.criterion == criterion).cloned().collect()
    }

    /// Returns a band of a criterion's share as points, while the points of the others stay.
    #[must_use]
    pub fn band(&self, criterion: CriterionId, band: Interval) -> PointsBand {
        let others: f64 = self.points.iter().sum::<f64>() - self.points[criterion as usize];
        let points = |share: f64| Some(others * share / (1.0 - share)).filter(|it| it.is_finite());
        let open = band.high >= 1.0 - NEARLY;
        PointsBand {
            low: points(band.low).unwrap_or(0.0),
            high: points(band.high).filter(|_| !open),
        }
    }

    /// Returns the end of the sliders.
    #[must_use]
    pub fn slider_end(&self) -> f64 {
        self.points.iter().copied().fold(SLIDER, f64::max)
    }
}

/// A share this near to everything is everything: no points reach it.
const NEARLY: f64 = 1e-9;

/// Points between which the first choice stays first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointsBand {
    /// From so many.
    pub low: f64,
    /// To so many; `None` if no number of points ends it.
    pub high: Option<f64>,
}

/// Reads points as typed: a number from nothing to [`MOST`], or `None`.
#[must_use]
pub fn read(typed: &str) -> Option<f64> {
    let points: f64 = typed.trim().parse().ok()?;
    (0.0..=MOST).contains(&points).then_some(points)
}

/// What would lead if one group alone set the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The group, by its id.
    pub group: &'static str,
    /// Its points.
    pub points: [f64; 7],
    /// Why it weighs so.
    pub reason: &'static str,
    /// What leads.
    pub first: Option<First>,
    /// Whether the group would contradict the present first choice, and why.
    pub objection: Option<Objection>,
}

/// Why a group would put another stack first.
#[derive(Clone, Debug, PartialEq)]
pub struct Objection {
    /// What is first now.
    pub to: Stack,
    /// What the group's choice is better at, and what it would give up for it.
    pub reasons: Reasons,
}

/// Returns what would be first for each group, and why where that is not what is first now.
#[must_use]
pub fn views(decision: &Decision) -> Vec<View> {
    let now = decision.shortlist.first().map(|entry| &decision.stacks[entry.stack]);
    let view = |group: &Stakeholder| {
        let leader = first_with(decision, group.points);
        View {
            group: group.id,
            points: group.points,
            reason: group.reason,
            first: leader.map(|(result, value)| First {
                stack: result.stack.clone(),
                value: rounded(value),
            }),
            objection: now
                .zip(leader)
                .and_then(|(now, (leader, _))| objection(now, leader, group.points)),
        }
    };
    weights::STAKEHOLDERS.iter().map(view).collect()
}

fn objection(now: &StackResult, leader: &StackResult, points: [f64; 7]) -> Option<Objection> {
    if now.stack.id == leader.stack.id {
        return None;
    }
    let reasons = Reasons::of(explain(leader, now, &weights::chosen(points)?))?;
    Some(Objection { to: now.stack.clone(), reasons })
}

/// Returns the stack that leads in every view; `None` if they differ or one of them has no leader.
#[must_use]
pub fn unanimous(views: &[View]) -> Option<&Stack> {
    let mut leaders = views.iter().map(|view| view.first.as_ref().map(|first| &first.stack));
    let first = leaders.next()??;
    leaders.all(|leader| leader == Some(first)).then_some(first)
}

/// Returns how many different stacks lead.
#[must_use]
pub fn leaders(views: &[View]) -> usize {
    let mut ids: Vec<_> =
        views.iter().filter_map(|view| view.first.as_ref()).map(|first| &first.stack.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

fn points(steps: &[WeightStep]) -> [f64; 7] {
    let mut points = [0.0; 7];
    for step in steps {
        points[step.criterion as usize] += step.points;
    }
    points
}

fn per_cent(share: f64) -> u32 {
    rounded(100.0 * share)
}

#[cfg(test)]
mod tests {
    use rules_core::profile::SiteProfile;
    use rules_core::{Choices, decide};

    use super::*;
    use crate::state::examples;

    fn weighing(own: Option<[f64; 7]>) -> Weighing {
        let derived = weights::derive(&SiteProfile::default().assume());
        let used = own.and_then(weights::chosen).unwrap_or_else(|| derived.clone());
        Weighing::new(own, &used, derived)
    }

    #[test]
    fn derived_points_give_the_same_shares_when_taken_over_by_hand() {
        let derived = weighing(None);
        assert!(!derived.own);
        assert_eq!(weighing(Some(derived.points)).shares, derived.shares);
    }

    #[test]
    fn one_moved_weight_leaves_the_points_of_the_others() {
        let derived = weighing(None);
        let moved = derived.with(CriterionId::Storage, 40.0);
        assert!((moved[CriterionId::Storage as usize] - 40.0).abs() < f64::EPSILON);
        assert!((moved[0] - derived.points[0]).abs() < f64::EPSILON);
    }

    #[test]
    fn a_band_of_shares_is_one_of_points_while_the_others_stay() {
        let weighing = weighing(Some([30.0, 10.0, 20.0, 10.0, 10.0, 5.0, 5.0]));
        let band = |low, high| weighing.band(CriterionId::Footprint, Interval { low, high });
        assert_eq!(band(0.2, 0.5), PointsBand { low: 15.0, high: Some(60.0) });
        assert_eq!(band(0.0, 1.0), PointsBand { low: 0.0, high: None });
    }

    #[test]
    fn all_zero_is_called_senseless_and_the_derived_shares_stay() {
        let none = weighing(Some([0.0; 7]));
        assert!(none.senseless);
        assert_eq!(none.shares, none.derived_shares);
    }

    #[test]
    fn a_group_that_would_choose_otherwise_says_for_which_criteria() {
        let profile = examples::retail("").draft.parse().profile;
        let decision = decide(&profile, &Choices::default());
        let now = &decision.stacks[decision.shortlist[0].stack];
        let views = views(&decision);
        assert!(views.iter().any(|view| view.objection.is_some()), "one of the four disagrees");
        for view in views {
            let first = view.first.expect("stacks are left");
            assert_eq!(view.objection.is_some(), first.stack.id != now.stack.id, "{}", view.group);
            let Some(Objection { to, reasons }) = view.objection else { continue };
            assert_eq!(to.id, now.stack.id);
            let weights = weights::chosen(view.points).expect("sound");
            let theirs = decision.stacks.iter().find(|it| it.stack.id == first.stack.id);
            let lead = explain(theirs.expect("it is there"), now, &weights);
            let sum = |some: &[CriterionId]| -> f64 {
                lead.iter().filter(|it| some.contains(&it.criterion)).map(|it| it.points).sum()
            };
            assert!(sum(&reasons.because) + sum(&reasons.despite) > 0.0, "{reasons:?}");
            assert!(reasons.despite.iter().all(|criterion| sum(&[*criterion]) < 0.0));
        }
    }

    #[test]
    fn only_figures_within_range_are_read() {
        assert_eq!(read(" 12 "), Some(12.0));
        assert_eq!(read("0"), Some(0.0));
        for refused in ["", "-1", "1001", "ten", "NaN", "inf"] {
            assert_eq!(read(refused), None, "{refused}");
        }
    }
}
