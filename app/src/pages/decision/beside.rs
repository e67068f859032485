//! What stands beside the decision for the first stack: pitfalls, companions, field reports.

use leptos::prelude::*;
use rules_core::catalog::Fact;
use rules_core::pitfalls::Pitfall;
use rules_core::profile::Field;
use rules_core::reports::Match;

use super::behind;
use crate::components::facts::{FactList, Facts, said};
use crate::components::field_links::FieldLinks;
use crate::components::matrix::Behind;
use crate::drawing::Drawing;
use crate::state::Model;
use crate::state::beside::{self, Beside, Piece};
use crate::text::t;

/// What others paid for, what the distribution does not decide, what was met in the field.
#[component]
pub fn BesideCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let found = expect_context::<Drawing>().in_turn(move || model.decision.with(beside::beside));
    let behind = behind();
    view! {
        <section class="card stack" aria-labelledby="beside" hidden=move || found.with(Option::is_none)>
            <h2 id="beside">{t().decision().beside.title}</h2>
            {move || found.with(|found| found.as_ref().map(|found| groups(found, behind)))}
        </section>
    }
}

fn groups(found: &Beside, behind: Behind) -> AnyView {
    let words = &t().decision().beside;
    let (done, left) = found.advice();
    let pitfalls = found.pitfalls().into_iter().map(|one| pitfall(one, behind));
    let done = done.into_iter().map(|one| piece(&one, found, behind));
    let left = left.into_iter().map(|one| piece(&one, found, behind));
    view! {
        <p>{(words.lead)(&(t().method.stack)(&found.stack))}</p>
        {group(words.pitfalls, true, pitfalls.collect())}
        {group(words.advice, false, done.collect())}
        {group(words.left, false, left.collect())}
        {told(found.reports(), behind)}
    }
    .into_any()
}

/// Some of a kind, folded up under how many they are; a sentence where there are none.
fn group(title: fn(usize) -> String, open: bool, items: Vec<AnyView>) -> AnyView {
    let title = title(items.len());
    if items.is_empty() {
        return view! { <p>{title}</p> }.into_any();
    }
    view! {
        <details class="facts" open=open>
            <summary>{title}</summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}

fn pitfall(found: Pitfall, behind: Behind) -> AnyView {
    let words = &t().decision().beside;
    view! {
        <li>
            <p>
                <b>{found.title}</b>
                ": "
                {(t().method.sentence)(&found.reason)}
            </p>
            <p>
                <b>{words.fix}</b>
                " "
                {(t().method.sentence)(&found.fix)}
            </p>
            {assumed(found.assumed, behind)}
            <Facts ids=found.facts evidence=behind.evidence />
        </li>
    }
    .into_any()
}

/// What to do about one companion, why, and what it costs.
fn piece(piece: &Piece, found: &Beside, behind: Behind) -> AnyView {
    let own = &t().record().document;
    let entry = &piece.entry;
    let what = (own.do_with)((own.stance)(entry.stance), entry.name);
    let cost = entry.cost(&found.profile.assume()).map(|cost| view! { <p>{(own.cost)(&cost)}</p> });
    view! {
        <li>
            <p>
                <b>{(t().decision().beside.piece)((own.job)(piece.job), &what)}</b>
                " "
                {(t().method.sentence)(&entry.reason)}
            </p>
            {cost}
            {assumed(piece.assumed.clone(), behind)}
            <Facts ids=piece.facts() evidence=behind.evidence />
        </li>
    }
    .into_any()
}

/// The answers that something rests on and that nobody gave.
fn assumed(fields: Vec<Field>, behind: Behind) -> Option<AnyView> {
    (!fields.is_empty()).then(|| {
        view! {
            <div class="gates__more">
                <b>{t().decision().beside.assumed}</b>
                <FieldLinks fields href=behind.href />
            </div>
        }
        .into_any()
    })
}

/// The field reports. What they say stands in the fact sheets; until those are here, that is said instead.
fn told(found: Vec<Match>, behind: Behind) -> AnyView {
    let title = t().decision().beside.reports;
    let sheets = behind.evidence.sheets;
    let ids: Vec<_> = found.iter().map(|one| one.report.id).collect();
    let count = ids.len();
    if count == 0 {
        return group(title, false, Vec::new());
    }
    let list = move || {
        sheets.with(|sheets| match sheets.here() {
            Some(sheets) => {
                let pairs = found.iter().filter_map(|one| Some((one, sheets.fact(one.report.id)?)));
                let items = pairs.map(|(one, fact)| report(one, fact, behind));
                view! { <ul>{items.collect_view()}</ul> }.into_any()
            }
            None => view! { <FactList ids=ids.clone() evidence=behind.evidence /> }.into_any(),
        })
    };
    view! {
        <details class="facts">
            <summary>{title(count)}</summary>
            {list}
        </details>
    }
    .into_any()
}

fn report(found: &Match, fact: &Fact, behind: Behind) -> AnyView {
    let about = [fact.status.as_deref(), fact.versions.as_deref()].into_iter().flatten();
    let about: Vec<_> = about.collect();
    view! {
        <li>
            {said(fact, behind.evidence)} " " <small>{about.join(", ")}</small>
            {assumed(found.assumed.clone(), behind)}
        </li>
    }
    .into_any()
}
