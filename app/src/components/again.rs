//! Says that something did not arrive, and asks for it again.

use leptos::prelude::*;

/// A sentence, and the button that asks again.
#[component]
pub fn Again(
    /// What did not arrive, and what that means here.
    missing: &'static str,
    /// The words of the button.
    again: &'static str,
    /// Asks again.
    on_again: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <p class="note" data-tone="calm" role="status">
            <b aria-hidden="true">"!"</b>
            <span>
                {missing} " "
                <button type="button" class="button" on:click=move |_| on_again()>
                    {again}
                </button>
            </span>
        </p>
    }
}
