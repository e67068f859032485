//! The draft: what was typed, as it was typed. Parsing it gives a profile and every fault at once.

use thiserror::Error;

use super::field::Field;
use super::read::FieldFault;
use super::site::{SiteProfile, clean_name};

/// What was typed: a name, and one raw text for each field. Empty text is an answer left open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The name of the profile, as typed.
    pub name: String,
    raw: [String; Field::COUNT],
}

impl Default for Draft {
    /// Returns the blank draft.
    fn default() -> Self {
        Self { name: String::new(), raw: [const { String::new() }; Field::COUNT] }
    }
}

/// What a draft says: the answers that could be read, and a fault for each that could not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The answers; a faulty field is unknown in it, a faulty name is empty.
    pub profile: SiteProfile,
    /// Every fault: the name's first, then in field order.
    pub faults: Vec<ProfileFault>,
}

/// What is wrong with one part of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProfileFault {
    /// The answer to a field was refused.
    #[error("{}: {fault}", field.id())]
    Field {
        /// Which field.
        field: Field,
        /// Why.
        fault: FieldFault,
    },
    /// The name is too long.
    #[error("name: {found} characters is above the maximum of {max} characters")]
    NameTooLong {
        /// How long it is.
        found: usize,
        /// How long it may be.
        max: usize,
    },
}

impl ProfileFault {
    /// Returns the field at fault; `None` is the name.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Field { field, .. } => Some(*field),
            Self::NameTooLong { .. } => None,
        }
    }
}

impl Draft {
    /// Returns what was typed for a field.
    #[must_use]
    pub fn raw(&self, field: Field) -> &str {
        &self.raw[field as usize]
    }

    /// Replaces what was typed for a field.
    pub fn set_raw(&mut self, field: Field, raw: String) {
        self.raw[field as usize] = raw;
    }

    /// Reads every answer.
    #[must_use]
    pub fn parse(&self) -> Parsed {
        let mut profile = SiteProfile::default();
        let mut faults = Vec::new();
        match read_name(&self.name) {
            Ok(name) => profile.set_name(&name),
            Err(fault) => faults.push(fault),
        }
        for field in Field::ALL.iter().copied() {
            match field.read(self.raw(field)) {
                Ok(answer) => {
                    let fits = profile.set(field, answer);
                    debug_assert!(fits, "{} read an answer that it does not take", field.id());
                }
                Err(fault) => faults.push(ProfileFault::Field { field, fault }),
            }
        }
        Parsed { profile, faults }
    }
}

impl SiteProfile {
    /// Returns the profile as a draft: each answer in its canonical text form, unknown ones empty.
    #[must_use]
    pub fn to_draft(&self) -> Draft {
        let mut draft = Draft { name: self.name().to_owned(), ..Draft::default() };
        for field in Field::ALL.iter().copied() {
            if let Some(answer) = self.answer(field) {
                draft.set_raw(field, field.print(answer));
            }
        }
        draft
    }
}

fn read_name(typed: &str) -> Result<String, ProfileFault> {
    let name = clean_name(typed);
    let found = name.chars().count();
    if found > SiteProfile::NAME_MAX {
        return Err(ProfileFault::NameTooLong { found, max: SiteProfile::NAME_MAX });
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::profile::Answer;
    use crate::profile::testing::any_profile;

    fn check(typed: &[(Field, &str)], expected: &[&str]) -> SiteProfile {
        let mut draft = Draft::default();
        for (field, raw) in typed {
            draft.set_raw(*field, (*raw).to_owned());
        }
        let parsed = draft.parse();
        let faults: Vec<_> = parsed.faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected);
        parsed.profile
    }

    #[test]
    fn a_blank_draft_is_a_profile_in_which_everything_is_unknown() {
        assert_eq!(check(&[], &[]), SiteProfile::default());
    }

    #[test]
    fn every_fault_is_told_at_once_and_the_other_answers_stay() {
        let profile = check(
            &[
                (Field::WanOutageBudget, "900000"),
                (Field::Sites, "3,400"),
                (Field::Tier, "moon"),
                (Field::LocalOperation, "perhaps"),
            ],
            &[
                "tier: \"moon\" is not one of far-edge, near-edge, regional-edge",
                "wan_outage_budget_minutes: 900000 min is above the maximum of 527040 min",
                "local_operation: \"perhaps\" is neither yes nor no",
            ],
        );
        assert_eq!(profile.answer(Field::Sites), Some(Answer::Whole(3400)));
        assert!(!profile.knows(Field::Tier));
    }

    #[test]
    fn a_name_is_kept_on_one_line_and_refused_when_too_long() {
        let named = |name: &str| Draft { name: name.to_owned(), ..Draft::default() }.parse();
        assert_eq!(named("  Stores\n north\t1 ").profile.name(), "Stores north 1");
        let long = named(&"ї".repeat(81));
        assert_eq!(long.faults, [ProfileFault::NameTooLong { found: 81, max: 80 }]);
        assert_eq!(long.profile.name(), "");
    }

    proptest! {
        #[test]
        fn a_profile_survives_its_draft(profile in any_profile()) {
            prop_assert_eq!(profile.to_draft().parse(), Parsed { profile, faults: Vec::new() });
        }

        #[test]
        fn any_text_is_an_answer_or_a_fault(raw in "\\PC{0,30}|[0-9 ,.hdwGMBi-]{0,12}") {
            for field in Field::ALL {
                if let Ok(Some(answer)) = field.read(&raw) {
                    prop_assert!(field.takes(answer), "{} read {:?}", field.id(), answer);
                }
            }
        }
    }
}
