//! The foot of every page: what the answers rest on.

use leptos::prelude::*;

use super::place_link::PlaceLink;
use crate::chunks::Page;
use crate::drawing::Drawing;
use crate::platform::clock;
use crate::state::Place;
use crate::text::t;

/// Leads to the options and the method.
#[component]
pub fn Footer() -> impl IntoView {
    let words = &t().shell;
    let coming = expect_context::<Drawing>().coming;
    view! {
        <footer class="foot" data-waits=move || (coming.get() > 0).then_some("")>
            <nav aria-label=words.foot>
                <PlaceLink place=Place::Options name=words.options />
                <PlaceLink place=Place::Method(None) name=words.method />
            </nav>
            <OfflineLine />
        </footer>
    }
}

/// How work without a network stands, once the words for it are here.
#[component]
fn OfflineLine() -> impl IntoView {
    let here = RwSignal::new(false);
    clock::soon(move || {
        clock::task(async move { here.set(Page::Offline.load().await.is_ok()) });
    });
    move || here.get().then(|| Page::Offline.draw())
}
