//! What would change the decision, and what to find out next, as they stand beside it in JSON.

use serde_json::{Value, json};

use super::list;
use crate::counterfactual::{BreakEven, Edit, Flip, Question, Through};
use crate::json::answer_value;

/// Returns what would put another stack first, in the order of the search.
#[must_use]
pub fn flips_json(flips: &[Flip]) -> Value {
    list(flips, flip)
}

/// Returns the unknown fields by what their answers are worth.
#[must_use]
pub fn ask_next_json(questions: &[Question]) -> Value {
    list(questions, question)
}

fn flip(flip: &Flip) -> Value {
    let mut value = json!({
        "edits": list(&flip.edits, edit),
        "first": flip.first,
        "value": flip.value,
        "through": flip.through.id(),
    });
    if let Through::Gate(gates) = &flip.through {
        value["gates"] = json!(gates);
    }
    value
}

fn edit(edit: &Edit) -> Value {
    json!({
        "field": edit.field.id(),
        "from": edit.from.map(|from| answer_value(edit.field, from)),
        "to": answer_value(edit.field, edit.to),
        "break_even": edit.break_even.as_ref().map(break_even),
    })
}

fn break_even(number: &BreakEven) -> Value {
    json!({ "at": number.at, "side": number.side.id(), "until": number.until })
}

fn question(question: &Question) -> Value {
    let answers = question.answers.iter();
    let answers = answers.map(|(answer, first)| {
        json!({ "answer": answer_value(question.field, *answer), "first": first })
    });
    json!({
        "field": question.field.id(),
        "evppi": question.evppi,
        "p_flip": question.p_flip,
        "answers": answers.collect::<Value>(),
    })
}
