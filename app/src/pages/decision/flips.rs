//! What would change the answer: the smallest changes that put something else first.

use leptos::prelude::*;

use super::certainty::{Updating, busy, counting, told};
use crate::documents;
use crate::drawing::Drawing;
use crate::state::certain::{Change, moved, on_other_scales};
use crate::state::{Address, Model, Place, Work, open};
use crate::text::t;

/// What would change the answer.
#[component]
pub fn FlipsCard() -> impl IntoView {
    let words = &t().certainty().flips;
    let found = told(|_| Some(()));
    let moved = told(|found| Some(moved(found)));
    let sentence =
        move || moved.get().map(|moved| documents::certainty::moved(moved.as_ref(), t()));
    let scale = told(|found| Some(on_other_scales(found)));
    let on_scale = move || scale.get().map(|first| documents::certainty::scale(&first, t()));
    let counting = counting();
    view! {
        <Show when=move || found.get().is_some()>
            <section class="card flips" aria-labelledby="flips" aria-busy=busy(counting)>
                <div class="certain__head">
                    <h2 id="flips">{words.title}</h2>
                    <Updating />
                </div>
                <p class="shares__lead">{words.lead}</p>
                <OfProfile />
                <h3>{words.weights}</h3>
                <p>{sentence}</p>
                <h3>{words.scale}</h3>
                <p>{on_scale}</p>
            </section>
        </Show>
    }
}

/// Changes of the profile, each with a way to look at it.
#[component]
fn OfProfile() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().certainty().flips;
    // Nothing can be flipped while no winner may be named.
    let named = Memo::new(move |_| model.decision.with(|decision| !decision.shortlist.is_empty()));
    let all = Memo::new(move |_| model.certain.with(|certain| certain.flips.as_deref().cloned()));
    let shown = expect_context::<Drawing>().in_turn(move || model.shown.get());
    let note = move || match all.with(|all| all.as_ref().map(Vec::is_empty)) {
        None => Some(words.searching),
        Some(true) => Some(words.none),
        Some(false) => None,
    };
    view! {
        <Show when=move || named.get()>
            <h3>{words.profile}</h3>
            <ul class="worth">
                <For each=move || all.get().unwrap_or_default() key=|change| format!("{change:?}") let:change>
                    <OneChange change shown />
                </For>
            </ul>
            {move || note().map(|note| view! { <p>{note}</p> })}
        </Show>
    }
}

#[component]
fn OneChange(change: Change, shown: Memo<Work>) -> impl IntoView {
    let words = &t().certainty().flips;
    let sentence = documents::certainty::change(&change, t());
    let name = (words.open_name)(&sentence);
    let profile = change.profile;
    let href = move || {
        let link = shown.with(|work| open::link_of(&profile, work));
        Address { place: Place::Decision, shared: Some(link) }.href()
    };
    view! {
        <li>
            <span>{sentence}</span>
            <a class="button" href=href aria-label=name>{words.open}</a>
        </li>
    }
}
