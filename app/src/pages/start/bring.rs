//! Profiles from outside: a file, a link, or pasted text. They open as a preview, beside one's own work.

use leptos::prelude::*;

use crate::chunks::{self, NotArrived};
use crate::components::ChosenFile;
use crate::desk::Desk;
use crate::platform::files::{self, FileFault};
use crate::platform::{clock, page};
use crate::text::t;

/// Opens a file or what was pasted; says in words why it cannot.
#[component]
pub fn Bring() -> impl IntoView {
    let faults = RwSignal::new(Vec::<String>::new());
    view! {
        <section class="card stack">
            <h2>{t().start.bring}</h2>
            <FromFile faults />
            <Pasted faults />
            <Faults faults />
        </section>
    }
}

#[component]
fn FromFile(faults: RwSignal<Vec<String>>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().start;
    let opened = move |result: Result<String, FileFault>| match result {
        Ok(text) => take(desk, &text, faults),
        Err(FileFault::TooLarge) => report(faults, vec![words.too_large.to_owned()]),
        Err(FileFault::Failed) => report(faults, vec![words.file_failed.to_owned()]),
    };
    view! {
        <ChosenFile
            id="bring-file"
            label=words.file
            help=words.file_help
            accept=".yaml,.yml,.json,.txt,.md"
            on_chosen=move |event| files::read_chosen(&event, files::MAX_BYTES, opened)
        />
    }
}

#[component]
fn Pasted(faults: RwSignal<Vec<String>>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().start;
    let text = RwSignal::new(String::new());
    let open = move |_| {
        if text.with_untracked(|text| text.trim().is_empty()) {
            report(faults, vec![words.empty.to_owned()]);
        } else {
            take(desk, &text.get_untracked(), faults);
        }
    };
    view! {
        <div>
            <label class="question__label" for="bring-text">
                {words.paste}
            </label>
            <p class="copy__help" id="bring-text-help">
                {words.paste_help}
            </p>
            <textarea
                class="input"
                id="bring-text"
                rows="4"
                spellcheck="false"
                aria-describedby="bring-text-help"
                prop:value=move || text.get()
                on:input:target=move |event| text.set(event.target().value())
            ></textarea>
        </div>
        <p>
            <button type="button" class="button" on:click=open>
                {words.open_pasted}
            </button>
        </p>
    }
}

fn take(desk: Desk, text: &str, faults: RwSignal<Vec<String>>) {
    let text = text.to_owned();
    clock::task(async move {
        match chunks::read(text).await {
            Ok(Ok(work)) => desk.preview(work),
            Ok(Err(refused)) => report(faults, refused.iter().map(t().shell.refused).collect()),
            Err(NotArrived) => report(faults, vec![t().shell.later.body.to_owned()]),
        }
    });
}

/// Shows the faults and takes the reader there.
fn report(faults: RwSignal<Vec<String>>, lines: Vec<String>) {
    faults.set(lines);
    clock::soon(|| {
        page::focus("#bring-faults");
    });
}

#[component]
fn Faults(faults: RwSignal<Vec<String>>) -> impl IntoView {
    move || {
        let lines = faults.get();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="note" data-tone="bad" role="alert">
                    <b aria-hidden="true">"!"</b>
                    <div>
                        <h3 id="bring-faults" tabindex="-1">{t().start.unreadable}</h3>
                        <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                    </div>
                </div>
            }
        })
    }
}
