//! How much each criterion counts, and what would lead if others weighed.

use leptos::prelude::*;
use rules_core::decide::first_with;
use rules_core::outcome::Decision;
use rules_core::weights;

use super::locked;
use crate::components::{Stakeholders, WeightRows};
use crate::state::Model;
use crate::state::answer::rounded;
use crate::state::trail::First;
use crate::state::weighing::{View, Weighing};
use crate::text::t;

/// The weights.
#[component]
pub fn WeightsCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let weighing = Memo::new(move |_| weigh(model));
    let own = Memo::new(move |_| model.shown.with(|work| work.weights));
    let views = Memo::new(move |_| model.decision.with(views));
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

/// Who would be first for each group.
fn views(decision: &Decision) -> Vec<View> {
    let leader = |points| {
        first_with(decision, points)
            .map(|(result, value)| First { stack: result.stack.clone(), value: rounded(value) })
    };
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
