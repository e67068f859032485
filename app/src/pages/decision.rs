//! The Decision page.

use leptos::prelude::*;

use crate::text::t;

/// The Decision page.
#[component]
pub fn DecisionPage() -> impl IntoView {
    view! {
        <main class="page page--single">
            <h1 tabindex="-1">{t().shell.decision}</h1>
        </main>
    }
}
