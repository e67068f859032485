//! The five questions as a list: each with its answer, where that comes from, and the way to answer otherwise. It is
//! there for everybody, and stands in for the picture where that has no room.

use leptos::prelude::*;
use rules_core::outcome::{Question, QuestionResult, TreeAnswer, TreeResult};

use super::field_links::{FieldHref, FieldLinks};
use crate::state::tree_path;
use crate::text::t;

/// Answers a question by hand, or with `None` leaves it to the profile.
pub type OnOverride = Callback<(Question, Option<bool>)>;

/// The questions, in order.
#[component]
pub fn TreeQuestions(
    /// The five answers.
    #[prop(into)]
    tree: Signal<TreeResult>,
    /// The question that was asked for from elsewhere; it stands open.
    #[prop(into)]
    opened: Signal<Option<Question>>,
    /// Whether the answers may only be looked at.
    #[prop(into)]
    locked: Signal<bool>,
    /// Where the questions of the profile are asked.
    href: FieldHref,
    /// Takes an answer given by hand.
    on_override: OnOverride,
) -> impl IntoView {
    view! {
        <ol class="asked">
            {Question::ALL
                .into_iter()
                .map(|question| {
                    let result = Memo::new(move |_| {
                        tree.with(|tree| tree_path::result(tree, question).cloned())
                    });
                    view! { <Item question result opened locked href on_override /> }
                })
                .collect_view()}
        </ol>
    }
}

/// The element that holds a question.
#[must_use]
pub fn element_id(question: Question) -> String {
    format!("tree-{}", question.id())
}

#[component]
fn Item(
    question: Question,
    result: Memo<Option<QuestionResult>>,
    opened: Signal<Option<Question>>,
    locked: Signal<bool>,
    href: FieldHref,
    on_override: OnOverride,
) -> impl IntoView {
    let words = &t().decision().tree;
    let on_path =
        move || result.with(|result| result.as_ref().is_some_and(|result| result.on_path));
    let state = move || result.with(|result| result.as_ref().map(words.state).unwrap_or_default());
    let overridden =
        move || result.with(|result| result.as_ref().is_some_and(|result| result.overridden));
    view! {
        <li class="asked__one" data-on-path=move || on_path().then_some("")>
            <details id=element_id(question) prop:open=move || opened.get() == Some(question)>
                <summary>
                    <span class="asked__question">{(t().method.question)(question)}</span>
                    <span class="asked__state">
                        {state}
                        {move || overridden().then(|| view! { <span class="tag tag--own">{words.overridden}</span> })}
                    </span>
                </summary>
                <div class="asked__why">
                    {move || result.get().map(|result| view! { <Reasoning result href /> })}
                    <Override question result locked on_override />
                </div>
            </details>
        </li>
    }
}

/// Why the answer is what it is, and the fields behind it.
#[component]
fn Reasoning(result: QuestionResult, href: FieldHref) -> impl IntoView {
    let words = &t().decision().tree;
    let label =
        if result.derived == TreeAnswer::Unknown { words.would_settle } else { words.comes_from };
    view! {
        <p>{(t().method.sentence)(&result.reason)}</p>
        <div class="asked__fields">
            <span>{label}</span>
            <FieldLinks fields=result.from href />
        </div>
    }
}

#[component]
fn Override(
    question: Question,
    result: Memo<Option<QuestionResult>>,
    locked: Signal<bool>,
    on_override: OnOverride,
) -> impl IntoView {
    let words = &t().decision().tree;
    let chosen = Memo::new(move |_| result.with(|result| result.as_ref().and_then(by_hand)));
    let derived = move || {
        result.with(|result| result.as_ref().map_or(TreeAnswer::Unknown, |result| result.derived))
    };
    let answers = [
        (None, Signal::derive(move || (words.from_profile)(derived()))),
        (Some(true), Signal::stored(words.yes.to_owned())),
        (Some(false), Signal::stored(words.no.to_owned())),
    ];
    view! {
        <fieldset class="asked__override" disabled=move || locked.get()>
            <legend class="asked__legend">{words.answer_yourself}</legend>
            <div class="segments">
                {answers
                    .into_iter()
                    .map(|(answer, name)| {
                        view! {
                            <label class="segments__one">
                                <input
                                    type="radio"
                                    name=question.id()
                                    prop:checked=move || chosen.get() == answer
                                    on:change=move |_| on_override.run((question, answer))
                                />
                                <span>{move || name.get()}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

/// What was answered by hand, if anything was.
fn by_hand(result: &QuestionResult) -> Option<bool> {
    result.overridden.then_some(result.answer == TreeAnswer::Yes)
}
