//! What the command line answers, asked of the function that it calls.

#[path = "../examples/decide/answer.rs"]
mod answer;
mod support;

use answer::{Ask, Source, answer};
use serde_json::Value;
use support::folder;

fn source(name: &str) -> Source {
    let path = folder().join(format!("{name}.yaml"));
    Source { name: name.to_owned(), text: std::fs::read_to_string(path).expect("a scenario") }
}

fn typed(text: &str) -> Source {
    Source { name: "typed".to_owned(), text: text.to_owned() }
}

fn json(sources: &[Source]) -> Value {
    serde_json::from_str(&answer(sources, true).expect("an answer")).expect("JSON")
}

#[test]
fn json_has_the_names_that_last() {
    let value = json(&[source("seed-profile")]);
    for name in [
        "format",
        "versions",
        "profile",
        "assumptions",
        "warnings",
        "tree",
        "stacks",
        "options",
        "shortlist",
        "pattern",
        "pitfalls",
        "companions",
        "reports",
        "certainty",
        "flips",
        "ask_next",
    ] {
        assert!(!value[name].is_null(), "{name}");
    }
    assert_eq!(value["format"], 1);
    assert_eq!(value["options"].as_array().expect("a list").len(), 11);
    assert_eq!(value["tree"]["answers"][0]["question"], "q1");
    assert_eq!(value["profile"]["host_change"], "planned-image-only");
    assert_eq!(value["shortlist"][0], value["stacks"][0]["id"]);
}

#[test]
fn an_exported_decision_is_a_profile_again() {
    let first = answer(&[source("shop-server")], true).expect("an answer");
    let again = answer(&[typed(&first)], true).expect("an answer");
    assert_eq!(first, again);
}

#[test]
fn several_profiles_make_a_list() {
    let list = json(&[source("shop-server"), source("jysk")]);
    let names: Vec<_> =
        list.as_array().expect("a list").iter().map(|d| &d["profile"]["name"]).collect();
    assert_eq!(names, ["Shop server", "JYSK"]);
}

#[test]
fn json_profiles_are_known_by_their_looks() {
    let value = json(&[typed("{\"site\": {\"tier\": \"far-edge\", \"sites\": 12}}")]);
    assert_eq!(value["profile"]["sites"], 12);
    assert_eq!(value["shortlist"].as_array().expect("a list").len(), 0);
}

#[test]
fn every_fault_of_every_profile_is_told() {
    let faults = answer(&[typed("site:\n  tier: mars\n  sites: 0\n"), source("jysk")], true);
    let faults = faults.expect_err("two faults");
    assert_eq!(faults.lines().count(), 2, "{faults}");
    assert!(faults.contains("line 2: tier") && faults.contains("line 3: sites"), "{faults}");
}

#[test]
fn the_summary_names_what_to_evaluate() {
    let text = answer(&[source("first-k3s")], false).expect("an answer");
    assert!(text.contains("Evaluate:\n  linux+k3s/b"), "{text}");
}

#[test]
fn the_summary_says_what_stands_beside_the_decision() {
    let text = answer(&[source("seed-profile")], false).expect("an answer");
    assert!(
        text.contains("manual-fix-at-fleet-size: a repair by hand that takes 15 min"),
        "{text}"
    );
    assert!(text.contains("(every-node: 1024 MiB, 13 % of a node, unknown millicores)"), "{text}");
    assert!(text.contains("Field reports on kairos+k3s/b: reports.k3s."), "{text}");
}

#[test]
fn the_summary_says_what_would_change_it_and_what_to_find_out() {
    let text = answer(&[source("seed-profile")], false).expect("an answer");
    assert!(text.contains("Another stack comes first:\n  with "), "{text}");
    let thin = answer(&[typed("site:\n  tier: far-edge\n")], false).expect("an answer");
    assert!(!thin.contains("Another stack comes first"), "{thin}");
    assert!(thin.contains("Worth finding out, in points of value:\n  "), "{thin}");
}

/// The edits of a flip, put into the file, lead to the stack that is announced.
#[test]
fn a_flip_put_into_the_file_flips() {
    let before = json(&[source("seed-profile")]);
    let flips = before["flips"].as_array().expect("a list");
    assert!(!flips.is_empty());
    for flip in flips {
        assert_ne!(flip["first"], before["shortlist"][0]);
        let mut profile = before["profile"].clone();
        for edit in flip["edits"].as_array().expect("a list") {
            let field = edit["field"].as_str().expect("an id");
            assert_eq!(edit["from"], profile[field], "{flip}");
            profile[field] = edit["to"].clone();
        }
        let draft = rules_core::file::read(&profile.to_string()).expect("a profile");
        let after = rules_core::decide(&draft.parse().profile, &rules_core::Choices::default());
        let first = after.shortlist.first().map(|entry| &*after.stacks[entry.stack].stack.id);
        assert_eq!(first, flip["first"].as_str(), "{flip}");
    }
}

#[test]
fn unknown_fields_stand_in_the_order_of_their_worth() {
    let value = json(&[typed("site:\n  tier: far-edge\n")]);
    let asked = value["ask_next"].as_array().expect("a list");
    let worth: Vec<_> = asked.iter().map(|one| one["evppi"].as_f64().expect("a number")).collect();
    assert!(worth.is_sorted_by(|one, next| one >= next) && worth[0] > 0.0);
    assert!(asked.iter().all(|one| one["field"] != "tier" && one["p_flip"].is_number()));
    assert_eq!(value["flips"].as_array().map(Vec::len), Some(0));
}

#[test]
fn nothing_stands_beside_a_decision_that_names_no_stack() {
    let value = json(&[typed("site:\n  tier: far-edge\n")]);
    for name in ["pitfalls", "companions", "reports"] {
        assert_eq!(value[name].as_array().map(Vec::len), Some(0), "{name}");
    }
}

#[test]
fn arguments_without_a_profile_make_no_sense() {
    let ask = |args: &[&str]| Ask::from_args(args.iter().map(ToString::to_string));
    assert!(ask(&["--json"]).is_none());
    assert!(ask(&["a.yaml", "--yaml"]).is_none());
    let both = ask(&["a.yaml", "--json", "-"]).expect("two profiles");
    assert!(both.json);
    assert_eq!(both.paths, ["a.yaml", "-"]);
}
