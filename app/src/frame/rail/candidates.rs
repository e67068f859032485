//! The candidates with their values, each bar made of its criteria.

use leptos::prelude::*;

use super::link_to;
use crate::components::VerdictTag;
use crate::components::bar::{BarLegend, ValueBar};
use crate::state::answer::{self, Candidate};
use crate::state::{Model, Place};
use crate::text::t;

/// How many candidates the rail shows; the decision shows all.
const SHOWN: usize = 6;

/// The best stack of each option, by rank.
#[component]
pub fn Candidates() -> impl IntoView {
    let model = expect_context::<Model>();
    let all = Memo::new(move |_| model.decision.with(answer::candidates));
    let ruled_out = Memo::new(move |_| model.decision.with(answer::ruled_out));
    let more = move || all.with(Vec::len).saturating_sub(SHOWN);
    let shown = move || all.with(|all| all.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    view! {
        <section class="card" hidden=move || all.with(Vec::is_empty)>
            <h2>{t().rail.candidates}</h2>
            <ol class="rank">
                <For each=shown key=key let:candidate>
                    <Line candidate />
                </For>
            </ol>
            <BarLegend />
            <p class="rank__rest">
                {move || (t().rail.ruled_out)(ruled_out.get())} " "
                <a href=link_to(Place::Decision) hidden=move || more() == 0>
                    {move || (t().rail.more)(more())}
                </a>
            </p>
        </section>
    }
}

/// A line is drawn anew when anything it shows has changed.
fn key(candidate: &Candidate) -> String {
    format!(
        "{} {:?} {:?} {:?}",
        candidate.stack.id, candidate.place, candidate.verdict, candidate.parts
    )
}

#[component]
fn Line(candidate: Candidate) -> impl IntoView {
    let parts: Vec<_> = answer::spoken(&candidate.parts)
        .into_iter()
        .map(|(criterion, points)| ((t().method.criterion)(criterion), points))
        .collect();
    view! {
        <li>
            <span class="rank__place">{candidate.place}</span>
            <span>
                <span class="rank__name">
                    {(t().method.stack)(&candidate.stack)} <VerdictTag verdict=candidate.verdict />
                </span>
                <ValueBar parts=candidate.parts />
                <span class="hidden">{(t().rail.bar)(&parts)}</span>
            </span>
            <span class="rank__value">
                <span aria-hidden="true">{candidate.value}</span>
                <span class="hidden">{(t().rail.value)(candidate.value)}</span>
            </span>
        </li>
    }
}
