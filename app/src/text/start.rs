//! Words of the Start page.

/// The Start page.
pub struct Start {
    /// Heading; the same words stand in `index.html`, so that nothing moves when the program takes over.
    pub title: &'static str,
    /// What Edgewise does.
    pub lead: &'static str,
    /// Heading of the first question.
    pub begin: &'static str,
    /// The tiers: id, name and examples.
    pub tiers: [(&'static str, &'static str, &'static str); 3],
    /// A blank profile.
    pub new: &'static str,
    /// What that means.
    pub new_help: &'static str,
    /// The example.
    pub example: &'static str,
    /// The name of its profile.
    pub example_name: &'static str,
    /// What that is.
    pub example_help: &'static str,
    /// Heading of the saved profiles.
    pub saved: &'static str,
    /// No profile is saved.
    pub none_saved: &'static str,
    /// Opens a profile.
    pub open: fn(name: &str) -> String,
    /// The profile that is open.
    pub current: &'static str,
    /// Duplicate.
    pub duplicate: &'static str,
    /// Delete.
    pub delete: &'static str,
    /// Deleted.
    pub deleted: fn(name: &str) -> String,
    /// Undo.
    pub undo: &'static str,
    /// The name of a copy.
    pub copy_of: fn(name: &str) -> String,
    /// Heading over file and paste.
    pub bring: &'static str,
    /// Open a file.
    pub file: &'static str,
    /// What files are read.
    pub file_help: &'static str,
    /// The field for pasted text.
    pub paste: &'static str,
    /// What may be pasted.
    pub paste_help: &'static str,
    /// Opens what was pasted.
    pub open_pasted: &'static str,
    /// What was brought cannot be read.
    pub unreadable: &'static str,
    /// Nothing was pasted.
    pub empty: &'static str,
    /// The file is too large.
    pub too_large: &'static str,
    /// The browser could not read the file.
    pub file_failed: &'static str,
    /// Data that could not be read was set aside.
    pub set_aside: fn(count: usize) -> String,
    /// What happens to the data.
    pub privacy: &'static str,
}
