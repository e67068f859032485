//! Words for the time in which the fact sheets are not here.

/// What a page that shows facts says without them.
pub struct FactsNote {
    /// While they are on their way.
    pub coming: &'static str,
    /// They did not arrive, and what that means here.
    pub missing: &'static str,
    /// Fetches them again.
    pub again: &'static str,
}
