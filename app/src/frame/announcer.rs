//! Says what changed, once, to those who cannot see it change.

use leptos::prelude::*;

use super::rail::change;
use crate::platform::clock::Later;
use crate::state::Model;
use crate::text::t;

/// How long editing has to rest before the change is said: twenty quick edits are one announcement.
const REST: u64 = 1_000;

/// The one live region, there from the start; empty until something changes. What was done at the user's wish is said
/// at once, and stays in front of what it did to the answer.
#[component]
pub fn Announcer() -> impl IntoView {
    let model = expect_context::<Model>();
    let said = RwSignal::new(String::new());
    let later = Later::millis(REST);
    let told = move || model.told.get().map(|told| (t().shell.told)(&told));
    Effect::new(move |_| {
        if let Some(told) = told() {
            said.set(told);
        }
    });
    Effect::new(move |before: Option<Option<String>>| {
        let now = model.trail.with(|trail| trail.change.as_ref().map(change::sentence));
        if let (Some(before), Some(sentence)) = (before, &now)
            && before.as_ref() != Some(sentence)
        {
            let sentence = sentence.clone();
            later.ask(move || {
                said.set(match untrack(told) {
                    Some(told) => format!("{told} {sentence}"),
                    None => sentence,
                });
            });
        }
        now
    });
    view! {
        <p class="hidden" role="status" aria-live="polite" aria-atomic="true">
            {said}
        </p>
    }
}
