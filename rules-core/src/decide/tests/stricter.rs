//! A demand never helps those that do not meet it.

use super::*;
use crate::gates::ALL;
use crate::profile::{Answer, AssumedProfile, Kind};
use crate::stacks::candidates;

/// Which way an answer becomes a stronger demand, or the circumstances harder.
#[derive(Clone, Copy, Debug)]
enum Stricter {
    /// Later in the vocabulary, more members, a larger number, yes.
    Up,
    /// A smaller number, no.
    Down,
}

use Stricter::{Down, Up};

/// The fields that have a stricter side.
const STRICTER: &[(Field, Stricter)] = &[
    (Field::CpuArchitectures, Up),
    (Field::NodeCpuCores, Down),
    (Field::NodeRamMib, Down),
    (Field::NodeDiskGib, Down),
    (Field::WorkloadRamMib, Up),
    (Field::StorageMedium, Up),
    (Field::SpecialDrivers, Up),
    (Field::Power, Up),
    (Field::WanOutageBudget, Up),
    (Field::NetworkReach, Up),
    (Field::Addressing, Up),
    (Field::LocalOperation, Up),
    (Field::DeviceSync, Up),
    (Field::State, Up),
    (Field::MaxLocalDowntime, Down),
    (Field::VmsNeeded, Up),
    (Field::ShippedInProduct, Up),
    (Field::VendorSupport, Up),
    (Field::Ssh, Up),
    (Field::HostChange, Up),
    (Field::VersionPinning, Up),
    (Field::Compliance, Up),
    (Field::KubernetesUntouched, Up),
];

/// Two answers of a field, the second the stricter; nothing if they are alike or neither is.
fn pair(field: Field, way: Stricter, a: Answer, b: Answer) -> Option<(Answer, Answer)> {
    let (weak, strict) = match (a, b) {
        (Answer::YesNo(_), Answer::YesNo(_)) => (Answer::YesNo(false), Answer::YesNo(true)),
        (Answer::Choice(a), Answer::Choice(b)) => {
            (Answer::Choice(a.min(b)), Answer::Choice(a.max(b)))
        }
        (Answer::Set(a), Answer::Set(b)) => (Answer::Set(a), Answer::Set(a | b)),
        (Answer::Whole(a), Answer::Whole(b)) => (Answer::Whole(a.min(b)), Answer::Whole(a.max(b))),
        _ => return None,
    };
    let (weak, strict) = match way {
        Up => (weak, strict),
        Down => (strict, weak),
    };
    (weak != strict && field.takes(weak)).then_some((weak, strict))
}

/// A field, and two answers to it of which the second is the stricter.
fn any_step() -> impl Strategy<Value = (Field, Answer, Answer)> {
    prop::sample::select(STRICTER).prop_flat_map(|(field, way)| {
        (any_answer(field), any_answer(field)).prop_filter_map("no step", move |(a, b)| {
            pair(field, way, a, b).map(|(weak, strict)| (field, weak, strict))
        })
    })
}

fn scores(profile: &AssumedProfile, stack: &Stack) -> Vec<f64> {
    criteria::score_all(profile, stack).iter().map(|score| score.score).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// A stack that a stricter answer turns against does not look better for it: no gate that was in its way opens, and
    /// no score rises.
    #[test]
    fn a_stricter_profile_never_improves_a_stack_that_violates_it(
        profile in any_profile(),
        (field, weak, strict) in any_step(),
    ) {
        let before = profile.assume().with(field, weak);
        let after = before.with(field, strict);
        for candidate in candidates() {
            let verdicts = |profile| ALL.iter().map(move |gate| gate.verdict(profile, candidate));
            let turns = || verdicts(&before).zip(verdicts(&after));
            let violates = turns().any(|(before, after)| before < after && after == Verdict::Fail);
            if !violates {
                continue;
            }
            for (gate, (was, is)) in ALL.iter().zip(turns()) {
                prop_assert!(is >= was, "{} at {}: {was:?} to {is:?}", candidate.stack.id, gate.id);
            }
            let (was, is) = (scores(&before, &candidate.stack), scores(&after, &candidate.stack));
            let rises = was.iter().zip(&is).any(|(was, is)| is > was);
            prop_assert!(!rises, "{} with {} {}: {was:?} to {is:?}", candidate.stack.id, field.id(), field.print(strict));
        }
    }
}

#[test]
fn every_choice_of_the_table_has_two_sides() {
    for (field, way) in STRICTER {
        let (first, last) = match field.kind() {
            Kind::YesNo => (Answer::YesNo(false), Answer::YesNo(true)),
            Kind::Choice(ids) => {
                (Answer::Choice(0), Answer::Choice(u8::try_from(ids.len() - 1).unwrap_or_default()))
            }
            Kind::Set { .. } => (Answer::Set(1), Answer::Set(2)),
            Kind::Whole { min, max, .. } => (Answer::Whole(min), Answer::Whole(max)),
        };
        assert!(pair(*field, *way, first, last).is_some(), "{}", field.id());
    }
}
