//! Opened gates: those that stand in the way first, then those that are passed.

use leptos::prelude::*;
use rules_core::gates::Gate as Rule;
use rules_core::outcome::{GateResult, StackResult, Verdict};

use crate::components::facts::Facts;
use crate::components::field_links::{FieldHref, FieldLinks};
use crate::text::t;

/// All gates of one stack.
#[component]
pub fn GatesPanel(result: StackResult, href: FieldHref) -> impl IntoView {
    let words = &t().decision.matrix;
    let (passed, mut telling): (Vec<_>, Vec<_>) =
        result.gates.into_iter().partition(|gate| gate.verdict == Verdict::Pass);
    telling.sort_by_key(|gate| urgency(gate.verdict));
    let count = passed.len();
    view! {
        <h3>{(words.gates_of)(&(t().method.stack)(&result.stack))}</h3>
        <Gates gates=telling href />
        {(count > 0)
            .then(|| {
                view! {
                    <details class="facts">
                        <summary>{(words.passing)(count)}</summary>
                        <Gates gates=passed href />
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

#[component]
fn Gates(gates: Vec<GateResult>, href: FieldHref) -> impl IntoView {
    view! {
        <ul class="gates">
            {gates.into_iter().map(|gate| view! { <Gate gate href /> }).collect_view()}
        </ul>
    }
}

fn title(id: &'static str) -> &'static str {
    Rule::by_id(id).map_or(id, |rule| rule.title)
}

/// One gate: its verdict, why, what is to be done, and what it rests on.
#[component]
fn Gate(gate: GateResult, href: FieldHref) -> impl IntoView {
    let words = &t().decision.matrix;
    let assumed = gate.verdict == Verdict::Unknown && !gate.depends_on.is_empty();
    let depends = (!gate.depends_on.is_empty()).then(|| {
        view! {
            <div class="gates__more">
                <b>{words.depends_on}</b>
                <FieldLinks fields=gate.depends_on.clone() href />
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
                    <b class="gates__title">{title(gate.gate)}</b>
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
                <Facts ids=gate.facts.clone() />
            </div>
        </li>
    }
}
