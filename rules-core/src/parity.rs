//! Cases for the comparison of native and WebAssembly: profiles and tables from the strategies of the other tests, always
//! the same ones, with what the native rules answer to each. `tests/parity.rs` reads them.

use std::path::PathBuf;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::json as profile_json;
use crate::profile::testing::{any_profile, full_profile, quick_profile, sparse_profile};
use crate::robustness::points::STANDARD;
use crate::robustness::testing::{problem_of, weights};

#[path = "../tests/support/answers.rs"]
mod answers;
use answers::{Asked, TAB};

/// Profiles of each kind: little known, so that most stacks are left; any part known; the quick questions answered;
/// everything known.
const PROFILES: [usize; 4] = [200, 100, 100, 100];
/// Tables of the size that certainty usually has.
const TABLES: usize = 100;
const SIZE: (usize, usize) = (11, 7);
/// Of so many cases one is worked out in full: a whole study, or as many points as the page counts.
const FULL: usize = 10;
/// The points of the other tables.
const FEW: usize = 2_048;

/// Where the cases go: `cargo xtask test` says.
const FILE: &str = "EDGEWISE_CASES";

#[test]
#[ignore = "half a minute of work for the comparison with WebAssembly: `cargo xtask test` runs it"]
fn cases_are_answered() {
    let file = PathBuf::from(std::env::var_os(FILE).expect("a file for the cases is named"));
    let cases: Vec<_> = cases().into_iter().map(|case| case.line()).collect();
    std::fs::write(&file, cases.join("\n")).expect("the file can be written");
}

#[test]
fn cases_are_the_same_every_time_and_of_every_kind() {
    let inputs = || cases().into_iter().map(|case| case.input).collect::<Vec<_>>();
    let once = inputs();
    assert_eq!(once, inputs());
    assert_eq!(once.len(), 600);
    assert!(once.iter().all(|input| !input.contains([TAB, '\n'])));
    for word in ["ordinal", "near", "box", "\"score_probability\":[[", "\"score_uniform\":[["] {
        assert!(once.iter().any(|input| input.contains(word)), "no table has {word}");
    }
}

struct Case {
    name: String,
    asked: Asked,
    input: String,
}

impl Case {
    fn new(asked: Asked, at: usize, input: &Value) -> Self {
        Self { name: format!("{} {at}", asked.id()), asked, input: input.to_string() }
    }

    fn line(&self) -> String {
        let Self { name, asked, input } = self;
        format!("{name}{TAB}{input}{TAB}{}", asked.answers(input))
    }
}

fn cases() -> Vec<Case> {
    let mut runner = TestRunner::deterministic();
    let [little, some, quick, full] = PROFILES;
    let mut profiles = drawn(&mut runner, little, sparse_profile());
    profiles.extend(drawn(&mut runner, some, any_profile()));
    profiles.extend(drawn(&mut runner, quick, quick_profile()));
    profiles.extend(drawn(&mut runner, full, full_profile()));
    let profiles = profiles.iter().enumerate().map(|(at, profile)| {
        let asked = if at % FULL == 0 { Asked::Study } else { Asked::Decision };
        Case::new(asked, at, &profile_json::value(profile))
    });
    let tables = drawn(&mut runner, TABLES, table()).into_iter().enumerate();
    let tables = tables.map(|(at, mut table)| {
        table["points"] = json!(if at % FULL == 0 { STANDARD } else { FEW });
        Case::new(Asked::Table, at, &table)
    });
    profiles.chain(tables).collect()
}

fn drawn<T>(runner: &mut TestRunner, count: usize, strategy: impl Strategy<Value = T>) -> Vec<T> {
    let mut one = || strategy.new_tree(runner).expect("nothing is refused for long").current();
    (0..count).map(|_| one()).collect()
}

/// A document for the numeric core: any regime, scores certain or uncertain in either way.
fn table() -> impl Strategy<Value = Value> {
    let (m, n) = SIZE;
    (problem_of(m, n), regime(), uncertainty()).prop_map(|(problem, regime, (name, cells))| {
        let mut table = json!({
            "alternatives": problem.alternatives(),
            "criteria": problem.criteria(),
            "values": problem.rows().collect::<Vec<_>>(),
            "weights": problem.weights(),
            "groups": { "first three": problem.criteria()[..3] },
            "regime": regime,
        });
        table[name] = cells;
        table
    })
}

fn regime() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("any")),
        Just(json!("ordinal")),
        (0.0..1.0_f64).prop_map(|radius| json!({ "near": radius })),
        (0.3..0.9_f64).prop_map(|high| json!({ "box": vec![[0.0, high]; SIZE.1] })),
    ]
}

/// What is said of each score: nothing, how likely each level is, or how far it may be off.
fn uncertainty() -> impl Strategy<Value = (&'static str, Value)> {
    let (m, n) = SIZE;
    let levels = weights(LEVELS.len()).prop_map(|chances| {
        LEVELS
            .iter()
            .zip(chances)
            .map(|(level, chance)| ((*level).to_owned(), json!(chance)))
            .collect::<Value>()
    });
    let rows =
        |cell: BoxedStrategy<Value>| prop::collection::vec(prop::collection::vec(cell, n), m);
    let width = (0.0..0.3_f64).prop_map(|width| json!(width));
    prop_oneof![
        Just(("note", json!("certain"))),
        rows(levels.boxed()).prop_map(|cells| ("score_probability", json!(cells))),
        rows(width.boxed()).prop_map(|cells| ("score_uniform", json!(cells))),
    ]
}

const LEVELS: [&str; 5] = ["0", "0.25", "0.5", "0.75", "1"];
