//! What is told really happens: every flip and every announced first is decided again in full.

use proptest::prelude::*;

use super::*;
use crate::decide::decide;
use crate::outcome::{Contender, Decision};
use crate::profile::testing::any_profile;
use crate::profile::{Choice, Kind, Ssh, contradiction_ids};

fn decided(profile: &SiteProfile, edits: &[(Field, Answer)]) -> (SiteProfile, Decision) {
    let mut profile = profile.clone();
    for (field, answer) in edits {
        assert!(profile.set(*field, Some(*answer)), "{} takes {answer:?}", field.id());
    }
    let decision = decide(&profile, &Choices::default());
    (profile, decision)
}

fn first(decision: &Decision) -> Option<(&str, Contender)> {
    let result = &decision.stacks[decision.shortlist.first()?.stack];
    Some((&result.stack.id, result.stack.contender()))
}

fn edits(flip: &Flip) -> Vec<(Field, Answer)> {
    flip.edits.iter().map(|edit| (edit.field, edit.to)).collect()
}

/// Whether edits put another contender first without a new contradiction.
fn flips_with(profile: &SiteProfile, edits: &[(Field, Answer)]) -> bool {
    let (edited, after) = decided(profile, edits);
    let before = decide(profile, &Choices::default());
    let known: Vec<_> = contradiction_ids(profile).collect();
    let sound = contradiction_ids(&edited).all(|id| known.contains(&id));
    let contender = |decision| first(decision).map(|first| first.1);
    sound && first(&after).is_some() && contender(&after) != contender(&before)
}

fn check(profile: &SiteProfile, flip: &Flip) {
    let told = edits(flip);
    assert!(flips_with(profile, &told), "{flip:?}");
    let (_, after) = decided(profile, &told);
    assert_eq!(first(&after).map(|first| first.0), Some(&*flip.first));
    assert!((after.stacks[0].value - flip.value).abs() < 1e-9);
    for at in 0..told.len() {
        let mut less = told.clone();
        less.remove(at);
        assert!(less.is_empty() || !flips_with(profile, &less), "{flip:?} without {at}");
    }
    for (at, edit) in flip.edits.iter().enumerate() {
        assert_eq!(edit.from, profile.answer(edit.field));
        check_break_even(profile, flip, at, edit);
    }
}

/// One unit nearer it is another story; as far as it is said to last, it lasts.
fn check_break_even(profile: &SiteProfile, flip: &Flip, at: usize, edit: &Edit) {
    let contender = |number: u32| {
        let mut told = edits(flip);
        told[at].1 = Answer::Whole(number);
        let sound = flips_with(profile, &told);
        first(&decided(profile, &told).1).map(|first| first.1).filter(|_| sound)
    };
    let Some(BreakEven { at: number, side, until }) = edit.break_even else { return };
    assert_eq!(edit.to, Answer::Whole(number));
    let (nearer, beyond) = match side {
        Side::AtMost => (number + 1, until.map(|until| until - 1)),
        Side::AtLeast => (number - 1, until.map(|until| until + 1)),
    };
    let assumed = profile.assume().answer(edit.field);
    if edit.from.is_some() || Answer::Whole(nearer) != assumed {
        let bare = edit.from == Some(Answer::Whole(nearer)) && flip.edits.len() == 1;
        assert!(bare || contender(nearer) != contender(number), "{flip:?}");
    }
    assert!(until.is_none_or(|until| contender(until) == contender(number)), "{flip:?}");
    assert!(beyond.is_none_or(|beyond| contender(beyond) != contender(number)), "{flip:?}");
}

/// The profile that the docs use as their example.
fn example() -> SiteProfile {
    let text = include_str!("../../../docs/example-site.yaml");
    crate::yaml::read(text).expect("the example is sound").parse().profile
}

/// A profile with enough answers for a winner: the quick ones, and some others as they come.
fn any_decided_profile() -> impl Strategy<Value = SiteProfile> {
    any_profile().prop_map(|any| {
        let mut profile = example();
        for field in Field::ALL {
            let answer = any.answer(*field);
            if answer.is_some() || !field.is_quick() {
                profile.set(*field, answer);
            }
        }
        profile
    })
}

#[test]
fn the_example_has_flips_of_one_and_of_two_edits() {
    let profile = example();
    let flips = flips(&profile, &Choices::default());
    assert!(flips.iter().any(|flip| flip.edits.len() == 1));
    assert!(flips.iter().any(|flip| flip.edits.len() == 2));
    assert!(flips.iter().any(|flip| flip.edits.iter().any(|edit| edit.break_even.is_some())));
    assert!(flips.is_sorted_by_key(|flip| flip.edits.len()));
    for flip in &flips {
        check(&profile, flip);
    }
}

