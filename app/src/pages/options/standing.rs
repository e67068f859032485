//! How an option fares for the profile on screen.

use leptos::prelude::*;
use rules_core::gates::Gate;
use rules_core::outcome::{GateResult, ProductId, Verdict};

use crate::components::VerdictTag;
use crate::state::sheet::{self, Standing};
use crate::state::{Model, Place};
use crate::text::t;

/// Verdict, best stack and place, and what rules it out or has to be done.
#[component]
pub fn StandingCard(product: ProductId) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = t().options();
    let standing =
        Memo::new(move |_| model.decision.with(|decision| sheet::standing(decision, product)));
    view! {
        <section class="card stack" aria-labelledby="yours">
            <h2 id="yours">{words.yours}</h2>
            {move || {
                standing.with(|standing| match standing {
                    Some(standing) => fares(standing),
                    None => view! { <p>{words.no_stack}</p> }.into_any(),
                })
            }}
            <p><a href=move || model.href(Place::Decision)>{words.decision}</a></p>
        </section>
    }
}

fn fares(standing: &Standing) -> AnyView {
    let words = t().options();
    let stack = (t().method.stack)(&standing.best.stack);
    let sentence = match (standing.verdict, standing.place) {
        (Verdict::Fail, _) => (words.best_out)(&stack),
        (_, Some((rank, value))) => (words.best)(&stack, rank, value),
        _ => (words.best_unranked)(&stack),
    };
    let telling = |gate: &&GateResult| {
        let wanted =
            if standing.verdict == Verdict::Fail { Verdict::Fail } else { Verdict::Conditional };
        gate.verdict == wanted
    };
    let gates: Vec<_> = standing.best.gates.iter().filter(telling).map(line).collect();
    view! {
        <p>{sentence} " " <VerdictTag verdict=standing.verdict /></p>
        {(!gates.is_empty()).then(|| view! { <ul class="plain-list">{gates}</ul> })}
    }
    .into_any()
}

fn line(gate: &GateResult) -> AnyView {
    let title = Gate::by_id(gate.gate).map_or(gate.gate, |rule| rule.title);
    let reason = (t().method.sentence)(&gate.reason);
    let action = gate.action.as_ref().map(|action| {
        view! {
            " "
            <b>{t().options().action}</b>
            " "
            {(t().method.sentence)(action)}
        }
    });
    view! { <li><b>{title}</b> ": " {reason} {action}</li> }.into_any()
}
