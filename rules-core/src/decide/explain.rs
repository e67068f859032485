//! Why one stack lies before another: the screening, and the lead criterion by criterion, down to what each score is
//! made of and the facts behind it.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::outcome::{
    Contribution, CriterionId, FactId, GateResult, StackResult, Verdict, Weights,
};

/// What one criterion adds to the lead of one stack over another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its weight, 0 to 1.
    pub weight: f64,
    /// Score of the first stack.
    pub ahead: f64,
    /// Score of the second stack.
    pub behind: f64,
    /// Points of value that it adds to the lead; negative where the second stack is better.
    pub points: f64,
}

/// How the first of two stacks stands to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The second is ruled out and the first is not, whatever their values.
    AheadByScreening,
    /// The first has the higher value.
    AheadByValue,
    /// Both share a rank, or both are ruled out.
    Level,
    /// The second has the higher value.
    BehindByValue,
    /// The first is ruled out and the second is not.
    BehindByScreening,
}

/// One criterion of a comparison: what only one of the two has.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionPart<'a> {
    /// What it adds to the lead.
    pub difference: Difference,
    /// What moves the score of the first stack, and not that of the second in the same way.
    pub only_first: Vec<&'a Contribution>,
    /// What moves the score of the second stack, and not that of the first in the same way.
    pub only_second: Vec<&'a Contribution>,
}

/// A gate that answers differently for two stacks.
#[derive(Clone, Debug, PartialEq)]
pub struct GatePart<'a> {
    /// What it says of the first.
    pub first: &'a GateResult,
    /// What it says of the second.
    pub second: &'a GateResult,
}

/// Everything in which two stacks differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'a> {
    /// How the first stands to the second.
    pub standing: Standing,
    /// Value of the first less that of the second.
    pub points: f64,
    /// All seven criteria, the largest part of the lead first.
    pub criteria: Vec<CriterionPart<'a>>,
    /// The gates with different verdicts: first those that rule one of the two out, then in reading order.
    pub gates: Vec<GatePart<'a>>,
}

impl Comparison<'_> {
    /// Returns every fact behind what differs, once, in the order of ids.
    #[must_use]
    pub fn facts(&self) -> BTreeSet<FactId> {
        let gates = self.gates.iter().flat_map(|part| [part.first, part.second]);
        let parts =
            self.criteria.iter().flat_map(|part| part.only_first.iter().chain(&part.only_second));
        gates
            .flat_map(|gate| gate.facts.iter())
            .chain(parts.flat_map(|part| part.facts.iter()))
            .copied()
            .collect()
    }
}

/// Returns the lead of stack `a` over stack `b`, largest part first; the points sum to the difference of their values.
#[must_use]
pub fn explain(a: &StackResult, b: &StackResult, weights: &Weights) -> Vec<Difference> {
    let mut differences: Vec<_> = CriterionId::ALL
        .into_iter()
        .zip(&weights.shares)
        .zip(a.criteria.iter().zip(&b.criteria))
        .map(|((criterion, weight), (ahead, behind))| Difference {
            criterion,
            weight: *weight,
            ahead: ahead.score,
            behind: behind.score,
            points: 100.0 * weight * (ahead.score - behind.score) / 4.0,
        })
        .collect();
    differences.sort_by(|x, y| y.points.abs().total_cmp(&x.points.abs()));
    differences
}

/// Compares stack `a` with stack `b` in full.
#[must_use]
pub fn compare<'a>(a: &'a StackResult, b: &'a StackResult, weights: &Weights) -> Comparison<'a> {
    let criteria = explain(a, b, weights).into_iter().map(|difference| {
        let of = |result: &'a StackResult| {
            &*result.criteria[difference.criterion as usize].contributions
        };
        let (first, second) = (of(a), of(b));
        CriterionPart {
            difference,
            only_first: missing_in(second, first),
            only_second: missing_in(first, second),
        }
    });
    Comparison {
        standing: standing(a, b),
        points: a.value - b.value,
        criteria: criteria.collect(),
        gates: gates(a, b),
    }
}

fn standing(a: &StackResult, b: &StackResult) -> Standing {
    match (a.rank, b.rank) {
        (Some(_), None) => Standing::AheadByScreening,
        (None, Some(_)) => Standing::BehindByScreening,
        (first, second) => match first.cmp(&second) {
            Ordering::Less => Standing::AheadByValue,
            Ordering::Equal => Standing::Level,
            Ordering::Greater => Standing::BehindByValue,
        },
    }
}

/// Returns what is among `own` and not among `others`.
fn missing_in<'a>(others: &[Contribution], own: &'a [Contribution]) -> Vec<&'a Contribution> {
    own.iter().filter(|part| !others.contains(part)).collect()
}

