//! The fact sheet of one option: how it fares, what it asks for, what comes along, and every fact.

use leptos::prelude::*;
use rules_core::catalog::{Cited, Distribution, Fact, FactSheets, Product};

use super::roles;
use super::standing::StandingCard;
use crate::components::blocks::{EntryView, table};
use crate::components::facts::{Evidence, said};
use crate::desk::Desk;
use crate::documents::floors;
use crate::pages::facts_note;
use crate::state::sheet::{self, is_stale};
use crate::state::{Model, Place};
use crate::text::t;

/// The fact sheet.
#[component]
pub fn SheetOf(product: &'static Product) -> impl IntoView {
    let model = expect_context::<Model>();
    let desk = expect_context::<Desk>();
    let evidence = Evidence { sheets: model.sheets.into(), today: model.today };
    let words = t().options();
    let many = product.distributions.len() > 1;
    view! {
        <main class="page page--single stack">
            <div class="stack">
                <p><a href=move || model.href(Place::Options)>{words.all}</a></p>
                <h1 tabindex="-1">{(t().method.product)(product.id)}</h1>
                <p class="lead">{product.summary}</p>
                <About product />
            </div>
            <StandingCard product=product.id />
            <Floors product evidence />
            {product.distributions.iter().map(|of| view! { <Parts of many /> }).collect_view()}
            {move || model.sheets.with(|sheets| facts_note(sheets, desk, &words.without_facts))}
            {move || {
                model.sheets.with(|sheets| sheets.here().map(|sheets| all_facts(sheets, product, evidence)))
            }}
        </main>
    }
}

/// What it is, and how its project stands.
#[component]
fn About(product: &'static Product) -> impl IntoView {
    let words = t().options();
    view! {
        <dl class="rule">
            <dt>{words.is_a}</dt>
            <dd>{(words.kind)(product.kind)}</dd>
            <dt>{words.fills}</dt>
            <dd>{roles(product)}</dd>
            <dt>{words.standing}</dt>
            <dd>{known(&product.standing)}</dd>
            <dt>{words.licence}</dt>
            <dd>{known(&product.licence)}</dd>
        </dl>
    }
}

fn known(property: &Cited<&'static str>) -> String {
    property.value.map_or_else(|| (t().options().unknown)(property.why), str::to_owned)
}

/// What its roles ask of a machine.
#[component]
fn Floors(product: &'static Product, evidence: Evidence) -> impl IntoView {
    let words = t().options();
    let entries = floors::of_product(product, t());
    (!entries.is_empty()).then(|| {
        view! {
            <section class="card stack blocks" aria-labelledby="floors">
                <h2 id="floors">{words.floors}</h2>
                <p>{words.floors_lead}</p>
                {entries.into_iter().map(|entry| view! { <EntryView entry evidence /> }).collect_view()}
            </section>
        }
    })
}

/// What comes along with a Kubernetes.
#[component]
fn Parts(of: &'static Distribution, many: bool) -> impl IntoView {
    let words = t().options();
    let rows: Vec<_> = of
        .batteries
        .parts()
        .into_iter()
        .map(|(kind, part)| {
            vec![
                (words.part)(kind).to_owned(),
                (words.comes)(part.name, (words.delivery)(part.delivery)),
                part.replace.to_owned(),
            ]
        })
        .collect();
    let id = format!("parts-{}", of.id);
    let labelled = id.clone();
    view! {
        <section class="card stack blocks" aria-labelledby=labelled>
            <h2 id=id>{words.parts} {many.then(|| view! { ": " {of.name} })}</h2>
            {table(words.parts, &words.part_columns, &rows)}
        </section>
    }
}

/// Every fact by topic, then what others met in the field.
fn all_facts(sheets: &FactSheets, product: &'static Product, evidence: Evidence) -> AnyView {
    let words = t().options();
    let topics = sheet::topics(sheets, product.id);
    let count = sheets.of(product.id).count();
    let old = |fact: &&Fact| evidence.today.with_value(|today| is_stale(&fact.as_of, today));
    let stale = sheets.of(product.id).filter(old).count();
    let reports = sheet::reports(sheets, product.id);
    let topics = topics.into_iter().map(|(topic, facts)| {
        let n = facts.iter().map(Vec::len).sum();
        view! {
            <h3>{(words.topic)(topic, n)}</h3>
            <ul class="facts facts--sheet">
                {facts.iter().map(|facts| together(facts, evidence)).collect_view()}
            </ul>
        }
    });
    let topics = topics.collect_view();
    let reports = (!reports.is_empty()).then(|| {
        view! {
            <section class="card stack blocks" aria-labelledby="reports">
                <h2 id="reports">{words.reports}</h2>
                <p>{words.reports_lead}</p>
                <ul class="facts facts--sheet">
                    {reports.into_iter().map(|fact| together(&[fact], evidence)).collect_view()}
                </ul>
            </section>
        }
    });
    view! {
        {reports}
        <section class="card stack blocks" aria-labelledby="facts">
            <h2 id="facts">{words.all_facts}</h2>
            <p>{(words.facts_lead)(count, stale)}</p>
            {topics}
        </section>
    }
    .into_any()
}

/// A fact, or side by side those that disagree.
fn together(facts: &[&Fact], evidence: Evidence) -> AnyView {
    match facts {
        [fact] => view! { <li>{figure(fact)} {said(fact, evidence)}</li> }.into_any(),
        facts => {
            let sides = facts
                .iter()
                .map(|fact| view! { <li>{figure(fact)} {said(fact, evidence)}</li> }.into_any());
            view! {
                <li class="facts__conflict">
                    <b>{t().options().conflict}</b>
                    <ul>{sides.collect_view()}</ul>
                </li>
            }
            .into_any()
        }
    }
}

/// The figure of a fact, where it has a unit and so says something by itself.
fn figure(fact: &Fact) -> Option<AnyView> {
    let (value, unit) = (fact.value.as_ref()?, fact.unit.as_deref()?);
    Some(view! { <b class="facts__value">{(t().options().value)(value, unit)}</b> }.into_any())
}
