//! The first stack beside a second one: only that in which they differ and that counts.

use std::collections::BTreeSet;

use rules_core::decide::{Comparison, CriterionPart, Difference, Standing, compare};
use rules_core::outcome::{
    Contribution, CriterionId, Decision, FactId, GateResult, Stack, StackResult,
};

use super::reasons::Reasons;

/// Points of value below which a criterion makes no difference worth a line: what is printed as 0.0.
const IDLE: f64 = 0.05;

/// Two stacks beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Versus {
    /// The first of the shortlist.
    pub first: Stack,
    /// The one beside it.
    pub second: Stack,
    /// How the first stands to the second.
    pub standing: Standing,
    /// Value of the first less that of the second.
    pub points: f64,
    /// The few criteria that carry the lead; nothing where there is no lead by value.
    pub reasons: Option<Reasons>,
    /// The criteria that make a difference, the largest first.
    pub criteria: Vec<Part>,
    /// The gates that answer differently, of the first and of the second; those that rule out first.
    pub gates: Vec<(GateResult, GateResult)>,
}

/// What one criterion adds to the lead, and what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Points of value that it adds to the lead; negative where the second is better.
    pub points: f64,
    /// Scores of both.
    pub scores: (f64, f64),
    /// What moves only the score of the first.
    pub only_first: Vec<Contribution>,
    /// What moves only the score of the second.
    pub only_second: Vec<Contribution>,
}

/// Returns the first of the shortlist beside `second`, an index into [`Decision::stacks`], or beside the first of the
/// [`rivals`] where that is none of them; nothing while no winner may be named.
#[must_use]
pub fn versus(decision: &Decision, second: Option<usize>) -> Option<Versus> {
    let first = decision.stacks.get(decision.shortlist.first()?.stack)?;
    let rivals = rivals(decision);
    let second = second.filter(|at| rivals.contains(at)).or(rivals.first().copied())?;
    let second = decision.stacks.get(second)?;
    Some(Versus::new(first, second, compare(first, second, &decision.weights)))
}

/// Returns what the first can be held against, as indices into [`Decision::stacks`]: the rest of the shortlist, then the
/// best stack of each option, by rank, those that are ruled out last; each once.
#[must_use]
pub fn rivals(decision: &Decision) -> Vec<usize> {
    let mut listed = decision.shortlist.iter().map(|entry| entry.stack);
    let Some(first) = listed.next() else { return Vec::new() };
    let mut rivals: Vec<_> = listed.collect();
    let best: BTreeSet<_> = decision.products.iter().filter_map(|product| product.best).collect();
    let others: Vec<_> =
        best.into_iter().filter(|at| *at != first && !rivals.contains(at)).collect();
    rivals.extend(others);
    rivals
}

impl Versus {
    fn new(first: &StackResult, second: &StackResult, found: Comparison) -> Self {
        let counts = |part: &&CriterionPart| counts(&part.difference);
        Self {
            first: first.stack.clone(),
            second: second.stack.clone(),
            standing: found.standing,
            points: found.points,
            reasons: reasons(&found),
            criteria: found.criteria.iter().filter(counts).map(Part::new).collect(),
            gates: found
                .gates
                .into_iter()
                .map(|part| (part.first.clone(), part.second.clone()))
                .collect(),
        }
    }

    /// Returns every fact behind what is shown, once, in the order of ids.
    #[must_use]
    pub fn facts(&self) -> BTreeSet<FactId> {
        let parts =
            self.criteria.iter().flat_map(|part| part.only_first.iter().chain(&part.only_second));
        let gates = self.gates.iter().flat_map(|(first, second)| [first, second]);
        let of_parts = parts.flat_map(|part| part.facts.iter());
        of_parts.chain(gates.flat_map(|gate| gate.facts.iter())).copied().collect()
    }
}

impl Part {
    fn new(part: &CriterionPart) -> Self {
        let (first, second) = (&part.only_first, &part.only_second);
        Self {
            criterion: part.difference.criterion,
            points: part.difference.points,
            scores: (part.difference.ahead, part.difference.behind),
            only_first: telling(first, second),
            only_second: telling(second, first),
        }
    }
}

/// Returns why the first is ahead, where it is so by value and by enough to be printed.
fn reasons(found: &Comparison) -> Option<Reasons> {
    if found.standing != Standing::AheadByValue || found.points < IDLE {
        return None;
    }
    let lead: Vec<_> = found.criteria.iter().map(|part| part.difference).collect();
    let mut reasons = Reasons::of(lead.clone())?;
    reasons
        .despite
        .retain(|criterion| lead.iter().any(|it| it.criterion == *criterion && counts(it)));
    Some(reasons)
}

