//! The whole page as one file, to be taken where there is no network.

use leptos::prelude::*;

use crate::platform::single::{NAME, Single, Taken};
use crate::text::t;

/// Offers the file with its SHA-256, where there is one.
#[component]
pub fn Take() -> impl IntoView {
    Single::offered().map(|single| view! { <Offer single /> })
}

/// How far the download is.
#[derive(Clone, Copy)]
enum Way {
    NotAsked,
    Coming,
    Ended(Taken),
}

#[component]
fn Offer(single: Single) -> impl IntoView {
    let words = &t().keeping().take;
    let way = RwSignal::new(Way::NotAsked);
    let (body, digest) = ((words.body)(single.bytes), single.digest.clone());
    let take = move |_| {
        way.set(Way::Coming);
        // The reader may have left for another page in the meantime.
        single.clone().take(move |taken| {
            let _ = way.try_set(Way::Ended(taken));
        });
    };
    view! {
        <section class="card stack">
            <h2>{words.title}</h2>
            <p>{body} " " {words.without}</p>
            <div>
                <button type="button" class="button" on:click=take>
                    {(words.download)(NAME)}
                </button>
            </div>
            <p class="digest">{words.digest} ": " <code>{digest}</code></p>
            <p role="status">{move || said(way.get())}</p>
        </section>
    }
}

/// What became of it.
fn said(way: Way) -> String {
    let words = &t().keeping().take;
    match way {
        Way::NotAsked => String::new(),
        Way::Coming => words.coming.to_owned(),
        Way::Ended(Taken::Yes) => (words.taken)(NAME),
        Way::Ended(Taken::NotArrived) => words.not_arrived.to_owned(),
        Way::Ended(Taken::Refused) => t().keeping().backup.not_written.to_owned(),
    }
}
