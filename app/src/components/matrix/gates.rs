//! Opened gates: those that stand in the way first, then those that are passed.

use leptos::prelude::*;
use rules_core::gates::Gate as Rule;
use rules_core::outcome::{GateResult, StackResult, Verdict};

use crate::components::facts::Facts;
use crate::components::field_links::FieldLinks;
use crate::components::matrix::Behind;
use crate::text::t;

/// All gates of one stack.
#[component]
pub fn GatesPanel(result: StackResult, behind: Behind) -> impl IntoView {
    let words = &t().decision().matrix;
    let (passed, mut telling): (Vec<_>, Vec<_>) =
        result.gates.into_iter().partition(|gate| gate.verdict == Verdict::Pass);
    telling.sort_by_key(|gate| urgency(gate.verdict));
    let count = passed.len();
    view! {
        <h3>{(words.gates_of)(&(t().method.stack)(&result.stack))}</h3>
        <Gates gates=telling behind />
        {(count > 0)
            .then(|| {
                view! {
                    <details class="facts">
                        <summary>{(words.passing)(count)}</summary>
                        <Gates gates=passed behind />
                    </details>
                }
            })}
    }
}

/// What rules out comes first, then what has to be done, then what is open: the order in which a stack's verdict follows.
fn urgency(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Fail => 0,
        Verdict::Conditional => 1,
        Verdict::Unknown => 2,
        Verdict::Pass => 3,
    }
}

/// Gates with their verdicts, in the order given.
#[component]
pub fn Gates(
    /// What they say.
    gates: Vec<GateResult>,
    /// What stands behind them.
    behind: Behind,
) -> impl IntoView {
    view! {
        <ul class="gates">
            {gates.into_iter().map(|gate| view! { <Gate gate behind /> }).collect_view()}
        </ul>
    }
}

/// The rule of a gate, folded up, and where the method explains it.
#[component]
fn RuleOf(rule: &'static Rule, behind: Behind) -> impl IntoView {
    let words = &t().decision().matrix;
    view! {
        <details class="facts">
            <summary>{words.formula}</summary>
            <dl class="rule">
                <dt>{words.why}</dt>
                <dd>{rule.why}</dd>
                <dt>{words.formula}</dt>
                <dd>{rule.formula}</dd>
                <dt>{words.reads}</dt>
                <dd><FieldLinks fields=rule.reads.to_vec() href=behind.href /></dd>
            </dl>
            <p><a href=move || behind.rule_href.run(rule.id)>{words.in_method}</a></p>
        </details>
    }
}

/// One gate: its verdict, why, what is to be done, and what it rests on.
#[component]
fn Gate(gate: GateResult, behind: Behind) -> impl IntoView {
    let words = &t().decision().matrix;
    let rule = Rule::by_id(gate.gate);
    let assumed = gate.verdict == Verdict::Unknown && !gate.depends_on.is_empty();
    let depends = (!gate.depends_on.is_empty()).then(|| {
        view! {
            <div class="gates__more">
                <b>{words.depends_on}</b>
                <FieldLinks fields=gate.depends_on.clone() href=behind.href />
            </div>
        }
    });
    view! {
        <li>
            <span class="tag" data-verdict=gate.verdict.id()>
                {(t().method.verdict)(gate.verdict)}
            </span>
            <div>
                <p>
                    <b class="gates__title">{rule.map_or(gate.gate, |rule| rule.title)}</b>
                    {assumed.then_some(words.as_assumed)}
                    {(t().method.sentence)(&gate.reason)}
                </p>
                {gate
                    .action
                    .clone()
                    .map(|action| {
                        view! {
                            <p class="gates__more">
                                <b>{words.action}</b>
                                " "
                                {(t().method.sentence)(&action)}
                            </p>
                        }
                    })}
                {depends}
                {rule.map(|rule| view! { <RuleOf rule behind /> })}
                <Facts ids=gate.facts.to_vec() evidence=behind.evidence />
            </div>
        </li>
    }
}
