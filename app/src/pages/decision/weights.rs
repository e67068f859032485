//! How much each criterion counts, and what would lead if others weighed.

use leptos::prelude::*;
use rules_core::profile::SiteProfile;
use rules_core::tree::Overrides;
use rules_core::weights;
use rules_core::{Choices, decide};

use super::locked;
use crate::components::{Stakeholders, WeightRows};
use crate::state::weighing::{View, Weighing};
use crate::state::{Model, trail};
use crate::text::t;

/// The weights.
#[component]
pub fn WeightsCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let weighing = Memo::new(move |_| weigh(model));
    let own = Memo::new(move |_| model.shown.with(|work| work.weights));
    let overrides = Memo::new(move |_| model.shown.with(|work| work.overrides));
    let views =
        Memo::new(move |_| model.parsed.with(|parsed| views(&parsed.profile, overrides.get())));
    let on_weigh = Callback::new(move |points| model.set_weights(Some(points)));
    let locked = locked();
    view! {
        <section class="card stack" aria-labelledby="weights">
            <Head weighing />
            <WeightRows weighing locked on_weigh />
            <Stakeholders views own locked on_weigh />
        </section>
    }
}

#[component]
fn Head(weighing: Memo<Weighing>) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision.weights;
    let own = Memo::new(move |_| weighing.with(|weighing| weighing.own));
    let senseless = Memo::new(move |_| weighing.with(|weighing| weighing.senseless));
    let state = move || match (own.get(), senseless.get()) {
        (_, true) => words.senseless,
        (true, false) => words.own,
        (false, false) => words.derived,
    };
    view! {
        <div class="weights__head">
            <div>
                <h2 id="weights">{words.title}</h2>
                <small>{state}</small>
            </div>
            <button
                type="button"
                class="button"
                disabled=move || !own.get() || !model.editable.get()
                on:click=move |_| model.set_weights(None)
            >
                {words.reset}
            </button>
        </div>
    }
}

fn weigh(model: Model) -> Weighing {
    let own = model.shown.with(|work| work.weights);
    model
        .decision
        .with(|decision| Weighing::new(own, &decision.weights, weights::derive(&decision.assumed)))
}

/// Decides once for each group, with the answers of the tree as they are.
fn views(profile: &SiteProfile, overrides: Overrides) -> Vec<View> {
    let leader =
        |points| trail::first(&decide(profile, &Choices { weights: Some(points), overrides }));
    weights::STAKEHOLDERS
        .iter()
        .map(|group| View {
            group: group.id,
            points: group.points,
            reason: group.reason,
            first: leader(group.points),
        })
        .collect()
}
