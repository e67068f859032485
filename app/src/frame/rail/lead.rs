//! The card that names what to evaluate first, or what stands in the way of naming it.

use leptos::prelude::*;
use rules_core::outcome::{CriterionId, Stack};
use rules_core::reason::Reason;

use super::link_to;
use crate::state::answer::{self, Lead, Point};
use crate::state::certain::headline;
use crate::state::{Model, Place};
use crate::text::t;

/// The answer card.
#[component]
pub fn LeadCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let lead = Memo::new(move |_| model.decision.with(answer::lead));
    move || match lead.get() {
        Lead::First { stack, compare, points } => {
            view! { <FirstCard stack compare points /> }.into_any()
        }
        Lead::NotEnough => view! { <NotEnough /> }.into_any(),
        Lead::NothingLeft => view! { <NothingLeft /> }.into_any(),
    }
}

#[component]
fn FirstCard(stack: Stack, compare: Vec<Stack>, points: Vec<Point>) -> impl IntoView {
    let model = expect_context::<Model>();
    let nodes =
        Memo::new(move |_| model.decision.with(|decision| decision.assumed.nodes_per_site()));
    let compare: Vec<_> = compare.iter().map(t().method.stack).collect();
    view! {
        <section class="card answer" data-lead="first">
            <h2>{t().rail.evaluate_first}</h2>
            <p class="answer__name">{move || (t().method.headline)(&stack, nodes.get())}</p>
            <Certain />
            <p class="answer__compare">{(t().rail.compare)(&compare)}</p>
            <ul class="points">
                {points.into_iter().map(|point| view! { <PointLine point /> }).collect_view()}
            </ul>
            <More />
        </section>
    }
}

/// How certain that is, once it is known.
#[component]
fn Certain() -> impl IntoView {
    let model = expect_context::<Model>();
    let told = Memo::new(move |_| model.certain.with(headline));
    move || {
        told.get().map(|told| {
            let words = t().certainty();
            view! {
                <p>
                    <b class="certain__word" data-word=told.word.id()>{(words.word)(told.word)}</b>
                    " "
                    <small>{(words.line)(told.near)}</small>
                </p>
            }
        })
    }
}

/// How much of the answer is assumed, and the way to all of it.
#[component]
fn More() -> impl IntoView {
    let model = expect_context::<Model>();
    let assumed = move || model.decision.with(|decision| decision.assumptions.len());
    view! {
        <div class="answer__more">
            <small>{move || (t().rail.assumed)(assumed())}</small>
            <a class="button" href=link_to(Place::Decision)>
                {t().rail.whole}
            </a>
        </div>
    }
}

/// One reason, with its mark and the word for the mark.
#[component]
fn PointLine(point: Point) -> impl IntoView {
    let rail = &t().rail;
    let named = |criterion: &CriterionId, reason: &Reason| {
        (rail.point)((t().method.criterion)(*criterion), &(t().method.reason)(reason))
    };
    let (kind, mark, word, text) = match &point {
        Point::For(criterion, reason) => ("for", "+", rail.pro, named(criterion, reason)),
        Point::Against(criterion, reason) => {
            ("against", "\u{2212}", rail.con, named(criterion, reason))
        }
        Point::OnlyIf(action) => {
            ("condition", "!", "", (t().rail.only_if)(&(t().method.reason)(action)))
        }
        Point::DependsOn(fields) => {
            let labels: Vec<_> = fields.iter().map(|field| t().fields.label(*field)).collect();
            ("condition", "?", "", (t().rail.depends_on)(&labels))
        }
    };
    view! {
        <li data-point=kind>
            <i aria-hidden="true">{mark}</i>
            <span>
                <span class="hidden">{word}</span>
                {text}
            </span>
        </li>
    }
}

#[component]
fn NotEnough() -> impl IntoView {
    let model = expect_context::<Model>();
    let needed = Memo::new(move |_| model.decision.with(|decision| decision.needed.clone()));
    view! {
        <section class="card answer" data-lead="open">
            <h2>{t().rail.evaluate_first}</h2>
            <p class="answer__name">{t().rail.not_enough}</p>
            <p class="answer__compare">{t().rail.not_enough_body}</p>
            <h3>{t().rail.needed}</h3>
            <ol class="needed">
                {move || {
                    needed
                        .get()
                        .into_iter()
                        .map(|field| {
                            view! {
                                <li>
                                    <a href=link_to(Place::of_field(field))>{t().fields.label(field)}</a>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ol>
        </section>
    }
}

#[component]
fn NothingLeft() -> impl IntoView {
    view! {
        <section class="card answer" data-lead="none">
            <h2>{t().rail.evaluate_first}</h2>
            <p class="answer__name">{t().rail.nothing_left}</p>
            <p class="answer__compare">{t().rail.nothing_left_body}</p>
            <More />
        </section>
    }
}
