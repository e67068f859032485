//! A list to pick one answer from, where the names are too long to stand beside each other.

use leptos::prelude::*;
use rules_core::profile::{Answer, Field};

use super::asked::Asked;
use super::question::{Fault, Help};
use crate::text::t;

/// One of many.
#[component]
pub fn Picker(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let names = (t().fields.of)(asked.field).choices;
    view! {
        <div class="question" id=asked.id()>
            <label class="question__label" for=asked.input_id()>
                {t().fields.label(asked.field)}
            </label>
            <Help asked />
            <select
                class="input"
                id=asked.input_id()
                disabled=move || asked.locked.get()
                aria-describedby=move || asked.described_by()
                aria-invalid=move || asked.invalid()
                prop:value=move || chosen(asked)
                on:change:target=move |event| asked.type_in(event.target().value())
            >
                <option value="" selected=move || chosen(asked).is_empty()>
                    {t().site.not_chosen}
                </option>
                {(0_u8..)
                    .zip(names)
                    .map(|(at, name)| {
                        let id = asked.field.print(Answer::Choice(at));
                        let value = id.clone();
                        view! {
                            <option value=value selected=move || chosen(asked) == id>
                                {*name}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            <Fault asked />
        </div>
    }
}

/// The id of the present answer, or nothing.
fn chosen(asked: Asked) -> String {
    let field: Field = asked.field;
    asked.answer.get().map_or_else(String::new, |answer| field.print(answer))
}
