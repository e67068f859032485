//! The Site page in English.

use rules_core::profile::Unit;

use super::fields::FIELDS;
use crate::text::site::{Cards, Site};

pub const SITE: Site = Site {
    title: "Describe your edge sites",
    title_full: "Describe your edge sites in full",
    lead: "Answer what you know. The answer beside it follows every change.",
    depth: "How much to ask",
    quick: "Quick",
    full: "Full",
    cards: Cards {
        place: "Place and scale",
        node: "The node",
        link: "When the link is down",
        work: "Work and data",
        people: "People and policy",
    },
    progress: |answered, of| format!("{answered} of {of} answered"),
    why: |label| format!("What if unknown: {label}"),
    why_short: "If unknown",
    assumed: |field, answer, because| {
        format!(
            "While this is unknown, Edgewise reckons with {}: {because}.",
            (FIELDS.answer)(field, answer)
        )
    },
    no_growth: "While this is unknown, Edgewise reckons with no growth: the present number of sites is used.",
    understood: |measure| format!("Read as {measure}"),
    faults: |count| match count {
        1 => "One answer cannot be used yet".to_owned(),
        more => format!("{more} answers cannot be used yet"),
    },
    bands: "Or pick a band",
    band,
    not_chosen: "Don\u{2019}t know",
    onward: "See the decision",
    deeper: "Answer more questions",
};

fn band(id: &str, minutes: u32) -> String {
    let name = match id {
        "minutes" => "Minutes",
        "hours" => "Hours",
        "a day" => "A day",
        "days" => "Days",
        "weeks" => "Weeks",
        "months" => "Months",
        other => other,
    };
    let long = match minutes {
        ..1_440 => (FIELDS.measure)(u64::from(minutes / 60), Unit::Hours),
        1_440 => "24 hours".to_owned(),
        _ => format!("{} days", minutes / 1_440),
    };
    format!("{name} ({long})")
}
