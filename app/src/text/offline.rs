//! Words of the copy that the browser keeps, and of newer versions.

/// The foot of the page, and the notice of a newer version.
pub struct Offline {
    /// The copy is being fetched.
    pub coming: &'static str,
    /// It is complete.
    pub ready: &'static str,
    /// A part of it did not arrive.
    pub failed: &'static str,
    /// This browser keeps none.
    pub none: &'static str,
    /// The page is one file, opened from a disk.
    pub file: &'static str,
    /// A newer version waits.
    pub update: &'static str,
    /// What taking it into use means.
    pub update_body: &'static str,
    /// It is in use in another tab already, while this one holds what could not be saved.
    pub unsaved: &'static str,
    /// Takes it into use.
    pub reload: &'static str,
    /// Puts it off.
    pub later: &'static str,
}
