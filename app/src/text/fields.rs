//! Words of the profile's questions.

use rules_core::profile::{Answer, Field, FieldFault, Group, Unit};

/// The words of one question.
pub struct FieldText {
    /// Short name; a question or a noun.
    pub label: &'static str,
    /// One line of help.
    pub help: &'static str,
    /// Names of the values, in the order of the vocabulary; empty for numbers and yes or no.
    pub choices: &'static [&'static str],
}

/// How the profile's questions read.
pub struct Fields {
    /// The words of a question.
    pub of: fn(Field) -> FieldText,
    /// The heading of a group of the full profile.
    pub group: fn(Group) -> &'static str,
    /// The unit, as it stands behind an input.
    pub unit: fn(Unit) -> &'static str,
    /// A whole number with its unit: `2,048 MiB`, `1 site`.
    pub measure: fn(u64, Unit) -> String,
    /// An answer in words.
    pub answer: fn(Field, Answer) -> String,
    /// Why an answer cannot be used, as a whole sentence.
    pub fault: fn(Field, &FieldFault) -> String,
    /// The name of the profile is too long.
    pub name_too_long: fn(found: usize, max: usize) -> String,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// The choice not to say.
    pub unknown: &'static str,
    /// An empty set, as an answer.
    pub none_of_these: &'static str,
}

impl Fields {
    /// Returns the short name of a question.
    #[must_use]
    pub fn label(&self, field: Field) -> &'static str {
        (self.of)(field).label
    }
}