/// Whether a criterion makes a difference worth a line.
fn counts(difference: &Difference) -> bool {
    difference.points.abs() >= IDLE
}

/// Returns what tells one from the other: not what the other has for the same reason and as many points, and what
/// moves nothing only where it moves the other.
fn telling(own: &[&Contribution], others: &[&Contribution]) -> Vec<Contribution> {
    let tells = |one: &&&Contribution| {
        let mut alike = others.iter().filter(|other| other.reason.key == one.reason.key).peekable();
        let moves = one.delta != 0.0 || alike.peek().is_some();
        moves && !alike.any(|other| (one.delta - other.delta).abs() < f64::EPSILON)
    };
    own.iter().filter(tells).map(|one| Contribution::clone(one)).collect()
}

#[cfg(test)]
mod tests {
    use rules_core::outcome::Verdict;
    use rules_core::profile::{Field, SiteProfile};
    use rules_core::{Choices, decide};

    use super::*;
    use crate::state::examples;

    fn stores() -> Decision {
        decide(&examples::retail("").draft.parse().profile, &Choices::default())
    }

    fn assumed() -> Decision {
        let mut profile = SiteProfile::default();
        for field in Field::quick() {
            profile.set(field, Some(field.assumption()));
        }
        decide(&profile, &Choices::default())
    }

    #[test]
    fn the_second_of_the_shortlist_stands_beside_the_first_unless_another_is_asked_for() {
        let decision = stores();
        let beside = |second| versus(&decision, second).map(|found| found.second.id);
        let id = |at: usize| Some(decision.stacks[at].stack.id.clone());
        let rivals = rivals(&decision);
        assert_eq!(beside(None), id(decision.shortlist[1].stack));
        assert_eq!(beside(rivals.last().copied()), id(rivals[rivals.len() - 1]));
        assert_eq!(beside(Some(0)), beside(None), "the first is no rival of its own");
    }

    #[test]
    fn the_criteria_that_are_shown_make_up_the_lead() {
        let decision = stores();
        for at in rivals(&decision) {
            let found = versus(&decision, Some(at)).expect("a first is named");
            let sum: f64 = found.criteria.iter().map(|part| part.points).sum();
            assert!((sum - found.points).abs() < 7.0 * IDLE, "{}", found.second.id);
            assert!(found.criteria.iter().all(|part| (part.scores.0 - part.scores.1).abs() > 0.5));
            let ahead = found.standing == Standing::AheadByValue && found.points >= IDLE;
            assert_eq!(found.reasons.is_some(), ahead, "{}", found.second.id);
        }
    }

    #[test]
    fn what_adds_the_same_to_both_is_left_out_and_the_rest_still_adds_up() {
        for decision in [stores(), assumed()] {
            holds_for_every_rival(&decision);
        }
    }

    fn holds_for_every_rival(decision: &Decision) {
        for at in rivals(decision) {
            let found = versus(decision, Some(at)).expect("a first is named");
            for part in &found.criteria {
                let shared = part.only_first.iter().any(|one| {
                    let same = |other: &&Contribution| other.reason.key == one.reason.key;
                    part.only_second
                        .iter()
                        .filter(same)
                        .any(|other| (other.delta - one.delta).abs() < 1e-9)
                });
                assert!(!shared, "{part:?}");
                let sum = |parts: &[Contribution]| parts.iter().map(|one| one.delta).sum::<f64>();
                let all = |result: &StackResult| {
                    sum(&result.criteria[part.criterion as usize].contributions)
                };
                let of = |id: &str| {
                    decision.stacks.iter().find(|one| one.stack.id == id).map_or(0.0, all)
                };
                let said = sum(&part.only_first) - sum(&part.only_second);
                let real = of(&found.first.id) - of(&found.second.id);
                assert!((said - real).abs() < 1e-9, "{said} {real} {part:?}");
            }
        }
    }

    #[test]
    fn what_is_ruled_out_can_be_held_against_the_first_and_stands_last() {
        let decision = stores();
        let rivals = rivals(&decision);
        let last = rivals.last().expect("there are others");
        assert_eq!(decision.stacks[*last].verdict, Verdict::Fail);
        let found = versus(&decision, Some(*last)).expect("a first is named");
        assert_eq!(found.standing, Standing::AheadByScreening);
        assert_eq!(found.gates[0].1.verdict, Verdict::Fail);
        assert!(found.facts().is_superset(&found.gates[0].1.facts.iter().copied().collect()));
    }

    #[test]
    fn nothing_is_compared_while_no_winner_may_be_named() {
        let decision = decide(&SiteProfile::default(), &Choices::default());
        assert_eq!((versus(&decision, None), rivals(&decision)), (None, Vec::new()));
    }
}
