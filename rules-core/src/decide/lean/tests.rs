//! The lean answer is the explained one.

use proptest::prelude::*;

use super::*;
use crate::decide::decide;
use crate::measured::testing::any_evidence;
use crate::outcome::Decision;
use crate::profile::testing::{any_answer, any_profile};

fn check(lean: &Lean, decision: &Decision) -> Result<(), TestCaseError> {
    let order: Vec<_> =
        lean.order().into_iter().map(|stack| stacks::all()[stack].id.as_str()).collect();
    let ids: Vec<_> = decision.stacks.iter().map(|result| result.stack.id.as_str()).collect();
    prop_assert_eq!(order, ids);
    for (stack, result) in lean.order().into_iter().zip(&decision.stacks) {
        prop_assert_eq!(lean.value(stack).to_bits(), result.value.to_bits(), "{}", result.stack.id);
        prop_assert_eq!(lean.verdict(stack), result.verdict, "{}", result.stack.id);
        prop_assert_eq!(
            lean.survives(stack),
            result.verdict != Verdict::Fail,
            "{}",
            result.stack.id
        );
        let fails = result.gates.iter().filter(|gate| gate.verdict == Verdict::Fail);
        let fails: Vec<_> = fails.map(|gate| gate.gate).collect();
        prop_assert_eq!(lean.ruled_out_by(stack), fails, "{}", result.stack.id);
    }
    let shares = decision.weights.shares.map(f64::to_bits);
    prop_assert_eq!(lean.shares().map(f64::to_bits), shares);
    let id = |at: usize| stacks::all()[at].id.as_str();
    let best = decision.stacks.first().filter(|result| result.rank.is_some());
    prop_assert_eq!(lean.leader().map(id), best.map(|result| result.stack.id.as_str()));
    let first = decision.shortlist.first().map(|entry| &decision.stacks[entry.stack].stack.id);
    prop_assert_eq!(lean.first().map(id), first.map(String::as_str));
    Ok(())
}

fn any_choices() -> impl Strategy<Value = Choices> {
    let points = prop::array::uniform7(0_u8..9).prop_map(|points| points.map(f64::from));
    let overrides = prop::array::uniform5(prop::option::weighted(0.2, any::<bool>()));
    (prop::option::weighted(0.3, points), overrides, any_evidence())
        .prop_map(|(weights, overrides, evidence)| Choices { weights, overrides, evidence })
}

fn any_edit() -> impl Strategy<Value = (Field, Answer)> {
    let field = prop::sample::select(Field::ALL.to_vec());
    field.prop_flat_map(|field| any_answer(field).prop_map(move |answer| (field, answer)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// From nothing, edit after edit, and two edits put together: order, values, verdicts and first are those of the
    /// decision with all its sentences.
    #[test]
    fn lean_is_what_is_decided(
        profile in any_profile(),
        choices in any_choices(),
        edits in prop::collection::vec(any_edit(), 1..4),
        pair in [any_edit(), any_edit()],
    ) {
        let mut lean = Lean::new(&profile, &choices);
        check(&lean, &decide(&profile, &choices))?;
        for (field, answer) in edits {
            lean = lean.with(field, answer);
            check(&lean, &decide(lean.profile(), &choices))?;
        }
        let [one, other] = pair.map(|(field, answer)| (field, lean.with(field, answer)));
        prop_assume!(one.0 != other.0);
        let joined = lean.joined(&one.1, &other.1);
        let again = one.1.with(other.0, other.1.profile().answer(other.0).expect("it is answered"));
        prop_assert_eq!(joined.profile(), again.profile());
        check(&joined, &decide(joined.profile(), &choices))?;
    }

    /// Two fields that no rule reads together do not feel each other, and what nobody reads moves nothing.
    #[test]
    fn what_nobody_reads_moves_nothing(profile in any_profile(), edit in any_edit()) {
        let lean = Lean::new(&profile, &Choices::default());
        let edited = lean.with(edit.0, edit.1);
        prop_assert!(is_read(edit.0) || edited.same_as(&lean), "{}", edit.0.id());
    }
}

/// An edit of every field.
fn any_edits() -> impl Strategy<Value = Vec<(Field, Answer)>> {
    let edit = |field: &Field| {
        any_answer(*field).prop_map({
            let field = *field;
            move |answer| (field, answer)
        })
    };
    Field::ALL.iter().map(edit).collect::<Vec<_>>()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Of every two edits of a profile: whoever is said to stay ahead without deciding does.
    #[test]
    fn who_stays_ahead_of_all_rivals_does(
        profile in any_profile(),
        choices in any_choices(),
        edits in any_edits(),
    ) {
        let lean = Lean::new(&profile, &choices);
        let Some(first) = lean.leader() else { return Ok(()) };
        let contender = |stack: usize| stacks::all()[stack].contender();
        let rivals: Vec<_> =
            (0..stacks::all().len()).map(|stack| contender(stack) != contender(first)).collect();
        let edits: Vec<_> = edits.into_iter().map(|(field, answer)| lean.with(field, answer)).collect();
        for (at, one) in edits.iter().enumerate() {
            for other in &edits[at + 1..] {
                let joined = lean.joined(one, other);
                if lean.stays_ahead(first, &rivals, one, other) {
                    prop_assert_eq!(joined.leader().map(contender), Some(contender(first)));
                }
            }
        }
    }
}

#[test]
fn rules_that_nobody_edits_are_shared() {
    let lean = Lean::new(&SiteProfile::default(), &Choices::default());
    let edited = lean.with(Field::Ssh, Answer::Choice(2));
    let shared = lean.gates.iter().zip(&edited.gates).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
    let readers = gates::ALL.iter().filter(|gate| gate.reads.contains(&Field::Ssh)).count();
    assert!(shared >= gates::ALL.len() - readers && readers > 0);
    let scores = lean.criteria.iter().zip(&edited.criteria);
    assert!(scores.filter(|(a, b)| Arc::ptr_eq(a, b)).count() >= 5);
}

#[test]
fn sites_take_their_growth_along_only_while_it_is_unknown() {
    let mut profile = SiteProfile::default();
    let sites = |profile: &SiteProfile| {
        let lean = Lean::new(profile, &Choices::default()).with(Field::Sites, Answer::Whole(7));
        lean.assumed().growth_sites()
    };
    assert_eq!(sites(&profile), 7);
    profile.set(Field::GrowthSites, Some(Answer::Whole(900)));
    assert_eq!(sites(&profile), 900);
}
