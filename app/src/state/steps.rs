//! Undo and redo: the states that one profile went through while it was open.
//!
//! A step is a whole [`Work`], a few kilobytes: taking one back cannot go wrong the way an inverse edit can. What is
//! typed into one field without a pause is one step.

use rules_core::measured::Measured;
use rules_core::outcome::{CriterionId, Question};
use rules_core::profile::{Answer, Field};

use super::work::Work;

/// More steps than anybody takes back one by one.
const MAX: usize = 200;

/// What an edit was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// An answer of the profile.
    Answer(Field),
    /// The profile's name.
    Name,
    /// An answer of the tree given by hand.
    Tree(Question),
    /// The weights.
    Weights,
    /// A measured score.
    Measured(CriterionId),
    /// All of it: an earlier state was brought back.
    Whole,
}

/// In what two states of a profile differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// In one answer; what it says now.
    Answer(Field, Option<Answer>),
    /// In the name.
    Name,
    /// In one answer of the tree.
    Tree(Question),
    /// In the weights.
    Weights,
    /// In one measured score.
    Measured(CriterionId),
    /// In several of these; how many.
    Several(usize),
}

impl Difference {
    /// Compares two states.
    #[must_use]
    pub fn between(before: &Work, after: &Work) -> Self {
        let fields =
            Field::ALL.iter().filter(|field| before.draft.raw(**field) != after.draft.raw(**field));
        let tree = Question::ALL
            .iter()
            .filter(|at| before.overrides[**at as usize] != after.overrides[**at as usize]);
        let mut all: Vec<Self> = fields.map(|field| Self::Answer(*field, None)).collect();
        all.extend(tree.map(|question| Self::Tree(*question)));
        all.extend((before.draft.name != after.draft.name).then_some(Self::Name));
        all.extend((before.weights != after.weights).then_some(Self::Weights));
        let same_place =
            |of: &Work, one: &Measured| of.evidence.of(&one.stack, one.criterion).cloned();
        let changed = before
            .evidence
            .all()
            .iter()
            .filter(|one| same_place(after, one).as_ref() != Some(*one));
        let added = after.evidence.all().iter().filter(|one| same_place(before, one).is_none());
        all.extend(changed.chain(added).map(|one| Self::Measured(one.criterion)));
        match all.as_slice() {
            [Self::Answer(field, _)] => {
                Self::Answer(*field, after.draft.parse().profile.answer(*field))
            }
            [only] => *only,
            several => Self::Several(several.len()),
        }
    }

    /// Returns in how many things two states differ.
    #[must_use]
    pub fn count(self) -> usize {
        if let Self::Several(count) = self { count } else { 1 }
    }
}

/// The way that a profile came, and the way that was taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    past: Vec<Work>,
    future: Vec<Work>,
    /// What was edited last, until there is a pause.
    going_on: Option<Deed>,
}

impl Steps {
    /// Notes the state before an edit.
    pub fn note(&mut self, before: Work, deed: Deed) {
        self.future.clear();
        if self.going_on.replace(deed) == Some(deed) && !self.past.is_empty() {
            return;
        }
        if self.past.len() == MAX {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// There was a pause: what comes is a step of its own.
    pub fn pause(&mut self) {
        self.going_on = None;
    }

    /// Goes back one step from a state.
    pub fn back(&mut self, now: Work) -> Option<Work> {
        let earlier = self.past.pop()?;
        self.future.push(now);
        self.going_on = None;
        Some(earlier)
    }

    /// Takes the last step back again.
    pub fn forth(&mut self, now: Work) -> Option<Work> {
        let later = self.future.pop()?;
        self.past.push(now);
        self.going_on = None;
        Some(later)
    }

    /// Returns whether there is a step to take back.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Returns whether there is one to take again.
    #[must_use]
    pub fn can_go_forth(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sites(raw: &str) -> Work {
        let mut work = Work::default();
        work.draft.set_raw(Field::Sites, raw.to_owned());
        work
    }

    #[test]
    fn typing_in_one_field_is_one_step_until_there_is_a_pause() {
        let mut steps = Steps::default();
        steps.note(sites(""), Deed::Answer(Field::Sites));
        steps.note(sites("3"), Deed::Answer(Field::Sites));
        steps.pause();
        steps.note(sites("34"), Deed::Answer(Field::Sites));
        assert_eq!(steps.back(sites("340")), Some(sites("34")));
        assert_eq!(steps.back(sites("34")), Some(sites("")));
        assert_eq!(steps.back(sites("")), None);
        assert_eq!(steps.forth(sites("")), Some(sites("34")));
        assert_eq!(steps.forth(sites("34")), Some(sites("340")));
        assert_eq!(steps.forth(sites("340")), None);
    }

    #[test]
    fn a_new_edit_ends_the_way_forth_but_not_the_way_back() {
        let mut steps = Steps::default();
        steps.note(sites(""), Deed::Answer(Field::Sites));
        assert_eq!(steps.back(sites("3")), Some(sites("")));
        assert!(steps.can_go_forth() && !steps.can_go_back());
        steps.note(sites(""), Deed::Answer(Field::Sites));
        assert!(!steps.can_go_forth() && steps.can_go_back());
    }

    #[test]
    fn the_way_back_is_long_but_has_an_end() {
        let mut steps = Steps::default();
        for number in 0..MAX + 5 {
            steps.pause();
            steps.note(sites(&number.to_string()), Deed::Answer(Field::Sites));
        }
        assert_eq!(steps.past.len(), MAX);
        assert_eq!(steps.past.first(), Some(&sites("5")));
    }

    #[test]
    fn a_difference_names_what_it_is_about() {
        let mut named = sites("7");
        assert_eq!(
            Difference::between(&sites(""), &named),
            Difference::Answer(Field::Sites, Some(Answer::Whole(7)))
        );
        named.draft.name = "Stores".to_owned();
        assert_eq!(Difference::between(&sites("7"), &named), Difference::Name);
        named.weights = Some([1.0; 7]);
        named.overrides[4] = Some(true);
        assert_eq!(Difference::between(&sites("7"), &named), Difference::Several(3));
        let mut measured = named.clone();
        measured.measure_for_test();
        let storage = Difference::Measured(CriterionId::Storage);
        assert_eq!(Difference::between(&named, &measured), storage);
        assert_eq!(Difference::between(&measured, &named), storage);
        assert_eq!(Difference::between(&sites("7"), &measured), Difference::Several(4));
    }
}
