//! The weights as points one can move, where they come from, and what would lead if others weighed.

use rules_core::outcome::{CriterionId, Stack, WeightStep, Weights};

use super::answer::rounded;
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

    /// Returns the end of the sliders.
    #[must_use]
    pub fn slider_end(&self) -> f64 {
        self.points.iter().copied().fold(SLIDER, f64::max)
    }
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
    use rules_core::weights;

    use super::*;

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
    fn all_zero_is_called_senseless_and_the_derived_shares_stay() {
        let none = weighing(Some([0.0; 7]));
        assert!(none.senseless);
        assert_eq!(none.shares, none.derived_shares);
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
