//! A link that cannot be opened: what is wrong with it, and that nothing was touched.

use leptos::prelude::*;

use crate::state::Model;
use crate::text::t;

/// Takes the place of the page that the link would have shown.
#[component]
pub fn Broken() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().shell.broken;
    let fault = move || model.broken.with(|fault| fault.as_ref().map(words.fault));
    view! {
        <main class="page page--single">
            <section class="card stack">
                <h1 tabindex="-1">{words.title}</h1>
                <p>
                    <strong>{fault}</strong>
                </p>
                <p>{words.untouched} " " {words.advice}</p>
                <p>
                    <a class="button button--main" href="#/">
                        {words.close}
                    </a>
                </p>
            </section>
        </main>
    }
}
