//! The Site page: the questions, quick or in full, and the answer beside them.

mod faults;
mod questions;

use leptos::prelude::*;

use crate::frame::Rail;
use crate::state::{Depth, Model, Place};
use crate::text::t;
use faults::Faults;
use questions::{FullProfile, QuickProfile};

/// Questions and answer.
#[component]
pub fn Site() -> impl IntoView {
    let model = expect_context::<Model>();
    let depth = Memo::new(move |_| {
        model.address.with(|address| match address.place {
            Place::Site(depth, _) => depth,
            _ => Depth::Quick,
        })
    });
    view! {
        <main class="page">
            <div class="stack">
                <Head depth />
                <Faults />
                {move || match depth.get() {
                    Depth::Quick => view! { <QuickProfile /> }.into_any(),
                    Depth::Full => view! { <FullProfile /> }.into_any(),
                }}
                <Onward depth />
            </div>
            <Rail />
        </main>
    }
}

#[component]
fn Head(depth: Memo<Depth>) -> impl IntoView {
    let title = move || match depth.get() {
        Depth::Quick => t().site.title,
        Depth::Full => t().site.title_full,
    };
    view! {
        <div class="page__head">
            <div>
                <h1 tabindex="-1">{title}</h1>
                <p class="lead">{t().site.lead}</p>
            </div>
            <nav class="switch" aria-label=t().site.depth>
                <DepthLink depth to=Depth::Quick name=t().site.quick />
                <DepthLink depth to=Depth::Full name=t().site.full />
            </nav>
        </div>
    }
}

#[component]
fn DepthLink(depth: Memo<Depth>, to: Depth, name: &'static str) -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <a href=move || model.href(Place::Site(to, None)) aria-current=move || (depth.get() == to).then_some("true")>
            {name}
        </a>
    }
}

/// Where to go when the questions are answered.
#[component]
fn Onward(depth: Memo<Depth>) -> impl IntoView {
    let model = expect_context::<Model>();
    view! {
        <div class="cluster">
            <a class="button button--main" href=move || model.href(Place::Decision)>
                {t().site.onward}
            </a>
            <a
                class="button"
                hidden=move || depth.get() == Depth::Full
                href=move || model.href(Place::Site(Depth::Full, None))
            >
                {t().site.deeper}
            </a>
        </div>
    }
}
