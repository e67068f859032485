//! Says that somebody else's profile is on screen, and offers to keep it.

use leptos::prelude::*;

use crate::components::Notice;
use crate::desk::Desk;
use crate::state::{Place, Work};
use crate::text::t;

/// Nothing while one's own profile is on screen.
#[component]
pub fn Banner() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let model = desk.model;
    let shown = Memo::new(move |_| {
        model
            .preview
            .with(|preview| preview.as_ref().is_some_and(|preview| preview.earlier.is_none()))
    });
    move || shown.get().then(|| view! { <Preview /> })
}

/// Leads to what is on screen beside one's own profile, if there is one.
#[component]
pub fn CompareLink() -> impl IntoView {
    let model = expect_context::<Desk>().model;
    let blank = Memo::new(move |_| model.own.with(Work::is_blank));
    let there = Memo::new(move |_| model.address.with(|address| address.place == Place::Compare));
    view! {
        <a
            class="button"
            hidden=move || blank.get() || there.get()
            href=move || model.href(Place::Compare)
        >
            {t().shell.preview.compare}
        </a>
    }
}

#[component]
fn Preview() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().shell.preview;
    let mended = move || {
        desk.model
            .preview
            .with(|preview| preview.as_ref().is_some_and(|preview| !preview.repairs.is_empty()))
    };
    let body = move || {
        if mended() { format!("{} {}", words.body, words.repaired) } else { words.body.to_owned() }
    };
    view! {
        <Notice title=words.title body>
            <button type="button" class="button button--main" on:click=move |_| desk.keep()>
                {words.keep}
            </button>
            <CompareLink />
            <button type="button" class="button" on:click=move |_| desk.close_preview()>
                {words.close}
            </button>
        </Notice>
    }
}
