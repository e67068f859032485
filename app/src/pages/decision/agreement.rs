//! Whether the five questions and the ranking name the same, in plain sentences.

use leptos::prelude::*;

use crate::documents::agreement::sentences;
use crate::state::Model;
use crate::text::t;

/// The comparison and, where they differ, why.
#[component]
pub fn AgreementNote() -> impl IntoView {
    let model = expect_context::<Model>();
    let sentences = Memo::new(move |_| model.decision.with(|decision| sentences(decision, t())));
    view! {
        <div class="finding">
            <h3>{t().decision().answer.agreement}</h3>
            <For each=move || sentences.get() key=String::clone let:sentence>
                <p>{sentence}</p>
            </For>
        </div>
    }
}
