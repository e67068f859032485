//! Says what other tabs have to do with the profile on screen.

use leptos::prelude::*;

use super::banner::CompareLink;
use crate::components::Notice;
use crate::desk::Desk;
use crate::platform::clock;
use crate::state::Place;
use crate::state::model::{Pen, Told};
use crate::text::t;

/// Nothing while this tab is the only one.
#[component]
pub fn Bars() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let model = desk.model;
    let elsewhere = Memo::new(move |_| {
        model.pen.get() == Pen::Elsewhere
            && model.preview.with(Option::is_none)
            && model.address.with(|address| {
                matches!(address.place, Place::Site(..) | Place::Decision | Place::Record)
            })
    });
    let kept_apart = RwSignal::new(false);
    Effect::new(move |_| {
        if model.told.get() == Some(Told::KeptApart) {
            kept_apart.set(true);
        }
    });
    let earlier = Memo::new(move |_| model.preview.with(|preview| preview.as_ref()?.earlier));
    view! {
        {move || earlier.get().map(|at| view! { <Earlier at /> })}
        {move || elsewhere.get().then(|| view! { <Elsewhere /> })}
        {move || kept_apart.get().then(|| view! { <KeptApart shown=kept_apart /> })}
    }
}

/// An earlier state of one's own profile is looked at.
#[component]
fn Earlier(at: u64) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().keeping().history;
    let can = desk.model.pen.get_untracked() == Pen::Here;
    view! {
        <Notice title=words.looking body=move || (words.looking_body)(&clock::moment(at))>
            {can
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button--main"
                            on:click=move |_| desk.bring_back_shown()
                        >
                            {words.back}
                        </button>
                    }
                })}
            <button type="button" class="button" on:click=move |_| desk.keep()>
                {t().shell.preview.keep}
            </button>
            <CompareLink />
            <a class="button" href="#/history">
                {t().shell.preview.close}
            </a>
        </Notice>
    }
}

/// Another tab has the profile: read along, take over, or go on with a copy.
#[component]
fn Elsewhere() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().keeping().elsewhere;
    view! {
        <Notice title=words.title body=|| words.body.to_owned()>
            <button type="button" class="button button--main" on:click=move |_| desk.continue_here()>
                {words.here}
            </button>
            <button type="button" class="button" on:click=move |_| desk.work_on_a_copy()>
                {words.copy}
            </button>
        </Notice>
    }
}

/// Two tabs wrote at once; said until it is read.
#[component]
fn KeptApart(shown: RwSignal<bool>) -> impl IntoView {
    let words = &t().keeping().apart;
    view! {
        <Notice title=words.title body=|| words.body.to_owned()>
            <a class="button" href="#/">
                {words.see}
            </a>
            <button type="button" class="button" on:click=move |_| shown.set(false)>
                {words.close}
            </button>
        </Notice>
    }
}
