//! Weak scores over the fleet: an axis beside the points of value.

use leptos::prelude::*;

use crate::components::PlainTable;
use crate::documents::fleet::{Told, told};
use crate::drawing::Drawing;
use crate::state::Model;
use crate::text::t;

/// What is missing at every site; nothing while no first may be named.
#[component]
pub fn FleetCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let told = expect_context::<Drawing>()
        .in_turn(move || model.decision.with(|decision| told(decision, t())));
    move || told.get().map(|told| view! { <Card told /> })
}

#[component]
fn Card(told: Told) -> impl IntoView {
    let words = &t().decision().fleet;
    let head = [words.stack, words.weak, words.site].map(str::to_owned);
    let head = head.into_iter().chain([(words.over)(told.sites)]).collect();
    let rows = told.rows.into_iter().map(Vec::from).collect();
    view! {
        <section class="card stack" aria-labelledby="fleet">
            <h2 id="fleet">{words.title}</h2>
            <p>{words.lead}</p>
            <PlainTable caption=words.caption head rows />
            <p>{words.convention}</p>
            <ul>{told.said.into_iter().map(|said| view! { <li>{said}</li> }).collect_view()}</ul>
        </section>
    }
}
