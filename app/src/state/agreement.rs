//! Whether the five questions and the ranking name the same, and if not, why.

use rules_core::decide::explain;
use rules_core::outcome::{CriterionId, Decision, StackResult, Verdict};
use rules_core::reason::Reason;
use rules_core::tree::LOCAL_SITE_CLUSTER;

/// How tree and ranking compare. Stacks are indices into [`Decision::stacks`].
#[derive(Clone, Debug, PartialEq)]
pub enum Agreement {
    /// The first of the ranking is among what the tree names.
    Agree {
        /// First of the ranking.
        first: usize,
    },
    /// The tree asks for a cluster at each site, which the first of the ranking is, and names other substrates for it.
    OnPattern {
        /// First of the ranking.
        first: usize,
        /// The best of the substrates that the tree names, unless all are ruled out.
        best: Option<usize>,
        /// What makes the difference to it: the largest parts, in points.
        difference: Vec<(CriterionId, i32)>,
    },
    /// What the tree names is ranked lower.
    Lower {
        /// First of the ranking.
        first: usize,
        /// The best stack of those that the tree names.
        best: usize,
        /// What makes the difference: the largest parts, in points.
        difference: Vec<(CriterionId, i32)>,
    },
    /// All that the tree names is ruled out.
    RuledOut {
        /// First of the ranking.
        first: usize,
        /// Option and the reason of the first gate it fails.
        reasons: Vec<(&'static str, Reason)>,
    },
}

/// How many parts of a difference are named.
const NAMED: usize = 3;

/// Compares them; nothing while the ranking names no first.
#[must_use]
pub fn agreement(decision: &Decision) -> Option<Agreement> {
    let first = decision.shortlist.first()?.stack;
    let leader = decision.stacks.get(first)?;
    let named = options(decision);
    if named.iter().any(|id| leader.stack.products.contains(id)) {
        return Some(Agreement::Agree { first });
    }
    let best = decision.stacks.iter().position(|result| {
        result.rank.is_some() && named.iter().any(|id| result.stack.products.contains(id))
    });
    let difference =
        best.map(|best| difference(decision, leader, &decision.stacks[best])).unwrap_or_default();
    let on_pattern =
        decision.tree.direction.contains(&LOCAL_SITE_CLUSTER) && leader.stack.is_local_cluster();
    Some(match best {
        _ if on_pattern => Agreement::OnPattern { first, best, difference },
        Some(best) => Agreement::Lower { first, best, difference },
        None => Agreement::RuledOut { first, reasons: reasons(decision, &named) },
    })
}

/// The options of the direction, without the pattern.
fn options(decision: &Decision) -> Vec<&'static str> {
    let direction = decision.tree.direction.iter().copied();
    direction.filter(|name| *name != LOCAL_SITE_CLUSTER).collect()
}

/// The largest parts of the lead, in whole points.
fn difference(
    decision: &Decision,
    ahead: &StackResult,
    behind: &StackResult,
) -> Vec<(CriterionId, i32)> {
    explain(ahead, behind, &decision.weights)
        .into_iter()
        .map(|part| (part.criterion, whole(part.points)))
        .filter(|(_, points)| *points != 0)
        .take(NAMED)
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "parts of a value lie within 0 and 100")]
fn whole(points: f64) -> i32 {
    points.round() as i32
}

/// Why each of the named options is ruled out, as far as a stack of it exists.
fn reasons(decision: &Decision, named: &[&'static str]) -> Vec<(&'static str, Reason)> {
    let failing = |id: &'static str| {
        let product = decision.products.iter().find(|product| product.product == id)?;
        let result = decision.stacks.get(product.best?)?;
        let gate = result.gates.iter().find(|gate| gate.verdict == Verdict::Fail)?;
        Some((id, gate.reason.clone()))
    };
    named.iter().filter_map(|id| failing(id)).collect()
}

#[cfg(test)]
mod tests {
    use rules_core::profile::{Answer, Choice, Field, HostChange, SiteProfile, Ssh, State};
    use rules_core::{Choices, decide};

    use super::*;

    fn decided(answers: &[(Field, Answer)], choices: &Choices) -> Decision {
        let mut profile = SiteProfile::default();
        for (field, answer) in
            Field::quick().map(|field| (field, field.assumption())).chain(answers.iter().copied())
        {
            assert!(profile.set(field, Some(answer)), "{}", field.id());
        }
        decide(&profile, choices)
    }

    fn banned() -> [(Field, Answer); 4] {
        [
            (Field::LocalOperation, Answer::YesNo(true)),
            (Field::NodesPerSite, Answer::Whole(3)),
            (Field::Ssh, Answer::Choice(Ssh::Banned.index())),
            (Field::HostChange, Answer::Choice(HostChange::PlannedImageOnly.index())),
        ]
    }

    #[test]
    fn a_ban_on_ssh_lets_tree_and_ranking_agree() {
        let decision = decided(&banned(), &Choices::default());
        assert_eq!(agreement(&decision), Some(Agreement::Agree { first: 0 }));
    }

    #[test]
    fn an_answer_by_hand_that_the_ranking_does_not_follow_is_explained() {
        // The profile wants immutable hosts; the tree is told that the standard is Ubuntu with snap.
        let overrides = [Some(false), None, Some(false), Some(false), Some(true)];
        let decision = decided(&banned(), &Choices { overrides, ..Choices::default() });
        match agreement(&decision) {
            Some(Agreement::Lower { best, difference, .. }) => {
                assert!(decision.stacks[best].stack.products.contains(&"microk8s"));
                assert!(!difference.is_empty());
            }
            Some(Agreement::RuledOut { reasons, .. }) => assert_eq!(reasons[0].0, "microk8s"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_cluster_at_each_site_is_agreed_on_even_where_its_substrate_is_not() {
        let overrides = [Some(true), Some(false), Some(false), Some(false), Some(true)];
        let decision = decided(&banned(), &Choices { overrides, ..Choices::default() });
        let found = agreement(&decision);
        assert!(matches!(found, Some(Agreement::OnPattern { .. })), "{found:?}");
    }

    #[test]
    fn nothing_is_compared_while_no_winner_is_named() {
        let decision = decide(&SiteProfile::default(), &Choices::default());
        assert_eq!(agreement(&decision), None);
    }

    #[test]
    fn named_differences_are_whole_points_and_not_idle() {
        let state = (Field::State, Answer::Choice(State::LocalCritical.index()));
        let decision = decided(&[state], &Choices::default());
        let (a, b) = (&decision.stacks[0], &decision.stacks[decision.stacks.len() - 1]);
        let parts = difference(&decision, a, b);
        assert!(parts.len() <= NAMED);
        assert!(parts.iter().all(|(_, points)| *points != 0));
    }
}
