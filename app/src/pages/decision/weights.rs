//! How much each criterion counts, and what would lead if others weighed.

use leptos::prelude::*;
use rules_core::weights;

use super::certainty::told;
use super::locked;
use crate::components::{Stakeholders, WeightRows};
use crate::drawing::Drawing;
use crate::state::Model;
use crate::state::weighing::{Weighing, views};
use crate::text::t;

/// The weights.
#[component]
pub fn WeightsCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let weighing = Memo::new(move |_| weigh(model));
    let own = Memo::new(move |_| model.shown.with(|work| work.weights));
    let views = expect_context::<Drawing>().in_turn(move || model.decision.with(views));
    let on_weigh = Callback::new(move |points| model.set_weights(Some(points)));
    let locked = locked();
    let bands = told(|found| Some(found.held.bands));
    view! {
        <section class="card stack" aria-labelledby="weights">
            <Head weighing />
            <BandNote />
            <WeightRows weighing bands locked on_weigh />
            <Stakeholders views own locked on_weigh />
        </section>
    }
}

/// What the marks under the sliders mean.
#[component]
fn BandNote() -> impl IntoView {
    let first = told(|found| found.choices.first().cloned());
    move || {
        first.get().map(|first| {
            let note = (t().certainty().band.lead)(&(t().method.stack)(&first));
            view! { <p class="weights__note">{note}</p> }
        })
    }
}

#[component]
fn Head(weighing: Memo<Weighing>) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().weights;
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
