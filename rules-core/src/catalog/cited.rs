//! A property with what it rests on.

use crate::outcome::FactId;

/// A property of the catalog: known and cited, known and judged, or unknown with a reason.
#[derive(Clone, Copy, Debug)]
pub struct Cited<T: 'static> {
    /// The value, if it is known.
    pub value: Option<T>,
    /// The facts that it rests on; empty for a value that Edgewise judged.
    pub facts: &'static [FactId],
    /// A remark: what has to be done, why it was judged so, or why it is unknown. May be empty where facts speak for
    /// themselves.
    pub why: &'static str,
}

impl<T: Copy + PartialEq> Cited<T> {
    /// Returns whether the value is known to be this one.
    #[must_use]
    pub fn is(&self, value: T) -> bool {
        self.value == Some(value)
    }
}

impl<T> Cited<T> {
    /// Returns whether the value rests on facts, rather than on judgment.
    #[must_use]
    pub fn is_documented(&self) -> bool {
        self.value.is_some() && !self.facts.is_empty()
    }
}
