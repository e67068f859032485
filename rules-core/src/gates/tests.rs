//! Claims about the gates as a whole, and about what is unknown.

mod rules;

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::catalog::FactSheets;
use crate::outcome::GateResult;
use crate::profile::testing::any_profile;
use crate::profile::{
    Answer, Compliance, ControlPlane, HostChange, ImageSupply, NetworkReach, OsStandard,
    SpecialDrivers, Ssh, StorageMedium, Tier,
};

/// A profile in which a few fields are answered and nothing else is known.
fn profile(answers: &[(Field, Answer)]) -> SiteProfile {
    let mut profile = SiteProfile::default();
    for (field, answer) in answers {
        assert!(profile.set(*field, Some(*answer)), "{} takes {answer:?}", field.id());
    }
    profile
}

/// A profile in which every field has its assumption, except a few.
fn complete(answers: &[(Field, Answer)]) -> SiteProfile {
    let mut profile = SiteProfile::default();
    for field in Field::ALL {
        profile.set(*field, Some(field.assumption()));
    }
    profile.set(Field::GrowthSites, Some(Answer::Whole(100)));
    for (field, answer) in answers {
        assert!(profile.set(*field, Some(*answer)), "{} takes {answer:?}", field.id());
    }
    profile
}

fn judge(gate: &str, stack: &str, profile: &SiteProfile) -> GateResult {
    let candidate = stacks::candidate(stack).expect("the stack exists");
    Gate::by_id(gate).expect("the gate exists").judge(profile, &profile.assume(), candidate)
}

fn check(gate: &str, stack: &str, answers: &[(Field, Answer)], expected: Verdict) {
    let result = judge(gate, stack, &complete(answers));
    assert_eq!(result.verdict, expected, "{gate} on {stack}: {}", result.reason.english());
}

fn whole(number: u32) -> Answer {
    Answer::Whole(number)
}

const YES: Answer = Answer::YesNo(true);
const NO: Answer = Answer::YesNo(false);

fn pick(choice: u8) -> Answer {
    Answer::Choice(choice)
}

#[test]
fn every_gate_file_is_registered() {
    let shared = ["finding", "looks", "obligation", "place", "possible", "tests"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gates");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder is part of the crate")
        .filter_map(|entry| entry.expect("it can be read").file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".rs").map(|stem| stem.replace('_', "-")))
        .filter(|stem| !shared.contains(&stem.as_str()))
        .collect();
    let registered: BTreeSet<String> = ALL.iter().map(|gate| gate.id.to_owned()).collect();
    assert_eq!(files, registered);
    assert_eq!(registered.len(), ALL.len());
}

#[test]
fn every_sentence_has_a_key_of_its_own() {
    let mut templates = std::collections::BTreeMap::new();
    for (profile, candidate) in samples() {
        for gate in ALL {
            let finding = (gate.check)(&profile, candidate);
            for sentence in [Some(finding.reason), finding.action].into_iter().flatten() {
                let reason: crate::reason::Reason = sentence.into();
                let known = templates.entry(reason.key).or_insert(reason.template);
                let is_shared_action = reason.key == "image-supply-closer";
                assert!(*known == reason.template || is_shared_action, "{}", reason.key);
                assert!(!reason.english().contains('{'), "{}", reason.english());
            }
        }
    }
    assert!(templates.len() > 60, "{}", templates.len());
}

#[test]
fn every_cited_fact_is_in_the_sheets() {
    let sheets = FactSheets::built_in();
    for (profile, candidate) in samples() {
        for gate in ALL {
            for id in (gate.check)(&profile, candidate).facts().iter() {
                assert!(sheets.fact(id).is_some(), "{} cites {id}", gate.id);
            }
        }
    }
}

/// Each value of each field alone, over every stack.
fn samples() -> impl Iterator<Item = (AssumedProfile, &'static Candidate)> {
    let base = SiteProfile::default().assume();
    let profiles = Field::ALL.iter().flat_map(move |field| {
        possible::values(*field).iter().map(move |value| base.with(*field, *value))
    });
    profiles.flat_map(|profile| stacks::candidates().iter().map(move |one| (profile, one)))
}

#[test]
fn a_gate_reads_only_what_it_says() {
    for candidate in stacks::candidates() {
        for gate in ALL {
            for field in Field::ALL.iter().filter(|field| !gate.reads.contains(field)) {
                let base = SiteProfile::default().assume();
                let verdicts: BTreeSet<_> = possible::values(*field)
                    .iter()
                    .map(|value| gate.verdict(&base.with(*field, *value), candidate))
                    .collect();
                assert!(verdicts.len() == 1, "{} reads {}", gate.id, field.id());
            }
        }
    }
}

