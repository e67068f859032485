//! What to find out next: open questions and proof tests, each in order of what they are worth.

use leptos::prelude::*;
use rules_core::outcome::Stack;

use super::certainty::{Updating, busy, counting, told};
use super::field_href;
use crate::components::field_links::FieldLink;
use crate::state::Model;
use crate::state::certain::{Test, tests, worth_asking};
use crate::text::t;

/// What to find out next.
#[component]
pub fn NextCard() -> impl IntoView {
    let words = &t().certainty().next;
    let tests = told(tests);
    let everything = told(|found| Some(found.worth.as_ref()?.everything.evpi));
    let counting = counting();
    view! {
        <Show when=move || tests.with(Option::is_some)>
            <section class="card next" aria-labelledby="next" aria-busy=busy(counting)>
                <div class="certain__head">
                    <h2 id="next">{words.title}</h2>
                    <Updating />
                </div>
                <p class="shares__lead">{words.lead}</p>
                <Questions />
                <h3>{words.tests}</h3>
                <ol class="worth">
                    <For each=move || tests.get().unwrap_or_default() key=|test| format!("{test:?}") let:test>
                        <TestLine test />
                    </For>
                </ol>
                <p><small>{move || everything.get().map(words.everything)}</small></p>
            </section>
        </Show>
    }
}

/// Questions that are not answered yet and could change the choice.
#[component]
fn Questions() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().certainty().next;
    let asked = Memo::new(move |_| {
        model.certain.with(|certain| certain.questions.as_deref().map(|all| worth_asking(all)))
    });
    let telling = move || asked.get().map_or_else(Vec::new, |(telling, _)| telling);
    let rest = move || match asked.get()? {
        (telling, 0) if telling.is_empty() => Some(words.all_known.to_owned()),
        (_, 0) => None,
        (_, idle) => Some((words.questions_nothing)(idle)),
    };
    let href = field_href();
    view! {
        <Show when=move || asked.with(Option::is_some)>
            <h3>{words.questions}</h3>
            <ol class="worth">
                <For each=telling key=|(field, points)| format!("{field:?} {points}") let:one>
                    <li>
                        <FieldLink field=one.0 href />
                        <span>{(words.worth)(one.1)}</span>
                    </li>
                </For>
            </ol>
            <p>{rest}</p>
        </Show>
    }
}

#[component]
fn TestLine(test: Test) -> impl IntoView {
    let words = &t().certainty().next;
    let names: Vec<_> = test.with.iter().map(|stack: &Stack| (t().method.stack)(stack)).collect();
    let worth =
        if test.points > 0.0 { (words.worth)(test.points) } else { words.nothing.to_owned() };
    view! {
        <li data-idle=(test.points <= 0.0).then_some("")>
            <b>{(words.test)(test.id)}</b>
            <span>{worth}</span>
            <small>{(words.with)(&names)}</small>
        </li>
    }
}
