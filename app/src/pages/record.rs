//! The Record page: the decision record as text, to copy, download, print and keep.

use leptos::prelude::*;
use rules_core::yaml;

use super::facts_note;
use crate::desk::Desk;
use crate::documents::record::{RecordInput, record};
use crate::platform::{address, clipboard, files, page};
use crate::state::{Model, Work, open};
use crate::text::t;

/// What happened to the record last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Done {
    Copied,
    CopyRefused,
    Downloaded(Kind),
    DownloadRefused,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Record,
    Profile,
}

/// The Record page.
#[component]
pub fn RecordPage() -> impl IntoView {
    let desk = expect_context::<Desk>();
    desk.fetch_sheets();
    let model = expect_context::<Model>();
    let profile = Memo::new(move |_| {
        model.decision.with(|decision| yaml::write(&decision.profile, Some(&decision.tree)))
    });
    let text = Memo::new(move |_| {
        let counted = model.certain.with(|certain| certain.current || certain.missing);
        let ready = counted && model.sheets.with(|sheets| !sheets.may_come());
        if ready { written(model, &profile.read()) } else { String::new() }
    });
    let words = t().record();
    view! {
        <main class="page page--single record">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="record__intro">{words.intro}</p>
            <Actions text profile />
            {move || model.sheets.with(|sheets| facts_note(sheets, desk, &words.without_facts))}
            <h2 class="record__preview" id="record-preview">{words.preview}</h2>
            <pre class="record__text" role="region" tabindex="0" aria-labelledby="record-preview">
                {move || text.get()}
            </pre>
        </main>
    }
}

/// The record of what is on screen.
fn written(model: Model, profile_yaml: &str) -> String {
    let own_weights = model.shown.with(|work| work.weights.is_some());
    let link =
        model.parsed.with(|parsed| model.shown.with(|work| open::link_of(&parsed.profile, work)));
    let link = format!("{}#{link}", address::base());
    let choices = model.shown.with(Work::choices);
    let evidence = &choices.evidence;
    model.decision.with(|decision| {
        model.sheets.with(|sheets| {
            let sheets = sheets.here();
            model.certain.with(|certain| {
                let link = &link;
                record(
                    &RecordInput {
                        decision,
                        profile_yaml,
                        link,
                        own_weights,
                        evidence,
                        certain,
                        sheets,
                    },
                    t(),
                )
            })
        })
    })
}

/// Copy, download, print, and what came of it.
#[component]
fn Actions(text: Memo<String>, profile: Memo<String>) -> impl IntoView {
    let model = expect_context::<Model>();
    let done = RwSignal::new(None::<Done>);
    let words = t().record();
    let waiting = move || text.with(String::is_empty);
    let copy = move |_| {
        let outcome =
            move |copied| done.set(Some(if copied { Done::Copied } else { Done::CopyRefused }));
        clipboard::copy(&text.get_untracked(), outcome);
    };
    let download = move |kind: Kind| {
        let taken = match kind {
            Kind::Record => files::download(
                &kind.name(model),
                "text/markdown;charset=utf-8",
                &text.get_untracked(),
            ),
            Kind::Profile => files::download(
                &kind.name(model),
                "application/yaml;charset=utf-8",
                &profile.get_untracked(),
            ),
        };
        done.set(Some(if taken { Done::Downloaded(kind) } else { Done::DownloadRefused }));
    };
    view! {
        <div class="record__actions">
            <button type="button" class="button button--main" disabled=waiting on:click=copy>{words.copy}</button>
            <button type="button" class="button" disabled=waiting on:click=move |_| download(Kind::Record)>{words.download}</button>
            <button type="button" class="button" on:click=move |_| download(Kind::Profile)>{words.download_profile}</button>
            <button type="button" class="button" on:click=|_| page::print()>{words.print}</button>
        </div>
        <p class="record__result" role="status">{move || done.get().map(|done| said(done, model))}</p>
    }
}

impl Kind {
    fn name(self, model: Model) -> String {
        let stem = model.file_stem();
        match self {
            Self::Record => format!("{stem}.md"),
            Self::Profile => format!("{stem}.yaml"),
        }
    }
}

fn said(done: Done, model: Model) -> String {
    let words = t().record();
    match done {
        Done::Copied => words.copied.to_owned(),
        Done::CopyRefused => words.refused.to_owned(),
        Done::Downloaded(kind) => (words.downloaded)(&kind.name(model)),
        Done::DownloadRefused => words.not_downloaded.to_owned(),
    }
}
