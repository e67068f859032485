//! Brand, places, how saving stands, the profile menu, and Share.

use leptos::prelude::*;

use super::menu::ProfileMenu;
use super::place_link::PlaceLink;
use super::share::Share;
use super::steps::StepButtons;
use crate::state::{Depth, Model, Place, SaveState};
use crate::text::t;

/// The header of every page.
#[component]
pub fn Header() -> impl IntoView {
    let words = &t().shell;
    view! {
        <header class="top">
            <a class="brand" href="#/" aria-label=words.home>
                {words.brand.0}
                <b>{words.brand.1}</b>
            </a>
            <nav class="places" aria-label=words.places>
                <PlaceLink place=Place::Site(Depth::Quick, None) name=words.site />
                <PlaceLink place=Place::Decision name=words.decision />
                <PlaceLink place=Place::Record name=words.record />
            </nav>
            <span class="top__gap"></span>
            <Status />
            <StepButtons />
            <ProfileMenu />
            <Share />
        </header>
    }
}

/// How saving stands, in words; advice behind it when something is wrong.
#[component]
fn Status() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().shell.save;
    let state = move || if model.editable.get() { Some(model.save.get()) } else { None };
    let name = move || match state() {
        None if model.preview.with(Option::is_none) => words.elsewhere,
        None => words.preview,
        Some(SaveState::Fresh) => words.fresh,
        Some(SaveState::Pending) => words.pending,
        Some(SaveState::Saved) => words.saved,
        Some(SaveState::Blocked) => words.blocked,
        Some(SaveState::Full) => words.full,
        Some(SaveState::Failed) => words.failed,
    };
    let tone = move || match state() {
        None => "preview",
        Some(SaveState::Fresh) => "fresh",
        Some(SaveState::Pending) => "pending",
        Some(SaveState::Saved) => "saved",
        Some(_) => "trouble",
    };
    view! {
        // Saving is not announced: it follows every edit. Trouble is.
        <p class="status" data-state=tone>
            <span class="status__words">{name}</span>
            <span class="hidden" role="alert">
                {move || (tone() == "trouble").then(|| format!("{}. {}", name(), words.advice))}
            </span>
        </p>
    }
}
