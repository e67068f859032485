//! The Share button. What it opens is fetched once the page stands, or at the latest when it is wanted.

use leptos::prelude::*;

use crate::chunks::Page;
use crate::platform::clock;
use crate::text::t;

/// The button and its panel.
#[component]
pub fn Share() -> impl IntoView {
    let here = RwSignal::new(None::<bool>);
    let fetch = move || {
        if here.get_untracked() != Some(true) {
            clock::task(async move { here.set(Some(Page::Share.load().await.is_ok())) });
        }
    };
    clock::soon(fetch);
    view! {
        <button
            type="button"
            class="button button--main"
            popovertarget="share"
            on:click=move |_| fetch()
        >
            {t().shell.share}
        </button>
        <section class="panel" id="share" popover="" aria-label=t().shell.share>
            {move || match here.get() {
                Some(true) => Page::Share.draw(),
                Some(false) => Some(view! { <p role="alert">{t().shell.later.body}</p> }.into_any()),
                None => None,
            }}
        </section>
    }
}
