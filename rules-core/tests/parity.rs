//! The answers as WebAssembly, byte for byte those of the native rules.
//!
//! `cargo xtask test` decides every scenario and answers every generated case natively first, and names the files that the
//! constants below hold.
#![cfg(target_arch = "wasm32")]

#[path = "support/answers.rs"]
mod answers;

use answers::{Asked, TAB};
use rules_core::{Choices, decide, file, whole_json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Every scenario, one after the other, each behind a line of its name.
const PROFILES: &str = include_str!(env!("EDGEWISE_PROFILES"));
/// What the native rules answer to them.
const DECISIONS: &str = include_str!(env!("EDGEWISE_DECISIONS"));
/// Generated cases, one a line: name, input, and what the native rules answer.
const CASES: &str = include_str!(env!("EDGEWISE_CASES"));

#[wasm_bindgen_test]
fn every_scenario_is_decided_to_the_same_bytes() {
    let native: Vec<&str> = DECISIONS.split("\n== ").collect();
    let profiles: Vec<&str> = PROFILES.split("\n== ").collect();
    assert_eq!(native.len(), profiles.len());
    assert!(profiles.len() > 10, "the scenarios are {}", profiles.len());
    for (profile, native) in profiles.iter().zip(native) {
        let (name, text) = profile.split_once('\n').expect("a name and a profile");
        let draft = file::read(text).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        let decision = decide(&draft.parse().profile, &Choices::default());
        let whole = whole_json(&decision, &Choices::default());
        assert_eq!(format!("{name}\n{whole:#}"), native, "{name}");
    }
}

#[wasm_bindgen_test]
fn generated_profiles_are_decided_to_the_same_bits() {
    assert_eq!(answered(Asked::Decision), 450);
}

#[wasm_bindgen_test]
fn generated_profiles_are_studied_to_the_same_bits() {
    assert_eq!(answered(Asked::Study), 50);
}

#[wasm_bindgen_test]
fn generated_tables_are_answered_to_the_same_bits() {
    assert_eq!(answered(Asked::Table), 100);
}

/// Answers every case of a kind, and stops at the first that comes out otherwise; returns how many there are.
fn answered(asked: Asked) -> usize {
    let cases = CASES.lines().filter(|line| line.starts_with(asked.id()));
    let same = |line: &str| {
        let mut parts = line.split(TAB);
        let (name, input, native) = (parts.next(), parts.next(), parts.next());
        let input = input.expect("a case has an input");
        assert_eq!(Some(asked.answers(input).as_str()), native, "{name:?}: {input}");
    };
    cases.map(same).count()
}
