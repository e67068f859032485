//! A figure with its unit: typed as one pleases, read back as it was understood.

use leptos::prelude::*;
use rules_core::profile::{Answer, BANDS, Field, Unit};

use super::asked::Asked;
use super::options::Toggle;
use super::question::{Fault, Help};
use crate::text::t;

/// A question that is answered with a figure.
#[component]
pub fn Number(
    /// The question.
    asked: Asked,
    /// What is counted.
    unit: Unit,
) -> impl IntoView {
    let has_bands = asked.field == Field::WanOutageBudget;
    view! {
        <div class="question" id=asked.id()>
            <label class="question__label" for=asked.input_id()>
                {t().fields.label(asked.field)}
            </label>
            <Help asked />
            <div class="figure" class:figure--bands=has_bands>
                <Typed asked unit />
                {has_bands.then(|| view! { <Bands asked /> })}
                <fieldset class="bare" disabled=move || asked.locked.get()>
                    <Toggle
                        name=t().fields.unknown
                        on=Signal::derive(move || asked.is_open())
                        press=move || asked.forget()
                    />
                </fieldset>
            </div>
            {move || understood(asked, unit).map(|text| view! { <p class="question__echo">{text}</p> })}
            <Fault asked />
        </div>
    }
}

#[component]
fn Typed(asked: Asked, unit: Unit) -> impl IntoView {
    view! {
        <span class="figure__typed">
            <input
                class="input"
                type="text"
                spellcheck="false"
                id=asked.input_id()
                inputmode=if takes_units(unit) { "text" } else { "numeric" }
                readonly=move || asked.locked.get()
                aria-describedby=move || asked.described_by()
                aria-invalid=move || asked.invalid()
                prop:value=move || asked.raw.get()
                on:input:target=move |event| asked.type_in(event.target().value())
            />
            <span class="figure__unit">{(t().fields.unit)(unit)}</span>
        </span>
    }
}

/// Units that one would rather type oneself: `4 h`, `16 GB`.
fn takes_units(unit: Unit) -> bool {
    matches!(unit, Unit::Minutes | Unit::Mib | Unit::Gib | Unit::Hours)
}

/// How a figure with a unit of its own was understood.
fn understood(asked: Asked, unit: Unit) -> Option<String> {
    let own_unit = asked.raw.with(|raw| raw.chars().any(char::is_alphabetic));
    match asked.answer.get() {
        Some(Answer::Whole(number)) if own_unit => {
            Some((t().site.understood)(&(t().fields.measure)(u64::from(number), unit)))
        }
        _ => None,
    }
}

/// Typical figures to pick from.
#[component]
fn Bands(asked: Asked) -> impl IntoView {
    view! {
        <select
            class="input"
            aria-label=t().site.bands
            disabled=move || asked.locked.get()
            on:change:target=move |event| {
                let value = event.target().value();
                if !value.is_empty() {
                    asked.type_in(value);
                }
            }
        >
            <option value="">{t().site.bands}</option>
            {BANDS
                .iter()
                .map(|(id, minutes)| {
                    view! {
                        <option value=*id selected=move || asked.raw.with(|raw| raw == id)>
                            {(t().site.band)(id, *minutes)}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    }
}
