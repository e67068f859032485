//! Share: the link of what is on screen, compact, as a code and readable, and files.

use leptos::prelude::*;

use super::code::Code;
use crate::chunks::{self, Form, NotArrived};
use crate::components::CopyField;
use crate::components::copy::Copied;
use crate::platform::{address, clipboard, clock, files};
use crate::state::open::{self, Luggage};
use crate::state::{Model, Work};
use crate::text::t;

/// What the Share button opens.
#[component]
pub fn SharePanel() -> impl IntoView {
    let words = t().share();
    let luggage = RwSignal::new(Luggage::USUAL);
    view! {
        <h2>{words.title}</h2>
        <p>{if address::base().is_empty() { words.travels_bare } else { words.travels }}</p>
        <Pack luggage />
        <Compact luggage />
        <Readable luggage />
        <Files />
    }
}

/// What goes into the link besides the answers; asked only where there is something to ask about.
#[component]
fn Pack(luggage: RwSignal<Luggage>) -> impl IntoView {
    let model = expect_context::<Model>();
    let words = t().share();
    let named = Memo::new(move |_| model.shown.with(|work| !work.draft.name.trim().is_empty()));
    let weighted = Memo::new(move |_| model.shown.with(|work: &Work| work.weights.is_some()));
    let measured = Memo::new(move |_| model.shown.with(|work| !work.evidence.is_empty()));
    let noted = Memo::new(move |_| {
        luggage.with(|luggage| luggage.evidence)
            && model.shown.with(|work| work.evidence.has_notes())
    });
    let name = move |ticked| luggage.update(|luggage| luggage.name = ticked);
    let weights = move |ticked| luggage.update(|luggage| luggage.weights = ticked);
    let evidence = move |ticked| luggage.update(|luggage| luggage.evidence = ticked);
    let notes = move |ticked| luggage.update(|luggage| luggage.notes = ticked);
    let fits = Memo::new(move |_| {
        model.parsed.with(|parsed| {
            model.shown.with(|work| open::fits(&parsed.profile, work, luggage.get()))
        })
    });
    view! {
        <fieldset class="pack" hidden=move || !named.get() && !weighted.get() && !measured.get()>
            <legend class="question__label">{words.with}</legend>
            <Tick shown=named label=words.with_name ticked=move || luggage.get().name on_tick=name />
            <Tick shown=weighted label=words.with_weights ticked=move || luggage.get().weights on_tick=weights />
            <Tick shown=measured label=words.with_evidence ticked=move || luggage.get().evidence on_tick=evidence />
            <Tick shown=noted label=words.with_notes ticked=move || luggage.get().notes on_tick=notes />
            <p role="status">{move || (!fits.get()).then_some(words.notes_too_long)}</p>
        </fieldset>
    }
}

#[component]
fn Tick(
    shown: Memo<bool>,
    label: &'static str,
    ticked: impl Fn() -> bool + Send + 'static,
    on_tick: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label hidden=move || !shown.get()>
            <input
                type="checkbox"
                prop:checked=ticked
                on:change:target=move |event| on_tick(event.target().checked())
            />
            {label}
        </label>
    }
}

#[component]
fn Compact(luggage: RwSignal<Luggage>) -> impl IntoView {
    let model = expect_context::<Model>();
    let link = Signal::derive(move || {
        let link = model.parsed.with(|parsed| {
            model.shown.with(|work| open::link_with(&parsed.profile, work, luggage.get()))
        });
        format!("{}#{link}", address::base())
    });
    let words = t().share();
    view! {
        <Copyable id="share-link" label=words.link help=words.link_help text=link />
        <Code text=link />
    }
}

#[component]
fn Readable(luggage: RwSignal<Luggage>) -> impl IntoView {
    let model = expect_context::<Model>();
    let link = Signal::derive(move || {
        let link = model.parsed.with(|parsed| open::readable_with(&parsed.profile, luggage.get()));
        format!("{}#{link}", address::base())
    });
    let words = t().share();
    view! { <Copyable id="share-readable" label=words.readable help=words.readable_help text=link /> }
}

/// The profile and the answer as files; their names come from the profile's.
#[component]
fn Files() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = t().share();
    let failed = RwSignal::new(false);
    let hand_out = move |form: Form| {
        let (decision, choices) = (model.decision.get_untracked(), model.choices());
        let stem = model.file_stem();
        clock::task(async move {
            let text = chunks::write(decision, choices, form).await;
            failed.set(text.is_err());
            match (text, form) {
                (Ok(text), Form::Yaml) => {
                    files::download(&format!("{stem}.yaml"), "application/yaml", &text)
                }
                (Ok(text), Form::Json) => {
                    files::download(&format!("{stem}.json"), "application/json", &text)
                }
                (Err(NotArrived), _) => false,
            };
        });
    };
    view! {
        <div>
            <h3>{words.files}</h3>
            <div class="cluster">
                <button type="button" class="button" on:click=move |_| hand_out(Form::Yaml)>
                    {words.yaml}
                </button>
                <button type="button" class="button" on:click=move |_| hand_out(Form::Json)>
                    {words.json}
                </button>
            </div>
            <p role="status">{move || failed.get().then_some(t().shell.later.body)}</p>
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
