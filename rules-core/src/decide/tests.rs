//! What must hold for every answer.

mod order;
mod stricter;

use proptest::prelude::*;

use super::*;
use crate::decision_json;
use crate::outcome::CriterionId;
use crate::profile::Kind;
use crate::profile::testing::{any_answer, any_profile};
use crate::reason::{Figure, Reason};

fn plain(profile: &SiteProfile) -> Decision {
    decide(profile, &Choices::default())
}

fn with_weights(profile: &SiteProfile, points: [f64; 7]) -> Decision {
    decide(profile, &Choices { weights: Some(points), ..Choices::default() })
}

fn ids(decision: &Decision) -> Vec<&str> {
    decision.stacks.iter().map(|result| result.stack.id.as_str()).collect()
}

/// Every sentence of an answer, with its figures.
fn sentences(decision: &Decision) -> Vec<&Reason> {
    let mut reasons = vec![&decision.pattern.reason];
    reasons.extend(decision.warnings.iter().map(|warning| &warning.message));
    reasons.extend(decision.tree.questions.iter().map(|question| &question.reason));
    reasons.extend(decision.shortlist.iter().map(|entry| &entry.reason));
    reasons.extend(decision.weights.derivation.iter().map(|step| &step.reason));
    for result in &decision.stacks {
        reasons.extend(result.gates.iter().map(|gate| &gate.reason));
        reasons.extend(result.gates.iter().filter_map(|gate| gate.action.as_ref()));
        let parts = result.criteria.iter().flat_map(|score| &score.contributions);
        reasons.extend(parts.map(|part| &part.reason));
    }
    reasons
}

/// Ids are for files; a sentence has words.
fn is_bare_id(figure: &Figure) -> bool {
    let Figure::Name(name) = figure else { return false };
    Field::ALL.iter().any(|field| match field.kind() {
        Kind::Choice(ids) | Kind::Set { ids, .. } => ids.contains(name),
        Kind::YesNo | Kind::Whole { .. } => false,
    })
}

#[test]
fn nothing_known_names_no_winner_and_says_what_to_ask() {
    let decision = plain(&SiteProfile::default());
    assert!(decision.shortlist.is_empty());
    assert!(!decision.needed.is_empty());
    assert_eq!(decision.assumptions.len(), Field::COUNT);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn first_with_other_weights_is_who_would_be_decided_for(
        profile in any_profile(),
        own in prop::array::uniform7(0_u8..40),
        other in prop::array::uniform7(0_u8..40),
    ) {
        let decision = with_weights(&profile, own.map(f64::from));
        let points = other.map(f64::from);
        let first = first_with(&decision, points).map(|(result, value)| (result.stack.id.as_str(), value));
        let decided = with_weights(&profile, points);
        let expected = decided.shortlist.first().map(|entry| &decided.stacks[entry.stack]);
        let sound = other.iter().any(|points| *points > 0);
        prop_assert_eq!(first, expected.filter(|_| sound).map(|result| (result.stack.id.as_str(), result.value)));
    }
}

#[test]
fn every_option_has_a_row_and_a_stack() {
    let decision = plain(&SiteProfile::default());
    let options: Vec<_> = decision.products.iter().map(|result| result.product).collect();
    let all = [
        "k3s",
        "k0s",
        "microk8s",
        "talos",
        "kairos",
        "kubeedge",
        "openyurt",
        "rke2",
        "kubernetes",
        "openshift",
        "managed",
    ];
    assert_eq!(options, all);
    assert!(decision.products.iter().all(|result| result.best.is_some()));
}

