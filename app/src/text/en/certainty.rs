//! Certainty in English.

use rules_core::certainty::Word;

use super::rail::and;
use crate::state::certain::Of;
use crate::text::certainty::{Band, Certainty, Curve, Flips, Next, Numbers, Shares};

pub static CERTAINTY: Certainty = Certainty {
    title: "How certain that is",
    updating: "Still counting.",
    missing: "The part of the program that works this out did not arrive.",
    again: "Fetch it again",
    word: |word| match word {
        Word::NotEnoughKnown => "Not enough known",
        Word::Open => "Open",
        Word::Leaning => "Leaning",
        Word::Settled => "Settled",
    },
    line: |near| format!("first for {} of the weights near these", share(near)),
    means: |word, first| match word {
        Word::NotEnoughKnown => format!(
            "{first} would come first today, but that rests on guesses: these figures hold only for the answers \
             that are assumed."
        ),
        Word::Open => format!(
            "{first} comes first, but small changes of the weights often put something else there. Test more than one."
        ),
        Word::Leaning => {
            format!("{first} comes first for most weights near yours, not for all of them.")
        }
        Word::Settled => format!("{first} comes first for nearly all weights near yours."),
    },
    numbers: Numbers {
        radius: "Safe drift",
        radius_means: |radius, rival| match rival {
            None => "Nothing else comes first, whatever counts how much.".to_owned(),
            Some(rival) if radius < 1e-9 => format!("{rival} is level with it at these weights."),
            Some(rival) => format!(
                "Every weight may move {} of the way to any other mix. Beyond that {rival} can come first.",
                share(radius)
            ),
        },
        near: "First near these weights",
        near_means: "Share of all weights that differ from yours by up to a fifth.",
        any: "First with any weights",
        any_means: "Share of all weights there are, yours left aside.",
    },
    shares: Shares {
        title: "First, second, third",
        lead: "For which share of the weights each choice takes the first three places.",
        of: "Which weights",
        set: |of| match of {
            Of::Near => "Near yours",
            Of::Any => "Any",
            Of::Order => "In your order",
            Of::NearDrawn => "Near yours, scores in doubt",
            Of::AnyDrawn => "Any, scores in doubt",
        },
        ranks: ["First", "Second", "Third"],
        bar: |name, [first, second, third]| {
            format!(
                "{name}: first {}, second {}, third {}",
                share(first),
                share(second),
                share(third)
            )
        },
        table: "The same as a table",
        caption: |set| format!("Shares of the first three places. Weights: {set}"),
        choice: "Choice",
        central: "Comes first when these count most",
        never: "never first",
    },
    curve: Curve {
        title: "If weights drift further",
        lead: "Share of first places, from your weights at the left to any weights at the right.",
        picture: "First places against how far weights drift",
        table: "The curve as a table",
        caption: "Share of first places by how far weights may drift",
        drift: "Drift",
        ends: ["your weights", "any weights"],
    },
    band: Band {
        lead: |first| {
            format!(
                "The mark under a slider shows where {first} stays first while the other points stay."
            )
        },
        points: |low, high| match (low, high) {
            (low, None) => format!("holds from {} points up", least(low)),
            (low, Some(high)) if low < 0.05 => format!("holds up to {} points", most(high)),
            (low, Some(high)) => format!("holds from {} to {} points", least(low), most(high)),
        },
        always: "holds at any points",
    },
    next: Next {
        title: "What to find out next",
        lead: "In order of what it is worth: points of value that choosing after it gains over choosing now.",
        questions: "Questions not answered yet",
        tests: "Proof tests with the shortlist",
        test: |id| match id {
            "cold-bootstrap" => "Cold bootstrap from empty hardware",
            "partition" => "Partition of the site, in its separate shapes",
            "upgrade-rings" => "Upgrade in rings, with a way back",
            "data-and-rebuild" => "Local data through a rebuild",
            "security-and-drift" => "Security and drift of the host",
            "observability-under-damage" => "What can be seen while things are broken",
            _ => "",
        },
        with: |names| format!("with {}", and(names)),
        worth: |points| match points {
            points if points < 0.05 => "worth under 0.1 points".to_owned(),
            points => format!("worth {points:.1} points"),
        },
        nothing: "no result of this test can change the choice",
        questions_nothing: |count| match count {
            1 => "One more open question cannot change the choice.".to_owned(),
            more => format!("{more} more open questions cannot change the choice."),
        },
        everything: |points| {
            format!("Knowing every score for certain would be worth {points:.1} points.")
        },
        all_known: "Every question of the profile is answered.",
    },
    flips: Flips {
        title: "What would change the answer",
        lead: "The smallest changes that put something else first. Each was decided anew.",
        profile: "In the profile",
        weights: "In the weights",
        edit: |field, answer| format!("{answer} for \u{201c}{field}\u{201d}"),
        at_most: |number| format!("{number} or fewer"),
        between: |low, high| format!("{low} to {high}"),
        at_least: |number| format!("{number} or more"),
        sentence: |edits, first| format!("With {}, {first} comes first.", edits.join(" and ")),
        open: "Look at it",
        open_name: |sentence| format!("Look at it: {sentence}"),
        none: "No change of one or two answers puts something else first.",
        searching: "Changes of the profile are still being searched.",
        moved: |moved, from, to, rival| {
            format!(
                "{rival} catches up once {} of the weight has moved from {} to {}.",
                share(moved),
                and(from),
                and(to)
            )
        },
        no_weights: "No weights at all put another choice first.",
        scale: "In the scale",
        on_scale,
    },
    share,
};

fn on_scale(top: Option<&str>, bottom: Option<&str>) -> String {
    let steps = |end: &str| format!("If the steps at the {end} of the scale counted more");
    match (top, bottom) {
        (None, None) => "Nothing: the first stays first where the steps at the top of the scale count more, and where \
                         those at the bottom do."
            .to_owned(),
        (Some(top), None) => format!("{}, {top} would come first.", steps("top")),
        (None, Some(bottom)) => format!("{}, {bottom} would come first.", steps("bottom")),
        (Some(top), Some(bottom)) => {
            format!("{}, {top} would come first; if those at the bottom did, {bottom}.", steps("top"))
        }
    }
}

/// `84 %`; what is there but rounds to nothing, or is not quite everything, says so.
fn share(share: f64) -> String {
    match 100.0 * share {
        nothing if nothing <= 0.0 => "0 %".to_owned(),
        little if little < 1.0 => "under 1 %".to_owned(),
        most if most < 100.0 && most > 99.0 => "over 99 %".to_owned(),
        percent => format!("{percent:.0} %"),
    }
}

/// Points to a tenth, rounded into the band, so that what is printed still holds.
fn least(points: f64) -> String {
    format!("{:.1}", (10.0 * points).ceil() / 10.0)
}

fn most(points: f64) -> String {
    format!("{:.1}", (10.0 * points).floor() / 10.0)
}
