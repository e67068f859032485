//! What the last change did to the answer.

use leptos::prelude::*;

use crate::state::Model;
use crate::state::trail::{Change, First};
use crate::text::t;

/// The note that names the last change; nothing before the first.
#[component]
pub fn WhatChanged() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = Memo::new(move |_| model.trail.with(|trail| trail.change.as_ref().map(sentence)));
    move || {
        words.get().map(|words| {
            view! {
                <div class="note" data-tone="calm">
                    <b aria-hidden="true">{"\u{2192}"}</b>
                    <p>
                        <b>{t().rail.changed}</b>
                        ": "
                        {words}
                    </p>
                </div>
            }
        })
    }
}

/// A change as one whole sentence, as it is shown and said.
#[must_use]
pub fn sentence(change: &Change) -> String {
    let what = effect(change.before.as_ref(), change.after.as_ref());
    match change.cause {
        Some((field, answer)) => {
            let answer = answer.map_or_else(
                || t().fields.unknown.to_owned(),
                |answer| (t().fields.answer)(field, answer),
            );
            (t().rail.because)(t().fields.label(field), &answer, &what)
        }
        None => what,
    }
}

fn effect(before: Option<&First>, after: Option<&First>) -> String {
    let rail = &t().rail;
    let name = |first: &First| (t().method.stack)(&first.stack);
    match (before, after) {
        (Some(before), Some(after)) if before.stack == after.stack => {
            (rail.still_first)(&name(after), after.value, before.value)
        }
        (Some(before), Some(after)) => {
            (rail.now_first)(&name(after), after.value, &name(before), before.value)
        }
        (None, Some(after)) => (rail.first_named)(&name(after), after.value),
        (Some(before), None) => (rail.first_lost)(&name(before)),
        (None, None) => String::new(),
    }
}