#[test]
fn an_edit_names_what_it_changed() {
    let before = plain(&SiteProfile::default());
    let mut profile = SiteProfile::default();
    assert!(profile.set(Field::DeviceSync, Some(crate::profile::Answer::YesNo(true))));
    let after = plain(&profile);
    let changed = changes(&before, &after);
    assert!(!changed.new_first(), "neither is known well enough to name a first");
    assert!(changed.verdicts.iter().any(|change| change.after == Verdict::Fail));
    assert!(changes(&after, &after).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn every_profile_gets_a_sound_answer(profile in any_profile()) {
        let decision = plain(&profile);
        for result in &decision.stacks {
            prop_assert!((0.0..=100.0).contains(&result.value), "{} {}", result.stack.id, result.value);
            prop_assert_eq!(result.rank.is_none(), result.verdict == Verdict::Fail);
            prop_assert_eq!(result.criteria.len(), CriterionId::ALL.len());
            prop_assert_eq!(result.gates.len(), gates::ALL.len());
            for score in &result.criteria {
                prop_assert!(criteria::ENDS.0 <= score.low && score.high <= criteria::ENDS.1);
                prop_assert!((score.low..=score.high).contains(&score.score), "{:?}", score);
                prop_assert!(!score.contributions.is_empty());
                prop_assert!(score.contributions.iter().all(|part| part.delta.is_finite()));
            }
        }
        let shares = decision.weights.shares;
        prop_assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)), "{:?}", shares);
        prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        prop_assert!(!decision.weights.derivation.is_empty());
        let ranks: Vec<_> = decision.stacks.iter().map_while(|result| result.rank).collect();
        prop_assert!(ranks.is_sorted());
        prop_assert_eq!(ranks.first().copied().unwrap_or(1), 1);
        prop_assert!(decision.stacks[ranks.len()..].iter().all(|result| result.rank.is_none()));

        let listed = decision.shortlist.len();
        prop_assert!(listed <= 3);
        prop_assert!(decision.needed.is_empty() || listed == 0);
        prop_assert!(listed > 0 || ranks.is_empty() || !decision.needed.is_empty());
        for entry in &decision.shortlist {
            prop_assert!(decision.stacks[entry.stack].rank.is_some());
        }
        for reason in sentences(&decision) {
            let sentence = reason.english();
            prop_assert!(!sentence.is_empty() && !sentence.contains('{'), "{}", sentence);
            prop_assert!(!reason.figures.iter().any(is_bare_id), "{}", sentence);
        }
    }

    #[test]
    fn equal_questions_get_equal_bytes(profile in any_profile()) {
        let print = |decision: &Decision| decision_json(decision).to_string();
        let once = plain(&profile);
        prop_assert_eq!(print(&once), print(&plain(&profile)));
    }

    #[test]
    fn only_proportions_of_weights_count(
        profile in any_profile(),
        points in proptest::array::uniform7(0.0..100.0_f64),
        scale in 0.001..1000.0_f64,
    ) {
        let once = with_weights(&profile, points);
        let scaled = with_weights(&profile, points.map(|point| point * scale));
        prop_assert_eq!(ids(&once), ids(&scaled));
    }

    #[test]
    fn an_explanation_adds_up_to_the_lead(profile in any_profile()) {
        let decision = plain(&profile);
        let (a, b) = (&decision.stacks[0], &decision.stacks[1]);
        let sum: f64 = explain(a, b, &decision.weights).iter().map(|part| part.points).sum();
        prop_assert!((sum - (a.value - b.value)).abs() < 1e-9);
    }

    /// A stack that is no better anywhere never stands before one that is better somewhere.
    #[test]
    fn a_dominated_stack_never_leads(profile in any_profile()) {
        let decision = plain(&profile);
        let ranked: Vec<_> = decision.stacks.iter().filter(|result| result.rank.is_some()).collect();
        for (at, ahead) in ranked.iter().enumerate() {
            for behind in &ranked[at + 1..] {
                let pairs = || ahead.criteria.iter().zip(&behind.criteria);
                let dominated = pairs().all(|(a, b)| a.score <= b.score)
                    && pairs().any(|(a, b)| a.score < b.score);
                prop_assert!(!dominated || ahead.rank == behind.rank, "{}", ahead.stack.id);
            }
        }
    }
}
