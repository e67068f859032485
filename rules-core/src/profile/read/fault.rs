//! Why an answer was refused, as values: the words for the screen are made of them elsewhere.

use thiserror::Error;

use super::super::field::Unit;

/// Why an answer to a field was refused: what was found, and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FieldFault {
    /// No number can be made out.
    #[error("\"{found}\" is not a number; {min} to {max} {} is allowed", unit.sign())]
    NotANumber {
        /// What was typed.
        found: String,
        /// Smallest allowed value.
        min: u32,
        /// Largest allowed value.
        max: u32,
        /// What is counted.
        unit: Unit,
    },
    /// A number with a unit that does not measure this field.
    #[error("the unit of \"{found}\" is not known here; {min} to {max} {} is allowed", unit.sign())]
    UnknownUnit {
        /// What was typed.
        found: String,
        /// Smallest allowed value.
        min: u32,
        /// Largest allowed value.
        max: u32,
        /// The unit in which the field is kept.
        unit: Unit,
    },
    /// A fraction where whole numbers are counted.
    #[error("{found} is not a whole number of {}", unit.sign())]
    NotWhole {
        /// What was typed.
        found: String,
        /// What is counted.
        unit: Unit,
    },
    /// Below the range.
    #[error("{found} {0} is below the minimum of {min} {0}", unit.sign())]
    TooSmall {
        /// The number found, in the unit of the field.
        found: String,
        /// Smallest allowed value.
        min: u32,
        /// What is counted.
        unit: Unit,
    },
    /// Above the range.
    #[error("{found} {0} is above the maximum of {max} {0}", unit.sign())]
    TooLarge {
        /// The number found, in the unit of the field.
        found: String,
        /// Largest allowed value.
        max: u32,
        /// What is counted.
        unit: Unit,
    },
    /// Neither yes nor no.
    #[error("\"{found}\" is neither yes nor no")]
    NotYesNo {
        /// What was typed.
        found: String,
    },
    /// Not in the vocabulary of the field.
    #[error("\"{found}\" is not one of {}", allowed.join(", "))]
    NotAChoice {
        /// What was typed.
        found: String,
        /// The vocabulary.
        allowed: &'static [&'static str],
    },
    /// Members that are not in the vocabulary of the field.
    #[error("{} not among {}", quoted(found), allowed.join(", "))]
    NotInSet {
        /// The members that were not recognised.
        found: Vec<String>,
        /// The vocabulary.
        allowed: &'static [&'static str],
    },
    /// "None of these" where at least one is needed.
    #[error("an empty set is no answer; at least one of {} is needed", allowed.join(", "))]
    EmptySet {
        /// The vocabulary.
        allowed: &'static [&'static str],
    },
}

fn quoted(found: &[String]) -> String {
    let quoted: Vec<_> = found.iter().map(|word| format!("\"{word}\"")).collect();
    let verb = if found.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", quoted.join(", "))
}
