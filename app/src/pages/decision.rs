//! The Decision page: the whole answer, and behind every figure of it the rule and the facts.

mod agreement;
mod answer;
mod assumptions;
mod candidates;
mod direction;
mod scores;
mod weights;

use leptos::prelude::*;
use rules_core::profile::Field;

use self::answer::AnswerCard;
use self::assumptions::AssumptionsCard;
use self::candidates::CandidatesCard;
use self::direction::DirectionCard;
use self::scores::ScoresCard;
use self::weights::WeightsCard;
use crate::components::field_links::FieldHref;
use crate::frame::rail::{Direction, Notes, RailFrame, WhatChanged};
use crate::state::{Model, Place};
use crate::text::t;

/// The whole answer.
#[component]
pub fn DecisionPage() -> impl IntoView {
    let words = &t().decision;
    view! {
        <main class="page">
            <div class="stack">
                <div class="page__head">
                    <div>
                        <h1 tabindex="-1">{words.title}</h1>
                        <p class="lead">{words.lead}</p>
                    </div>
                </div>
                <AnswerCard />
                <Notes />
                <DirectionCard />
                <ScoresCard />
                <WeightsCard />
                <AssumptionsCard />
            </div>
            <RailFrame>
                <WhatChanged />
                <CandidatesCard />
                <Direction />
            </RailFrame>
        </main>
    }
}

/// Tells where the questions of the profile are asked, keeping a shared profile on screen.
fn field_href() -> FieldHref {
    let model = expect_context::<Model>();
    Callback::new(move |field: Field| model.href(Place::of_field(field)))
}

/// Whether answers and weights may only be looked at.
fn locked() -> Signal<bool> {
    let model = expect_context::<Model>();
    Signal::derive(move || !model.editable.get())
}
