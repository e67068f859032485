//! Words of what keeps profiles safe: other tabs, history, backup.

use crate::state::backup::BackupFault;

/// All of it.
pub struct Keeping {
    /// Another tab has the profile.
    pub elsewhere: Elsewhere,
    /// Two tabs wrote at once.
    pub apart: Apart,
    /// The History page.
    pub history: History,
    /// The field that searches the saved profiles.
    pub search: &'static str,
    /// How many were found.
    pub found: fn(count: usize) -> String,
    /// Backup and restore.
    pub backup: Backup,
    /// The page as one file.
    pub take: Take,
}

/// The bar above a profile that another tab has.
pub struct Elsewhere {
    /// What this is.
    pub title: &'static str,
    /// What it means.
    pub body: &'static str,
    /// Takes over.
    pub here: &'static str,
    /// Goes on with a copy.
    pub copy: &'static str,
}

/// The bar that says that two states were kept.
pub struct Apart {
    /// What happened.
    pub title: &'static str,
    /// Where both are.
    pub body: &'static str,
    /// Leads there.
    pub see: &'static str,
    /// Close.
    pub close: &'static str,
}

/// The History page.
pub struct History {
    /// What it is for.
    pub lead: &'static str,
    /// Heading of the list.
    pub title: &'static str,
    /// There is nothing yet.
    pub none: &'static str,
    /// How much is kept.
    pub bounds: &'static str,
    /// The field for a name.
    pub keep_as: &'static str,
    /// What it is good for.
    pub keep_as_help: &'static str,
    /// Keeps it.
    pub keep: &'static str,
    /// An entry that nobody named.
    pub automatic: &'static str,
    /// An entry that is what is on the desk.
    pub same: &'static str,
    /// In how many things an entry differs from that.
    pub differs: fn(count: usize) -> String,
    /// Shows an entry.
    pub look: &'static str,
    /// Brings it back.
    pub back: &'static str,
    /// An entry is on screen.
    pub looking: &'static str,
    /// Of when it is, and what that means.
    pub looking_body: fn(when: &str) -> String,
}

/// Backup and restore.
pub struct Backup {
    /// Heading.
    pub title: &'static str,
    /// How much is kept.
    pub used: fn(bytes: usize) -> String,
    /// The browser keeps it.
    pub lasts: &'static str,
    /// The browser may clear it.
    pub may_go: &'static str,
    /// Hands everything out.
    pub write: &'static str,
    /// The name of the file.
    pub file_name: fn(day: &str) -> String,
    /// It was handed out.
    pub written: fn(name: &str) -> String,
    /// It was not.
    pub not_written: &'static str,
    /// Takes a backup in.
    pub restore: &'static str,
    /// What that does.
    pub restore_help: &'static str,
    /// What became of it.
    pub restored: fn(new: usize, same: usize, copies: usize, refused: usize) -> String,
    /// The name of a restored profile that is here with other content.
    pub restored_name: fn(name: &str) -> String,
    /// The file is too large.
    pub too_large: &'static str,
    /// Heading over the faults of a file.
    pub unreadable: &'static str,
    /// A fault.
    pub fault: fn(&BackupFault) -> String,
}

/// The page as one file.
pub struct Take {
    /// Heading.
    pub title: &'static str,
    /// What it is, and how large.
    pub body: fn(bytes: usize) -> String,
    /// What does not go along.
    pub without: &'static str,
    /// Hands it out.
    pub download: fn(name: &str) -> String,
    /// Stands before its digest.
    pub digest: &'static str,
    /// It is on its way.
    pub coming: &'static str,
    /// It was handed out.
    pub taken: fn(name: &str) -> String,
    /// It did not arrive, or is another version's.
    pub not_arrived: &'static str,
}
