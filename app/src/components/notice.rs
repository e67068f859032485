//! A bar under the header that says how it stands with the profile on screen, and what can be done about it.

use leptos::prelude::*;

/// A bar: what it is about, a sentence, and buttons.
#[component]
pub fn Notice(
    /// What it is about; names the region.
    title: &'static str,
    /// What there is to say.
    body: impl Fn() -> String + Send + 'static,
    /// Buttons and links.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="banner" aria-label=title>
            <div class="banner__inner">
                <p>
                    <strong>{title}</strong>
                    {body}
                </p>
                <div class="cluster">{children()}</div>
            </div>
        </section>
    }
}
