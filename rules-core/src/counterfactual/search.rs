//! The search for flips: every other answer to one field, then to two, then the exact numbers of the pairs.
//!
//! A pair is tried from what its two edits have come to by themselves ([`Lean::joined`]), so only rules that read both
//! fields are asked again. Pairs that cannot do more than their parts are left out: one of the two changes nothing, and
//! no rule reads both fields.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::answers::{above, below, distance, others};
use super::stretch::{Stretch, stretches};
use super::through::through;
use super::trial::{Present, contender, id};
use super::{BreakEven, Edit, Flip, Side};
use crate::decide::{Choices, Lean, is_read};
use crate::outcome::Contender;
use crate::profile::{Answer, Field, SiteProfile};

/// So many pairs are kept, the nearest ones: nobody reads more, and each costs some hundred evaluations to make exact.
pub(super) const PAIRS: usize = 12;

/// A search that is run in pieces and can be dropped at any time.
#[derive(Clone, Debug)]
pub struct Search {
    present: Present,
    stage: Stage,
    /// How many profiles have been tried.
    tried: usize,
    /// Single edits that flip nothing but change something, or might together with another.
    singles: Vec<Single>,
    /// The nearest pair for two fields and a contender.
    pairs: BTreeMap<(Field, Field, Contender), Pair>,
    flips: Vec<Flip>,
}

/// What is tried next.
#[derive(Clone, Debug)]
enum Stage {
    /// The field at this place of [`Field::ALL`].
    Field(usize),
    /// The singles at these places together.
    Pair(usize, usize),
    /// Numbers of the pairs that are kept, the nearest at the end.
    Sharpen(Vec<Pair>),
    Done,
}

#[derive(Clone, Debug)]
struct Single {
    field: Field,
    answer: Answer,
    lean: Lean,
    /// Whether it moves nothing by itself.
    idle: bool,
}

/// A pair of edits that flips, as far as the rungs tell.
#[derive(Clone, Debug)]
struct Pair {
    edits: [(Field, Answer); 2],
    contender: Contender,
    distance: f64,
}

impl Search {
    /// Begins; nothing but the present profile is decided yet.
    #[must_use]
    pub fn new(profile: &SiteProfile, choices: &Choices) -> Self {
        let present = Present::new(profile, choices);
        let stage = if present.lean.first().is_some() { Stage::Field(0) } else { Stage::Done };
        Self {
            present,
            stage,
            tried: 0,
            singles: Vec::new(),
            pairs: BTreeMap::new(),
            flips: Vec::new(),
        }
    }

    /// Tries at least `budget` further profiles, and at most about a hundred more than that; returns whether all is done.
    pub fn step(&mut self, budget: usize) -> bool {
        let enough = self.tried.saturating_add(budget);
        loop {
            let stage = std::mem::replace(&mut self.stage, Stage::Done);
            self.stage = match stage {
                Stage::Field(at) => self.field(at),
                Stage::Pair(one, other) => self.pair(one, other, enough),
                Stage::Sharpen(left) => self.sharpen(left),
                Stage::Done => return true,
            };
            if self.tried >= enough {
                return matches!(self.stage, Stage::Done);
            }
        }
    }

    /// Returns the flips found so far: fewer edits first, then the nearer ones, then in field order.
    #[must_use]
    pub fn flips(&self) -> &[Flip] {
        &self.flips
    }

    pub(super) fn into_flips(self) -> Vec<Flip> {
        self.flips
    }

    /// Returns how many profiles have been tried.
    #[must_use]
    pub fn tried(&self) -> usize {
        self.tried
    }

    fn field(&mut self, at: usize) -> Stage {
        let Some(field) = Field::ALL.get(at).copied() else {
            return Stage::Pair(0, 1);
        };
        if is_read(field) {
            match self.present.assumed(field) {
                Answer::Whole(number) => self.numbers(field, number),
                _ => self.choices(field),
            }
        }
        Stage::Field(at + 1)
    }

    fn choices(&mut self, field: Field) {
        for answer in others(field, self.present.known(field)) {
            if let Some(stack) = self.single(field, answer) {
                let lean = self.present.lean.with(field, answer);
                self.keep(vec![self.edit(field, answer, None)], &lean, stack);
            }
        }
    }

