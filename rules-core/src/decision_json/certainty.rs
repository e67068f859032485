//! How certain a decision is, as it stands beside it in JSON.

use serde_json::{Value, json};

use crate::certainty::{Findings, RADII, Rival, Shares, TestWorth};
use crate::outcome::{CriterionId, Stack};

/// Returns what a study found. What it has not found yet is null.
#[must_use]
pub fn certainty_json(found: &Findings) -> Value {
    let first = |shares: &Option<Shares>| shares.as_ref().map(|shares| shares.first_rank[0]);
    let choices = &found.choices;
    json!({
        "word": found.word.map(crate::certainty::Word::id),
        "radius": found.held.radius,
        "first_near": first(&found.near),
        "first_any": first(&found.any),
        "choices": choices.iter().map(|stack| json!(stack.id)).collect::<Value>(),
        "bands": bands(found),
        "first_on_other_scales": {
            "top_steps_count_more": found.scale.top.map(|choice| &choices[choice].id),
            "bottom_steps_count_more": found.scale.bottom.map(|choice| &choices[choice].id),
        },
        "rivals": found.held.rivals.iter().map(|rival| of_rival(rival, choices)).collect::<Value>(),
        "ranks": {
            "near": ranks(found.near.as_ref()),
            "any": ranks(found.any.as_ref()),
            "order": ranks(found.order.as_ref()),
            "near_with_scores_drawn": ranks(found.near_drawn.as_ref()),
            "any_with_scores_drawn": ranks(found.any_drawn.as_ref()),
        },
        "confidence": found.confidence,
        "curve": found.curve.as_ref().map(|curve| curve_json(curve)),
        "evpi": found.worth.as_ref().map(|worth| worth.everything.evpi),
        "tests": found.worth.as_ref().map(|worth| {
            worth.tests.iter().map(|test| of_test(test, choices)).collect::<Value>()
        }),
    })
}

fn bands(found: &Findings) -> Value {
    let bands = CriterionId::ALL.iter().zip(found.weights).zip(found.held.bands);
    let band = bands.map(|((criterion, weight), band)| {
        json!({ "criterion": criterion.id(), "weight": weight, "low": band.low, "high": band.high })
    });
    band.collect()
}

fn of_rival(rival: &Rival, choices: &[Stack]) -> Value {
    json!({
        "stack": choices[rival.choice].id,
        "radius": rival.radius,
        "flip_l1": rival.flip.as_ref().map(|flip| flip.distance),
        "flip_weights": rival.flip.as_ref().map(|flip| &flip.weights),
    })
}

/// A row for each choice, a column for each rank.
fn ranks(shares: Option<&Shares>) -> Value {
    json!(shares.map(|shares| &shares.rank_acceptability))
}

fn curve_json(curve: &[Vec<f64>]) -> Value {
    let point = |(radius, shares): (f64, &Vec<f64>)| json!({ "radius": radius, "first": shares });
    RADII.into_iter().zip(curve).map(point).collect()
}

fn of_test(test: &TestWorth, choices: &[Stack]) -> Value {
    json!({
        "test": test.test.id,
        "measures": test.test.measures.iter().map(|one| json!(one.id())).collect::<Value>(),
        "with": test.with.iter().map(|choice| json!(choices[*choice].id)).collect::<Value>(),
        "evppi": test.points,
    })
}
