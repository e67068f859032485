//! What keeps profiles safe, in English.

use rules_core::measured::{MOST_STACKS, NOTE_MAX};

use crate::state::backup::{BackupFault, Wanted};
use crate::state::history::{AUTOMATIC, NAMED};
use crate::text::keeping::{Apart, Backup, Elsewhere, History, Keeping, Take};

pub const KEEPING: Keeping = Keeping {
    elsewhere: Elsewhere {
        title: "This profile is open in another tab",
        body: "You are reading along: what is typed there appears here.",
        here: "Continue here",
        copy: "Work on a copy",
    },
    apart: Apart {
        title: "Two tabs wrote this profile at once",
        body: "Nothing was lost: one state is on screen, the other is a profile of its own.",
        see: "See all profiles",
        close: "Close",
    },
    history: History {
        lead: "What this profile was. Look at an earlier state, or bring it back; what is there now is kept first.",
        title: "Earlier states",
        none: "Nothing yet. States are kept by themselves when you pause, leave the page, or open another profile.",
        bounds: BOUNDS,
        keep_as: "Keep this state as",
        keep_as_help: "For example: agreed with operations",
        keep: "Keep",
        automatic: "Kept by itself",
        same: "Same as now",
        differs: |count| match count {
            1 => "Differs from now in one thing".to_owned(),
            more => format!("Differs from now in {more} things"),
        },
        look: "Look at it",
        back: "Bring it back",
        looking: "You are looking at an earlier state",
        looking_body: |when| format!("It is of {when}. Your profile is as you left it."),
    },
    search: "Search by name",
    found: |count| match count {
        0 => "No profile has that in its name.".to_owned(),
        1 => "One profile found.".to_owned(),
        more => format!("{more} profiles found."),
    },
    backup: Backup {
        title: "Backup",
        used: |bytes| {
            format!("Your profiles and their history take {} in this browser.", size(bytes))
        },
        lasts: "The browser keeps them until you delete them.",
        may_go: "The browser may clear them when the disk is full, so a backup is worth having.",
        write: "Back up everything",
        file_name: |day| format!("edgewise-backup-{day}.json"),
        written: |name| format!("Everything is in {name}."),
        not_written: "The browser did not take the file.",
        restore: "Restore a backup",
        restore_help: "Adds what is in it. Nothing that is here is overwritten: a profile that differs becomes a copy.",
        restored,
        restored_name: |name| format!("{name} (restored)"),
        too_large: "The file is larger than 16 MB; a backup is never that large.",
        unreadable: "This backup cannot be restored. Nothing was changed.",
        fault,
    },
    take: Take {
        title: "Take Edgewise along",
        body: |bytes| {
            format!(
                "All of it in one file of {}, which a browser opens from a disk or a stick without a network. It \
                 gives the same answers as this page.",
                size(bytes)
            )
        },
        without: "Your profiles are not in it: take a backup along.",
        download: |name| format!("Download {name}"),
        digest: "SHA-256 of the file",
        coming: "On its way",
        taken: |name| format!("{name} is downloaded, and is the file with this SHA-256."),
        not_arrived: "The file did not arrive, or belongs to another version than this page. Check the connection, load \
                      the page again, and try once more.",
    },
};

fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

fn restored(new: usize, same: usize, copies: usize, refused: usize) -> String {
    let count = |n: usize| match n {
        1 => "1 profile".to_owned(),
        n => format!("{n} profiles"),
    };
    let mut parts = Vec::new();
    if new > 0 {
        parts.push(format!("{} restored", count(new)));
    }
    if copies > 0 {
        parts.push(format!(
            "{} here with other content, restored beside it as a copy",
            count(copies)
        ));
    }
    if same > 0 {
        parts.push(format!("{} here already", count(same)));
    }
    if refused > 0 {
        parts.push(format!("{} not saved: the browser refused to write", count(refused)));
    }
    if parts.is_empty() {
        return "There is no profile in this backup.".to_owned();
    }
    format!("{}.", parts.join("; "))
}

fn fault(fault: &BackupFault) -> String {
    match fault {
        BackupFault::TooLong => "It is longer than any backup.".to_owned(),
        BackupFault::NotJson { line, column } => {
            format!("It is damaged or cut off: line {line}, column {column} is not JSON.")
        }
        BackupFault::NotABackup => "This is not a backup of Edgewise.".to_owned(),
        BackupFault::Newer { found } => {
            format!(
                "A later version of Edgewise wrote it (form {found}). Load the page again to get that version."
            )
        }
        BackupFault::Missing { at } => format!("{at} is missing."),
        BackupFault::Wrong { at, wanted } => format!("{at} should be {}.", should_be(*wanted)),
    }
}

fn should_be(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "text",
        Wanted::Number => "a whole number",
        Wanted::List => "a list",
        Wanted::Object => "an object with named fields",
        Wanted::Question => "a question that this version asks",
        Wanted::Tree => "five answers, each true, false or null",
        Wanted::Weights => "seven numbers from 0 to 1,000, or null",
        Wanted::Id => "letters and digits alone",
        Wanted::Criterion => "the id of a criterion",
        Wanted::Day => "a day, yyyy-mm-dd",
        Wanted::Score => "a whole number from 1 to 5",
        Wanted::Note => "a note of at most 200 characters",
        Wanted::Stack => "the id of a stack, of at most 8 different ones",
    }
}

const BOUNDS: &str = "The last 50 states with a name are kept, and 30 without; of these the ones closest together go first.";
const _: () = assert!(NOTE_MAX == 200 && MOST_STACKS == 8, "the sentences say how many");
const _: () = assert!(NAMED == 50 && AUTOMATIC == 30, "the sentence says how many");
