//! Everything as one file, and back again; how much the browser keeps.

use leptos::prelude::*;

use crate::chunks::{self, NotArrived};
use crate::components::ChosenFile;
use crate::desk::backup::Restored;
use crate::desk::{Desk, PREFIX};
use crate::platform::files::{self, FileFault};
use crate::platform::{clock, page, storage};
use crate::state::backup::BackupFault;
use crate::text::t;

/// Hands all profiles out, and takes them in.
#[component]
pub fn Backup() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().keeping().backup;
    let outcome = RwSignal::new(Outcome::Nothing);
    let hand_out = move |_| {
        clock::task(async move {
            let Ok(text) = chunks::backup(desk).await else {
                outcome.set(Outcome::Away);
                return;
            };
            let name = (words.file_name)(&clock::today());
            outcome.set(if files::download(&name, "application/json", &text) {
                Outcome::Written(name)
            } else {
                Outcome::NotWritten
            });
        });
    };
    view! {
        <section class="card stack">
            <h2>{words.title}</h2>
            <Used />
            <div>
                <button type="button" class="button" on:click=hand_out>
                    {words.write}
                </button>
            </div>
            <Restore outcome />
            <Report outcome />
        </section>
    }
}

/// How the last of these went.
#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    Written(String),
    NotWritten,
    Away,
    Restored(Restored),
    File(FileFault),
    Faults(Vec<BackupFault>),
}

/// How much is kept, and for how long.
#[component]
fn Used() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().keeping().backup;
    let lasts = RwSignal::new(None::<bool>);
    storage::lasts(move |told| {
        // The reader may have left in the meantime.
        let _ = lasts.try_set(Some(told));
    });
    let used = move || {
        desk.model.library.track();
        (words.used)(storage::used(PREFIX))
    };
    let lasting = move || match lasts.get() {
        Some(true) => words.lasts,
        Some(false) => words.may_go,
        None => "",
    };
    view! {
        <p class="used">{used} " " {lasting}</p>
    }
}

#[component]
fn Restore(outcome: RwSignal<Outcome>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = &t().keeping().backup;
    let opened = move |result: Result<String, FileFault>| match result {
        Ok(text) => clock::task(async move {
            outcome.set(match chunks::restore(desk, text).await {
                Ok(Ok(restored)) => Outcome::Restored(restored),
                Ok(Err(faults)) => Outcome::Faults(faults),
                Err(NotArrived) => Outcome::Away,
            });
            clock::soon(|| {
                page::focus("#backup-faults");
            });
        }),
        Err(fault) => outcome.set(Outcome::File(fault)),
    };
    view! {
        <ChosenFile
            id="restore"
            label=words.restore
            help=words.restore_help
            accept=".json,.txt"
            on_chosen=move |event| files::read_chosen(&event, files::MAX_BACKUP_BYTES, opened)
        />
    }
}

#[component]
fn Report(outcome: RwSignal<Outcome>) -> impl IntoView {
    let words = &t().keeping().backup;
    let said = move || match outcome.get() {
        Outcome::Nothing | Outcome::Faults(_) => String::new(),
        Outcome::Written(name) => (words.written)(&name),
        Outcome::NotWritten => words.not_written.to_owned(),
        Outcome::Away => t().shell.later.body.to_owned(),
        Outcome::Restored(of) => (words.restored)(of.new, of.same, of.copies, of.refused),
        Outcome::File(FileFault::TooLarge) => words.too_large.to_owned(),
        Outcome::File(FileFault::Failed) => t().start.file_failed.to_owned(),
    };
    let faults = move || match outcome.get() {
        Outcome::Faults(faults) => Some(faults),
        _ => None,
    };
    view! {
        <p role="status">{said}</p>
        {move || {
            faults()
                .map(|faults| {
                    view! {
                        <div class="note" data-tone="bad" role="alert">
                            <b aria-hidden="true">"!"</b>
                            <div>
                                <h3 id="backup-faults" tabindex="-1">
                                    {words.unreadable}
                                </h3>
                                <ul>
                                    {faults
                                        .iter()
                                        .take(20)
                                        .map(|fault| view! { <li>{(words.fault)(fault)}</li> })
                                        .collect_view()}
                                </ul>
                            </div>
                        </div>
                    }
                })
        }}
    }
}
