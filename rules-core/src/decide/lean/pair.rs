//! Two edits together, without a whole evaluation: what only one of them touches is taken from there.

use std::array;
use std::cell::OnceCell;
use std::sync::Arc;

use super::reads::{Fields, reads};
use super::tally::Tally;
use super::{Lean, points, shares};
use crate::criteria::{self, Bare, ENDS};
use crate::decide::value_of;
use crate::gates;
use crate::measured::Evidence;
use crate::outcome::CriterionId;
use crate::profile::{AssumedProfile, SiteProfile};

/// An evaluation, and two that were derived from it by one edit each.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub from: &'a Lean,
    pub one: &'a Lean,
    pub other: &'a Lean,
}

impl<'a> Pair<'a> {
    /// Returns the evaluation that knows what a rule says: none where it reads both edits.
    pub fn known(&self, reads: Fields) -> Option<&'a Lean> {
        match (reads.meets(self.one.changed), reads.meets(self.other.changed)) {
            (false, false) => Some(self.from),
            (true, false) => Some(self.one),
            (false, true) => Some(self.other),
            (true, true) => None,
        }
    }

    /// Returns the profile with both edits.
    pub fn profile(&self) -> SiteProfile {
        let mut profile = self.one.profile.clone();
        for field in self.other.changed.each() {
            if self.from.profile.answer(field) != self.other.profile.answer(field) {
                profile.set(field, self.other.profile.answer(field));
            }
        }
        profile
    }

    /// Returns what the gates say with both edits.
    pub fn gates(&self) -> Gates<'_> {
        let all = 0..gates::ALL.len();
        let shared = all.filter(|at| self.known(reads().gates[*at]).is_none()).collect();
        Gates { pair: self, shared, profiles: OnceCell::new() }
    }

    /// Returns what stacks are worth with both edits.
    pub fn values(&self) -> Values<'a> {
        let pair @ Self { from, one, other } = *self;
        let reweighed =
            |lean: &Lean| lean.shares.map(f64::to_bits) != from.shares.map(f64::to_bits);
        let rescored = |lean: &Lean| {
            lean.criteria.iter().zip(&from.criteria).any(|(own, other)| !Arc::ptr_eq(own, other))
        };
        let both_move = (reweighed(one) && (reweighed(other) || rescored(other)))
            || (reweighed(other) && rescored(one));
        let mut rules = reads().criteria.iter().chain(&reads().weights);
        let is_shared = rules.any(|reads| self.known(*reads).is_none());
        if !both_move && !is_shared {
            return Values::Added { from: &from.values, one: &one.values, other: &other.values };
        }
        let assumed = if is_shared { self.profiles().1 } else { from.assumed };
        let known = |reads: Fields| pair.known(reads);
        let column =
            |at: usize| pair.known(reads().criteria[at]).map(|lean| &lean.criteria[at][..]);
        Values::Anew(Box::new(Anew {
            shares: shares(&points(&assumed, &known), &from.choices),
            columns: array::from_fn(column),
            assumed,
            evidence: &from.choices.evidence,
        }))
    }

    fn profiles(&self) -> (SiteProfile, AssumedProfile) {
        let profile = self.profile();
        let assumed = profile.assume_again(&self.one.assumed, self.other.changed.each());
        (profile, assumed)
    }
}

/// What the gates say with both edits.
pub(super) struct Gates<'a> {
    pair: &'a Pair<'a>,
    /// The gates that read both edits, which are asked again.
    shared: Vec<usize>,
    profiles: OnceCell<(SiteProfile, AssumedProfile)>,
}

impl Gates<'_> {
    /// Returns whether a stack is not ruled out by a gate that reads one edit at most.
    fn may_survive(&self, stack: usize) -> bool {
        let Pair { from, one, other } = self.pair;
        let leans = [from, one, other];
        let all = Tally::joined(leans.map(|lean| lean.together[stack]));
        let shared =
            self.shared.iter().map(|at| Tally::joined(leans.map(|lean| lean.gates[*at][stack])));
        !shared.fold(all, Tally::without).fails()
    }

    /// Returns whether a stack is not ruled out.
    pub fn survives(&self, stack: usize) -> bool {
        if self.shared.is_empty() {
            return self.may_survive(stack);
        }
        let (profile, assumed) = self.profiles.get_or_init(|| self.pair.profiles());
        let passes = |at: &usize| !gates::rules_out(*at, profile, assumed, stack);
        self.may_survive(stack) && self.shared.iter().all(passes)
    }
}

/// What stacks are worth with both edits.
pub(super) enum Values<'a> {
    /// Where weights or scores move, and each only once, what both edits do adds up.
    Added { from: &'a [f64], one: &'a [f64], other: &'a [f64] },
    /// Otherwise it is reckoned anew.
    Anew(Box<Anew<'a>>),
}

/// What a value is reckoned from.
pub(super) struct Anew<'a> {
    shares: [f64; 7],
    /// The scores of each criterion that reads one edit at most.
    columns: [Option<&'a [Bare]>; 7],
    assumed: AssumedProfile,
    evidence: &'a Evidence,
}

impl Values<'_> {
    /// Returns the value of a stack, but for rounding.
    pub fn of(&self, stack: usize) -> f64 {
        match self {
            Self::Added { from, one, other } => one[stack] + other[stack] - from[stack],
            Self::Anew(anew) => anew.value(stack, |criterion| anew.score(criterion, stack)),
        }
    }

    /// Returns whether a stack is worth less than that. Scores that have to be asked for are at first taken to be as good
    /// as they can be.
    pub fn is_below(&self, stack: usize, enough: f64) -> bool {
        let is_hopeless = |anew: &Anew| anew.value(stack, |_| ENDS.1) < enough;
        matches!(self, Self::Anew(anew) if is_hopeless(anew)) || self.of(stack) < enough
    }
}

impl Anew<'_> {
    fn value(&self, stack: usize, unknown: impl Fn(CriterionId) -> f64) -> f64 {
        let columns = CriterionId::ALL.into_iter().zip(self.columns);
        let score = |(criterion, column): (CriterionId, Option<&[Bare]>)| {
            column.map_or_else(|| unknown(criterion), |column| column[stack].score)
        };
        value_of(&self.shares, columns.map(score))
    }

    fn score(&self, criterion: CriterionId, stack: usize) -> f64 {
        let measured = self.evidence.bare(criterion).filter(|(at, _)| *at == stack).last();
        let bare = || criteria::bare_of(criterion, &self.assumed, stack);
        measured.map_or_else(bare, |(_, bare)| bare).score
    }
}
