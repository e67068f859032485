//! A question of the profile with its label, help, inputs, fault, and what is assumed while it is unknown.

use leptos::prelude::*;
use rules_core::profile::{Field, Kind};

use super::asked::Asked;
use super::number::Number;
use super::options::{OneOf, Several, YesOrNo};
use super::picker::Picker;
use crate::text::t;

/// Names beyond this many letters do not fit beside each other; a list is picked from instead.
const ROOM: usize = 56;

/// One question, its inputs chosen by what answers it takes.
#[component]
pub fn Question(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    match asked.field.kind() {
        Kind::Whole { unit, .. } => view! { <Number asked unit /> }.into_any(),
        Kind::YesNo => view! { <Group asked><YesOrNo asked /></Group> }.into_any(),
        Kind::Set { ids, empty } => {
            view! { <Group asked><Several asked count=ids.len() empty /></Group> }.into_any()
        }
        Kind::Choice(_) if room(asked.field) <= ROOM => {
            view! { <Group asked><OneOf asked /></Group> }.into_any()
        }
        Kind::Choice(_) => view! { <Picker asked /> }.into_any(),
    }
}

fn room(field: Field) -> usize {
    (t().fields.of)(field).choices.iter().map(|name| name.chars().count()).sum()
}

/// Several inputs under one question.
#[component]
fn Group(
    /// The question.
    asked: Asked,
    /// The inputs.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset
            class="question"
            id=asked.id()
            disabled=move || asked.locked.get()
            aria-describedby=move || asked.described_by()
        >
            <legend class="question__label">{t().fields.label(asked.field)}</legend>
            <Help asked />
            {children()}
            <Fault asked />
        </fieldset>
    }
}

/// The help line, and behind it what is assumed while the answer is unknown.
#[component]
pub fn Help(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let text = (t().fields.of)(asked.field);
    view! {
        <div class="question__help">
            <p id=asked.help_id()>{text.help}</p>
            <details class="why">
                <summary>
                    {t().site.why_short} <span class="hidden">{(t().site.why)(text.label)}</span>
                </summary>
                <p>{assumed(asked.field)}</p>
            </details>
        </div>
    }
}

fn assumed(field: Field) -> String {
    if field == Field::GrowthSites {
        return t().site.no_growth.to_owned();
    }
    (t().site.assumed)(field, field.assumption(), field.assumption_reason())
}

/// Why the answer cannot be used; nothing while it can.
#[component]
pub fn Fault(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    move || {
        asked.fault.get().map(|fault| {
            view! { <p class="question__fault" id=asked.fault_id()>{fault}</p> }
        })
    }
}
