//! The decision as JSON: what the command line prints and the page exports.
//!
//! Names are for ever; additions are allowed, and [`FORMAT`] is raised when a meaning changes. Numbers are given in full,
//! arrays in the order of the [`Decision`].
//! Pitfalls, companions and reports are those of the first stack of the shortlist.

mod beside;
mod certainty;
mod next;

use serde_json::{Value, json};

use crate::catalog::CATALOG_VERSION;
use crate::certainty::study;
use crate::counterfactual::{flips, questions};
use crate::decide::Choices;
use crate::json;
use crate::measured::Measured;
use crate::outcome::{
    Assumption, Contribution, CriterionId, CriterionScore, Decision, GateResult, ProductResult,
    QuestionResult, StackResult, TreeResult, Warning, Weights,
};
use crate::profile::Field;

/// Version of the format.
pub const FORMAT: u32 = 1;

/// Returns the whole decision.
#[must_use]
pub fn decision_json(decision: &Decision) -> Value {
    let profile = &decision.profile;
    let first = decision.shortlist.first().and_then(|entry| decision.stacks.get(entry.stack));
    let first = first.map(|result| &result.stack);
    let stack_id = |at: usize| decision.stacks.get(at).map(|result| &result.stack.id);
    json!({
        "format": FORMAT,
        "versions": { "rules": crate::RULES_VERSION, "catalog": CATALOG_VERSION },
        "profile": json::value(&decision.profile),
        "assumptions": list(&decision.assumptions, assumption),
        "warnings": list(&decision.warnings, warning),
        "tree": tree(&decision.tree),
        "weights": weights(&decision.weights),
        "stacks": list(&decision.stacks, stack),
        "options": list(&decision.products, |result| option(result, decision)),
        "shortlist": list(&decision.shortlist, |entry| json!(stack_id(entry.stack))),
        "shortlist_why": list(&decision.shortlist, |entry| json!(entry.reason.english())),
        "pattern": {
            "id": decision.pattern.pattern.id(),
            "why": decision.pattern.reason.english(),
        },
        "needed": ids(&decision.needed),
        "pitfalls": first.map_or_else(|| json!([]), |stack| beside::pitfalls(profile, stack)),
        "companions": first.map_or_else(|| json!([]), |stack| beside::companions(decision, stack)),
        "reports": first.map_or_else(|| json!([]), |stack| beside::reports(profile, stack)),
    })
}

/// Returns the whole decision with what was measured, how certain it is, what would change it and what to find out next. These take some
/// milliseconds and are no part of [`decision_json`].
#[must_use]
pub fn whole_json(decision: &Decision, choices: &Choices) -> Value {
    let profile = &decision.profile;
    let mut whole = decision_json(decision);
    whole["measured"] = list(choices.evidence.all(), measured);
    whole["certainty"] =
        study(decision).map_or(Value::Null, |found| certainty::certainty_json(&found));
    whole["flips"] = next::flips_json(&flips(profile, choices));
    whole["ask_next"] = next::ask_next_json(&questions(profile, choices));
    whole
}

fn measured(measured: &Measured) -> Value {
    json!({
        "stack": measured.stack,
        "criterion": measured.criterion.id(),
        "score": measured.score,
        "day": measured.day.to_string(),
        "note": measured.note,
    })
}

fn assumption(assumption: &Assumption) -> Value {
    json!({
        "field": assumption.field.id(),
        "assumed": json::answer_value(assumption.field, assumption.assumed),
        "why": assumption.field.assumption_reason(),
    })
}

fn warning(warning: &Warning) -> Value {
    json!({
        "id": warning.id,
        "fields": ids(&warning.fields),
        "message": warning.message.english(),
    })
}

fn tree(tree: &TreeResult) -> Value {
    json!({ "answers": list(&tree.questions, question), "direction": tree.direction })
}

fn question(result: &QuestionResult) -> Value {
    json!({
        "question": result.question.id(),
        "answer": result.answer.id(),
        "derived": result.derived.id(),
        "from": ids(&result.from),
        "overridden": result.overridden,
        "on_path": result.on_path,
        "reason": result.reason.english(),
    })
}

fn weights(weights: &Weights) -> Value {
    let shares = CriterionId::ALL.iter().zip(&weights.shares);
    shares
        .map(|(criterion, share)| json!({ "criterion": criterion.id(), "weight": share }))
        .collect()
}

fn stack(result: &StackResult) -> Value {
    json!({
        "id": result.stack.id,
        "host": result.stack.host,
        "kubernetes": result.stack.kubernetes,
        "framework": result.stack.framework,
        "pattern": result.stack.pattern.id(),
        "options": result.stack.products,
        "verdict": result.verdict.id(),
        "gates": list(&result.gates, gate),
        "criteria": list(&result.criteria, criterion),
        "value": result.value,
        "rank": result.rank,
    })
}

fn gate(result: &GateResult) -> Value {
    let mut gate = json!({
        "gate": result.gate,
        "verdict": result.verdict.id(),
        "reason": result.reason.english(),
        "facts": result.facts,
    });
    if let Some(action) = &result.action {
        gate["action"] = json!(action.english());
    }
    if !result.depends_on.is_empty() {
        gate["depends_on"] = ids(&result.depends_on);
    }
    gate
}

fn criterion(score: &CriterionScore) -> Value {
    json!({
        "criterion": score.criterion.id(),
        "score": score.score,
        "low": score.low,
        "high": score.high,
        "level": score.level.id(),
        "contributions": list(&score.contributions, contribution),
    })
}

fn contribution(part: &Contribution) -> Value {
    json!({ "delta": part.delta, "reason": part.reason.english(), "facts": part.facts })
}

fn option(result: &ProductResult, decision: &Decision) -> Value {
    let best = result.best.and_then(|at| decision.stacks.get(at));
    json!({
        "option": result.product,
        "verdict": result.verdict.id(),
        "best_stack": best.map(|result| &result.stack.id),
        "rank": result.rank,
    })
}

fn list<T>(items: &[T], print: impl Fn(&T) -> Value) -> Value {
    items.iter().map(print).collect()
}

fn ids(fields: &[Field]) -> Value {
    fields.iter().map(|field| json!(field.id())).collect()
}
