//! Verdicts as counts that are added and taken away again, so that one gate can be replaced among thirty.

use crate::gates::{ALL, Mark};
use crate::outcome::Verdict;

/// How many gates fail, ask for an action, are open, and are open without a field to wait for: a byte each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally(u32);

// No count outgrows its byte.
const _: () = assert!(ALL.len() < 256);

/// The verdicts that are counted, with the place of their byte.
const COUNTED: [(Verdict, u32); 3] =
    [(Verdict::Fail, 0), (Verdict::Conditional, 8), (Verdict::Unknown, 16)];
const UNSAID: u32 = 24;

impl Tally {
    /// Counts one gate.
    pub fn of(mark: Mark) -> Self {
        let counted = COUNTED.iter().find(|(verdict, _)| *verdict == mark.verdict);
        let unsaid = u32::from(mark.unsaid) << UNSAID;
        Self(counted.map_or(0, |(_, place)| 1 << place) | unsaid)
    }

    pub fn add(&mut self, other: Self) {
        self.0 += other.0;
    }

    /// Counts what two others, derived from one, have counted together. Of a gate that both count anew this is nonsense, to
    /// be taken out again.
    pub fn joined([from, one, other]: [Self; 3]) -> Self {
        Self(one.0.wrapping_add(other.0).wrapping_sub(from.0))
    }

    /// Takes out what [`Tally::joined`] has counted of a gate.
    pub fn without(self, other: Self) -> Self {
        Self(self.0.wrapping_sub(other.0))
    }

    /// Takes out what was counted before and counts something else.
    pub fn replace(&mut self, old: Self, new: Self) {
        self.0 = self.0 + new.0 - old.0;
    }

    /// Returns whether a gate fails: what [`Tally::verdict`] says too, asked for every stack of every profile.
    pub fn fails(self) -> bool {
        self.0 & 0xff != 0
    }

    /// Returns what the gates come to together.
    pub fn verdict(self) -> Verdict {
        let given = COUNTED.iter().filter(|(_, place)| (self.0 >> place) & 0xff != 0);
        given.map(|(verdict, _)| *verdict).fold(Verdict::Pass, Verdict::together)
    }

    /// Returns how many gates are open because no project says anything.
    pub fn unsaid(self) -> usize {
        (self.0 >> UNSAID) as usize
    }
}
