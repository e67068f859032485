//! Shares of the first three places as one bar.

use leptos::prelude::*;

/// A bar of three parts, each with a pattern of its own; said in words beside it.
#[component]
pub fn ShareBar(
    /// Shares of the first, second and third place, 0 to 1.
    ranks: [f64; 3],
) -> impl IntoView {
    let part = |(at, share): (usize, f64)| {
        view! { <i data-rank=at + 1 style:inline-size=format!("{:.2}%", 100.0 * share)></i> }
    };
    view! {
        <span class="shares__bar" aria-hidden="true">
            {ranks.into_iter().enumerate().map(part).collect_view()}
        </span>
    }
}
