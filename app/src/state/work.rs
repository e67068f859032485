//! One profile as it is worked on, and the form in which it is kept.

use std::collections::BTreeMap;

use rules_core::Choices;
use rules_core::measured::Evidence;
use rules_core::profile::{Draft, Field};
use rules_core::tree::Overrides;
use serde::{Deserialize, Serialize};

use super::evidence::KeptEvidence;

/// What one person has typed and chosen for one profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// The answers, as typed.
    pub draft: Draft,
    /// Answers of the tree given by hand.
    pub overrides: Overrides,
    /// Points per criterion given by hand; `None` while they are derived.
    pub weights: Option<[f64; 7]>,
    /// Scores measured at one's own sites.
    pub evidence: Evidence,
}

/// The last version of [`Stored`]. Version 2 came with measured scores and is written only where there are some, so that
/// an older release leaves alone what it would lose, and only that.
pub const FORMAT: u32 = 2;

/// A profile as the browser keeps it: raw texts, so that what cannot be read yet is not lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    format: u32,
    #[serde(default)]
    name: String,
    #[serde(default)]
    answers: BTreeMap<String, String>,
    #[serde(default)]
    tree: Overrides,
    #[serde(default)]
    weights: Option<[f64; 7]>,
    #[serde(default, skip_serializing_if = "KeptEvidence::is_empty")]
    measured: KeptEvidence,
    /// Tells this state from all others that were written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
    /// The mark of the state that this one came after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Work {
    /// Returns what was decided beside the profile.
    #[must_use]
    pub fn choices(&self) -> Choices {
        Choices {
            weights: self.weights,
            overrides: self.overrides,
            evidence: self.evidence.clone(),
        }
    }

    /// Returns the form that is kept.
    #[must_use]
    pub fn store(&self) -> Stored {
        let answered = Field::ALL.iter().filter(|field| !self.draft.raw(**field).is_empty());
        Stored {
            format: if self.evidence.is_empty() { 1 } else { FORMAT },
            name: self.draft.name.clone(),
            answers: answered
                .map(|field| (field.id().to_owned(), self.draft.raw(*field).to_owned()))
                .collect(),
            tree: self.overrides,
            weights: self.weights,
            measured: KeptEvidence(self.evidence.clone()),
            mark: String::new(),
            after: String::new(),
        }
    }

    /// Returns whether nothing has been typed or chosen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

impl Stored {
    /// Gives the state its mark, and says which one it came after.
    #[must_use]
    pub fn marked(self, mark: String, after: String) -> Self {
        Self { mark, after, ..self }
    }

    /// Returns the version of its form.
    #[must_use]
    pub fn format(&self) -> u32 {
        self.format
    }

    /// Returns the profile, or `None` if a later version wrote it: guessing at what it means could lose work.
    #[must_use]
    pub fn open(self) -> Option<Work> {
        if self.format > FORMAT {
            return None;
        }
        let mut draft = Draft::default();
        draft.name = self.name;
        for (id, raw) in self.answers {
            if let Some(field) = Field::by_id(&id) {
                draft.set_raw(field, raw);
            }
        }
        let evidence = self.measured.0;
        Some(Work { draft, overrides: self.tree, weights: self.weights, evidence })
    }
}

#[cfg(test)]
impl Work {
    /// Notes a measured score.
    pub(crate) fn measure_for_test(&mut self) {
        let measured = rules_core::measured::Measured {
            stack: "kairos+k3s/a".to_owned(),
            criterion: rules_core::outcome::CriterionId::Storage,
            score: 2,
            day: rules_core::measured::Day::parse("2026-11-20").expect("a day"),
            note: "restore took 4 h, \"by hand\" \u{2013} <twice>".to_owned(),
        };
        self.evidence.set(measured).expect("it is sound");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_survives_storing_even_if_it_cannot_be_read() {
        let mut work = Work::default();
        work.draft.name = "Stores".to_owned();
        work.draft.set_raw(Field::Sites, "about 3,400".to_owned());
        work.overrides[3] = Some(true);
        work.weights = Some([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        assert_eq!(work.store().format(), 1, "an older release can read it");
        work.measure_for_test();
        assert_eq!(work.store().format(), 2);
        assert_eq!(work.store().open(), Some(work));
    }

    #[test]
    fn a_measured_score_that_does_not_hold_is_no_profile() {
        let mut work = Work::default();
        work.measure_for_test();
        let stored = serde_json::to_value(work.store()).expect("it can be written");
        let text = stored["measured"].as_str().expect("lines of text").to_owned();
        for (sound, wrong) in [(" 2 ", " 6 "), ("2026-11-20", "20.11.2026"), ("storage", "colour")]
        {
            let mut stored = stored.clone();
            stored["measured"] = text.replace(sound, wrong).into();
            assert!(serde_json::from_value::<Stored>(stored).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_later_format_is_left_alone() {
        let stored = Stored { format: FORMAT + 1, ..Work::default().store() };
        assert_eq!(stored.open(), None);
    }
}
