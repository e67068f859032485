//! What the decision reckons with where no answer was given.

use leptos::prelude::*;
use rules_core::outcome::Assumption;
use rules_core::profile::Field;

use super::field_href;
use crate::components::field_links::{FieldHref, FieldLink};
use crate::drawing::Drawing;
use crate::state::Model;
use crate::text::t;

/// The assumptions, each with its reason and the way to the question.
#[component]
pub fn AssumptionsCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let href = field_href();
    let words = &t().decision().assumptions;
    let all = expect_context::<Drawing>()
        .in_turn(move || model.decision.with(|decision| decision.assumptions.clone()));
    let lead = move || match all.with(Vec::len) {
        0 => words.none.to_owned(),
        count => (words.lead)(count),
    };
    view! {
        <section class="card" aria-labelledby="assumptions">
            <div class="card__head">
                <h2 id="assumptions">{words.title}</h2>
                <small>{lead}</small>
            </div>
            <div class="matrix" role="region" tabindex="0" aria-label=words.caption hidden=move || all.with(Vec::is_empty)>
                <table class="plain">
                    <caption class="hidden">{words.caption}</caption>
                    <thead>
                        <tr>{words.columns.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr>
                    </thead>
                    <tbody>
                        <For each=move || all.get() key=|one| format!("{one:?}") let:one>
                            <Line one href />
                        </For>
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Line(one: Assumption, href: FieldHref) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">
                <FieldLink field=one.field href />
            </th>
            <td>{(t().fields.answer)(one.field, one.assumed)}</td>
            <td>{why(one.field)}</td>
        </tr>
    }
}

/// Why it is assumed. The number of sites stands in for a growth that nobody has named.
fn why(field: Field) -> String {
    if field == Field::GrowthSites {
        return t().site.no_growth.to_owned();
    }
    field.assumption_reason().to_owned()
}
