//! The answer rail in English.

use crate::text::rail::Rail;

pub const RAIL: Rail = Rail {
    title: "The answer so far",
    evaluate_first: "Evaluate first",
    compare: |names| match names {
        [] => String::new(),
        names => format!("Compare {} in the same tests.", and(names)),
    },
    not_enough: "Not enough is known yet",
    not_enough_body: "A winner named now would rest on guesses.",
    needed: "Answer these next",
    nothing_left: "Every stack is ruled out",
    nothing_left_body: "No stack that Edgewise knows fits all answers. The decision says which answer rules out which.",
    pro: "For:",
    con: "Against:",
    candidates: "Candidates",
    more: |count| format!("{count} more in the decision"),
    ruled_out: |count| match count {
        0 => "No stack is ruled out.".to_owned(),
        1 => "One stack is ruled out.".to_owned(),
        more => format!("{more} stacks are ruled out."),
    },
    bar,
    ranged: |parts, low, high| format!("{} may lie between {low} and {high}", bar(parts)),
    value: |value| format!("{value} of 100"),
    direction: "Direction of the tree",
    direction_is: |names| match names {
        [] => "The tree gives no direction yet.".to_owned(),
        [only] => format!("The five questions point to {only}."),
        [first, rest @ ..] => {
            format!("The five questions point to {first} first, then {}.", and(rest))
        }
    },
    direction_open: "Not every question is answered, so more than one branch is open.",
    warnings: "These answers do not go together",
    faults: |count| match count {
        1 => "One answer cannot be used yet; the rest decides.".to_owned(),
        more => format!("{more} answers cannot be used yet; the rest decides."),
    },
    assumed: |count| match count {
        1 => "One answer is assumed.".to_owned(),
        more => format!("{more} answers are assumed."),
    },
    now_first: |name, value, was, was_value| {
        format!("{name} now first with {value}, was {was} with {was_value}.")
    },
    still_first: |name, value, was_value| {
        format!("{name} still first, now with {value}, was {was_value}.")
    },
    first_named: |name, value| format!("{name} now first with {value}."),
    first_lost: |was| format!("No first place any more, was {was}."),
    because: |label, answer, what| format!("{label}: {answer}. {what}"),
    changed: "What changed",
    first_line: |name, value| format!("{name}, {value} of 100"),
    whole: "Why, in full",
    point: |criterion, reason| format!("{criterion}: {reason}."),
    only_if: |action| format!("Only if: {action}."),
    depends_on: |labels| match labels {
        [first, second, third, rest @ ..] if rest.len() > 1 => {
            format!(
                "Depends on answers not given yet: {first}, {second}, {third} and {} more.",
                rest.len()
            )
        }
        labels => format!("Depends on answers not given yet: {}.", labels.join(", ")),
    },
};

/// Names as a list in a sentence.
pub(super) fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

fn bar(parts: &[(&'static str, u32)]) -> String {
    let parts: Vec<_> = parts.iter().map(|(name, points)| format!("{name} {points}")).collect();
    parts.join(", ")
}
