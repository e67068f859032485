//! Why a link was refused.

use thiserror::Error;

use crate::profile::Field;
use crate::readable::ReadableFault;

/// Why a link was refused; nothing was opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkFault {
    /// There is nothing behind the `#`, or nothing at all.
    #[error("the link is empty: the part after # is missing")]
    Empty,
    /// It is not a link of this app.
    #[error("this is not a link of Edgewise")]
    NotOurs,
    /// The end is missing.
    #[error("the link is cut off: {found} characters{}", of_expected(*.expected))]
    CutOff {
        /// How many characters are there.
        found: usize,
        /// How many there should be; `None` if even that is cut off.
        expected: Option<usize>,
    },
    /// Some of it was changed on the way.
    #[error("the link was changed on the way: its checksum does not hold")]
    Damaged,
    /// It is of a version that this release does not know.
    #[error("the link is of version {found}; this release reads up to version {known}")]
    NewerVersion {
        /// The version found.
        found: u8,
        /// The newest version read here.
        known: u8,
    },
    /// The link is sound but carries something that this release has no word for, as a later release may write.
    #[error("the link is sound but says something that this release does not know")]
    NotUnderstood,
    /// The link is sound but the answer to a field is out of its range.
    #[error("{}: the answer in the link is out of range", field.id())]
    BadField {
        /// Which field.
        field: Field,
    },
    /// More text than any link has.
    #[error("{found} characters are more than the {max} that are searched for a link")]
    TooLong {
        /// How many characters there are.
        found: usize,
        /// How many are searched.
        max: usize,
    },
    /// Parts of the hand-written form that could not be read, all of them.
    #[error("{}", listed(.0))]
    Readable(Vec<ReadableFault>),
}

impl LinkFault {
    /// Returns how much a fault tells, to choose among the faults of several readings of one text.
    pub(super) fn weight(&self) -> u8 {
        match self {
            Self::Empty => 0,
            Self::NotOurs => 1,
            Self::Damaged => 2,
            Self::CutOff { .. } => 3,
            Self::TooLong { .. } => 4,
            Self::NewerVersion { .. } | Self::Readable(_) => 5,
            Self::NotUnderstood | Self::BadField { .. } => 6,
        }
    }
}

fn of_expected(expected: Option<usize>) -> String {
    expected.map_or_else(String::new, |expected| format!(" of {expected}"))
}

fn listed(faults: &[ReadableFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
