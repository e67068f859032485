//! What one edit costs: the whole decision with every gate, score and reason, and where the time goes.

#[path = "support/edit.rs"]
mod edit;
#[path = "support/sites.rs"]
mod sites;

use divan::{Bencher, black_box};
use rules_core::certainty::{Study, study};
use rules_core::counterfactual::{flips, questions};
use rules_core::decide::Lean;
use rules_core::profile::{Answer, Field, SiteProfile};
use rules_core::{Choices, criteria, decide, gates, stacks};

use self::sites::{full, quick};

fn main() {
    divan::main();
}

#[divan::bench]
fn decision_full_profile(bencher: Bencher) {
    let (profile, choices) = (full(), Choices::default());
    bencher.bench(|| decide(black_box(&profile), &choices));
}

#[divan::bench]
fn decision_quick_profile(bencher: Bencher) {
    let (profile, choices) = (quick(), Choices::default());
    bencher.bench(|| decide(black_box(&profile), &choices));
}

#[divan::bench]
fn gates_of_all_stacks(bencher: Bencher) {
    let profile = full();
    let assumed = profile.assume();
    bencher.bench(|| gates::screen_all(black_box(&profile), &assumed));
}

#[divan::bench]
fn gates_of_all_stacks_quick_profile(bencher: Bencher) {
    let profile = quick();
    let assumed = profile.assume();
    bencher.bench(|| gates::screen_all(black_box(&profile), &assumed));
}

#[divan::bench]
fn criteria_of_all_stacks(bencher: Bencher) {
    let assumed = full().assume();
    bencher.bench(|| {
        let candidates = stacks::candidates().iter();
        candidates
            .map(|one| criteria::score_candidate(black_box(&assumed), one))
            .collect::<Vec<_>>()
    });
}

#[divan::bench]
fn verdicts_alone(bencher: Bencher) {
    let assumed = full().assume();
    bencher.bench(|| gates::verdicts_of_all(black_box(&assumed)));
}

#[divan::bench]
fn lean_full_profile(bencher: Bencher) {
    let (profile, choices) = (full(), Choices::default());
    bencher.bench(|| Lean::new(black_box(&profile), &choices));
}

const SSH: (Field, Answer) = (Field::Ssh, Answer::Choice(0));
const SITES: (Field, Answer) = (Field::Sites, Answer::Whole(150));
const TIER: (Field, Answer) = (Field::Tier, Answer::Choice(2));

fn lean_edit(bencher: Bencher, profile: &SiteProfile, (field, answer): (Field, Answer)) {
    let lean = Lean::new(profile, &Choices::default());
    bencher.bench(|| lean.with(black_box(field), answer).first());
}

#[divan::bench]
fn lean_edit_of_ssh(bencher: Bencher) {
    lean_edit(bencher, &full(), SSH);
}

/// Most scores of the fleet rest on the number of sites.
#[divan::bench]
fn lean_edit_of_sites(bencher: Bencher) {
    lean_edit(bencher, &full(), SITES);
}

/// Nothing is read by more rules than the tier, and unknown answers are tried for each of them.
#[divan::bench]
fn lean_edit_of_tier_quick_profile(bencher: Bencher) {
    lean_edit(bencher, &quick(), TIER);
}

/// Two edits of which each is worked out by itself already.
#[divan::bench]
fn lean_two_edits(bencher: Bencher) {
    let lean = Lean::new(&full(), &Choices::default());
    let [one, other] = [SSH, SITES].map(|(field, answer)| lean.with(field, answer));
    bencher.bench(|| lean.joined(black_box(&one), &other).first());
}

#[divan::bench]
fn all_flips_full_profile(bencher: Bencher) {
    let (profile, choices) = (full(), Choices::default());
    bencher.bench(|| flips(black_box(&profile), &choices));
}

#[divan::bench]
fn all_flips_quick_profile(bencher: Bencher) {
    let (profile, choices) = (quick(), Choices::default());
    bencher.bench(|| flips(black_box(&profile), &choices));
}

#[divan::bench]
fn all_questions_quick_profile(bencher: Bencher) {
    let (profile, choices) = (quick(), Choices::default());
    bencher.bench(|| questions(black_box(&profile), &choices));
}

/// What stands beside the ranking in the same frame.
#[divan::bench]
fn certainty_exact_full_profile(bencher: Bencher) {
    let decision = decide(&full(), &Choices::default());
    bencher.bench(|| Study::new(black_box(&decision)).map(Study::into_findings));
}

#[divan::bench]
fn certainty_full_profile(bencher: Bencher) {
    let decision = decide(&full(), &Choices::default());
    bencher.bench(|| study(black_box(&decision)));
}

#[divan::bench]
fn whole_edit_full_profile(bencher: Bencher) {
    let (profile, choices) = (full(), Choices::default());
    bencher.bench(|| edit::whole(black_box(&profile), &choices));
}

#[divan::bench]
fn whole_edit_quick_profile(bencher: Bencher) {
    let (profile, choices) = (quick(), Choices::default());
    bencher.bench(|| edit::whole(black_box(&profile), &choices));
}
