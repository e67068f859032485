//! The frame in English.

use rules_core::file::{FileFault, FileProblem};
use rules_core::link::LinkFault;
use rules_core::profile::ProfileFault;
use rules_core::readable::ReadableFault;

use super::fields::FIELDS;
use super::method::METHOD;
use crate::state::model::Told;
use crate::state::open::Refused;
use crate::state::steps::Difference;
use crate::text::shell::{Broken, Crash, Later, Menu, Missing, Preview, Save, Shell, Steps};

pub const SHELL: Shell = Shell {
    brand: ("edge", "wise"),
    home: "Edgewise, start page",
    title_suffix: "Edgewise",
    places: "Places",
    skip: "Skip to the content",
    start: "Start",
    site: "Site",
    decision: "Decision",
    record: "Record",
    options: "Options",
    sheet: |option| format!("{option}, fact sheet"),
    method: "Method",
    foot: "What the answers rest on",
    missing: Missing {
        title: "There is no such page",
        body: |address| {
            format!(
                "The address \u{201c}{address}\u{201d} leads nowhere here. Your profile is untouched."
            )
        },
        home: "To the start page",
    },
    save: Save {
        fresh: "Nothing to save yet",
        pending: "Saving",
        saved: "Saved in this browser",
        blocked: "Not saved: this browser gives the page no storage",
        full: "Not saved: the browser\u{2019}s storage is full",
        failed: "Not saved: the browser refused to write",
        preview: "Preview, not saved",
        elsewhere: "Open in another tab",
        advice: "Use Share to keep your answers as a link.",
    },
    steps: Steps { title: "Changes", undo: "Undo", redo: "Redo" },
    told: |told| {
        match told {
        Told::Undone(what) => format!("Undone. {}", difference(*what)),
        Told::Redone(what) => format!("Redone. {}", difference(*what)),
        Told::BroughtBack(what) => format!("Brought back. {}", difference(*what)),
        Told::Kept => "This state is in the history now.".to_owned(),
        Told::KeptApart => {
            "Two tabs wrote this profile at once. Both states were kept; one is a profile of its own now.".to_owned()
        }
        Told::Elsewhere => "This profile is open in another tab.".to_owned(),
    }
    },
    menu: Menu {
        label: "Profile",
        name: "Name of this profile",
        name_help: "Stays in this browser unless you send it",
        all: "All profiles",
        new: "New profile",
        duplicate: "Duplicate this profile",
        history: "History of this profile",
    },
    share: "Share",
    preview: Preview {
        title: "You are looking at a shared profile",
        body: "Nothing of it is saved, and your own profile is as you left it.",
        repaired: "The link was damaged on its way here. It could be mended for certain: its checksum holds.",
        keep: "Keep as a new profile",
        compare: "Compare with mine",
        close: "Close",
        kept_name: "Shared profile",
    },
    broken: Broken {
        title: "This link cannot be opened",
        fault,
        untouched: "Nothing was changed; your own profile is as you left it.",
        advice: "Ask for the link again, or for the profile as a file.",
        close: "To the start page",
    },
    refused: |refused| match refused {
        Refused::Link(of) => fault(of),
        Refused::File(of) => file(of),
    },
    later: Later {
        coming: "Fetching this page",
        title: "This page did not arrive",
        body: "A part of Edgewise could not be fetched. What you entered is safe. Check the connection and try again.",
        again: "Try again",
    },
    crash: Crash {
        title: "Edgewise has stopped",
        body: "This is a fault in Edgewise, not in your answers. What was saved in this browser is still there. \
               Below is everything that was typed, so that you can copy it before you start again.",
        data: "Your data",
        again: "Start again",
        details: "For a fault report",
    },
    set_apart: |name| format!("{name} (from another tab)"),
    unnamed: "Unnamed profile",
};

fn difference(what: Difference) -> String {
    match what {
        Difference::Answer(field, Some(answer)) => {
            format!("{}: {}.", FIELDS.label(field), (FIELDS.answer)(field, answer))
        }
        Difference::Answer(field, None) => format!("{}: {}.", FIELDS.label(field), FIELDS.unknown),
        Difference::Name => "The profile\u{2019}s name.".to_owned(),
        Difference::Tree(question) => format!("Question {} of the tree.", question as usize + 1),
        Difference::Weights => "The weights.".to_owned(),
        Difference::Measured(criterion) => {
            format!("A measured score: {}.", (METHOD.criterion)(criterion))
        }
        Difference::Several(count) => format!("{count} changes."),
    }
}

fn fault(fault: &LinkFault) -> String {
    match fault {
        LinkFault::Empty => "There is nothing behind the # sign.".to_owned(),
        LinkFault::NotOurs => "This is not a link of Edgewise.".to_owned(),
        LinkFault::CutOff { found, expected: Some(expected) } => {
            format!("The link is cut off: {found} of its {expected} characters have arrived.")
        }
        LinkFault::CutOff { .. } => "The link is cut off after a few characters.".to_owned(),
        LinkFault::Damaged => {
            "The link was changed on its way here: its checksum does not hold.".to_owned()
        }
        LinkFault::NewerVersion { .. } => {
            "A later version of Edgewise made this link. Load the page again to get that version."
                .to_owned()
        }
        LinkFault::NotUnderstood => {
            "The link is sound, but it says something that this version of Edgewise does not know."
                .to_owned()
        }
        LinkFault::BadField { field } => {
            format!(
                "The link is sound, but its answer to \u{201c}{}\u{201d} is out of range.",
                FIELDS.label(*field)
            )
        }
        LinkFault::TooLong { max, .. } => {
            format!("This is longer than any link: more than {max} characters.")
        }
        LinkFault::Readable(faults) => faults.iter().map(readable).collect::<Vec<_>>().join(" "),
    }
}

fn file(fault: &FileFault) -> String {
    let problem = match &fault.problem {
        FileProblem::TooLong { .. } => "This is longer than any profile.".to_owned(),
        FileProblem::NoProfile => "There is no profile in it.".to_owned(),
        FileProblem::Profile(fault) => profile(fault),
        other => capital(&other.to_string()),
    };
    match fault.line {
        Some(line) => format!("Line {line}: {problem}"),
        None => problem,
    }
}

pub fn readable(fault: &ReadableFault) -> String {
    match fault {
        ReadableFault::Profile(fault) => profile(fault),
        ReadableFault::NoAnswer { found } => format!("\u{201c}{found}\u{201d} has no = sign."),
        ReadableFault::Key(key) => capital(&key.to_string()),
    }
}

pub fn profile(fault: &ProfileFault) -> String {
    match fault {
        ProfileFault::Field { field, fault } => {
            format!("{}: {}", FIELDS.label(*field), (FIELDS.fault)(*field, fault))
        }
        ProfileFault::NameTooLong { found, max } => (FIELDS.name_too_long)(*found, *max),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map_or_else(String::new, |first| first.to_uppercase().collect());
    format!("{first}{}.", letters.as_str())
}
