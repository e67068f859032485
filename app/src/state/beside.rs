//! What stands beside the decision for the first of the shortlist: pitfalls, companions, field reports.

use rules_core::advice::{self, Entry, Stance};
use rules_core::catalog::Job;
use rules_core::outcome::{Decision, FactId, Stack};
use rules_core::pitfalls::{self, Pitfall};
use rules_core::profile::{Field, SiteProfile};
use rules_core::reports::{self, Match};

/// The sites and the stack that it is worked out for.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The profile.
    pub profile: SiteProfile,
    /// The first of the shortlist.
    pub stack: Stack,
}

/// A piece of advice with the job that it is for.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Which job.
    pub job: Job,
    /// What to do.
    pub entry: Entry,
    /// The fields that the job's rule read and that were assumed.
    pub assumed: Vec<Field>,
}

/// Returns what it is worked out for; nothing while no winner may be named.
#[must_use]
pub fn beside(decision: &Decision) -> Option<Beside> {
    let first = decision.stacks.get(decision.shortlist.first()?.stack)?;
    Some(Beside { profile: decision.profile.clone(), stack: first.stack.clone() })
}

impl Beside {
    /// Returns the mistakes that profile and stack make together.
    #[must_use]
    pub fn pitfalls(&self) -> Vec<Pitfall> {
        pitfalls::detect(&self.profile, &self.stack)
    }

    /// Returns the advice: what to do, and what was looked at and left out.
    #[must_use]
    pub fn advice(&self) -> (Vec<Piece>, Vec<Piece>) {
        let pieces =
            advice::companions(&self.profile, &self.stack).into_iter().flat_map(|advice| {
                let assumed = advice.assumed;
                let piece = move |entry| Piece { job: advice.job, entry, assumed: assumed.clone() };
                advice.entries.into_iter().map(piece)
            });
        pieces.partition(|piece| piece.entry.stance != Stance::Leave)
    }

    /// Returns the field reports that concern sites and stack.
    #[must_use]
    pub fn reports(&self) -> Vec<Match> {
        reports::matching(&self.profile, &self.stack)
    }
}

impl Piece {
    /// Returns the facts of the advice and of what it costs, each once.
    #[must_use]
    pub fn facts(&self) -> Vec<FactId> {
        let costs = self.entry.companion.into_iter();
        let costs =
            costs.flat_map(|one| one.ram_mib.facts.iter().chain(one.cpu_millicores.facts.iter()));
        let mut facts = self.entry.facts.clone();
        for fact in costs {
            if !facts.contains(fact) {
                facts.push(fact);
            }
        }
        facts
    }
}

#[cfg(test)]
mod tests {
    use rules_core::{Choices, decide};

    use super::*;
    use crate::state::examples;

    fn stores() -> Beside {
        let profile = examples::retail("").draft.parse().profile;
        beside(&decide(&profile, &Choices::default())).expect("the example has a first stack")
    }

    #[test]
    fn what_is_left_out_stands_apart_from_what_is_to_be_done() {
        let (done, left) = stores().advice();
        assert!(!done.is_empty() && !left.is_empty());
        assert!(done.iter().all(|piece| piece.entry.stance != Stance::Leave));
        assert!(left.iter().all(|piece| piece.entry.stance == Stance::Leave));
    }

    #[test]
    fn a_cost_is_cited_with_its_advice_and_no_fact_twice() {
        let (done, left) = stores().advice();
        let mut costs = 0;
        for piece in done.iter().chain(&left) {
            let facts = piece.facts();
            let each: std::collections::BTreeSet<_> = facts.iter().collect();
            assert_eq!(each.len(), facts.len(), "{}", piece.entry.name);
            let cost = piece.entry.companion.and_then(|one| one.ram_mib.facts.first());
            costs += usize::from(cost.is_some());
            assert!(cost.is_none_or(|fact| facts.contains(fact)), "{}", piece.entry.name);
        }
        assert!(costs > 0, "some companion's memory is known");
    }

    #[test]
    fn nothing_stands_beside_a_decision_without_a_first() {
        assert_eq!(beside(&decide(&SiteProfile::default(), &Choices::default())), None);
    }
}
