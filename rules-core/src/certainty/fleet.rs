//! What a fleet carries: weak scores count at every site, so they grow with the number of sites while points of value do
//! not. An axis of its own, never inside the sum.

use super::model::Model;
use crate::outcome::{CriterionId, Decision, StackResult};
use crate::robustness::liability::{per_site, stretches};

/// A score below this is weak.
pub(super) const WEAK: u32 = 3;

/// Sites at which a score point is missing that are held as heavy as one point of value: a convention, named wherever a
/// figure rests on it, and never part of the ranking.
pub(super) const SITES_PER_POINT: u32 = 1000;

/// The weak scores of the choices at the front, and what they would change in a large fleet.
#[derive(Clone, Debug, PartialEq)]
pub struct Fleet {
    /// How many sites there are, today.
    pub sites: u32,
    /// The shortlist, then whatever else comes first in a larger fleet.
    pub carried: Vec<Carried>,
    /// From how many sites on another choice comes first, in rising order; an index into [`Decision::stacks`] each.
    pub overtaken: Vec<(u32, usize)>,
}

/// What one stack carries at every site.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// An index into [`Decision::stacks`].
    pub stack: usize,
    /// Its weak scores, in the order of the criteria.
    pub weak: Vec<(CriterionId, f64)>,
    /// Score points missing at a site.
    pub at_a_site: u32,
    /// Over all sites of today.
    pub over_all: u64,
}

impl Fleet {
    /// Reads a decision; `None` while no winner may be named.
    ///
    /// # Formula
    /// Per site, `l = sum over criteria of max(0, 3 - score)`; a fleet of `N` sites carries `N l`. Held at one point of
    /// value for [`SITES_PER_POINT`] of them, a choice with less of it overtakes at the `N` of
    /// [`crate::robustness::liability`].
    #[must_use]
    pub fn of(decision: &Decision) -> Option<Self> {
        let leader = decision.shortlist.first()?.stack;
        let model = Model::of(decision)?;
        let sites = decision.assumed.sites();
        let carried_by = |at: usize| Carried::of(at, &decision.stacks[at], sites);
        // The leader first: of several that are level, the ranking has said which is named.
        let mut choices = model.choices;
        choices.sort_by_key(|at| *at != leader);
        let values: Vec<_> = choices.iter().map(|at| decision.stacks[*at].value).collect();
        let missing: Vec<_> = choices.iter().map(|at| missing(&decision.stacks[*at])).collect();
        let overtaken: Vec<_> = stretches(&values, &missing, 1.0 / f64::from(SITES_PER_POINT))
            .iter()
            .filter(|stretch| choices[stretch.leader] != leader)
            .map(|stretch| (whole(stretch.from).max(1), choices[stretch.leader]))
            .collect();
        let mut shown: Vec<_> = decision.shortlist.iter().map(|entry| entry.stack).collect();
        shown.extend(overtaken.iter().map(|(_, at)| *at));
        let mut seen = std::collections::BTreeSet::new();
        shown.retain(|at| seen.insert(*at));
        Some(Self { sites, carried: shown.into_iter().map(carried_by).collect(), overtaken })
    }
}

impl Carried {
    fn of(stack: usize, result: &StackResult, sites: u32) -> Self {
        let weak = result.criteria.iter().filter(|cell| cell.score < f64::from(WEAK));
        let at_a_site = whole(missing(result));
        Self {
            stack,
            weak: weak.map(|cell| (cell.criterion, cell.score)).collect(),
            at_a_site,
            over_all: u64::from(at_a_site) * u64::from(sites),
        }
    }
}

/// Score points missing at a site; whole, as scores are.
fn missing(result: &StackResult) -> f64 {
    let scores: Vec<_> = result.criteria.iter().map(|cell| cell.score).collect();
    per_site(&scores, &vec![1.0; scores.len()], f64::from(WEAK))
}

/// The first whole number at or above one that is not negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and the cast stops at the end of the range"
)]
fn whole(number: f64) -> u32 {
    number.ceil() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Answer, Field, SiteProfile};
    use crate::{Choices, decide};

    fn example() -> SiteProfile {
        let text = include_str!("../../../docs/example-site.yaml");
        crate::yaml::read(text).expect("the example is sound").parse().profile
    }

    #[test]
    fn what_is_missing_is_counted_below_three_and_only_there() {
        let decision = decide(&example(), &Choices::default());
        let fleet = Fleet::of(&decision).expect("a first is named");
        assert_eq!(fleet.carried[0].stack, decision.shortlist[0].stack);
        for carried in &fleet.carried {
            let missing: f64 = carried.weak.iter().map(|(_, score)| f64::from(WEAK) - score).sum();
            assert!((missing - f64::from(carried.at_a_site)).abs() < 1e-12);
            assert_eq!(carried.over_all, 3_400 * u64::from(carried.at_a_site));
            assert!(carried.weak.iter().all(|(_, score)| *score < f64::from(WEAK)));
        }
    }

    /// At each break-even the one that overtakes is level or ahead, one site earlier it is behind: `V - N l / 1000`.
    #[test]
    fn who_overtakes_does_so_exactly_there() {
        let mut met = 0;
        for sites in [1, 40, 3_400] {
            for state in ["stateless", "rebuildable", "local-critical"] {
                let mut profile = example();
                profile.set(Field::Sites, Some(Answer::Whole(sites)));
                profile.set(Field::State, Field::State.read(state).expect("an answer"));
                met += holds(&decide(&profile, &Choices::default()));
            }
        }
        assert!(met > 0, "no fleet is large enough to change anything");
    }

    fn holds(decision: &Decision) -> usize {
        let Some(fleet) = Fleet::of(decision) else { return 0 };
        let of = |at: usize| {
            let carried = fleet.carried.iter().find(|one| one.stack == at).expect("shown");
            move |sites: u32| {
                decision.stacks[at].value
                    - f64::from(sites) * f64::from(carried.at_a_site) / f64::from(SITES_PER_POINT)
            }
        };
        let mut before = fleet.carried[0].stack;
        for (sites, after) in &fleet.overtaken {
            assert!(of(*after)(*sites) >= of(before)(*sites) - 1e-9);
            assert!(*sites == 0 || of(*after)(sites - 1) < of(before)(sites - 1) + 1e-9);
            before = *after;
        }
        fleet.overtaken.len()
    }

    #[test]
    fn there_is_none_while_no_winner_may_be_named() {
        assert_eq!(Fleet::of(&decide(&SiteProfile::default(), &Choices::default())), None);
    }
}
