//! What must hold for every criterion, whatever the profile.

use proptest::prelude::*;

use super::*;
use crate::catalog::FactSheets;
use crate::profile::testing::any_profile;
use crate::profile::{Answer, Choice, HostChange, SiteProfile, Ssh, State};

fn stack(
    host: &'static str,
    kubernetes: &'static str,
    framework: Option<&'static str>,
    pattern: Pattern,
) -> Stack {
    let id = format!("{host}+{kubernetes}/{}", pattern.id());
    Stack { id, host, kubernetes, framework, pattern, products: Vec::new() }
}

fn some_stacks() -> Vec<Stack> {
    vec![
        stack("ubuntu", "k3s", None, Pattern::A),
        stack("ubuntu", "microk8s", None, Pattern::B),
        stack("rhel", "rke2", None, Pattern::B),
        stack("rhel", "sno", None, Pattern::A),
        stack("talos", "talos", None, Pattern::B),
        stack("kairos", "k3s", None, Pattern::A),
        stack("kairos", "kubernetes", Some("kubeedge"), Pattern::C),
        stack("linux", "kubernetes", Some("openyurt"), Pattern::C),
        stack("provider", "managed", None, Pattern::D),
    ]
}

fn score(criterion: CriterionId, profile: &SiteProfile, stack: &Stack) -> f64 {
    ALL[criterion as usize].score(&profile.assume(), stack, catalog()).score
}

fn with(answers: &[(Field, Answer)]) -> SiteProfile {
    let mut profile = SiteProfile::default();
    for (field, answer) in answers {
        assert!(profile.set(*field, Some(*answer)), "{}", field.id());
    }
    profile
}

fn pick(field: Field, choice: impl Choice) -> (Field, Answer) {
    (field, Answer::Choice(choice.index()))
}

#[test]
fn criteria_stand_in_reading_order() {
    let ids: Vec<_> = ALL.iter().map(|criterion| criterion.id).collect();
    assert_eq!(ids, CriterionId::ALL);
}

#[test]
fn every_part_of_every_stack_is_in_the_catalog() {
    let profile = SiteProfile::default().assume();
    for stack in some_stacks() {
        let case = Case::new(&profile, &stack, catalog());
        assert!(case.kubernetes.is_some(), "{}", stack.id);
        assert!(case.host.is_some(), "{}", stack.id);
        assert_eq!(case.framework.is_some(), stack.framework.is_some(), "{}", stack.id);
    }
}

#[test]
fn mutable_hosts_lose_when_the_policy_forbids_what_they_live_on() {
    let strict = with(&[
        pick(Field::Ssh, Ssh::Banned),
        pick(Field::HostChange, HostChange::PlannedImageOnly),
    ]);
    let mutable = stack("ubuntu", "k3s", None, Pattern::A);
    let image = stack("talos", "talos", None, Pattern::A);
    let os = CriterionId::OsModel;
    assert!(score(os, &strict, &mutable) < score(os, &SiteProfile::default(), &mutable));
    assert!(score(os, &strict, &image) >= score(os, &SiteProfile::default(), &image));
    assert!(score(os, &strict, &mutable) + 3.0 <= score(os, &strict, &image));
}

#[test]
fn a_smaller_node_never_scores_better_on_footprint() {
    for stack in some_stacks() {
        let mut last = 0.0;
        for ram in [512, 1_024, 2_048, 4_096, 8_192, 16_384, 65_536] {
            let now = score(
                CriterionId::Footprint,
                &with(&[(Field::NodeRamMib, Answer::Whole(ram))]),
                &stack,
            );
            assert!(now >= last, "{} at {ram}", stack.id);
            last = now;
        }
    }
}

#[test]
fn critical_state_never_scores_better_than_rebuildable_on_one_node() {
    for stack in some_stacks() {
        let critical = with(&[pick(Field::State, State::LocalCritical)]);
        let rebuildable = with(&[pick(Field::State, State::Rebuildable)]);
        let storage = CriterionId::Storage;
        assert!(
            score(storage, &critical, &stack) <= score(storage, &rebuildable, &stack),
            "{}",
            stack.id
        );
    }
}

#[test]
fn a_criterion_reads_all_that_it_says() {
    for criterion in ALL {
        let settings = gates::varied(criterion.reads);
        for field in criterion.reads {
            let moved = |profile: &AssumedProfile, stack: &Stack| {
                let score = |answer: &Answer| {
                    criterion.score(&profile.with(*field, *answer), stack, catalog())
                };
                let answers = gates::answers(*field);
                answers.windows(2).any(|pair| score(&pair[0]) != score(&pair[1]))
            };
            let reads = settings
                .iter()
                .any(|profile| crate::stacks::all().iter().any(|stack| moved(profile, stack)));
            assert!(reads, "{:?} never reads {}", criterion.id, field.id());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The printed list of fields is complete: an answer to any other field moves nothing.
    #[test]
    fn a_criterion_reads_only_what_it_says(profile in any_profile(), other in any_profile()) {
        for criterion in ALL {
            let mut changed = profile.clone();
            for field in Field::ALL.iter().filter(|field| !criterion.reads.contains(field)) {
                changed.set(*field, other.answer(*field));
            }
            for stack in some_stacks() {
                let before = criterion.score(&profile.assume(), &stack, catalog());
                let after = criterion.score(&changed.assume(), &stack, catalog());
                prop_assert_eq!(before, after, "{}", stack.id);
            }
        }
    }

    /// Stacks that are scored together have the same score and the same sum before rounding.
    #[test]
    fn stacks_that_are_scored_together_are_alike(profile in any_profile()) {
        let assumed = profile.assume();
        for criterion in ALL {
            let together = bare(criterion.id, &assumed);
            for (candidate, score) in crate::stacks::candidates().iter().zip(together) {
                let own = criterion.score_case(&Case::of(&assumed, candidate));
                prop_assert_eq!(Bare::of(&own.contributions), score, "{} {:?}", candidate.stack.id, criterion.id);
            }
        }
    }

    /// Scores are whole, within their ends, inside their interval, and explained.
    #[test]
    fn scores_are_sound(profile in any_profile()) {
        let sheets = FactSheets::built_in();
        for stack in some_stacks() {
            for score in score_all(&profile.assume(), &stack) {
                prop_assert!((1.0..=5.0).contains(&score.score));
                prop_assert!((score.score - score.score.round()).abs() < f64::EPSILON);
                prop_assert!(score.low <= score.score && score.score <= score.high);
                prop_assert!(!score.contributions.is_empty());
                for part in &score.contributions {
                    let sentence = part.reason.english();
                    prop_assert!(!sentence.is_empty() && !sentence.contains('{'), "{}", sentence);
                    prop_assert!(part.facts.iter().all(|id| sheets.fact(id).is_some()));
                }
            }
        }
    }
}
