//! Words of the share panel, and of copying anywhere.

/// The share panel.
pub struct Share {
    /// Heading.
    pub title: &'static str,
    /// What travels in the link, and what does not.
    pub travels: &'static str,
    /// The same, of a page that has no address.
    pub travels_bare: &'static str,
    /// Over what may be left out or put in.
    pub with: &'static str,
    /// The profile's name.
    pub with_name: &'static str,
    /// One's own weights.
    pub with_weights: &'static str,
    /// Measured scores.
    pub with_evidence: &'static str,
    /// The notes on them.
    pub with_notes: &'static str,
    /// There is no room for the notes.
    pub notes_too_long: &'static str,
    /// The compact link.
    pub link: &'static str,
    /// What it is good for.
    pub link_help: &'static str,
    /// Draws the link as a code.
    pub code: &'static str,
    /// The code, for those who cannot see it.
    pub code_name: &'static str,
    /// What the code is, under it.
    pub code_help: &'static str,
    /// The same, of a link without an address.
    pub code_help_bare: &'static str,
    /// Hands the code out as a picture.
    pub code_file: &'static str,
    /// The link is longer than any code can hold.
    pub code_too_long: &'static str,
    /// The readable link.
    pub readable: &'static str,
    /// What the readable link is for.
    pub readable_help: &'static str,
    /// Files to take away.
    pub files: &'static str,
    /// The profile as a file.
    pub yaml: &'static str,
    /// The whole answer as a file.
    pub json: &'static str,
    /// Copy.
    pub copy: &'static str,
    /// Copied.
    pub copied: &'static str,
    /// The browser refused.
    pub refused: &'static str,
}
