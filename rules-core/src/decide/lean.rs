//! The same decision without its sentences: verdicts, values and order, for searches that try hundreds of profiles.
//!
//! Nothing is judged a second way. The checks of the gates, the contributions of the criteria, the rules of the weights,
//! tree, pattern and order are those of [`decide`](super::decide); only what they say is not kept. Every rule declares
//! what it reads, so an edit asks again those rules alone that read an edited field, and shares the rest with the
//! evaluation it started from. A test holds both ways of deciding to the same order and values.

mod pair;
mod reads;
mod tally;

use std::array;
use std::sync::Arc;

use self::pair::Pair;
use self::reads::{Fields, reads};
use self::tally::Tally;
use super::{Choices, EQUAL, Merits, needed, pattern, tree_place, unrounded, value_of};
use crate::criteria::{self, Bare};
use crate::gates;
use crate::measured::Evidence;
use crate::outcome::{CriterionId, Pattern, Stack, TreeResult, Verdict};
use crate::profile::{Answer, AssumedProfile, Field, SiteProfile};
use crate::stacks;
use crate::tree;
use crate::weights;

/// A decision without sentences. Stacks are named by their place in [`stacks::all`].
#[derive(Clone, Debug)]
pub struct Lean {
    profile: SiteProfile,
    assumed: AssumedProfile,
    choices: Choices,
    /// The fields that differ from the evaluation that this one was derived from.
    changed: Fields,
    /// What each gate says of each stack, and all gates together.
    gates: Vec<Arc<[Tally]>>,
    together: Vec<Tally>,
    criteria: [Arc<[Bare]>; 7],
    /// The points of each rule that moves weights.
    points: [f64; weights::RULES.len()],
    shares: [f64; 7],
    /// The weighted value of each stack, whether it is ruled out or not.
    values: Arc<[f64]>,
    direction: Arc<Direction>,
    pattern: Pattern,
    enough: bool,
}

/// The tree with the place that it gives each stack.
#[derive(Debug)]
struct Direction {
    tree: TreeResult,
    places: Vec<usize>,
}

/// A lead beyond all rounding, in points of value.
const FAR: f64 = 1e-6;

/// Where what a rule says is known from: an evaluation in which it would say the same, or nowhere.
type Known<'a> = &'a dyn Fn(Fields) -> Option<&'a Lean>;

impl Lean {
    /// Decides.
    #[must_use]
    pub fn new(profile: &SiteProfile, choices: &Choices) -> Self {
        let mut profile = profile.clone();
        // No rule reads the name, and copies are made by the hundred.
        profile.set_name("");
        Self::build(profile, choices, Fields::NONE, &[], &|_| None)
    }

    /// Decides for the same profile with a field answered otherwise; an answer that the field does not take is ignored.
    #[must_use]
    pub fn with(&self, field: Field, answer: Answer) -> Self {
        let mut profile = self.profile.clone();
        profile.set(field, Some(answer));
        let changed = Fields::edited(&self.profile, field);
        let known = |reads: Fields| (!reads.meets(changed)).then_some(self);
        Self::build(profile, &self.choices, changed, &[self], &known)
    }

    /// Decides for this profile with the edits of two others that were derived from it. What only one of the edits
    /// touches is taken from there.
    #[must_use]
    pub fn joined(&self, one: &Self, other: &Self) -> Self {
        let pair = Pair { from: self, one, other };
        let changed = one.changed.and(other.changed);
        let known = |reads: Fields| pair.known(reads);
        Self::build(pair.profile(), &self.choices, changed, &[self, one, other], &known)
    }

    /// Returns whether some rule reads what was edited here and in another one, so that the edits cannot be looked at one by
    /// one.
    #[must_use]
    pub fn is_read_with(&self, other: &Self) -> bool {
        self.changed.each().any(|field| reads().beside[field as usize].meets(other.changed))
    }

    /// Returns whether it is plain, without deciding, that with the edits of two others that were derived from this one a
    /// stack stays ahead of all rivals, if not of the others.
    #[must_use]
    pub fn stays_ahead(&self, stack: usize, is_rival: &[bool], one: &Self, other: &Self) -> bool {
        let pair = Pair { from: self, one, other };
        let (gates, values) = (pair.gates(), pair.values());
        let enough = values.of(stack) - FAR;
        let is_behind = |at: usize| values.is_below(at, enough) || !gates.survives(at);
        gates.survives(stack) && (0..is_rival.len()).all(|at| !is_rival[at] || is_behind(at))
    }

