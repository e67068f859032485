//! The Record page: the decision record as text, to copy, download, print and keep.

use leptos::prelude::*;
use rules_core::yaml;

use crate::documents::record::{RecordInput, record};
use crate::platform::{address, clipboard, files, page};
use crate::state::{Model, open};
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
    let model = expect_context::<Model>();
    let profile = Memo::new(move |_| {
        model.decision.with(|decision| yaml::write(&decision.profile, Some(&decision.tree)))
    });
    let text = Memo::new(move |_| written(model, &profile.read()));
    let words = &t().record;
    view! {
        <main class="page page--single record">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="record__intro">{words.intro}</p>
            <Actions text profile />
            <h2 class="record__preview" id="record-preview">{words.preview}</h2>
            <pre class="record__text" tabindex="0" aria-labelledby="record-preview">
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
    model.decision.with(|decision| {
        record(&RecordInput { decision, profile_yaml, link: &link, own_weights }, t())
    })
}

/// Copy, download, print, and what came of it.
#[component]
fn Actions(text: Memo<String>, profile: Memo<String>) -> impl IntoView {
    let model = expect_context::<Model>();
    let done = RwSignal::new(None::<Done>);
    let words = &t().record;
    let stem = move || model.decision.with_untracked(|decision| file_stem(decision.profile.name()));
    let copy = move |_| {
        let outcome =
            move |copied| done.set(Some(if copied { Done::Copied } else { Done::CopyRefused }));
        clipboard::copy(&text.get_untracked(), outcome);
    };
    let download = move |kind: Kind| {
        let taken = match kind {
            Kind::Record => files::download(
                &kind.name(&stem()),
                "text/markdown;charset=utf-8",
                &text.get_untracked(),
            ),
            Kind::Profile => files::download(
                &kind.name(&stem()),
                "application/yaml;charset=utf-8",
                &profile.get_untracked(),
            ),
        };
        done.set(Some(if taken { Done::Downloaded(kind) } else { Done::DownloadRefused }));
    };
    view! {
        <div class="record__actions">
            <button type="button" class="button button--main" on:click=copy>{words.copy}</button>
            <button type="button" class="button" on:click=move |_| download(Kind::Record)>{words.download}</button>
            <button type="button" class="button" on:click=move |_| download(Kind::Profile)>{words.download_profile}</button>
            <button type="button" class="button" on:click=|_| page::print()>{words.print}</button>
        </div>
        <p class="record__result" role="status">{move || done.get().map(|done| said(done, &stem()))}</p>
    }
}

impl Kind {
    fn name(self, stem: &str) -> String {
        match self {
            Self::Record => format!("{stem}.md"),
            Self::Profile => format!("{stem}.yaml"),
        }
    }
}

fn said(done: Done, stem: &str) -> String {
    let words = &t().record;
    match done {
        Done::Copied => words.copied.to_owned(),
        Done::CopyRefused => words.refused.to_owned(),
        Done::Downloaded(kind) => (words.downloaded)(&kind.name(stem)),
        Done::DownloadRefused => words.not_downloaded.to_owned(),
    }
}

/// A name that every file system takes.
fn file_stem(name: &str) -> String {
    let mut stem = String::new();
    for letter in name.trim().chars().take(60) {
        if letter.is_alphanumeric() {
            stem.extend(letter.to_lowercase());
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { t().record.file.to_owned() } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_the_profile_with_letters_that_every_file_system_takes() {
        assert_eq!(file_stem(" Nordic stores / 2027: \"A\" "), "nordic-stores-2027-a");
        assert_eq!(file_stem("../.."), "edge-decision");
    }
}
