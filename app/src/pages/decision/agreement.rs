//! Whether the five questions and the ranking name the same, in plain sentences.

use leptos::prelude::*;
use rules_core::outcome::{Decision, TreeAnswer};

use crate::state::Model;
use crate::state::agreement::{self, Agreement};
use crate::state::answer::rounded;
use crate::text::t;

/// The comparison and, where they differ, why.
#[component]
pub fn AgreementNote() -> impl IntoView {
    let model = expect_context::<Model>();
    let sentences = Memo::new(move |_| model.decision.with(sentences));
    view! {
        <div class="finding">
            <h3>{t().decision.answer.agreement}</h3>
            <For each=move || sentences.get() key=String::clone let:sentence>
                <p>{sentence}</p>
            </For>
        </div>
    }
}

fn sentences(decision: &Decision) -> Vec<String> {
    let words = &t().decision.answer;
    let direction: Vec<_> =
        decision.tree.direction.iter().map(|id| (t().method.direction)(id)).collect();
    let name = |at: usize| (t().method.stack)(&decision.stacks[at].stack);
    let value = |at: usize| rounded(decision.stacks[at].value);
    let mut sentences = match agreement::agreement(decision) {
        None => Vec::new(),
        Some(Agreement::Agree { first }) => vec![(words.agree)(&direction, &name(first))],
        Some(Agreement::OnPattern { first }) => {
            vec![(words.agree_on_pattern)(&direction, &name(first))]
        }
        Some(Agreement::Lower { first, best, difference }) => {
            let parts: Vec<_> = difference
                .iter()
                .map(|(criterion, points)| ((t().method.criterion)(*criterion), *points))
                .collect();
            vec![
                (words.disagree)(&direction, &name(first), value(first), &name(best), value(best)),
                (words.difference)(&parts),
            ]
        }
        Some(Agreement::RuledOut { first, reasons }) => {
            let because = reasons.iter().map(|(id, reason)| {
                (words.because)(&(t().method.product)(id), &(t().method.sentence)(reason))
            });
            std::iter::once((words.ruled_out)(&direction, &name(first))).chain(because).collect()
        }
    };
    sentences.extend(is_open(decision).then(|| words.direction_open.to_owned()));
    sentences
}

/// Whether a question on the path has no answer.
fn is_open(decision: &Decision) -> bool {
    decision
        .tree
        .questions
        .iter()
        .any(|result| result.on_path && result.answer == TreeAnswer::Unknown)
}