    fn build(
        profile: SiteProfile,
        choices: &Choices,
        changed: Fields,
        kin: &[&Self],
        known: Known,
    ) -> Self {
        let from = kin.first().copied();
        let assumed = from.map_or_else(
            || profile.assume(),
            |from| profile.assume_again(&from.assumed, changed.each()),
        );
        let gates = gate_columns(&profile, &assumed, from, known);
        let criteria = criterion_columns(&assumed, &choices.evidence, from, known);
        let points = points(&assumed, known);
        let direction = known(reads().tree)
            .map_or_else(|| Arc::new(direction(&profile, choices)), |lean| lean.direction.clone());
        let shares = shares(&points, choices);
        Self {
            together: together(&gates, from),
            values: values(&shares, &criteria, kin),
            shares,
            pattern: pattern::advise(&profile, &assumed).pattern,
            enough: needed::fields(&profile, &direction.tree).is_empty(),
            profile,
            assumed,
            choices: choices.clone(),
            changed,
            gates,
            criteria,
            points,
            direction,
        }
    }

    /// Returns the profile, without its name.
    #[must_use]
    pub fn profile(&self) -> &SiteProfile {
        &self.profile
    }

    /// Returns the profile as the rules read it.
    #[must_use]
    pub fn assumed(&self) -> &AssumedProfile {
        &self.assumed
    }

    /// Returns the share of each criterion, in the order of [`CriterionId::ALL`].
    #[must_use]
    pub fn shares(&self) -> &[f64; 7] {
        &self.shares
    }

    /// Returns what the gates of a stack come to.
    #[must_use]
    pub fn verdict(&self, stack: usize) -> Verdict {
        self.together[stack].verdict()
    }

    /// Returns whether a stack is not ruled out.
    #[must_use]
    pub fn survives(&self, stack: usize) -> bool {
        !self.together[stack].fails()
    }

    /// Returns the ids of the gates that rule a stack out.
    #[must_use]
    pub fn ruled_out_by(&self, stack: usize) -> Vec<&'static str> {
        let gates = gates::ALL.iter().zip(&self.gates);
        gates.filter(|(_, column)| column[stack].fails()).map(|(gate, _)| gate.id).collect()
    }

    /// Returns the weighted value of a stack, 0 to 100.
    #[must_use]
    pub fn value(&self, stack: usize) -> f64 {
        self.values[stack]
    }

    /// Returns the value of a stack with other shares.
    #[must_use]
    pub fn value_with(&self, shares: &[f64; 7], stack: usize) -> f64 {
        value_of(shares, self.criteria.iter().map(|column| column[stack].score))
    }

    /// Returns the stacks from first to last: those that are ruled out come after the others.
    #[must_use]
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<_> = (0..self.together.len()).collect();
        order.sort_by_cached_key(|stack| self.merits(*stack).order());
        order
    }

    /// Returns the stack that stands first, whether or not enough is known to name it; `None` where all are ruled out.
    #[must_use]
    pub fn leader(&self) -> Option<usize> {
        let mut highest = f64::NEG_INFINITY;
        // The value comes first in the order, so only those that may share the highest are compared in full.
        let mut equals: Vec<usize> = Vec::new();
        for (stack, (gates, value)) in self.together.iter().zip(&self.values[..]).enumerate() {
            if *value <= highest - 2.0 * EQUAL || gates.fails() {
                continue;
            }
            if *value >= highest + 2.0 * EQUAL {
                equals.clear();
            }
            highest = if *value > highest { *value } else { highest };
            equals.push(stack);
        }
        equals.into_iter().min_by_key(|stack| (self.merits(*stack).order(), *stack))
    }

    /// Returns the stack that the shortlist names first; `None` also while too little is known.
    #[must_use]
    pub fn first(&self) -> Option<usize> {
        self.leader().filter(|_| self.enough)
    }

    /// Returns whether every verdict, score and weight is the same, and so is what decides among equals.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        let gates = self.gates.iter().zip(&other.gates).all(|(own, other)| own == other);
        let same = |(own, other): (&Arc<[Bare]>, _)| Arc::ptr_eq(own, other) || own == other;
        let scores = self.criteria.iter().zip(&other.criteria).all(same);
        let tree = self.direction.places == other.direction.places;
        let settled = self.pattern == other.pattern && self.enough == other.enough;
        // To the bit: what is not the same to the bit may order equals otherwise.
        let shares = self.shares.map(f64::to_bits) == other.shares.map(f64::to_bits);
        gates && scores && tree && settled && shares
    }

    fn merits(&self, stack: usize) -> Merits {
        Merits {
            verdict: self.verdict(stack),
            value: self.value(stack),
            other_pattern: stacks::all()[stack].pattern != self.pattern,
            unsaid: self.together[stack].unsaid(),
            unrounded: unrounded(&self.shares, self.criteria.iter().map(|of| of[stack].sum)),
            place: self.direction.places[stack],
        }
    }
}