    fn numbers(&mut self, field: Field, number: u32) {
        let unknown = self.present.known(field).is_none();
        let here = if unknown { self.single(field, Answer::Whole(number)) } else { None };
        let start = (number, here.map(contender));
        for rungs in [below(field, number), above(field, number)] {
            let found = stretches(start, &rungs, |number| {
                let stack = if rungs.contains(&number) {
                    self.single(field, Answer::Whole(number))
                } else {
                    self.outcome(field, Answer::Whole(number))
                };
                stack.map(contender)
            });
            for stretch in found {
                let answer = Answer::Whole(stretch.at);
                let lean = self.present.lean.with(field, answer);
                if let Some(stack) = self.present.flipped(&lean) {
                    let break_even = break_even(number, &stretch);
                    self.keep(vec![self.edit(field, answer, break_even)], &lean, stack);
                }
            }
        }
    }

    /// Tries one edit and returns who is first then if it flips; otherwise notes it for the pairs.
    fn single(&mut self, field: Field, answer: Answer) -> Option<usize> {
        let lean = self.present.lean.with(field, answer);
        self.tried += 1;
        let flipped = self.present.flipped(&lean);
        let known = |single: &Single| single.field == field && single.lean.same_as(&lean);
        // Of answers that come to the same the nearest is tried first, and enough.
        if flipped.is_none() && !self.singles.iter().any(known) {
            let idle = lean.same_as(&self.present.lean);
            self.singles.push(Single { field, answer, lean, idle });
        }
        flipped
    }

    fn outcome(&mut self, field: Field, answer: Answer) -> Option<usize> {
        self.tried += 1;
        self.present.flipped(&self.present.lean.with(field, answer))
    }

    /// Goes through the pairs from here on, until enough profiles are tried or all are.
    fn pair(&mut self, mut one: usize, mut other: usize, enough: usize) -> Stage {
        while self.tried < enough {
            if other >= self.singles.len() {
                (one, other) = (one + 1, one + 2);
                if other >= self.singles.len() {
                    return Stage::Sharpen(self.nearest_pairs());
                }
            }
            self.try_pair(one, other);
            other += 1;
        }
        Stage::Pair(one, other)
    }

    fn try_pair(&mut self, one: usize, other: usize) {
        let (one, other) = (&self.singles[one], &self.singles[other]);
        let alone = || (one.idle || other.idle) && !one.lean.is_read_with(&other.lean);
        if one.field == other.field || alone() {
            return;
        }
        self.tried += 1;
        let Some(stack) = self.present.flipped_by_two(&one.lean, &other.lean) else { return };
        let contender = contender(stack);
        let alone = |field| leads_alone(&self.flips, field, contender);
        if alone(one.field) || alone(other.field) {
            return;
        }
        let edits = [(one.field, one.answer), (other.field, other.answer)];
        let far = |(field, answer): (Field, Answer)| distance(self.present.assumed(field), answer);
        let pair = Pair { edits, contender, distance: edits.into_iter().map(far).sum() };
        let key = (one.field, other.field, contender);
        let nearest = self.pairs.get(&key).is_none_or(|known| pair.distance < known.distance);
        if nearest {
            self.pairs.insert(key, pair);
        }
    }

    /// The nearest pairs, the nearest at the end.
    fn nearest_pairs(&mut self) -> Vec<Pair> {
        let mut pairs: Vec<_> = std::mem::take(&mut self.pairs).into_values().collect();
        // Stable, so that equally near ones stay in field order.
        pairs.sort_by(|one, other| one.distance.total_cmp(&other.distance));
        pairs.truncate(PAIRS);
        pairs.reverse();
        pairs
    }

    fn sharpen(&mut self, mut left: Vec<Pair>) -> Stage {
        let Some(mut pair) = left.pop() else { return Stage::Done };
        // Of two numbers only one is made exact: each would move the border of the other.
        let mut break_evens = [None; 2];
        let number = |edit: &(Field, Answer)| matches!(edit.1, Answer::Whole(_));
        if let Some(at) = pair.edits.iter().position(number) {
            break_evens[at] = self.sharpen_one(&mut pair, at);
        }
        let alone = pair.edits.map(|(field, answer)| self.outcome(field, answer));
        let [one, other] = pair.edits.map(|(field, answer)| self.present.lean.with(field, answer));
        let lean = self.present.lean.joined(&one, &other);
        if let (Some(stack), [None, None]) = (self.present.flipped(&lean), alone) {
            let edits = pair.edits.into_iter().zip(break_evens);
            let edits =
                edits.map(|((field, answer), break_even)| self.edit(field, answer, break_even));
            self.keep(edits.collect(), &lean, stack);
        }
        Stage::Sharpen(left)
    }

