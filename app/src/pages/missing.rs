//! An address that leads nowhere.

use leptos::prelude::*;

use crate::text::t;

/// Says so, and shows the way home.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "components own their properties")]
pub fn Missing(
    /// The address.
    path: String,
) -> impl IntoView {
    let words = &t().shell.missing;
    view! {
        <main class="page page--single">
            <section class="card stack">
                <h1 tabindex="-1">{words.title}</h1>
                <p>{(words.body)(&path)}</p>
                <p>
                    <a class="button button--main" href="#/">
                        {words.home}
                    </a>
                </p>
            </section>
        </main>
    }
}
