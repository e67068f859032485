//! The Compare page in English.

use crate::text::compare::Compare;

pub static COMPARE: Compare = Compare {
    title: "Compare with mine",
    lead: |own, other| {
        format!(
            "Your profile{} beside the one that you are looking at{}. Neither is changed by looking.",
            named(own),
            named(other)
        )
    },
    own: "Mine",
    other: "The other",
    nothing: "Nothing to compare with",
    nothing_body: "Open a shared link, an example, a file or an earlier state of your profile; then its notice offers to \
                   compare it with yours.",
    answer: "What to evaluate first",
    answer_caption: "The shortlist and the direction of the five questions, for both profiles",
    what: "What",
    places: ["Evaluate first", "Compare with", "And with"],
    stack: |stack, value| format!("{stack}, {value} of 100"),
    direction: "The five questions point to",
    not_enough: "Not enough known",
    none: "\u{2013}",
    differ: |count| match count {
        0 => "Nothing was said otherwise".to_owned(),
        1 => "One thing was said otherwise".to_owned(),
        more => format!("{more} things were said otherwise"),
    },
    differ_caption: "What the two profiles say otherwise: answers, the tree, weights and measured scores",
    tree: |question| format!("By hand: {question}"),
    derived: "follows from the answers",
    weight: |criterion| format!("Weight of {criterion}"),
    share: |share| format!("{share} %"),
    measured: |criterion, stack| format!("Measured: {criterion} of {stack}"),
    score: |score| format!("{score} of 5"),
    not_measured: "not measured",
    unread: |raw| format!("{raw} (cannot be read)"),
    options: "All options",
    options_caption: "The place of each option for both profiles",
    option: "Option",
    change: "Changes",
    place: |place| place.to_string(),
    ruled_out: "ruled out",
    moved,
};

/// A name after what it is the name of; nothing of what has none.
fn named(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" (\u{201c}{name}\u{201d})") }
}

fn moved(own: Option<u32>, other: Option<u32>) -> String {
    match (own, other) {
        (own, other) if own == other => "same".to_owned(),
        (None, Some(_)) => "possible there".to_owned(),
        (Some(_), None) => "ruled out there".to_owned(),
        (Some(own), Some(other)) if other < own => format!("{} up", own - other),
        (Some(own), Some(other)) => format!("{} down", other - own),
        (None, None) => String::new(),
    }
}