    /// Moves the number of one edit to where the pair begins to flip, the other edit as it is.
    fn sharpen_one(&mut self, pair: &mut Pair, at: usize) -> Option<BreakEven> {
        let (field, answer) = pair.edits[at];
        let (Answer::Whole(from), Answer::Whole(to)) = (self.present.assumed(field), answer) else {
            return None;
        };
        let (other_field, other) = pair.edits[1 - at];
        let beside = self.present.lean.with(other_field, other);
        let mut outcome = |number| {
            self.tried += 1;
            let own = self.present.lean.with(field, Answer::Whole(number));
            let joined = self.present.lean.joined(&own, &beside);
            self.present.flipped(&joined).map(contender)
        };
        let rungs = if to < from { below(field, from) } else { above(field, from) };
        let unknown = self.present.lean.profile().answer(field).is_none();
        let here = if unknown { outcome(from) } else { None };
        let found = stretches((from, here), &rungs, outcome);
        let nearest = found.into_iter().find(|stretch| stretch.outcome == pair.contender)?;
        pair.edits[at].1 = Answer::Whole(nearest.at);
        break_even(from, &nearest)
    }

    fn edit(&self, field: Field, to: Answer, break_even: Option<BreakEven>) -> Edit {
        Edit { field, from: self.present.known(field), to, break_even }
    }

    /// Keeps a flip, unless a nearer one of the same fields leads to the same contender.
    fn keep(&mut self, mut edits: Vec<Edit>, lean: &Lean, stack: usize) {
        let Some(old) = self.present.lean.first() else { return };
        edits.sort_by_key(|edit| edit.field);
        let flip = Flip {
            edits,
            first: id(stack).to_owned(),
            through: through(&self.present.lean, lean, old, stack),
            value: lean.value(stack),
        };
        let same = |known: &Flip| {
            known.edits.iter().map(|edit| edit.field).eq(flip.edits.iter().map(|edit| edit.field))
                && first_contender(known) == Some(contender(stack))
        };
        if let Some(at) = self.flips.iter().position(same) {
            if self.far(&self.flips[at]) <= self.far(&flip) {
                return;
            }
            self.flips.remove(at);
        }
        let at = self.flips.partition_point(|known| self.order(known, &flip).is_le());
        self.flips.insert(at, flip);
    }

    fn order(&self, one: &Flip, other: &Flip) -> Ordering {
        let fields = |flip: &Flip| flip.edits.iter().map(|edit| edit.field).collect::<Vec<_>>();
        one.edits
            .len()
            .cmp(&other.edits.len())
            .then(self.far(one).total_cmp(&self.far(other)))
            .then_with(|| fields(one).cmp(&fields(other)))
    }

    fn far(&self, flip: &Flip) -> f64 {
        let edits = flip.edits.iter();
        edits.map(|edit| distance(self.present.assumed(edit.field), edit.to)).sum()
    }
}

/// Returns whether an edit of a field alone brings a contender to the front.
fn leads_alone(flips: &[Flip], field: Field, contender: Contender) -> bool {
    let alone = |flip: &&Flip| flip.edits.len() == 1 && flip.edits[0].field == field;
    flips.iter().filter(alone).any(|flip| first_contender(flip) == Some(contender))
}

fn first_contender(flip: &Flip) -> Option<Contender> {
    crate::stacks::candidate(&flip.first).map(|candidate| candidate.stack.contender())
}

fn break_even(from: u32, stretch: &Stretch<Contender>) -> Option<BreakEven> {
    let side = match stretch.at.cmp(&from) {
        Ordering::Less => Side::AtMost,
        Ordering::Equal => return None,
        Ordering::Greater => Side::AtLeast,
    };
    Some(BreakEven { at: stretch.at, side, until: stretch.until })
}
