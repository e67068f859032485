//! What change of the profile would put another stack first, and which unknown answer is worth finding out next.
//!
//! Both try answers by the [lean evaluation](crate::decide::Lean), which is the decision without its sentences, and both
//! can be run in small pieces, so that a page stays responsive. Another stack means another
//! [contender](crate::outcome::Stack::contender): a change of pattern, or of one general-purpose Linux for another, is no
//! flip.
//!
//! # Source
//! Smallest changes that turn a decision round: Wachter, Mittelstadt & Russell (2017), Harv. JOLT 31:841; sets of edits of
//! which none can be left out: Fernandez-Loria, Provost & Han (2020), arXiv:2001.07417. Worth of an answer: Howard (1966),
//! IEEE Trans. SSC 2:22-26.

mod answers;
mod question;
mod search;
mod stretch;
mod through;
mod trial;

pub use question::{Question, Questions, questions};
pub use search::Search;

use crate::decide::Choices;
use crate::profile::{Answer, Field, SiteProfile};
use crate::reason::{Figure, Reason};

/// One or two edits of the profile that put another contender first. No part of it does so without contradicting another
/// answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The edits, in field order.
    pub edits: Vec<Edit>,
    /// The id of the stack that is first then.
    pub first: String,
    /// By what the first place changes hands.
    pub through: Through,
    /// The value of that stack then, 0 to 100.
    pub value: f64,
}

/// One field answered otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edit {
    /// Which field.
    pub field: Field,
    /// The present answer; `None` while it is unknown.
    pub from: Option<Answer>,
    /// The answer that it takes; of a number with a break-even the first that flips, seen from the present or assumed
    /// one.
    pub to: Answer,
    /// For a number: where it flips. `None` also where an unknown number flips by turning out as assumed, and for the
    /// second number of a pair, which is an everyday figure.
    pub break_even: Option<BreakEven>,
}

/// The number at which another contender comes first, to the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// The number nearest to the present one that flips.
    pub at: u32,
    /// On which side of it the other contender stays first.
    pub side: Side,
    /// The last number for which it does; `None` where nothing that was tried beyond `at` ends it.
    pub until: Option<u32>,
}

/// A side of a break-even.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// This number or fewer.
    AtMost,
    /// This number or more.
    AtLeast,
}

impl Side {
    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::AtMost => "at-most",
            Self::AtLeast => "at-least",
        }
    }
}

/// By what the first place changes hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Through {
    /// These gates rule out the stack that was first, or no longer rule out the one that comes first.
    Gate(Vec<&'static str>),
    /// Mostly because criteria count for more or less.
    Weights,
    /// Mostly because stacks score otherwise.
    Scores,
    /// Both have the same value before and after; what decides among equals turns.
    Direction,
}

impl Through {
    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Gate(_) => "gate",
            Self::Weights => "weights",
            Self::Scores => "scores",
            Self::Direction => "direction",
        }
    }
}

/// Returns every flip that is found, the one that a person could mean first at the front: see [`Search`]. Empty while no
/// winner may be named.
#[must_use]
pub fn flips(profile: &SiteProfile, choices: &Choices) -> Vec<Flip> {
    let mut search = Search::new(profile, choices);
    while !search.step(usize::MAX) {}
    search.into_flips()
}

/// Returns what is tried and how it is ordered: sentences of the method.
#[must_use]
pub fn method() -> Vec<Reason> {
    let rungs = Figure::Count(question::RUNGS as u64);
    let pairs = Figure::Count(search::PAIRS as u64);
    vec![
        Reason::plain(
            "method-flip",
            "a flip is one answer, or two, given otherwise, with which a stack of another host family, Kubernetes or \
             framework is evaluated first; answers that would contradict others are left out",
        ),
        Reason::plain(
            "method-flip-numbers",
            "numbers are tried along a ladder of everyday figures in both directions; where the first place changes \
             hands between two rungs, the exact number is searched for; of two numbers in a pair only the first is made exact",
        ),
        Reason::new(
            "method-flip-two",
            "two edits are told only where neither flips alone, and where no other answer to one of the two fields leads \
             to the same stack by itself; the {0} nearest are kept",
            vec![pairs],
        ),
        Reason::plain(
            "method-flip-order",
            "flips are ordered by the number of edits, then by how far they are: each doubling or halving of a number, \
             each member of a set and each other choice counts one",
        ),
        Reason::new(
            "method-question",
            "every value of an unknown answer counts as equally likely: each choice; of a set none, each alone and all; \
             of a number the assumed one and {0} rungs of the ladder on either side; values that contradict other \
             answers are left out",
            vec![rungs],
        ),
        Reason::plain(
            "method-question-worth",
            "worth of an answer = mean over its values of the best value then - the best mean of one choice made without \
             it, in points of value; a choice that the answer rules out is worth 0 there. 0 means that no answer could \
             change the choice",
        ),
    ]
}

#[cfg(test)]
mod tests;
