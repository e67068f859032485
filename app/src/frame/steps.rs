//! Undo and redo, where one's own profile is on screen.

use leptos::prelude::*;

use crate::state::steps::Steps;
use crate::state::{Model, Place};
use crate::text::t;

/// The two buttons. They keep the focus when there is nothing left to take back, which a disabled button would lose.
#[component]
pub fn StepButtons() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().shell.steps;
    let here = move || {
        let place = model.address.with(|address| {
            matches!(address.place, Place::Site(..) | Place::Decision | Place::Record)
        });
        place && model.editable.get()
    };
    view! {
        <div class="steps" role="group" aria-label=words.title hidden=move || !here()>
            {button("\u{21A9}\u{FE0E}", words.undo, Steps::can_go_back, Model::undo)}
            {button("\u{21AA}\u{FE0E}", words.redo, Steps::can_go_forth, Model::redo)}
        </div>
    }
}

fn button(
    sign: &'static str,
    name: &'static str,
    possible: fn(&Steps) -> bool,
    step: fn(Model),
) -> impl IntoView {
    let model = expect_context::<Model>();
    let off = Memo::new(move |_| !model.steps.with(possible));
    view! {
        <button
            type="button"
            class="button button--plain"
            aria-label=name
            title=name
            aria-disabled=move || off.get().then_some("true")
            on:click=move |_| step(model)
        >
            <span aria-hidden="true">{sign}</span>
        </button>
    }
}
