//! Changes of one's own profile, each of which can be taken back.

use leptos::prelude::*;
use rules_core::measured::{Measured, MeasuredFault};
use rules_core::outcome::{CriterionId, Question};
use rules_core::profile::Field;

use super::model::{Model, Told};
use super::steps::{Deed, Difference, Steps};
use super::work::Work;

impl Model {
    /// Answers a question of one's own profile; the empty text makes it unknown.
    pub fn type_in(self, field: Field, raw: String) {
        self.edit(Deed::Answer(field), |work| work.draft.set_raw(field, raw));
    }

    /// Names one's own profile.
    pub fn rename(self, name: String) {
        self.edit(Deed::Name, |work| work.draft.name = name);
    }

    /// Answers a question of the tree by hand; `None` goes back to what the profile says.
    pub fn override_question(self, question: Question, answer: Option<bool>) {
        self.edit(Deed::Tree(question), |work| work.overrides[question as usize] = answer);
    }

    /// Sets points per criterion by hand; `None` goes back to the derived ones.
    pub fn set_weights(self, weights: Option<[f64; 7]>) {
        self.edit(Deed::Weights, |work| work.weights = weights);
    }

    /// Notes a score measured at one's own sites.
    ///
    /// # Errors
    /// Says what is wrong with it; nothing is changed then.
    pub fn measure(self, measured: Measured) -> Result<(), MeasuredFault> {
        let deed = Deed::Measured(measured.criterion);
        let mut work = self.own.get_untracked();
        work.evidence.set(measured)?;
        self.steps.update(Steps::pause);
        self.put(deed, work);
        Ok(())
    }

    /// Takes a measured score out again.
    pub fn forget_measured(self, stack: &str, criterion: CriterionId) {
        self.steps.update(Steps::pause);
        self.edit(Deed::Measured(criterion), |work| work.evidence.remove(stack, criterion));
    }

    /// Changes one's own profile, unless it may not be changed now.
    fn edit(self, deed: Deed, change: impl FnOnce(&mut Work)) {
        let mut work = self.own.get_untracked();
        change(&mut work);
        self.put(deed, work);
    }

    /// Puts another state in the place of the present one, as a step that can be taken back.
    pub fn put(self, deed: Deed, work: Work) {
        let before = self.own.get_untracked();
        if self.editable.get_untracked() && before != work {
            self.steps.update(|steps| steps.note(before, deed));
            self.told.set(None);
            self.own.set(work);
        }
    }

    /// Takes over what another tab wrote, as a step that can be taken back.
    pub fn follow(self, work: Work) {
        let before = self.own.get_untracked();
        if before != work {
            self.steps.update(|steps| steps.note(before, Deed::Whole));
            self.own.set(work);
        }
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(Steps::back, Told::Undone);
    }

    /// Takes it again.
    pub fn redo(self) {
        self.step(Steps::forth, Told::Redone);
    }

    fn step(self, to: fn(&mut Steps, Work) -> Option<Work>, told: fn(Difference) -> Told) {
        if !self.editable.get_untracked() {
            return;
        }
        let before = self.own.get_untracked();
        let mut there = None;
        self.steps.update(|steps| there = to(steps, before.clone()));
        if let Some(there) = there {
            let difference = Difference::between(&before, &there);
            self.own.set(there);
            self.told.set(Some(told(difference)));
        }
    }
}