#[test]
fn a_search_in_pieces_finds_what_the_whole_one_finds() {
    let profile = example();
    let whole = flips(&profile, &Choices::default());
    let mut search = Search::new(&profile, &Choices::default());
    let mut steps = 0;
    while !search.step(50) {
        steps += 1;
        assert!(search.tried() < 1_000_000);
    }
    assert!(steps > 10, "{steps}");
    assert_eq!(search.flips(), whole);
    assert!(search.step(50), "it stays done");
}

#[test]
fn without_a_winner_nothing_flips_and_questions_have_worth() {
    let nothing = SiteProfile::default();
    assert_eq!(flips(&nothing, &Choices::default()), []);
    let questions = questions(&nothing, &Choices::default());
    assert_eq!(questions.len(), Field::COUNT);
    assert!(questions[0].evppi > 0.0 && questions[0].p_flip > 0.0);
    assert!(questions.is_sorted_by(|one, next| one.evppi >= next.evppi));
}

#[test]
fn what_nobody_reads_is_worth_nothing() {
    let questions = questions(&SiteProfile::default(), &Choices::default());
    let pods = questions.iter().find(|question| question.field == Field::PodsPerNode);
    let pods = pods.expect("it is unknown");
    assert!(pods.evppi.abs() < f64::EPSILON && pods.p_flip.abs() < f64::EPSILON);
}

/// One question by hand: with equal states the worth is the mean of the maxima less the maximum of the means.
#[test]
fn worth_is_what_the_formula_says() {
    let mut profile = example();
    profile.set(Field::Ssh, None);
    let before = decide(&profile, &Choices::default());
    let states: Vec<_> = (0..u8::try_from(Ssh::IDS.len()).expect("three"))
        .map(|at| decided(&profile, &[(Field::Ssh, Answer::Choice(at))]).1)
        .collect();
    let best = |decision: &Decision, contender: Contender| {
        let own = decision.stacks.iter().filter(|result| result.stack.contender() == contender);
        own.filter(|result| result.rank.is_some()).map(|result| result.value).fold(0.0, f64::max)
    };
    let mean = |of: &dyn Fn(&Decision) -> f64| {
        states.iter().map(of).sum::<f64>() / f64::from(u8::try_from(states.len()).expect("few"))
    };
    let knowing = mean(&|decision| decision.stacks[0].value);
    let contenders = before.stacks.iter().map(|result| result.stack.contender());
    let unknowing = contenders.map(|of| mean(&|decision| best(decision, of))).fold(0.0, f64::max);
    let all = questions(&profile, &Choices::default());
    let own = all.iter().find(|question| question.field == Field::Ssh).expect("it is unknown");
    assert!((own.evppi - (knowing - unknowing)).abs() < 1e-9, "{own:?}");
}

#[test]
fn sentences_of_the_method_are_filled() {
    for reason in method() {
        assert!(!reason.english().contains('{'), "{}", reason.english());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn every_flip_flips_and_no_part_of_it_does(profile in any_decided_profile()) {
        let flips = flips(&profile, &Choices::default());
        for flip in &flips {
            check(&profile, flip);
        }
        let key = |flip: &Flip| {
            let fields: Vec<_> = flip.edits.iter().map(|edit| edit.field).collect();
            (fields, crate::stacks::candidate(&flip.first).map(|of| of.stack.contender()))
        };
        let mut keys: Vec<_> = flips.iter().map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        prop_assert_eq!(keys.len(), flips.len());
    }

    /// What is announced for an answer is what is decided with it.
    #[test]
    fn answers_lead_where_the_question_says(profile in any_profile()) {
        let before = decide(&profile, &Choices::default());
        let best = |decision: &Decision| {
            let first = decision.stacks.first().filter(|result| result.rank.is_some());
            first.map(|result| (result.stack.id.clone(), result.stack.contender()))
        };
        for question in questions(&profile, &Choices::default()) {
            prop_assert!(question.evppi >= 0.0 && (0.0..=1.0).contains(&question.p_flip));
            let mut flipped = 0.0;
            for (answer, first) in &question.answers {
                let (_, after) = decided(&profile, &[(question.field, *answer)]);
                prop_assert_eq!(first, &best(&after).map(|best| best.0));
                if best(&after).map(|best| best.1) != best(&before).map(|best| best.1) {
                    flipped += 1.0;
                }
            }
            let n = question.answers.iter().map(|_| 1.0).sum::<f64>();
            prop_assert!((flipped - question.p_flip * n).abs() < 1e-9);
            // Where the same one is best whatever the answer, knowing it is worth nothing.
            prop_assert!(question.p_flip > 0.0 || question.evppi < 1e-9, "{:?}", question);
            let whole = matches!(question.field.kind(), Kind::Whole { .. });
            prop_assert!(!whole || question.answers.len() <= 2 * question::RUNGS + 1);
        }
    }
}
