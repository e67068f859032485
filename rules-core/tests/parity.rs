//! The answers as WebAssembly, byte for byte those of the native rules.
//!
//! `cargo xtask test` decides every scenario natively first, and names the files that the constants below hold.
#![cfg(target_arch = "wasm32")]

use rules_core::{Choices, decide, decision_json, file};
use wasm_bindgen_test::wasm_bindgen_test;

/// Every scenario, one after the other, each behind a line of its name.
const PROFILES: &str = include_str!(env!("EDGEWISE_PROFILES"));
/// What the native rules answer to them.
const DECISIONS: &str = include_str!(env!("EDGEWISE_DECISIONS"));

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
        assert_eq!(format!("{name}\n{:#}", decision_json(&decision)), native, "{name}");
    }
}
