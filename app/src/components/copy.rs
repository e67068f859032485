//! A text to take away: shown, selectable, and copied with one press.

use leptos::prelude::*;

use crate::text::t;

/// How copying went.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// Not tried.
    No,
    /// Done.
    Yes,
    /// The browser refused.
    Refused,
}

/// A read-only text with a button that copies it.
#[component]
pub fn CopyField(
    /// Tells it from others on the page.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// Its help line.
    help: &'static str,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// How copying went.
    #[prop(into)]
    copied: Signal<Copied>,
    /// Copies it.
    on_copy: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="copy">
            <label class="question__label" for=id>
                {label}
            </label>
            <p class="copy__help">{help}</p>
            <div class="copy__row">
                <input class="input" id=id type="text" readonly prop:value=move || text.get() />
                <button type="button" class="button" on:click=move |_| on_copy.run(text.get_untracked())>
                    {t().share().copy}
                </button>
            </div>
            <p class="copy__result" role="status">
                {move || match copied.get() {
                    Copied::No => "",
                    Copied::Yes => t().share().copied,
                    Copied::Refused => t().share().refused,
                }}
            </p>
        </div>
    }
}
