//! What is known of certainty, in plain sentences for page and record.

use rules_core::counterfactual::{BreakEven, Edit, Side};
use rules_core::outcome::Stack;
use rules_core::profile::Answer;

use super::reasons::names;
use crate::state::certain::{Change, Headline, Moved};
use crate::text::Text;

/// Returns the three numbers behind the word, each with its label, its figure, and what it says.
#[must_use]
pub fn numbers(headline: &Headline, text: &Text) -> [(&'static str, String, String); 3] {
    let words = text.certainty();
    let own = &words.numbers;
    let rival = headline.rival.as_ref().map(|stack| (text.method.stack)(stack));
    let radius = (own.radius_means)(headline.radius, rival.as_deref());
    let any = headline.any.map_or_else(|| "\u{2026}".to_owned(), words.share);
    [
        (own.near, (words.share)(headline.near), own.near_means.to_owned()),
        (own.any, any, own.any_means.to_owned()),
        (own.radius, (words.share)(headline.radius), radius),
    ]
}

/// Says what a change of the profile puts first.
#[must_use]
pub fn change(change: &Change, text: &Text) -> String {
    let edits: Vec<_> = change.edits.iter().map(|one| edit(one, text)).collect();
    (text.certainty().flips.sentence)(&edits, &(text.method.stack)(&change.first))
}

fn edit(edit: &Edit, text: &Text) -> String {
    let words = &text.certainty().flips;
    let answer = |answer| (text.fields.answer)(edit.field, answer);
    let to = match edit.break_even {
        None => answer(edit.to),
        Some(BreakEven { at, until: Some(until), .. }) if at == until => answer(Answer::Whole(at)),
        Some(BreakEven { at, until: Some(until), .. }) => (words.between)(
            &answer(Answer::Whole(at.min(until))),
            &answer(Answer::Whole(at.max(until))),
        ),
        Some(BreakEven { at, side: Side::AtMost, .. }) => {
            (words.at_most)(&answer(Answer::Whole(at)))
        }
        Some(BreakEven { at, side: Side::AtLeast, .. }) => {
            (words.at_least)(&answer(Answer::Whole(at)))
        }
    };
    (words.edit)(text.fields.label(edit.field), &to)
}

/// Says which least change of weights lets another choice catch up.
#[must_use]
pub fn moved(moved: Option<&Moved>, text: &Text) -> String {
    let words = &text.certainty().flips;
    let Some(moved) = moved else { return words.no_weights.to_owned() };
    let rival = (text.method.stack)(&moved.rival);
    (words.moved)(moved.share, &names(&moved.from, text), &names(&moved.to, text), &rival)
}

/// Says whether the answer hangs on equal steps of the scale.
#[must_use]
pub fn scale(first: &[Option<Stack>; 2], text: &Text) -> String {
    let [top, bottom] = first.each_ref().map(|stack| stack.as_ref().map(text.method.stack));
    (text.certainty().flips.on_scale)(top.as_deref(), bottom.as_deref())
}
