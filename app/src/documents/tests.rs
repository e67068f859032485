//! The record as a whole, for a few sites.

use rules_core::decide::{Choices, decide};
use rules_core::profile::{Field, SiteProfile};
use rules_core::yaml;

use super::record::{RecordInput, record};
use crate::text::t;

fn stores() -> SiteProfile {
    let draft =
        yaml::read(include_str!("../../../docs/example-site.yaml")).expect("the example is sound");
    draft.parse().profile
}

fn written(profile: &SiteProfile, choices: &Choices) -> String {
    let decision = decide(profile, choices);
    let profile_yaml = yaml::write(&decision.profile, Some(&decision.tree));
    let own_weights = choices.weights.is_some();
    let link = "https://edgewise.example/#abc";
    record(
        &RecordInput { decision: &decision, profile_yaml: &profile_yaml, link, own_weights },
        t(),
    )
}

#[test]
fn the_record_of_the_example_reads_like_this() {
    insta::assert_snapshot!(written(&stores(), &Choices::default()));
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
fn own_weights_are_said_to_be_own() {
    let choices =
        Choices { weights: Some([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]), ..Choices::default() };
    let record = written(&stores(), &choices);
    assert!(record.contains("The weights were set by hand."), "{record}");
    assert!(record.contains("| Footprint | 100 % |"), "{record}");
}
