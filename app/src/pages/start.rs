//! The Start page: begin, open what is saved, bring something along.

mod backup;
mod bring;
mod saved;
mod take;

use leptos::prelude::*;

use crate::chunks::Page;
use crate::desk::Desk;
use crate::drawing::Drawing;
use crate::platform::clock;
use crate::state::examples;
use crate::text::t;
use backup::Backup;
use bring::Bring;
use saved::Saved;
use take::Take;

/// The first thing one sees. Heading and first question stand in `index.html` as well, in the same places.
#[component]
pub fn Start() -> impl IntoView {
    let words = &t().start;
    view! {
        <main class="page page--single start stack">
            <div class="stack">
                <h1 tabindex="-1">{words.title}</h1>
                <p class="lead">{words.lead}</p>
            </div>
            <Tiers />
            <Ways />
            {lower()}
            <p class="lead">{words.privacy}</p>
        </main>
    }
}

/// What is saved and what may be brought along: not needed to begin, so it comes after.
#[component]
pub fn Profiles() -> impl IntoView {
    view! {
        <Saved />
        <Backup />
        <Bring />
        <Take />
    }
}

/// The lower half, once it is here.
fn lower() -> impl IntoView {
    let drawing = expect_context::<Drawing>();
    let here = RwSignal::new(None::<bool>);
    let fetch = move || {
        here.set(None);
        clock::task(async move {
            let arrived = Page::Profiles.load().await.is_ok();
            // The reader may have left for another page in the meantime.
            let _ = here.try_set(Some(arrived));
        });
    };
    fetch();
    move || match here.get() {
        Some(true) => Page::Profiles.draw(),
        Some(false) => Some(not_here(fetch)),
        None => {
            drawing.keep_foot_waiting();
            Some(view! { <div aria-busy="true"></div> }.into_any())
        }
    }
}

fn not_here(again: impl Fn() + 'static) -> AnyView {
    let words = &t().shell.later;
    view! {
        <section class="card stack">
            <h2>{t().start.saved}</h2>
            <p role="alert">{words.body}</p>
            <p>
                <button type="button" class="button" on:click=move |_| again()>
                    {words.again}
                </button>
            </p>
        </section>
    }
    .into_any()
}

/// The first question; its answer begins a profile.
#[component]
fn Tiers() -> impl IntoView {
    view! {
        <section class="card stack">
            <h2>{t().start.begin}</h2>
            <div class="start__tiers">
                {t()
                    .start
                    .tiers
                    .iter()
                    .map(|(id, name, places)| {
                        view! {
                            <a class="tier" href=format!("#/new/{id}")>
                                <b>{*name}</b>
                                <span>{*places}</span>
                            </a>
                        }
                    })
                    .collect_view()}
            </div>
        </section>
    }
}

/// Other ways to begin.
#[component]
fn Ways() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().start;
    view! {
        <section class="card">
            <div class="start__ways">
                <div>
                    <a class="button" href="#/new">
                        {words.new}
                    </a>
                    <small>{words.new_help}</small>
                </div>
                <div>
                    <button type="button" class="button" on:click=move |_| desk.preview(examples::retail(words.example_name))>
                        {words.example}
                    </button>
                    <small>{words.example_help}</small>
                </div>
            </div>
        </section>
    }
}
