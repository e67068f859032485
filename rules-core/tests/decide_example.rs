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
fn arguments_without_a_profile_make_no_sense() {
    let ask = |args: &[&str]| Ask::from_args(args.iter().map(ToString::to_string));
    assert!(ask(&["--json"]).is_none());
    assert!(ask(&["a.yaml", "--yaml"]).is_none());
    let both = ask(&["a.yaml", "--json", "-"]).expect("two profiles");
    assert!(both.json);
    assert_eq!(both.paths, ["a.yaml", "-"]);
}
