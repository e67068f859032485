//! Whether the five questions and the ranking name the same, in plain sentences for page and record.

use rules_core::outcome::{CriterionId, Decision, TreeAnswer};

use crate::state::agreement::{self, Agreement};
use crate::state::answer::rounded;
use crate::text::Text;

/// Says whether they name the same and, where they differ, why.
#[must_use]
pub fn sentences(decision: &Decision, text: &Text) -> Vec<String> {
    let words = &text.decision().answer;
    let direction: Vec<_> =
        decision.tree.direction.iter().map(|id| (text.method.direction)(id)).collect();
    let name = |at: usize| (text.method.stack)(&decision.stacks[at].stack);
    let value = |at: usize| rounded(decision.stacks[at].value);
    let mut sentences = match agreement::agreement(decision) {
        None => Vec::new(),
        Some(Agreement::Agree { first }) => vec![(words.agree)(&direction, &name(first))],
        Some(Agreement::OnPattern { first, best, difference }) => {
            let mut sentences = vec![(words.agree_on_pattern)(&direction, &name(first))];
            if let Some(best) = best {
                sentences.push((words.best_named)(&name(best), value(best), value(first)));
                sentences.extend(makes_up(&difference, text));
            }
            sentences
        }
        Some(Agreement::Lower { first, best, difference }) => {
            let mut sentences = vec![(words.disagree)(
                &direction,
                &name(first),
                value(first),
                &name(best),
                value(best),
            )];
            sentences.extend(makes_up(&difference, text));
            sentences
        }
        Some(Agreement::RuledOut { first, reasons }) => {
            let because = reasons.iter().map(|(id, reason)| {
                (words.because)(&(text.method.product)(id), &(text.method.sentence)(reason))
            });
            std::iter::once((words.ruled_out)(&direction, &name(first))).chain(because).collect()
        }
    };
    sentences.extend(is_open(decision).then(|| words.direction_open.to_owned()));
    sentences
}

/// What a difference is made of; nothing if it is less than a point.
fn makes_up(difference: &[(CriterionId, i32)], text: &Text) -> Option<String> {
    let parts: Vec<_> = difference
        .iter()
        .map(|(criterion, points)| ((text.method.criterion)(*criterion), *points))
        .collect();
    (!parts.is_empty()).then(|| (text.decision().answer.difference)(&parts))
}

/// Whether a question on the path has no answer.
fn is_open(decision: &Decision) -> bool {
    decision
        .tree
        .questions
        .iter()
        .any(|result| result.on_path && result.answer == TreeAnswer::Unknown)
}
