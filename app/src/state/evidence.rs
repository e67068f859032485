//! Measured scores in the form in which they are kept: a line of text each.

use rules_core::measured::{Evidence, Measured, MeasuredFault};
use serde::{Deserialize, Serialize};

/// All measured scores of a profile. What does not hold is refused, so that it is set aside with its profile and not lost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeptEvidence(pub Evidence);

impl KeptEvidence {
    /// Returns whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<KeptEvidence> for String {
    fn from(evidence: KeptEvidence) -> Self {
        evidence.0.all().iter().map(|one| one.line() + "\n").collect()
    }
}

impl TryFrom<String> for KeptEvidence {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let evidence = read(&text, |_, _| {});
        evidence.map(Self).ok_or("a measured score does not hold")
    }
}

/// Reads the lines; `None` when one does not hold, and tells each that does not, with its number from 1.
pub fn read(text: &str, mut told: impl FnMut(usize, MeasuredFault)) -> Option<Evidence> {
    let mut evidence = Evidence::default();
    let mut sound = true;
    for (at, line) in text.lines().enumerate() {
        if let Err(fault) = Measured::parse(line).and_then(|measured| evidence.set(measured)) {
            told(at + 1, fault);
            sound = false;
        }
    }
    sound.then_some(evidence)
}
