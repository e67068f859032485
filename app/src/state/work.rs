//! One profile as it is worked on, and the form in which it is kept.

use std::collections::BTreeMap;

use rules_core::profile::{Draft, Field};
use rules_core::tree::Overrides;
use serde::{Deserialize, Serialize};

/// What one person has typed and chosen for one profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// The answers, as typed.
    pub draft: Draft,
    /// Answers of the tree given by hand.
    pub overrides: Overrides,
    /// Points per criterion given by hand; `None` while they are derived.
    pub weights: Option<[f64; 7]>,
}

/// The version of [`Stored`] that is written.
pub const FORMAT: u32 = 1;

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
}

impl Work {
    /// Returns the form that is kept.
    #[must_use]
    pub fn store(&self) -> Stored {
        let answered = Field::ALL.iter().filter(|field| !self.draft.raw(**field).is_empty());
        Stored {
            format: FORMAT,
            name: self.draft.name.clone(),
            answers: answered
                .map(|field| (field.id().to_owned(), self.draft.raw(*field).to_owned()))
                .collect(),
            tree: self.overrides,
            weights: self.weights,
        }
    }

    /// Returns whether nothing has been typed or chosen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

impl Stored {
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
        Some(Work { draft, overrides: self.tree, weights: self.weights })
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
        assert_eq!(work.store().open(), Some(work));
    }

    #[test]
    fn a_later_format_is_left_alone() {
        let stored = Stored { format: FORMAT + 1, ..Work::default().store() };
        assert_eq!(stored.open(), None);
    }
}