#[test]
fn stacks_that_are_answered_together_are_alike() {
    let everything: Vec<_> = Field::ALL
        .iter()
        .flat_map(|field| possible::values(*field).iter().map(|value| (*field, *value)))
        .collect();
    for (field, value) in everything {
        let profile = complete(&[]);
        let assumed = profile.assume().with(field, value);
        for (gate, classes) in ALL.iter().zip(looks::classes()) {
            for (candidate, class) in stacks::candidates().iter().zip(&classes.of) {
                let first = &stacks::candidates()[classes.first[*class]];
                let own = gate.judge(&profile, &assumed, candidate);
                assert_eq!(own, gate.judge(&profile, &assumed, first), "{}", candidate.stack.id);
            }
        }
    }
}

#[test]
fn all_together_are_screened_as_each_alone() {
    for profile in [profile(&[]), complete(&[])] {
        let assumed = profile.assume();
        let together = verdicts_of_all(&assumed);
        let screened = screen_all(&profile, &assumed);
        for (at, candidate) in stacks::candidates().iter().enumerate() {
            assert_eq!(screened[at], screen_candidate(&profile, &assumed, candidate));
            let own = ALL.iter().map(|gate| gate.verdict(&assumed, candidate));
            assert_eq!(together[at], own.fold(Verdict::Pass, Verdict::together));
        }
    }
}

// what is unknown

#[test]
fn unknown_memory_is_unknown_and_not_a_pass() {
    let result = judge("memory-floor", "ubuntu+k3s/a", &profile(&[]));
    assert_eq!(result.verdict, Verdict::Unknown);
    assert!(result.depends_on.contains(&Field::NodeRamMib));
}

#[test]
fn unknown_that_cannot_matter_is_not_asked_for() {
    let known = [
        (Field::Tier, pick(Tier::NearEdge as u8)),
        (Field::NodeRamMib, whole(64)),
        (Field::NodesPerSite, whole(1)),
    ];
    let result = judge("memory-floor", "ubuntu+k3s/a", &profile(&known));
    assert_eq!(result.verdict, Verdict::Fail);
    assert!(result.depends_on.is_empty(), "{:?}", result.depends_on);
}

#[test]
fn unknown_ssh_policy_decides_over_talos_and_not_over_kairos() {
    let result = judge("host-login", "talos+talos/a", &profile(&[]));
    assert_eq!((result.verdict, &result.depends_on[..]), (Verdict::Unknown, &[Field::Ssh][..]));
    let result = judge("host-login", "kairos+k3s/a", &profile(&[]));
    assert_eq!((result.verdict, result.depends_on.len()), (Verdict::Pass, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn screening_never_panics_and_answers_every_gate(profile in any_profile()) {
        let assumed = profile.assume();
        for candidate in stacks::candidates() {
            let results = screen_candidate(&profile, &assumed, candidate);
            prop_assert_eq!(results.len(), ALL.len());
            for result in results {
                prop_assert!(result.depends_on.iter().all(|field| !profile.knows(*field)));
                if result.verdict == Verdict::Conditional {
                    prop_assert!(result.action.is_some(), "{}", result.gate);
                }
            }
        }
    }

    /// The printed list of fields is complete: an answer to any other field moves no verdict.
    #[test]
    fn a_verdict_hangs_on_what_the_gate_reads(profile in any_profile(), other in any_profile()) {
        for (at, gate) in ALL.iter().enumerate() {
            let mut changed = profile.clone();
            for field in Field::ALL.iter().filter(|field| !gate.reads.contains(field)) {
                changed.set(*field, other.answer(*field));
            }
            // Growth follows the sites, so a gate that reads growth without the sites would say more than it declares.
            let before = marks(at, &profile, &profile.assume());
            prop_assert!(before.eq(marks(at, &changed, &changed.assume())), "{}", gate.id);
        }
    }

    /// What is settled stays settled: however the unknown fields turn out, the verdict is the one that was given.
    #[test]
    fn settled_verdict_holds_for_every_answer(profile in any_profile(), other in any_profile()) {
        let assumed = profile.assume();
        let mut answered = other.assume();
        for field in Field::ALL {
            if let Some(answer) = profile.answer(*field) {
                answered = answered.with(*field, answer);
            }
        }
        for candidate in stacks::candidates() {
            for gate in ALL {
                let result = gate.judge(&profile, &assumed, candidate);
                if result.verdict != Verdict::Unknown {
                    prop_assert_eq!(
                        gate.verdict(&answered, candidate), result.verdict,
                        "{} on {}", gate.id, candidate.stack.id
                    );
                }
            }
        }
    }
}