/// Returns whether any rule reads a field.
pub(crate) fn is_read(field: Field) -> bool {
    reads().beside[field as usize] != Fields::NONE
}

fn gate_columns(
    profile: &SiteProfile,
    assumed: &AssumedProfile,
    from: Option<&Lean>,
    known: Known,
) -> Vec<Arc<[Tally]>> {
    let column = |at: usize| {
        known(reads().gates[at]).map_or_else(
            || {
                let marks = gates::marks(at, profile, assumed).map(Tally::of).collect();
                shared(marks, from.map(|lean| &lean.gates[at]))
            },
            |lean| lean.gates[at].clone(),
        )
    };
    (0..gates::ALL.len()).map(column).collect()
}

fn criterion_columns(
    assumed: &AssumedProfile,
    evidence: &Evidence,
    from: Option<&Lean>,
    known: Known,
) -> [Arc<[Bare]>; 7] {
    CriterionId::ALL.map(|criterion| {
        let at = criterion as usize;
        known(reads().criteria[at]).map_or_else(
            || {
                let mut scores: Vec<_> = criteria::bare(criterion, assumed).collect();
                evidence.bare(criterion).for_each(|(stack, score)| scores[stack] = score);
                shared(scores, from.map(|lean| &lean.criteria[at]))
            },
            |lean| lean.criteria[at].clone(),
        )
    })
}

fn points(assumed: &AssumedProfile, known: Known) -> [f64; weights::RULES.len()] {
    array::from_fn(|at| {
        known(reads().weights[at])
            .map_or_else(|| weights::RULES[at].points(assumed), |lean| lean.points[at])
    })
}

fn shares(points: &[f64; weights::RULES.len()], choices: &Choices) -> [f64; 7] {
    let own = choices.weights.and_then(weights::chosen).map(|weights| weights.shares);
    own.unwrap_or_else(|| weights::shares(points))
}

/// The value of each stack; where shares and scores are those of another evaluation, its values.
fn values(shares: &[f64; 7], criteria: &[Arc<[Bare]>; 7], kin: &[&Lean]) -> Arc<[f64]> {
    let same = |lean: &&&Lean| {
        lean.shares.map(f64::to_bits) == shares.map(f64::to_bits)
            && lean.criteria.iter().zip(criteria).all(|(own, other)| Arc::ptr_eq(own, other))
    };
    let value = |stack: usize| value_of(shares, criteria.iter().map(|column| column[stack].score));
    let known = kin.iter().find(same).map(|lean| lean.values.clone());
    known.unwrap_or_else(|| (0..criteria[0].len()).map(value).collect())
}

/// Keeps the column that is there already if the new one says the same, so that equal ones are known by their place.
fn shared<T: PartialEq>(new: Vec<T>, old: Option<&Arc<[T]>>) -> Arc<[T]> {
    match old {
        Some(old) if old[..] == new[..] => old.clone(),
        _ => new.into(),
    }
}

/// Counts over all gates; from an evaluation that is there, only the columns that differ are counted anew.
fn together(gates: &[Arc<[Tally]>], from: Option<&Lean>) -> Vec<Tally> {
    let Some(from) = from else {
        let mut sums = vec![Tally::default(); stacks::candidates().len()];
        for column in gates {
            sums.iter_mut().zip(&column[..]).for_each(|(sum, tally)| sum.add(*tally));
        }
        return sums;
    };
    let mut sums = from.together.clone();
    for (new, old) in gates.iter().zip(&from.gates).filter(|(new, old)| !Arc::ptr_eq(new, old)) {
        for (sum, (new, old)) in sums.iter_mut().zip(new.iter().zip(&old[..])) {
            sum.replace(*old, *new);
        }
    }
    sums
}

fn direction(profile: &SiteProfile, choices: &Choices) -> Direction {
    let tree = tree::walk(profile, &choices.overrides);
    let place = |stack: &Stack| tree_place(stack, &tree);
    let places = stacks::all().iter().map(place).collect();
    Direction { tree, places }
}

#[cfg(test)]
mod tests;
