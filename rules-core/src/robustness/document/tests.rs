use serde_json::{Value, json};

use super::super::testing::{all_near, near};
use super::*;

fn small() -> Value {
    json!({
        "alternatives": ["a", "b"], "criteria": ["cost", "speed"], "values": [[1, 0], [0.4, 0.8]], "weights": [0.6, 0.4]
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut document = small();
    document[field] = value;
    document
}

fn told(document: &Value) -> Value {
    serde_json::to_value(answer(&document.to_string()).expect("accepted")).expect("plain data")
}

fn refused(document: &Value) -> String {
    answer(&document.to_string()).expect_err("should be refused").to_string()
}

fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| entry.as_f64().expect("a number"))
        .collect()
}

#[test]
fn a_small_document_is_answered_in_full() {
    let found = told(&small());
    assert_eq!(found["leader"], "a");
    all_near(&numbers(&found["first_rank"]), &[3.0 / 7.0, 4.0 / 7.0], 2e-4);
    all_near(&numbers(&found["stability_interval"][0]), &[4.0 / 7.0, 1.0], 1e-12);
    assert_eq!(found["flip_l1"][0], Value::Null);
    near(found["flip_l1"][1]["distance"].as_f64().expect("flips"), 2.0 / 35.0, 1e-12);
    all_near(&numbers(&found["flip_l2"][1]["weights"]), &[4.0 / 7.0, 3.0 / 7.0], 1e-12);
    near(found["contamination_radius"].as_f64().expect("a number"), 1.0 / 21.0, 1e-12);
    assert_eq!((&found["points"], &found["acceptance"]), (&json!(16384), &json!(1.0)));
    assert_eq!((&found["evpi"], &found["evpi_exact"]), (&json!(0.0), &json!(true)));
    assert_eq!(found["confidence_factor"], json!([1.0, 1.0]));
}

#[test]
fn every_promised_field_is_there() {
    let found = told(&small());
    for field in [
        "rank_acceptability",
        "first_rank",
        "central_weights",
        "confidence_factor",
        "pairwise",
        "stability_interval",
        "flip_l1",
        "flip_l2",
        "contamination_radius",
        "evpi",
        "evppi",
        "p_flip",
    ] {
        assert!(found.get(field).is_some(), "{field} is missing");
    }
}

#[test]
fn equal_documents_have_equal_bytes() {
    let text = || {
        serde_json::to_string(&answer(&small().to_string()).expect("accepted")).expect("plain data")
    };
    assert_eq!(text(), text());
}

#[test]
fn without_weights_the_centre_of_the_regime_is_taken() {
    let mut document = small();
    document.as_object_mut().expect("an object").remove("weights");
    all_near(&numbers(&told(&document)["weights"]), &[0.5, 0.5], 1e-3);
    document["regime"] = json!("ordinal");
    all_near(&numbers(&told(&document)["weights"]), &[0.75, 0.25], 1e-3);
    document["regime"] = json!({"box": [[0.2, 0.4], [0.0, 1.0]]});
    all_near(&numbers(&told(&document)["weights"]), &[0.3, 0.7], 1e-3);
    document["regime"] = json!({"near": 0.0});
    all_near(&numbers(&told(&document)["first_rank"]), &[0.0, 1.0], 0.0);
}

#[test]
fn uncertain_cells_are_read() {
    let levels = json!([[{}, {}], [{"0.4": 0.5, "1.0": 0.5}, null]]);
    let found = told(&with("score_probability", levels));
    // b expects 0.6 * 0.7 + 0.32 = 0.74 and leads; at 0.4 it has 0.56 and a's 0.6 is better: worth 0.5 * 0.04.
    assert_eq!(found["p_flip"], json!([[0.0, 0.0], [0.5, 0.0]]));
    near(found["evppi"][1][0].as_f64().expect("a number"), 0.02, 1e-12);
    near(found["evpi"].as_f64().expect("a number"), 0.02, 1e-12);
    let found = told(&with("score_uniform", json!([[null, null], [0.3, null]])));
    assert!(found["evppi"][1][0].as_f64().expect("a number") > 0.0);
}

#[test]
fn groups_are_told_by_name() {
    let found = told(&with("groups", json!({"money": ["cost"], "all": ["cost", "speed"]})));
    all_near(
        &numbers(&found["stability_interval_groups"]["money"]["leader"]),
        &[4.0 / 7.0, 1.0],
        1e-12,
    );
    assert_eq!(found["stability_interval_groups"]["all"]["leader"], json!([1.0, 1.0]));
}

#[test]
fn values_outside_nought_to_one_are_allowed() {
    let found = told(&with("values", json!([[100, 0], [40, 80]])));
    all_near(&numbers(&found["stability_interval"][0]), &[4.0 / 7.0, 1.0], 1e-12);
}

#[test]
fn faults_name_field_found_and_allowed() {
    let cases = [
        (json!([]), "document: found [], allowed an object"),
        (
            with("regime", json!("some")),
            "regime: found \"some\", allowed \"any\", \"ordinal\", {\"box\": [[lo, hi], ..]} or {\"near\": r}",
        ),
        (with("regime", json!({"near": 2})), "regime.near: found 2, allowed 0 to 1"),
        (with("regime", json!({"box": [[0, 1]]})), "regime.box: found 1 entries, allowed 2"),
        (
            with("regime", json!({"box": [[0, 1], [0]]})),
            "regime.box[1]: found 1 entries, allowed 2",
        ),
        (with("weights", json!([0.5, "x"])), "weights[1]: found \"x\", allowed a number"),
        (
            with("weights", json!([0.5, -1])),
            "weights[1]: found -1, allowed a finite number from 0 up",
        ),
        (with("values", json!([[1, 0]])), "values: found 1 entries, allowed 2"),
        (with("values", json!([[1, 0], [1]])), "values[1]: found 1 entries, allowed 2"),
        (
            with("values", Value::Null),
            "values: found nothing, allowed a row of numbers per alternative",
        ),
        (with("points", json!(0)), "points: found 0, allowed 1 to 1048576"),
        (with("points", json!(1.5)), "points: found 1.5, allowed a whole number from 1 to 1048576"),
        (
            with("criteria", json!(["cost", "cost"])),
            "criteria[1]: found \"cost\", allowed a name not used before",
        ),
        (
            with("groups", json!({"g": ["size"]})),
            "groups.g[0]: found \"size\", allowed a name from criteria",
        ),
        (
            with("score_probability", json!([[{"0": 0.5}, {}], [{}, {}]])),
            "score_probability[0][0], sum of probabilities: found 0.5, allowed 1",
        ),
        (
            with("score_probability", json!([[{"low": 1}, {}], [{}, {}]])),
            "score_probability[0][0], level: found low, allowed a number",
        ),
        (
            with("score_uniform", json!([[-1, null], [null, null]])),
            "score_uniform[0][0]: found -1, allowed a finite number from 0 up",
        ),
    ];
    for (document, expected) in cases {
        assert_eq!(refused(&document), expected);
    }
    assert!(
        refused(&with("wieghts", json!([])))
            .starts_with("document: found \"wieghts\", allowed alternatives, ")
    );
    assert!(answer("{").expect_err("no JSON").to_string().starts_with("document: found EOF"));
}

#[test]
fn a_cell_cannot_be_uncertain_in_two_ways() {
    let mut document = with("score_uniform", json!([[0.1, null], [null, null]]));
    document["score_probability"] = json!([[{"1": 1}, {}], [{}, {}]]);
    assert_eq!(
        refused(&document),
        "score_uniform[0][0]: found 0.1, allowed null where score_probability says something"
    );
}
