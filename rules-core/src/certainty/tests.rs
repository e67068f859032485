use super::*;
use crate::certainty::study::RADII;
use crate::outcome::{CriterionId, Decision, EvidenceLevel, Verdict};
use crate::profile::Answer;
use crate::profile::testing::any_profile;
use crate::profile::{Choice, Field, SiteProfile, Ssh};
use crate::robustness::scores::Score;
use crate::{Choices, decide};
use proptest::prelude::*;
use std::sync::OnceLock;

fn stores() -> SiteProfile {
    let mut profile = SiteProfile::default();
    for field in Field::quick() {
        profile.set(field, Some(field.assumption()));
    }
    profile.set(Field::Sites, Some(Answer::Whole(3_400)));
    profile.set(Field::Ssh, Some(Answer::Choice(Ssh::Banned.index())));
    profile
}

fn decided(points: Option<[f64; 7]>) -> Decision {
    decide(&stores(), &Choices { weights: points, ..Choices::default() })
}

/// The study of the stores: it takes a while without optimisation, so the tests share it.
fn found() -> Findings {
    static FOUND: OnceLock<Findings> = OnceLock::new();
    FOUND.get_or_init(|| study(&decided(None)).expect("stacks are left")).clone()
}

fn first(decision: &Decision) -> crate::outcome::Contender {
    decision.stacks[0].stack.contender()
}

#[test]
fn the_first_choice_is_the_first_stack_and_no_choice_is_its_own_rival() {
    let decision = decided(None);
    let model = Model::of(&decision).expect("stacks are left");
    assert_eq!(model.choices[0], 0);
    let contenders: Vec<_> =
        model.choices.iter().map(|at| decision.stacks[*at].stack.contender()).collect();
    let mut distinct = contenders.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(contenders.len(), distinct.len());
    let values = model.problem.overall();
    for (at, value) in model.stacks.iter().zip(values) {
        assert!((100.0 * value - decision.stacks[*at].value).abs() < 1e-9);
    }
}

/// Moves one weight to a share, the others keeping their ratios.
fn moved(shares: &[f64; 7], criterion: usize, to: f64) -> [f64; 7] {
    let rest = 1.0 - shares[criterion];
    std::array::from_fn(|at| if at == criterion { to } else { shares[at] * (1.0 - to) / rest })
}

#[test]
fn the_leader_changes_exactly_at_the_end_of_a_band() {
    let decision = decided(None);
    let held = Held::of(&Model::of(&decision).expect("stacks are left"));
    let mut ends = 0;
    for criterion in CriterionId::ALL {
        let at = criterion as usize;
        let band = held.bands[at];
        let at_weight = |to: f64| first(&decided(Some(moved(&decision.weights.shares, at, to))));
        for (end, beyond) in [(band.low, -1e-6), (band.high, 1e-6)] {
            assert_eq!(at_weight(end - beyond), first(&decision), "{criterion:?} inside {end}");
            if end > 0.0 && end < 1.0 {
                ends += 1;
                assert_ne!(at_weight(end + beyond), first(&decision), "{criterion:?} beyond {end}");
            }
        }
    }
    assert!(ends > 0, "some weight can change the leader");
}

#[test]
fn a_flip_that_is_applied_does_flip_and_a_hair_less_does_not() {
    let decision = decided(None);
    let model = Model::of(&decision).expect("stacks are left");
    let held = Held::of(&model);
    let nearest = held.nearest().expect("a rival can lead");
    let flip = nearest.flip.as_ref().expect("it was chosen for that");
    let w0 = decision.weights.shares;
    let at = |share: f64| {
        let points = std::array::from_fn(|j| w0[j] + share * (flip.weights[j] - w0[j]));
        first(&decided(Some(points)))
    };
    assert_eq!(at(0.99), first(&decision));
    if flip.overtakes {
        assert_ne!(at(1.0 + 1e-6), first(&decision));
    }
}

#[test]
fn shares_agree_with_the_radius_and_with_each_other() {
    let found = found();
    let (near, any) = (found.near.expect("counted"), found.any.expect("counted"));
    let curve = found.curve.expect("followed");
    for (radius, row) in RADII.iter().zip(&curve) {
        if *radius < found.held.radius {
            assert!((row[0] - 1.0).abs() < 1e-12, "{radius}");
        }
    }
    let at = |radius: f64| {
        let at = RADII.iter().position(|r| (r - radius).abs() < 1e-12).expect("a radius");
        &curve[at]
    };
    for (choice, share) in at(0.2).iter().enumerate() {
        assert!((share - near.first_rank[choice]).abs() < 2e-4);
    }
    for (choice, share) in at(1.0).iter().enumerate() {
        assert!((share - any.first_rank[choice]).abs() < 2e-4);
    }
    for shares in [&near, &any] {
        let sum: f64 = shares.shared_first.iter().sum();
        assert!((sum - 1.0).abs() < 1e-9);
    }
}

#[test]
fn no_test_is_worth_less_than_nothing_or_more_than_knowing_everything() {
    let found = found();
    let worth = found.worth.expect("worked out");
    assert_eq!(worth.tests.len(), ProofTest::ALL.len());
    for test in &worth.tests {
        assert!(test.points >= 0.0 && test.points <= worth.everything.evpi + 1e-9, "{test:?}");
    }
    assert!(worth.tests.is_sorted_by(|a, b| a.points >= b.points));
    assert!(worth.tests[0].points > 0.0, "with judged scores some test can change the choice");
}

#[test]
fn every_criterion_is_measured_by_one_test() {
    for criterion in CriterionId::ALL {
        let measures = |test: &&ProofTest| test.measures.contains(&criterion);
        assert_eq!(ProofTest::ALL.iter().filter(measures).count(), 1, "{criterion:?}");
    }
}

#[test]
fn a_thin_profile_is_called_not_enough_known_however_the_shares_fall() {
    let decision = decide(&SiteProfile::default(), &Choices::default());
    for share in [0.0, 0.8, 1.0] {
        assert_eq!(Word::of(&decision, share), Word::NotEnoughKnown);
    }
    assert_eq!(Word::of(&decided(None), 1.0), Word::Settled);
}

#[test]
fn evidence_spreads_a_score_by_its_convention() {
    let mut cell = decided(None).stacks[0].criteria[0].clone();
    cell.score = 5.0;
    cell.level = EvidenceLevel::Judged;
    assert_eq!(score_distribution(&cell), Some(Score::Levels(vec![(0.75, 0.25), (1.0, 0.75)])));
    cell.level = EvidenceLevel::Measured;
    assert_eq!(score_distribution(&cell), Some(Score::Certain(1.0)));
}

#[test]
fn slices_change_nothing() {
    let decision = decided(None);
    let mut study = Study::new(&decision).expect("stacks are left");
    let mut slices = 1;
    while study.advance() {
        slices += 1;
    }
    assert!(slices > 40, "{slices} slices");
    assert_eq!(study.into_findings(), found());
}

proptest! {
    #[test]
    fn whatever_is_answered_bands_hold_the_present_weights(profile in any_profile()) {
        let decision = decide(&profile, &Choices::default());
        let left = decision.stacks.iter().any(|result| result.verdict != Verdict::Fail);
        let model = Model::of(&decision);
        prop_assert_eq!(model.is_some(), left);
        if let Some(model) = model {
            let held = Held::of(&model);
            prop_assert!((0.0..=1.0).contains(&held.radius));
            for (band, share) in held.bands.iter().zip(decision.weights.shares) {
                prop_assert!(band.low <= share + 1e-9 && share <= band.high + 1e-9);
            }
        }
    }
}
