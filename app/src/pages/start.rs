//! The Start page: begin, open what is saved, bring something along.

mod bring;
mod saved;

use leptos::prelude::*;

use crate::desk::Desk;
use crate::state::examples;
use crate::text::t;
use bring::Bring;
use saved::Saved;

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
            <Saved />
            <Bring />
            <p class="lead">{words.privacy}</p>
        </main>
    }
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
