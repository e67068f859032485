//! The Record page.

use leptos::prelude::*;

use crate::text::t;

/// The Record page.
#[component]
pub fn RecordPage() -> impl IntoView {
    view! {
        <main class="page page--single">
            <h1 tabindex="-1">{t().shell.record}</h1>
        </main>
    }
}
