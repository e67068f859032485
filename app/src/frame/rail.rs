//! The answer rail: what to evaluate first, why, what changed, what is missing. Beside the questions where there is
//! room; a bar that opens where there is not.

mod candidates;
pub mod change;
mod lead;
mod notes;

use leptos::prelude::*;

use crate::state::answer::{self, Lead};
use crate::state::trail;
use crate::state::{Model, Place};
use crate::text::t;
use candidates::RailCandidates;
pub use change::WhatChanged;
use lead::LeadCard;
pub use notes::{Direction, Notes};

/// The answer so far.
#[component]
pub fn Rail() -> impl IntoView {
    view! {
        <RailFrame>
            <LeadCard />
            <WhatChanged />
            <Notes />
            <RailCandidates />
            <Direction />
        </RailFrame>
    }
}

/// The rail itself: the bar that opens where there is no room beside the page, and the cards.
#[component]
pub fn RailFrame(
    /// The cards.
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <aside class="rail" tabindex="0" aria-label=t().rail.title>
            <button
                type="button"
                class="rail__bar"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="rail-body"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Summary />
            </button>
            <div class="rail__body" id="rail-body">
                {children()}
            </div>
        </aside>
    }
}

/// The answer in one line.
#[component]
fn Summary() -> impl IntoView {
    let model = expect_context::<Model>();
    let lead = Memo::new(move |_| model.decision.with(answer::lead));
    let line = move || match lead.get() {
        Lead::NotEnough => t().rail.not_enough.to_owned(),
        Lead::NothingLeft => t().rail.nothing_left.to_owned(),
        Lead::First { .. } => model.decision.with(trail::first).map_or_else(String::new, |first| {
            (t().rail.first_line)(&(t().method.stack)(&first.stack), first.value)
        }),
    };
    view! {
        <span>
            <small>{t().rail.title}</small>
            <b>{line}</b>
        </span>
    }
}

/// The address of a place, keeping a shared profile on screen.
fn link_to(place: Place) -> impl Fn() -> String + Clone {
    let model = expect_context::<Model>();
    move || model.href(place.clone())
}
