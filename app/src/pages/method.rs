//! The Method page: the rules, printed from the rules. What it says is what `docs/method.md` says.

use leptos::prelude::*;

use super::facts_note;
use crate::components::blocks::PartSection;
use crate::components::facts::Evidence;
use crate::desk::Desk;
use crate::documents::blocks::Part;
use crate::documents::method;
use crate::state::{Model, Place};
use crate::text::t;

/// The Method page.
#[component]
pub fn MethodPage() -> impl IntoView {
    let model = expect_context::<Model>();
    let desk = expect_context::<Desk>();
    desk.fetch_sheets();
    let evidence = Evidence { sheets: model.sheets.into(), today: model.today };
    let words = t().method_page();
    let mut parts = method::parts(t());
    // As in the file, the sources come before the last part.
    let last = parts.pop();
    let contents = parts.iter().map(|part| (part.id, part.title));
    let ends = last.iter().map(|part| (part.id, part.title));
    let contents: Vec<_> = contents.chain([("facts", words.parts.facts)]).chain(ends).collect();
    let draw = move |part: Part| view! { <PartSection part evidence /> };
    let sources = move || {
        model.sheets.with(|sheets| sheets.here().map(|sheets| method::sources(sheets, t())))
    };
    view! {
        <main class="page page--single stack">
            <div class="stack">
                <h1 tabindex="-1">{words.title}</h1>
                <p class="lead">{words.lead}</p>
                <p>{words.printed}</p>
                <p><a href=move || model.href(Place::Options)>{words.sheets}</a></p>
            </div>
            <nav class="contents" aria-label=words.contents>
                <ul>
                    {contents
                        .into_iter()
                        .map(|(id, title)| {
                            view! { <li><a href=move || model.href(Place::Method(Some(id)))>{title}</a></li> }
                        })
                        .collect_view()}
                </ul>
            </nav>
            {parts.into_iter().map(draw).collect_view()}
            {move || model.sheets.with(|sheets| facts_note(sheets, desk, &t().options().without_facts))}
            {move || sources().map(draw)}
            {last.map(draw)}
        </main>
    }
}
