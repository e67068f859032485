//! Says what changed, once, to those who cannot see it change.

use leptos::prelude::*;

use super::rail::change;
use crate::platform::clock::Later;
use crate::state::Model;

/// How long editing has to rest before the change is said: twenty quick edits are one announcement.
const REST: u64 = 1_000;

/// The one live region, there from the start; empty until something changes.
#[component]
pub fn Announcer() -> impl IntoView {
    let model = expect_context::<Model>();
    let said = RwSignal::new(String::new());
    let later = Later::millis(REST);
    Effect::new(move |before: Option<Option<String>>| {
        let now = model.trail.with(|trail| trail.change.as_ref().map(change::sentence));
        if let (Some(before), Some(sentence)) = (before, &now)
            && before.as_ref() != Some(sentence)
        {
            let sentence = sentence.clone();
            later.ask(move || said.set(sentence));
        }
        now
    });
    view! {
        <p class="hidden" role="status" aria-live="polite" aria-atomic="true">
            {said}
        </p>
    }
}