fn gates<'a>(a: &'a StackResult, b: &'a StackResult) -> Vec<GatePart<'a>> {
    let pairs = a.gates.iter().zip(&b.gates);
    let mut parts: Vec<_> = pairs
        .filter(|(first, second)| first.verdict != second.verdict)
        .map(|(first, second)| GatePart { first, second })
        .collect();
    let rules_out = |gate: &GateResult| gate.verdict == Verdict::Fail;
    parts.sort_by_key(|part| !(rules_out(part.first) || rules_out(part.second)));
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::decide::{Choices, decide};
    use crate::outcome::Decision;
    use crate::profile::testing::any_profile;
    use crate::profile::{Answer, Field, SiteProfile};

    fn decided(answers: &[(Field, Answer)]) -> Decision {
        let mut profile = SiteProfile::default();
        for (field, answer) in answers {
            assert!(profile.set(*field, Some(*answer)));
        }
        decide(&profile, &Choices::default())
    }

    fn check(decision: &Decision, first: &str, second: &str, expect: impl Fn(&Comparison)) {
        let of = |id: &str| {
            let found = decision.stacks.iter().find(|result| result.stack.id == id);
            found.unwrap_or_else(|| panic!("{id} is no stack"))
        };
        expect(&compare(of(first), of(second), &decision.weights));
    }

    #[test]
    fn a_stack_that_is_ruled_out_lies_behind_by_the_gate_that_does_it() {
        let local =
            [(Field::Tier, Answer::Choice(1)), (Field::LocalOperation, Answer::YesNo(true))];
        let decision = decided(&local);
        check(&decision, "talos+talos/a", "provider+managed/d", |found| {
            assert_eq!(found.standing, Standing::AheadByScreening);
            assert_eq!(found.gates[0].second.verdict, Verdict::Fail);
            let stretched = |part: &GatePart| part.second.gate == "stretched-cluster";
            assert!(found.gates.iter().any(stretched), "{:?}", found.gates);
            assert!(found.facts().contains("managed.eks-hybrid.restart-offline"));
        });
        check(&decision, "provider+managed/d", "talos+talos/a", |found| {
            assert_eq!(found.standing, Standing::BehindByScreening);
            assert_eq!(found.gates[0].first.verdict, Verdict::Fail);
        });
    }

    #[test]
    fn a_stack_differs_in_nothing_from_itself() {
        check(&decided(&[]), "kairos+k3s/a", "kairos+k3s/a", |found| {
            assert_eq!((found.standing, found.points), (Standing::Level, 0.0));
            assert!(found.gates.is_empty() && found.facts().is_empty());
        });
    }

    #[test]
    fn what_both_stacks_have_is_left_out() {
        check(&decided(&[]), "kairos+k3s/a", "kairos+k0s/a", |found| {
            let parts = found.criteria.iter().flat_map(|part| &part.only_first);
            let said: Vec<_> = parts.map(|part| part.reason.english()).collect();
            assert!(said.iter().any(|reason| reason.contains("k3s")), "{said:?}");
            assert!(
                !said.iter().any(|reason| reason.contains("Kairos changes as an image")),
                "{said:?}"
            );
            assert!(found.facts().iter().any(|id| id.starts_with("k0s.")), "{:?}", found.facts());
        });
    }

    proptest! {
        /// What is said of two stacks is said the other way round when they change places.
        #[test]
        fn changing_places_turns_the_comparison_round(profile in any_profile(), x in 0..60_usize, y in 0..60_usize) {
            let decision = decide(&profile, &Choices::default());
            let at = |at: usize| &decision.stacks[at % decision.stacks.len()];
            let there = compare(at(x), at(y), &decision.weights);
            let back = compare(at(y), at(x), &decision.weights);
            prop_assert!((there.points + back.points).abs() < 1e-12);
            prop_assert_eq!(there.facts(), back.facts());
            let ahead = |standing| matches!(standing, Standing::AheadByScreening | Standing::AheadByValue);
            prop_assert!(!(ahead(there.standing) && ahead(back.standing)));
            for part in &there.criteria {
                let sum = |parts: &[&Contribution]| parts.iter().map(|part| part.delta).sum::<f64>();
                let of = |result: &StackResult| {
                    let parts = &result.criteria[part.difference.criterion as usize].contributions;
                    parts.iter().map(|part| part.delta).sum::<f64>()
                };
                let said = sum(&part.only_first) - sum(&part.only_second);
                prop_assert!((said - (of(at(x)) - of(at(y)))).abs() < 1e-9);
            }
        }

        /// The order of the list and the standing agree, and whoever is ahead by screening has a gate to show for it.
        #[test]
        fn whoever_stands_before_is_never_behind(profile in any_profile()) {
            let decision = decide(&profile, &Choices::default());
            for pair in decision.stacks.windows(2) {
                let found = compare(&pair[0], &pair[1], &decision.weights);
                prop_assert!(!matches!(found.standing, Standing::BehindByScreening | Standing::BehindByValue));
                if found.standing == Standing::AheadByScreening {
                    prop_assert_eq!(found.gates[0].second.verdict, Verdict::Fail);
                }
            }
        }
    }
}
