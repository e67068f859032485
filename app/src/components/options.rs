//! Answers beside each other: one of a few, yes or no, or several; "don't know" is always among them.

use leptos::prelude::*;
use rules_core::profile::{Answer, Field};

use super::asked::Asked;
use crate::text::t;

/// Yes, no, or don't know.
#[component]
pub fn YesOrNo(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    view! {
        <div class="segments">
            <Radio asked answer=Answer::YesNo(true) name=t().fields.yes />
            <Radio asked answer=Answer::YesNo(false) name=t().fields.no />
            <Open asked />
        </div>
    }
}

/// One of a few, or don't know.
#[component]
pub fn OneOf(
    /// The question.
    asked: Asked,
) -> impl IntoView {
    let names = (t().fields.of)(asked.field).choices;
    view! {
        <div class="segments">
            {(0_u8..)
                .zip(names)
                .map(|(at, name)| view! { <Radio asked answer=Answer::Choice(at) name /> })
                .collect_view()} <Open asked />
        </div>
    }
}

#[component]
fn Radio(asked: Asked, answer: Answer, name: &'static str) -> impl IntoView {
    view! {
        <label class="segments__one">
            <input
                type="radio"
                name=asked.field.id()
                value=asked.field.print(answer)
                prop:checked=move || asked.answer.get() == Some(answer)
                on:change=move |_| asked.give(answer)
            />
            <span>{name}</span>
        </label>
    }
}

/// "Don't know" among radio buttons. The tier alone must be said.
#[component]
fn Open(asked: Asked) -> impl IntoView {
    (asked.field != Field::Tier).then(|| {
        view! {
            <label class="segments__one segments__one--open">
                <input
                    type="radio"
                    name=asked.field.id()
                    value=""
                    prop:checked=move || asked.is_open()
                    on:change=move |_| asked.forget()
                />
                <span>{t().fields.unknown}</span>
            </label>
        }
    })
}

/// Any of several, none of them, or don't know.
#[component]
pub fn Several(
    /// The question.
    asked: Asked,
    /// How many there are.
    count: usize,
    /// Whether none of them is an answer.
    empty: bool,
) -> impl IntoView {
    let none = move || asked.answer.get() == Some(Answer::Set(0));
    view! {
        <div class="segments">
            {(0..count).map(|at| view! { <Member asked at /> }).collect_view()}
            {empty
                .then(|| {
                    view! {
                        <Toggle name=t().fields.none_of_these on=Signal::derive(none) press=move || asked.give(Answer::Set(0)) />
                    }
                })}
            <Toggle
                name=t().fields.unknown
                on=Signal::derive(move || asked.is_open())
                press=move || asked.forget()
            />
        </div>
    }
}

#[component]
fn Member(asked: Asked, at: usize) -> impl IntoView {
    let bit = 1_u16 << at;
    let bits = move || match asked.answer.get() {
        Some(Answer::Set(bits)) => bits,
        _ => 0,
    };
    let switch = move |_| match bits() ^ bit {
        0 => asked.forget(),
        bits => asked.give(Answer::Set(bits)),
    };
    view! {
        <label class="segments__one">
            <input type="checkbox" name=asked.field.id() prop:checked=move || bits() & bit != 0 on:change=switch />
            <span>{(t().fields.of)(asked.field).choices[at]}</span>
        </label>
    }
}

/// An answer that is pressed rather than ticked: it takes the place of what was there.
#[component]
pub fn Toggle(
    /// What it says.
    name: &'static str,
    /// Whether it is the present answer.
    on: Signal<bool>,
    /// Makes it the answer.
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="segments__one segments__one--open"
            aria-pressed=move || if on.get() { "true" } else { "false" }
            on:click=move |_| press()
        >
            <span>{name}</span>
        </button>
    }
}
