//! The values as bars made of criteria, each with the range in which it may lie.

use leptos::prelude::*;
use rules_core::outcome::Decision;

use crate::components::Candidates;
use crate::state::Model;
use crate::state::answer::{self, Candidate};
use crate::text::t;

/// The best stack of each option that is not ruled out, by rank.
#[component]
pub fn CandidatesCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().candidates;
    let all = Memo::new(move |_| model.decision.with(named));
    let ruled_out = Memo::new(move |_| {
        model.decision.with(|decision| {
            decision.products.iter().filter(|product| product.rank.is_none()).count()
        })
    });
    view! {
        <section class="card" aria-labelledby="candidates" hidden=move || all.with(Vec::is_empty)>
            <h2 id="candidates">{words.title}</h2>
            <Candidates all ranged=true />
            <p class="rank__rest">{words.help} " " {move || (words.ruled_out)(ruled_out.get())}</p>
        </section>
    }
}

/// Nothing while no winner may be named: a rank would name one.
fn named(decision: &Decision) -> Vec<Candidate> {
    if decision.needed.is_empty() { answer::candidates(decision) } else { Vec::new() }
}
