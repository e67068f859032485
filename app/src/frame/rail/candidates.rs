//! The candidates with their values, each bar made of its criteria.

use leptos::prelude::*;

use super::link_to;
use crate::components::Candidates;
use crate::state::answer;
use crate::state::{Model, Place};
use crate::text::t;

/// How many candidates the rail shows; the decision shows all.
const SHOWN: usize = 6;

/// The best stack of each option, by rank.
#[component]
pub fn RailCandidates() -> impl IntoView {
    let model = expect_context::<Model>();
    let all = Memo::new(move |_| model.decision.with(answer::candidates));
    let ruled_out = Memo::new(move |_| model.decision.with(answer::ruled_out));
    let more = move || all.with(Vec::len).saturating_sub(SHOWN);
    let shown =
        Signal::derive(move || all.with(|all| all.iter().take(SHOWN).cloned().collect::<Vec<_>>()));
    view! {
        <section class="card" hidden=move || all.with(Vec::is_empty)>
            <h2>{t().rail.candidates}</h2>
            <Candidates all=shown />
            <p class="rank__rest">
                {move || (t().rail.ruled_out)(ruled_out.get())} " "
                <a href=link_to(Place::Decision) hidden=move || more() == 0>
                    {move || (t().rail.more)(more())}
                </a>
            </p>
        </section>
    }
}
