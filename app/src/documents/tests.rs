//! The record as a whole, for a few sites.

use rules_core::catalog::FactSheets;
use rules_core::decide::{Choices, decide};
use rules_core::measured::Evidence;
use rules_core::profile::{Field, SiteProfile};
use rules_core::yaml;

use super::record::{RecordInput, record};
use crate::state::Work;
use crate::state::certain::Certain;
use crate::state::inquiry::Inquiry;
use crate::text::t;

fn stores() -> SiteProfile {
    let draft =
        yaml::read(include_str!("../../../docs/example-site.yaml")).expect("the example is sound");
    draft.parse().profile
}

fn written(profile: &SiteProfile, choices: &Choices) -> String {
    with(profile, choices, &Certain::default())
}

fn with(profile: &SiteProfile, choices: &Choices, certain: &Certain) -> String {
    let decision = decide(profile, choices);
    let profile_yaml = yaml::write(&decision.profile, Some(&decision.tree));
    let own_weights = choices.weights.is_some();
    let link = "https://edgewise.example/#abc";
    record(
        &RecordInput {
            decision: &decision,
            profile_yaml: &profile_yaml,
            link,
            own_weights,
            evidence: &choices.evidence,
            certain,
            sheets: Some(&FactSheets::built_in()),
        },
        t(),
    )
}

#[test]
fn the_record_of_the_example_reads_like_this() {
    let choices = Choices::default();
    let decision = decide(&stores(), &choices);
    let mut inquiry = Inquiry::new(&decision, &choices).expect("stacks are left");
    while inquiry.advance() {}
    insta::assert_snapshot!(with(&stores(), &choices, &inquiry.certain()));
}

#[test]
fn a_record_without_the_part_that_counts_says_so() {
    let missing = Certain { missing: true, ..Certain::default() };
    let record = with(&stores(), &Choices::default(), &missing);
    assert!(record.contains("## How certain that is\n\nThe part of the program"), "{record}");
}

#[test]
fn equal_input_gives_equal_bytes() {
    assert_eq!(written(&stores(), &Choices::default()), written(&stores(), &Choices::default()));
}

#[test]
fn too_little_known_says_what_to_answer_next_and_names_no_stack() {
    let mut profile = SiteProfile::default();
    profile.set(Field::Tier, Some(Field::Tier.assumption()));
    let record = written(&profile, &Choices::default());
    assert!(
        record.starts_with("# Kubernetes at the edge: no stack can be named yet\n"),
        "{record}"
    );
    assert!(record.contains("Answer these next"), "{record}");
    assert!(!record.contains("Evaluate **"), "{record}");
}

#[test]
fn a_name_with_markup_stays_text() {
    let mut profile = stores();
    profile.set_name("<img src=x onerror=alert(1)> | [a](http://b.example)");
    let record = written(&profile, &Choices::default());
    let title = record.lines().next().unwrap_or_default();
    assert!(
        title.starts_with("# \\<img src=x onerror=alert(1)\\> \\| \\[a\\](http\\://b.example)"),
        "{title}"
    );
}

#[test]
fn facts_that_did_not_arrive_are_named_by_their_ids_and_the_record_says_so() {
    let decision = decide(&stores(), &Choices::default());
    let input = RecordInput {
        decision: &decision,
        profile_yaml: "",
        link: "",
        own_weights: false,
        evidence: &Evidence::default(),
        certain: &Certain::default(),
        sheets: None,
    };
    let record = record(&input, t());
    assert!(record.contains("The fact sheets were not at hand"), "{record}");
    assert!(record.contains("- k3s.server.min-ram\n"), "{record}");
    assert!(record.contains("- reports.k3s.certificates\n"), "{record}");
}

#[test]
fn what_stands_beside_the_first_stack_is_said_with_figures_and_links() {
    let record = written(&stores(), &Choices::default());
    assert!(record.contains("takes 850 hours at 3,400 sites"), "{record}");
    assert!(record.contains(
        "| Images | bring: Spegel | per node: 128 MiB (2 % of its memory), processor unknown |"
    ));
    assert!(
        record.contains("https://github.com/k3s-io/k3s/issues/7837), 1.27.1, closed, 2023-06-29)")
    );
}

#[test]
fn what_was_measured_is_listed_with_its_day_and_its_note_as_text() {
    let mut work = Work::default();
    work.measure_for_test();
    let record = written(&stores(), &work.choices());
    assert!(
        record.contains(
            "- Storage of Kairos + k3s, one node: 2 of 5, measured on 2026-11-20: restore took 4 h, \"by hand\" \u{2013} \\<twice\\>"
        ),
        "{record}"
    );
    assert!(!written(&stores(), &Choices::default()).contains("Measured at own sites"));
}

#[test]
fn own_weights_are_said_to_be_own() {
    let choices =
        Choices { weights: Some([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]), ..Choices::default() };
    let record = written(&stores(), &choices);
    assert!(record.contains("The weights were set by hand."), "{record}");
    assert!(record.contains("| Footprint | 100 % |"), "{record}");
}
