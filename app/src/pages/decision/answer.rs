//! The shortlist with its reasons; or, as plainly, why there is none and what would help.

use leptos::prelude::*;
use rules_core::outcome::{Decision, ShortlistEntry};

use super::agreement::AgreementNote;
use super::field_href;
use crate::components::VerdictTag;
use crate::components::field_links::FieldLink;
use crate::state::answer::{self, Lead, rounded};
use crate::state::{Model, Place};
use crate::text::t;

/// The answer, whichever it is.
#[component]
pub fn AnswerCard() -> impl IntoView {
    let model = expect_context::<Model>();
    let kind = Memo::new(move |_| {
        model.decision.with(|decision| std::mem::discriminant(&answer::lead(decision)))
    });
    move || {
        // Read and not merely tracked: a memo that nobody has read follows nothing.
        kind.get();
        match model.decision.with_untracked(answer::lead) {
            Lead::First { .. } => view! { <Shortlist /> }.into_any(),
            Lead::NotEnough => view! { <NotEnough /> }.into_any(),
            Lead::NothingLeft => view! { <NothingLeft /> }.into_any(),
        }
    }
}

#[component]
fn Shortlist() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().answer;
    let entries = Memo::new(move |_| model.decision.with(entries));
    view! {
        <section class="card answer" data-lead="first" aria-labelledby="shortlist">
            <h2 id="shortlist">{words.title}</h2>
            <ol class="shortlist">
                <For
                    each=move || entries.get()
                    key=|entry| (entry.first, entry.name.clone())
                    let:entry
                >
                    <Item at_first=entry entries />
                </For>
            </ol>
            <AgreementNote />
            <PatternNote />
            <div class="answer__more">
                <small>{words.lead}</small>
                <a class="button button--main" href=move || model.href(Place::Record)>
                    {words.record}
                </a>
            </div>
        </section>
    }
}

/// One of the shortlist, with its place in it.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    first: bool,
    name: String,
    value: u32,
    verdict: rules_core::outcome::Verdict,
    reason: String,
}

fn entries(decision: &Decision) -> Vec<Entry> {
    decision
        .shortlist
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| read(decision, at, entry))
        .collect()
}

fn read(decision: &Decision, at: usize, entry: &ShortlistEntry) -> Option<Entry> {
    let result = decision.stacks.get(entry.stack)?;
    let name = if at == 0 {
        (t().method.headline)(&result.stack, decision.assumed.nodes_per_site())
    } else {
        (t().method.stack)(&result.stack)
    };
    Some(Entry {
        first: at == 0,
        name,
        value: rounded(result.value),
        verdict: result.verdict,
        reason: (t().method.sentence)(&entry.reason),
    })
}

/// A line stays while it names the same stack: an edit moves its figures.
#[component]
fn Item(at_first: Entry, entries: Memo<Vec<Entry>>) -> impl IntoView {
    let words = &t().decision().answer;
    let (first, name) = (at_first.first, at_first.name.clone());
    // The last that was known stays until the line has gone.
    let entry = Memo::new(move |last: Option<&Entry>| {
        let last = last.unwrap_or(&at_first);
        let same = |entry: &&Entry| (entry.first, &entry.name) == (last.first, &last.name);
        entries.with(|entries| entries.iter().find(same).unwrap_or(last).clone())
    });
    let verdict = Memo::new(move |_| entry.with(|entry| entry.verdict));
    view! {
        <li data-first=first.then_some("")>
            <small>{if first { words.first } else { words.compare }}</small>
            <h3 class=if first { "answer__name" } else { "" }>{name}</h3>
            <p>
                <b>{move || (words.value)(entry.with(|entry| entry.value))}</b>
                " "
                {move || view! { <VerdictTag verdict=verdict.get() /> }}
            </p>
            <p>{move || entry.with(|entry| entry.reason.clone())}</p>
        </li>
    }
}

/// The pattern that the profile asks for, and why.
#[component]
fn PatternNote() -> impl IntoView {
    let model = expect_context::<Model>();
    let words = &t().decision().answer;
    let pattern = Memo::new(move |_| model.decision.with(|decision| decision.pattern.clone()));
    let name = move || {
        pattern.with(|advice| {
            (words.pattern_name)(advice.pattern.id(), (t().method.pattern)(advice.pattern))
        })
    };
    view! {
        <div class="finding">
            <h3>{words.pattern}</h3>
            <p>
                <b>{name}</b>
                ". "
                {move || pattern.with(|advice| (t().method.sentence)(&advice.reason))}
            </p>
        </div>
    }
}

/// Too little is known to name a winner: what to answer next.
#[component]
fn NotEnough() -> impl IntoView {
    let model = expect_context::<Model>();
    let href = field_href();
    let words = &t().decision().answer;
    let needed = Memo::new(move |_| model.decision.with(|decision| decision.needed.clone()));
    view! {
        <section class="card answer" data-lead="open" aria-labelledby="open">
            <h2 class="answer__name" id="open">
                {words.open_title}
            </h2>
            <p>{words.open_body}</p>
            <h3>{move || (words.open_needed)(needed.with(Vec::len))}</h3>
            <ol class="needed needed--counted">
                <For each=move || needed.get() key=|field| field.id() let:field>
                    <li>
                        <FieldLink field href />
                    </li>
                </For>
            </ol>
            <PatternNote />
        </section>
    }
}

#[component]
fn NothingLeft() -> impl IntoView {
    let words = &t().decision().answer;
    view! {
        <section class="card answer" data-lead="none" aria-labelledby="none">
            <h2 class="answer__name" id="none">
                {words.none_title}
            </h2>
            <p>{words.none_body}</p>
            <PatternNote />
        </section>
    }
}
