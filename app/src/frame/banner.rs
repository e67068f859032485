//! Says that somebody else's profile is on screen, and offers to keep it.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::text::t;

/// Nothing while one's own profile is on screen.
#[component]
pub fn Banner() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let model = desk.model;
    let shown = Memo::new(move |_| model.preview.with(Option::is_some));
    move || shown.get().then(|| view! { <Preview /> })
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
    view! {
        <section class="banner" aria-label=words.title>
            <div class="banner__inner">
                <p>
                    <strong>{words.title}</strong>
                    {words.body}
                    {move || mended().then(|| format!(" {}", words.repaired))}
                </p>
                <div class="cluster">
                    <button type="button" class="button button--main" on:click=move |_| desk.keep()>
                        {words.keep}
                    </button>
                    <button type="button" class="button" on:click=move |_| desk.close_preview()>
                        {words.close}
                    </button>
                </div>
            </div>
        </section>
    }
}
