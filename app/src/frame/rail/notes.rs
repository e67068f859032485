//! What the answer has to be read with: contradictions, answers that cannot be used, the direction of the tree.

use leptos::prelude::*;
use rules_core::outcome::{Decision, TreeAnswer};

use super::link_to;
use crate::drawing::Drawing;
use crate::state::{Model, Place};
use crate::text::t;

/// Contradictions between answers, and answers that cannot be used yet.
#[component]
pub fn Notes() -> impl IntoView {
    let model = expect_context::<Model>();
    let faults = Memo::new(move |_| model.parsed.with(|parsed| parsed.faults.len()));
    let warnings = Memo::new(move |_| model.decision.with(|decision| decision.warnings.clone()));
    view! {
        {move || (faults.get() > 0).then(|| view! { <Note title=(t().rail.faults)(faults.get()) /> })}
        {move || (!warnings.with(Vec::is_empty)).then(|| {
            let lines = warnings.get().into_iter().map(|warning| {
                let places = warning.fields.iter().map(|field| {
                    view! {
                        " "
                        <a href=link_to(Place::of_field(*field))>{t().fields.label(*field)}</a>
                    }
                }).collect_view();
                view! { <li>{(t().method.sentence)(&warning.message)} {places}</li> }
            }).collect_view();
            view! {
                <div class="note">
                    <b aria-hidden="true">"!"</b>
                    <div>
                        <p><b>{t().rail.warnings}</b></p>
                        <ul>{lines}</ul>
                    </div>
                </div>
            }
        })}
    }
}

#[component]
fn Note(title: String) -> impl IntoView {
    view! {
        <div class="note" data-tone="bad">
            <b aria-hidden="true">"!"</b>
            <p>{title}</p>
        </div>
    }
}

/// The direction that the five questions give, in words.
#[component]
pub fn Direction() -> impl IntoView {
    let model = expect_context::<Model>();
    let direction = expect_context::<Drawing>().in_turn(move || model.decision.with(words));
    view! {
        <section class="card">
            <h2>{t().rail.direction}</h2>
            <p>{direction}</p>
        </section>
    }
}

fn words(decision: &Decision) -> String {
    let names: Vec<_> =
        decision.tree.direction.iter().map(|id| (t().method.direction)(id)).collect();
    let open = decision
        .tree
        .questions
        .iter()
        .any(|question| question.on_path && question.answer == TreeAnswer::Unknown);
    let mut words = (t().rail.direction_is)(&names);
    if open {
        words.push(' ');
        words.push_str(t().rail.direction_open);
    }
    words
}
