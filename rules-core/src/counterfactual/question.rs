//! Which unknown answer is worth finding out next: the expected gain from choosing after hearing it.
//!
//! # Formula
//! `EVPPI = E_v[max_i V_i(v)] - max_i E_v[V_i(v)]` over the values `v` of the field, with `V_i(v)` the value of the best
//! stack of contender `i` that is left under `v`, and 0 where all of them are ruled out. The other unknown fields stay as
//! they are.

use std::collections::BTreeMap;

use super::answers::{above, below};
use super::trial::{Present, contender, id};
use crate::decide::{Choices, Lean, is_read};
use crate::gates;
use crate::outcome::Contender;
use crate::profile::{Answer, Field, SiteProfile};
use crate::stacks;

/// How many rungs of the ladder are likely on either side of an assumed number.
pub(super) const RUNGS: usize = 2;

/// A gain below this is the rounding of the machine.
const NOTHING: f64 = 1e-9;

/// An unknown field with what its answer is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which field.
    pub field: Field,
    /// Expected gain in points of value, 0 to 100; 0 means that no answer could change the choice.
    pub evppi: f64,
    /// Share of the answers with which another contender would stand first. Shown, not ranked by: what is likely to flip
    /// the choice may be worth little.
    pub p_flip: f64,
    /// Each answer that was tried with the id of the stack that would stand first; `None` where all are ruled out.
    pub answers: Vec<(Answer, Option<String>)>,
}

/// The questions, one field per step.
#[derive(Clone, Debug)]
pub struct Questions {
    present: Present,
    left: Vec<Field>,
    found: Vec<Question>,
}

/// Returns every unknown field, the one whose answer is worth most first.
#[must_use]
pub fn questions(profile: &SiteProfile, choices: &Choices) -> Vec<Question> {
    let mut questions = Questions::new(profile, choices);
    while !questions.step() {}
    questions.found
}

impl Questions {
    /// Begins; nothing is tried yet.
    #[must_use]
    pub fn new(profile: &SiteProfile, choices: &Choices) -> Self {
        let unknown = Field::ALL.iter().rev().copied().filter(|field| !profile.knows(*field));
        Self { present: Present::new(profile, choices), left: unknown.collect(), found: Vec::new() }
    }

    /// Tries the answers of one more field; returns whether all are done.
    pub fn step(&mut self) -> bool {
        if let Some(field) = self.left.pop() {
            let question = ask(&self.present, field);
            // Of equals the one that may change more, then the order of the fields.
            let after = |other: &Question| {
                let by_worth = other.evppi.total_cmp(&question.evppi);
                by_worth.then(other.p_flip.total_cmp(&question.p_flip)).is_ge()
            };
            let at = self.found.partition_point(after);
            self.found.insert(at, question);
        }
        self.left.is_empty()
    }

    /// Returns what is worked out so far, the most valuable first.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.found
    }
}

fn ask(present: &Present, field: Field) -> Question {
    let leader = present.lean.leader();
    let mut answers = Vec::new();
    let mut states: Vec<BTreeMap<Contender, f64>> = Vec::new();
    let mut flipped = 0;
    for answer in values(present, field) {
        let lean = present.lean.with(field, answer);
        if !present.is_sound(&lean) {
            continue;
        }
        flipped += usize::from(lean.leader().map(contender) != leader.map(contender));
        answers.push((answer, lean.leader().map(|stack| id(stack).to_owned())));
        states.push(best(&lean));
    }
    let p_flip = if states.is_empty() { 0.0 } else { real(flipped) / real(states.len()) };
    let evppi = if is_read(field) { worth(&states) } else { 0.0 };
    Question { field, evppi, p_flip, answers }
}

/// The values that count as equally likely.
fn values(present: &Present, field: Field) -> Vec<Answer> {
    let Answer::Whole(assumed) = present.assumed(field) else {
        return gates::answers(field).to_vec();
    };
    let nearest = |rungs: Vec<u32>| rungs.into_iter().take(RUNGS);
    let mut numbers: Vec<_> = nearest(below(field, assumed))
        .chain([assumed])
        .chain(nearest(above(field, assumed)))
        .collect();
    numbers.sort_unstable();
    numbers.into_iter().map(Answer::Whole).collect()
}

/// The value of the best stack of each contender that is left.
fn best(lean: &Lean) -> BTreeMap<Contender, f64> {
    let mut best = BTreeMap::new();
    for stack in (0..stacks::all().len()).filter(|stack| lean.survives(*stack)) {
        let value = best.entry(contender(stack)).or_insert(0.0_f64);
        *value = value.max(lean.value(stack));
    }
    best
}

fn worth(states: &[BTreeMap<Contender, f64>]) -> f64 {
    let highest = |values: &mut dyn Iterator<Item = f64>| values.fold(0.0, f64::max);
    let knowing: f64 = states.iter().map(|state| highest(&mut state.values().copied())).sum();
    let mut sums: BTreeMap<Contender, f64> = BTreeMap::new();
    for (contender, value) in states.iter().flatten() {
        *sums.entry(*contender).or_default() += value;
    }
    let gain = knowing - highest(&mut sums.into_values());
    if gain < NOTHING { 0.0 } else { gain / real(states.len()) }
}

#[expect(clippy::cast_precision_loss, reason = "a field has a handful of answers")]
fn real(count: usize) -> f64 {
    count as f64
}
