//! A verdict as a small label: a word and a shape, never a colour alone.

use leptos::prelude::*;
use rules_core::outcome::Verdict;

use crate::text::t;

/// The verdict of a stack; nothing for one that passes.
#[component]
pub fn VerdictTag(
    /// The verdict.
    verdict: Verdict,
) -> impl IntoView {
    (verdict != Verdict::Pass).then(|| {
        view! {
            <span class="tag" data-verdict=verdict.id()>
                {(t().method.verdict)(verdict)}
            </span>
        }
    })
}
