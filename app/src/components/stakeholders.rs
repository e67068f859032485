//! What would lead if one group alone set the weights: four views, and whether they come to the same.

use leptos::prelude::*;

use super::weights::OnWeigh;
use crate::documents::reasons::objects;
use crate::state::weighing::{self, View};
use crate::text::t;

/// The four views, each with its leader and a way to take its weights.
#[component]
pub fn Stakeholders(
    /// The views.
    #[prop(into)]
    views: Signal<Vec<View>>,
    /// The points in use that were set by hand.
    #[prop(into)]
    own: Signal<Option<[f64; 7]>>,
    /// Whether weights may only be looked at.
    #[prop(into)]
    locked: Signal<bool>,
    /// Takes the points of a view.
    on_weigh: OnWeigh,
) -> impl IntoView {
    let words = &t().decision().weights;
    view! {
        <section class="views" aria-labelledby="views-title">
            <h3 id="views-title">{words.stakeholders}</h3>
            <p class="views__lead">{words.stakeholders_lead} " " <b>{move || views.with(|views| verdict(views))}</b></p>
            <ul class="views__list">
                <For each=move || views.get() key=|view| format!("{view:?}") let:view>
                    <One view own locked on_weigh />
                </For>
            </ul>
        </section>
    }
}

/// Whether the views come to the same.
fn verdict(views: &[View]) -> String {
    let words = &t().decision().weights;
    match (weighing::unanimous(views), weighing::leaders(views)) {
        (Some(stack), _) => (words.unanimous)(&(t().method.stack)(stack)),
        (None, 0) => String::new(),
        (None, count) => (words.divided)(count),
    }
}

#[component]
fn One(
    view: View,
    own: Signal<Option<[f64; 7]>>,
    locked: Signal<bool>,
    on_weigh: OnWeigh,
) -> impl IntoView {
    let words = &t().decision().weights;
    let name = (words.stakeholder)(view.group);
    let points = view.points;
    let in_use = Memo::new(move |_| own.get() == Some(points));
    let leads = view.first.as_ref().map_or_else(
        || words.nobody_leads.to_owned(),
        |first| (words.leads)(&(t().method.stack)(&first.stack), first.value),
    );
    view! {
        <li>
            <h4>{name}</h4>
            <p>{leads}</p>
            {view.objection.map(|objection| view! { <p>{objects(&objection, t())}</p> })}
            <small>{view.reason}</small>
            <button
                type="button"
                class="button"
                aria-pressed=move || if in_use.get() { "true" } else { "false" }
                disabled=move || locked.get()
                on:click=move |_| on_weigh.run(points)
            >
                {move || if in_use.get() { words.taken } else { words.take_short }} " "
                <span class="hidden">{(words.take)(name)}</span>
            </button>
        </li>
    }
}
