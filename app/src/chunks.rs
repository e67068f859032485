//! What arrives when it is first needed. Each chunk is a WebAssembly file of its own, cut off at build time at the
//! functions below, so that the first load stays small.
//!
//! Whatever only these functions reach goes into their file, data included; what several of them reach goes into a file
//! that they share. All are fetched in the background once the first page stands, so that nothing waits for them later.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the loader's own failure needs a place in each answer"
)]

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use rules_core::outcome::Decision;
use rules_core::{Choices, whole_json, yaml};

use crate::desk::backup::Restored;
use crate::desk::{Desk, Keeping};
use crate::documents::qr::Qr;
use crate::frame::{Bars, Offline, SharePanel};
use crate::pages::{
    ComparePage, DecisionPage, HistoryPage, MethodPage, OptionsPage, Profiles, RecordPage, Site,
};
use crate::state::backup::{self, BackupFault};
use crate::state::open::{self, Refused};
use crate::state::{Sheets, Work};

/// A chunk did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotArrived;

impl From<SplitLoaderError> for NotArrived {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[wasm_split(site, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_site))]
fn site() -> Result<AnyView, NotArrived> {
    Ok(view! { <Site /> }.into_any())
}

#[wasm_split(decision, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_decision))]
fn decision() -> Result<AnyView, NotArrived> {
    Ok(view! { <DecisionPage /> }.into_any())
}

#[wasm_split(compare, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_compare))]
fn compare() -> Result<AnyView, NotArrived> {
    Ok(view! { <ComparePage /> }.into_any())
}

#[wasm_split(record, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_record))]
fn record() -> Result<AnyView, NotArrived> {
    Ok(view! { <RecordPage /> }.into_any())
}

#[wasm_split(reference, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_options))]
fn options() -> Result<AnyView, NotArrived> {
    Ok(view! { <OptionsPage /> }.into_any())
}

#[wasm_split(reference, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_method))]
fn method() -> Result<AnyView, NotArrived> {
    Ok(view! { <MethodPage /> }.into_any())
}

#[wasm_split(share, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_share))]
fn share() -> Result<AnyView, NotArrived> {
    Ok(view! { <SharePanel /> }.into_any())
}

/// Draws a text as a code to scan; `None` when it is too long for one.
#[wasm_split(qr, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn qr(text: String) -> Result<Option<Qr>, NotArrived> {
    Ok(Qr::of(&text))
}

#[wasm_split(offline, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_offline))]
fn offline() -> Result<AnyView, NotArrived> {
    Ok(view! { <Offline /> }.into_any())
}

/// The lower half of the Start page.
#[wasm_split(keeping, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_profiles))]
fn profiles() -> Result<AnyView, NotArrived> {
    Ok(view! { <Profiles /> }.into_any())
}

#[wasm_split(keeping, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_history))]
fn history() -> Result<AnyView, NotArrived> {
    Ok(view! { <HistoryPage /> }.into_any())
}

/// Begins to mind what the profiles need beyond being saved: other tabs, and their history.
#[wasm_split(keeping, wasm_split_path = ::leptos::wasm_split, fallible)]
fn keeping(desk: Desk, owner: Owner) -> Result<(), NotArrived> {
    owner.with(|| {
        desk.mind_other_tabs();
        desk.mind_the_past();
        desk.ask_to_last();
        desk.keeping.set(Some(Keeping { bars: || view! { <Bars /> }.into_any(), note: None }));
        desk.keep_a_journal();
    });
    Ok(())
}

/// Reads the text of the fact sheets.
#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_files))]
pub fn sheets(text: Option<String>) -> Result<Sheets, NotArrived> {
    Ok(Sheets::arrived(text.as_deref()))
}

/// Reads a profile from text of any form: a file, a link, one line of answers.
#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn read(text: String) -> Result<Result<Work, Vec<Refused>>, NotArrived> {
    Ok(open::from_text(&text))
}

/// Writes all profiles as one file.
#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn backup(desk: Desk) -> Result<String, NotArrived> {
    Ok(desk.backup())
}

/// Puts the profiles of such a file beside those that are here.
#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn restore(desk: Desk, text: String) -> Result<Result<Restored, Vec<BackupFault>>, NotArrived> {
    Ok(backup::read(&text).map(|profiles| desk.restore(profiles)))
}

/// The forms in which a profile leaves as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The profile, as YAML.
    Yaml,
    /// The whole decision, as JSON.
    Json,
}

/// Writes what is on screen as a file.
#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn write(decision: Decision, choices: Choices, form: Form) -> Result<String, NotArrived> {
    Ok(match form {
        Form::Yaml => yaml::write(&decision.profile, Some(&decision.tree)),
        Form::Json => format!("{:#}\n", whole_json(&decision, &choices)),
    })
}

/// Studies how certain the answer is and tells the desk: see [`Desk::study`].
#[wasm_split(certainty, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_certainty))]
pub fn study(desk: Desk, run: u64) -> Result<(), NotArrived> {
    desk.study(run);
    Ok(())
}

/// A page that is a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The Site page.
    Site,
    /// The Decision page.
    Decision,
    /// The Record page.
    Record,
    /// One's own profile beside another.
    Compare,
    /// The lower half of the Start page.
    Profiles,
    /// The History page.
    History,
    /// The Options page with the fact sheets.
    Options,
    /// The Method page.
    Method,
    /// No page of its own, but a line at the foot of each.
    Offline,
    /// What the Share button of each page opens.
    Share,
}

impl Page {
    /// Brings the page here.
    ///
    /// # Errors
    /// When it did not arrive; the next call tries again.
    pub async fn load(self) -> Result<(), NotArrived> {
        match self {
            Self::Site => load_site().await,
            Self::Decision => load_decision().await,
            Self::Record => load_record().await,
            Self::Compare => load_compare().await,
            Self::Profiles => load_profiles().await,
            Self::History => load_history().await,
            Self::Options => load_options().await,
            Self::Method => load_method().await,
            Self::Offline => load_offline().await,
            Self::Share => load_share().await,
        }?;
        Ok(())
    }

    /// Draws the page, if it is here.
    #[must_use]
    pub fn draw(self) -> Option<AnyView> {
        match self {
            Self::Site => at_once(site()),
            Self::Decision => at_once(decision()),
            Self::Record => at_once(record()),
            Self::Compare => at_once(compare()),
            Self::Profiles => at_once(profiles()),
            Self::History => at_once(history()),
            Self::Options => at_once(options()),
            Self::Method => at_once(method()),
            Self::Offline => at_once(offline()),
            Self::Share => at_once(share()),
        }
    }
}

/// Fetches whatever is not here yet, one after the other, and the fact sheets: what the next page needs, the most likely
/// page first. What does not arrive is fetched again when it is needed.
pub async fn load_all(desk: Desk, owner: Owner) {
    let _ = keeping(desk, owner).await;
    for page in [Page::Site, Page::Decision, Page::Record] {
        let _ = page.load().await;
    }
    let _ = load_certainty().await;
    let _ = load_files().await;
    desk.fetch_sheets();
    for page in [Page::Options, Page::Method, Page::Compare] {
        let _ = page.load().await;
    }
}

/// What a future gives that has nothing to wait for any more.
fn at_once<T>(future: impl Future<Output = Result<T, NotArrived>>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome.ok(),
        Poll::Pending => None,
    }
}
