//! Facts with their claim, source and date: what stands behind a score or a gate.

use leptos::prelude::*;
use rules_core::catalog::{Fact, FactSheets};
use rules_core::outcome::FactId;

use crate::documents::blocks::site;
use crate::state::Sheets;
use crate::state::sheet::is_stale;
use crate::text::t;

/// Where facts stand, and the day by which they age.
#[derive(Clone, Copy)]
pub struct Evidence {
    /// The sheets that the facts stand in.
    pub sheets: Signal<Sheets>,
    /// The day on which they are read, `yyyy-mm-dd`.
    pub today: StoredValue<String>,
}

/// The facts that something rests on, folded up.
#[component]
pub fn Facts(
    /// Which facts.
    ids: Vec<FactId>,
    /// Where they stand.
    evidence: Evidence,
) -> impl IntoView {
    let count = ids.len();
    (count > 0).then(|| {
        // A long list is drawn when it is first opened.
        let open = RwSignal::new(false);
        view! {
            <details class="facts" on:toggle=move |_| open.set(true)>
                <summary>{(t().decision().matrix.facts)(count)}</summary>
                {move || open.get().then(|| view! { <FactList ids=ids.clone() evidence /> })}
            </details>
        }
    })
}

/// Facts one under the other, or what is in their place until they are here.
#[component]
pub fn FactList(
    /// Which facts.
    ids: Vec<FactId>,
    /// Where they stand.
    evidence: Evidence,
) -> impl IntoView {
    move || evidence.sheets.with(|sheets| list(sheets, &ids, evidence))
}

fn list(sheets: &Sheets, ids: &[FactId], evidence: Evidence) -> AnyView {
    let words = &t().decision().matrix;
    match sheets {
        Sheets::Away | Sheets::Coming => view! { <p>{words.facts_coming}</p> }.into_any(),
        Sheets::Missing => view! { <p>{(words.facts_missing)(ids)}</p> }.into_any(),
        Sheets::Here(sheets) => {
            let facts = ids.iter().filter_map(|id| sheets.fact(id));
            let items = facts.map(|fact| item(fact, sheets, evidence));
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
    }
}

/// One fact, and the one that says otherwise.
fn item(fact: &Fact, sheets: &FactSheets, evidence: Evidence) -> AnyView {
    let other = fact.conflicts_with.as_ref().and_then(|id| sheets.fact(id));
    let other = other.map(|other| {
        view! {
            <p>
                <b>{t().decision().matrix.otherwise}</b>
                " "
                {said(other, evidence)}
            </p>
        }
    });
    view! { <li>{said(fact, evidence)} {other}</li> }.into_any()
}

/// A fact: its claim, where and when it was read, and what else is to be known.
pub fn said(fact: &Fact, evidence: Evidence) -> AnyView {
    let words = &t().decision().matrix;
    let stale = evidence.today.with_value(|today| is_stale(&fact.as_of, today));
    view! {
        <span>{fact.claim.clone()}</span>
        " "
        <small>
            <a href=fact.source.clone() target="_blank" rel="noopener noreferrer">
                {(words.source)(site(&fact.source))}
            </a>
            ", "
            <time datetime=fact.as_of.clone()>{(words.as_of)(&fact.as_of)}</time>
        </small>
        {stale.then(|| view! { " " <span class="tag" data-verdict="conditional">{words.stale}</span> })}
        {fact.note.clone().map(|note| view! { " " <small>{note}</small> })}
    }
    .into_any()
}
