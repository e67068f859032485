//! Share: the link of what is on screen, compact and readable.

use leptos::prelude::*;
use rules_core::{decision_json, yaml};

use crate::components::CopyField;
use crate::components::copy::Copied;
use crate::platform::{address, clipboard, files};
use crate::state::{Model, open};
use crate::text::t;

/// The button and its panel.
#[component]
pub fn Share() -> impl IntoView {
    let words = &t().shell.share;
    view! {
        <button type="button" class="button button--main" popovertarget="share">
            {words.title}
        </button>
        <section class="panel" id="share" popover="" aria-label=words.title>
            <h2>{words.title}</h2>
            <p>{words.travels}</p>
            <Compact />
            <Readable />
            <Files />
        </section>
    }
}

#[component]
fn Compact() -> impl IntoView {
    let model = expect_context::<Model>();
    let link = Signal::derive(move || {
        let link = model
            .parsed
            .with(|parsed| model.shown.with(|work| open::link_of(&parsed.profile, work)));
        format!("{}#{link}", address::base())
    });
    let words = &t().shell.share;
    view! { <Copyable id="share-link" label=words.link help=words.link_help text=link /> }
}

#[component]
fn Readable() -> impl IntoView {
    let model = expect_context::<Model>();
    let link = Signal::derive(move || {
        let link = model.parsed.with(|parsed| open::readable_of(&parsed.profile));
        format!("{}#{link}", address::base())
    });
    let words = &t().shell.share;
    view! { <Copyable id="share-readable" label=words.readable help=words.readable_help text=link /> }
}

/// The profile and the answer as files; their names come from the profile's.
#[component]
fn Files() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().shell.share;
    let yaml = move |_| {
        let text = model
            .decision
            .with_untracked(|decision| yaml::write(&decision.profile, Some(&decision.tree)));
        files::download(&format!("{}.yaml", model.file_stem()), "application/yaml", &text);
    };
    let json = move |_| {
        let text =
            model.decision.with_untracked(|decision| format!("{:#}\n", decision_json(decision)));
        files::download(&format!("{}.json", model.file_stem()), "application/json", &text);
    };
    view! {
        <div>
            <h3>{words.files}</h3>
            <div class="cluster">
                <button type="button" class="button" on:click=yaml>
                    {words.yaml}
                </button>
                <button type="button" class="button" on:click=json>
                    {words.json}
                </button>
            </div>
        </div>
    }
}

/// A text with its own memory of whether it was copied; forgets it when the text changes.
#[component]
fn Copyable(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    text: Signal<String>,
) -> impl IntoView {
    let outcome = RwSignal::new((String::new(), Copied::No));
    let copied = Signal::derive(move || {
        let now = text.get();
        outcome.with(|(what, how)| if *what == now { *how } else { Copied::No })
    });
    let on_copy = Callback::new(move |text: String| {
        let what = text.clone();
        clipboard::copy(&text, move |done| {
            outcome.set((what, if done { Copied::Yes } else { Copied::Refused }));
        });
    });
    view! { <CopyField id label help text copied on_copy /> }
}
