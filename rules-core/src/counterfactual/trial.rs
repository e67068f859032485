//! The present answer and what another answer comes to beside it.

use crate::decide::{Choices, Lean};
use crate::outcome::Contender;
use crate::profile::{Answer, Field, SiteProfile, contradiction_ids};
use crate::stacks;

/// The present decision, from which everything is tried.
#[derive(Clone, Debug)]
pub(super) struct Present {
    pub lean: Lean,
    /// Which stacks are of another contender than the first.
    rivals: Vec<bool>,
    /// The contradictions that are there already.
    contradictions: Vec<&'static str>,
}

impl Present {
    pub fn new(profile: &SiteProfile, choices: &Choices) -> Self {
        let lean = Lean::new(profile, choices);
        let first = lean.first().map(contender);
        let rivals = stacks::all().iter().map(|stack| Some(stack.contender()) != first).collect();
        Self { lean, rivals, contradictions: contradiction_ids(profile).collect() }
    }

    /// Returns the present answer to a field.
    pub fn known(&self, field: Field) -> Option<Answer> {
        self.lean.profile().answer(field)
    }

    /// Returns the present answer to a field, or the one that is assumed.
    pub fn assumed(&self, field: Field) -> Answer {
        self.lean.assumed().answer(field)
    }

    /// Returns whether a profile contradicts itself in no way in which the present one does not.
    pub fn is_sound(&self, other: &Lean) -> bool {
        contradiction_ids(other.profile()).all(|id| self.contradictions.contains(&id))
    }

    /// Returns the first stack with two edits, as [`Present::flipped`] does.
    pub fn flipped_by_two(&self, one: &Lean, other: &Lean) -> Option<usize> {
        let first = self.lean.first()?;
        if self.lean.stays_ahead(first, &self.rivals, one, other) {
            return None;
        }
        self.flipped(&self.lean.joined(one, other))
    }

    /// Returns the first stack of another profile, if it is another contender than the one that is first now, and the
    /// profile is sound.
    pub fn flipped(&self, other: &Lean) -> Option<usize> {
        let first = self.lean.first()?;
        other
            .first()
            .filter(|new| contender(*new) != contender(first))
            .filter(|_| self.is_sound(other))
    }
}

/// Returns the contender that a stack stands for, by its place in [`stacks::all`].
pub(super) fn contender(stack: usize) -> Contender {
    stacks::all()[stack].contender()
}

/// Returns the id of a stack.
pub(super) fn id(stack: usize) -> &'static str {
    &stacks::all()[stack].id
}
