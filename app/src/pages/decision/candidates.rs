//! The values as bars made of criteria, each with the range in which it may lie.

use leptos::prelude::*;
use rules_core::outcome::Decision;

use crate::components::VerdictTag;
use crate::components::bar::{BarLegend, Range, ValueBar};
use crate::state::answer::{self, Candidate};
use crate::state::{Model, matrix};
use crate::text::t;

/// The best stack of each option that is not ruled out, by rank.
#[component]
pub fn CandidatesCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision.candidates;
    let lines = Memo::new(move |_| model.decision.with(lines));
    let ruled_out = Memo::new(move |_| {
        model.decision.with(|decision| {
            decision.products.iter().filter(|product| product.rank.is_none()).count()
        })
    });
    view! {
        <section class="card" aria-labelledby="candidates" hidden=move || lines.with(Vec::is_empty)>
            <h2 id="candidates">{words.title}</h2>
            <ol class="rank">
                <For each=move || lines.get() key=|line| format!("{line:?}") let:line>
                    <Line line />
                </For>
            </ol>
            <BarLegend />
            <p class="rank__rest">{words.help} " " {move || (words.ruled_out)(ruled_out.get())}</p>
        </section>
    }
}

/// A candidate and the range of its value.
#[derive(Clone, Debug, PartialEq)]
struct LineOf {
    candidate: Candidate,
    range: (f64, f64),
}

/// Nothing while no winner may be named: a rank would name one.
fn lines(decision: &Decision) -> Vec<LineOf> {
    if !decision.needed.is_empty() {
        return Vec::new();
    }
    answer::candidates(decision)
        .into_iter()
        .filter_map(|candidate| {
            let result = decision.stacks.iter().find(|result| result.stack == candidate.stack)?;
            Some(LineOf { range: matrix::range(decision, result), candidate })
        })
        .collect()
}

#[component]
fn Line(line: LineOf) -> impl IntoView {
    let LineOf { candidate, range } = line;
    let parts: Vec<_> = answer::spoken(&candidate.parts)
        .into_iter()
        .map(|(criterion, points)| ((t().method.criterion)(criterion), points))
        .collect();
    let said = (t().decision.candidates.range)(answer::rounded(range.0), answer::rounded(range.1));
    view! {
        <li>
            <span class="rank__place">{candidate.place}</span>
            <span>
                <span class="rank__name">
                    {(t().method.stack)(&candidate.stack)} <VerdictTag verdict=candidate.verdict />
                </span>
                <span class="ranged">
                    <ValueBar parts=candidate.parts />
                    <Range low=range.0 high=range.1 />
                </span>
                <span class="hidden">{(t().rail.bar)(&parts)} " " {said}</span>
            </span>
            <span class="rank__value">
                <span aria-hidden="true">{candidate.value}</span>
                <span class="hidden">{(t().rail.value)(candidate.value)}</span>
            </span>
        </li>
    }
}
