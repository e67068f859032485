//! The Decision page: the whole answer, and behind every figure of it the rule and the facts.

mod agreement;
mod answer;
mod assumptions;
mod beside;
mod candidates;
mod certainty;
mod direction;
mod fleet;
mod flips;
mod measured;
mod next;
mod scores;
mod versus;
mod weights;

use leptos::prelude::*;
use rules_core::profile::Field;

use self::answer::AnswerCard;
use self::assumptions::AssumptionsCard;
use self::beside::BesideCard;
use self::candidates::CandidatesCard;
use self::certainty::CertaintyCard;
use self::direction::DirectionCard;
use self::fleet::FleetCard;
use self::flips::FlipsCard;
use self::measured::MeasuredCard;
use self::next::NextCard;
use self::scores::ScoresCard;
use self::versus::VersusCard;
use self::weights::WeightsCard;
use crate::components::facts::Evidence;
use crate::components::field_links::FieldHref;
use crate::components::matrix::Behind;
use crate::desk::Desk;
use crate::frame::rail::{Direction, Notes, RailFrame, WhatChanged};
use crate::state::{Model, Place};
use crate::text::t;

/// The whole answer.
#[component]
pub fn DecisionPage() -> impl IntoView {
    expect_context::<Desk>().fetch_sheets();
    let words = &t().decision();
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
                <CertaintyCard />
                <Notes />
                <DirectionCard />
                <VersusCard />
                <FlipsCard />
                <NextCard />
                <FleetCard />
                <ScoresCard />
                <MeasuredCard />
                <BesideCard />
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

/// What stands behind scores and gates: questions, rules, fact sheets.
fn behind() -> Behind {
    let model = expect_context::<Model>();
    Behind {
        href: field_href(),
        rule_href: Callback::new(move |id| model.href(Place::Method(Some(id)))),
        sheet_href: Callback::new(move |product| model.href(Place::Sheet(product))),
        evidence: Evidence { sheets: model.sheets.into(), today: model.today },
    }
}

/// Whether answers and weights may only be looked at.
fn locked() -> Signal<bool> {
    let model = expect_context::<Model>();
    Signal::derive(move || !model.editable.get())
}
