//! The whole answer to a handful of scenarios: a changed rule shows up as a readable difference.
//!
//! The snapshot is the exported JSON with each stack that is not in the shortlist cut to a line.

mod support;

use rules_core::decision_json;
use serde_json::{Value, json};
use support::Answered;

fn readable(answered: &Answered) -> String {
    let mut value = decision_json(&answered.decision);
    let shortlist = value["shortlist"].clone();
    let listed = |stack: &Value| shortlist.as_array().is_some_and(|ids| ids.contains(&stack["id"]));
    let stacks = value["stacks"].as_array().cloned().unwrap_or_default();
    value["stacks"] = stacks
        .iter()
        .map(|stack| if listed(stack) { stack.clone() } else { line(stack) })
        .collect();
    format!("{value:#}")
}

fn line(stack: &Value) -> Value {
    let scores: Vec<_> = stack["criteria"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|criterion| criterion["score"].to_string())
        .collect();
    let verdict = stack["verdict"].as_str().unwrap_or_default();
    let id = stack["id"].as_str().unwrap_or_default();
    let value = stack["value"].as_f64().unwrap_or_default();
    json!(format!("{id} {verdict} {value:.2} rank {} scores {}", stack["rank"], scores.join(" ")))
}

fn check(name: &str) {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, readable(&Answered::to(name)));
    });
}

#[test]
fn seed_profile() {
    check("seed-profile");
}

#[test]
fn shop_server() {
    check("shop-server");
}

#[test]
fn device_gateway() {
    check("device-gateway");
}
