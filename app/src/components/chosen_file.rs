//! A file that is chosen to be read.

use leptos::ev::Event;
use leptos::prelude::*;

/// Asks for a file, and says when one was chosen.
#[component]
pub fn ChosenFile(
    /// Of the input, unique on the page.
    id: &'static str,
    /// What is asked for.
    label: &'static str,
    /// What may be chosen.
    help: &'static str,
    /// Endings, as the browser takes them.
    accept: &'static str,
    /// Reads what was chosen.
    on_chosen: impl Fn(Event) + 'static,
) -> impl IntoView {
    let help_id = format!("{id}-help");
    view! {
        <div>
            <label class="question__label" for=id>
                {label}
            </label>
            <p class="copy__help" id=help_id.clone()>
                {help}
            </p>
            <input
                class="input"
                id=id
                type="file"
                accept=accept
                aria-describedby=help_id
                on:change=on_chosen
            />
        </div>
    }
}
