//! Candidates by rank, each with its value as a bar made of its criteria.

use leptos::prelude::*;

use super::bar::{BarLegend, Range, ValueBar};
use super::tag::VerdictTag;
use crate::state::answer::{Candidate, rounded, spoken};
use crate::text::t;

/// The candidates. A line stays while its stack does: an edit moves its figures.
#[component]
pub fn Candidates(
    /// By rank.
    #[prop(into)]
    all: Signal<Vec<Candidate>>,
    /// Whether the range is drawn in which each value may lie.
    #[prop(optional)]
    ranged: bool,
) -> impl IntoView {
    view! {
        <ol class="rank">
            <For each=move || all.get() key=|one| one.stack.id.clone() let:first>
                <Line first all ranged />
            </For>
        </ol>
        <BarLegend />
    }
}

#[component]
fn Line(
    /// What it shows at first.
    first: Candidate,
    all: Signal<Vec<Candidate>>,
    ranged: bool,
) -> impl IntoView {
    let name = (t().method.stack)(&first.stack);
    let id = first.stack.id.clone();
    // The last that was known stays until the line has gone.
    let one = Memo::new(move |last: Option<&Candidate>| {
        let found = all.with(|all| all.iter().find(|one| one.stack.id == id).cloned());
        found.unwrap_or_else(|| last.unwrap_or(&first).clone())
    });
    let place = Memo::new(move |_| one.with(|one| one.place));
    let value = Memo::new(move |_| one.with(|one| one.value));
    let verdict = Memo::new(move |_| one.with(|one| one.verdict));
    let parts = Memo::new(move |_| one.with(|one| one.parts));
    let range = Memo::new(move |_| one.with(|one| one.range));
    let said = move || {
        let parts = parts.with(spoken).into_iter();
        let parts: Vec<_> =
            parts.map(|(at, points)| ((t().method.criterion)(at), points)).collect();
        match range.get() {
            (low, high) if ranged => (t().rail.ranged)(&parts, rounded(low), rounded(high)),
            _ => (t().rail.bar)(&parts),
        }
    };
    view! {
        <li>
            <span class="rank__place">{place}</span>
            <span>
                <span class="rank__name">
                    {name} {move || view! { <VerdictTag verdict=verdict.get() /> }}
                </span>
                <span class="ranged" role="img" aria-label=said data-ranged=ranged.then_some("")>
                    <ValueBar parts />
                    {ranged.then(|| view! { <Range range /> })}
                </span>
            </span>
            <span class="rank__value">
                <span aria-hidden="true">{value}</span>
                <span class="hidden">{move || (t().rail.value)(value.get())}</span>
            </span>
        </li>
    }
}
