//! How certain the answer is, as far as it is known.

use std::sync::Arc;

use rules_core::certainty::{Findings, Shares, TestWorth, Word};
use rules_core::counterfactual::{Edit, Flip, Question};
use rules_core::outcome::{CriterionId, Stack};
use rules_core::profile::{Field, SiteProfile};
use rules_core::stacks;

/// What has been found out about the certainty of the answer on screen.
#[derive(Clone, Debug, Default)]
pub struct Certain {
    /// [Whose](super::Model::whose) it is.
    pub whose: String,
    /// What was found, once there is something.
    pub found: Option<Arc<Findings>>,
    /// What was found of answers before, the latest first, each with more than those ahead of it: stands for what is not
    /// found of the present one yet.
    pub before: Vec<Arc<Findings>>,
    /// What unknown answers are worth, the most first; of the answer before until it is known.
    pub questions: Option<Arc<Vec<Question>>>,
    /// What would change the answer, the nearest first; of the answer before until it is known.
    pub flips: Option<Arc<Vec<Change>>>,
    /// Whether all of it is of the answer on screen.
    pub current: bool,
    /// Whether the part of the program that finds it out did not arrive.
    pub missing: bool,
}

/// Findings are written once and then only shared.
impl PartialEq for Certain {
    fn eq(&self, other: &Self) -> bool {
        same(self.found.as_ref(), other.found.as_ref())
            && self.before.len() == other.before.len()
            && self.before.iter().zip(&other.before).all(|(one, other)| Arc::ptr_eq(one, other))
            && same(self.questions.as_ref(), other.questions.as_ref())
            && same(self.flips.as_ref(), other.flips.as_ref())
            && self.whose == other.whose
            && self.current == other.current
            && self.missing == other.missing
    }
}

fn same<T>(one: Option<&Arc<T>>, other: Option<&Arc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

impl Certain {
    /// Reads a part of what was found: of the present answer, or of the latest one before while that is all there is.
    pub fn read<T>(&self, part: impl Fn(&Findings) -> Option<T>) -> Option<T> {
        self.found.iter().chain(&self.before).find_map(|found| part(found))
    }

    /// Becomes what is shown while a newer answer is looked into; nothing if that is of another profile.
    pub fn outdate(&mut self, whose: String) {
        if self.whose != whose {
            *self = Self { whose, ..Self::default() };
        }
        if let Some(found) = &self.found {
            self.before.retain(|before| before.parts() > found.parts());
            self.before.insert(0, Arc::clone(found));
        }
        (self.current, self.missing) = (false, false);
    }

    /// Keeps what an earlier answer has where nothing is found of this one yet.
    #[must_use]
    pub fn after(mut self, last: &Self) -> Self {
        self.whose.clone_from(&last.whose);
        if !self.current {
            self.before.clone_from(&last.before);
            self.questions = self.questions.or_else(|| last.questions.clone());
            self.flips = self.flips.or_else(|| last.flips.clone());
        }
        self
    }
}

/// The three numbers behind the word, with the word.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The word.
    pub word: Word,
    /// The first choice.
    pub first: Stack,
    /// How far weights may drift before another choice leads, 0 to 1.
    pub radius: f64,
    /// Share of the weights near the present ones for which it is first.
    pub near: f64,
    /// Share of any weights, once counted.
    pub any: Option<f64>,
    /// What comes first beyond the radius.
    pub rival: Option<Stack>,
}

/// Returns the headline, once the word is known. What is exact is of the present answer; the word and what is counted may
/// be of the answer before, if the same choice was first.
#[must_use]
pub fn headline(certain: &Certain) -> Option<Headline> {
    let found = certain.found.as_deref()?;
    let first = found.choices.first()?.clone();
    let mut counted = certain.clone();
    counted.before.retain(|before| before.choices.first() == Some(&first));
    let share = |shares: &Shares| shares.first_rank.first().copied();
    Some(Headline {
        word: counted.read(|found| found.word)?,
        first,
        radius: found.held.radius,
        near: counted.read(|found| found.near.as_ref().and_then(share))?,
        any: counted.read(|found| found.any.as_ref().and_then(share)),
        rival: found.held.nearest().and_then(|rival| found.choices.get(rival.choice)).cloned(),
    })
}

/// Which weights the shares are of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// Near the present ones.
    #[default]
    Near,
    /// Any.
    Any,
    /// Those that keep the present order of the criteria.
    Order,
    /// Near the present ones, with scores drawn by their evidence.
    NearDrawn,
    /// Any, with scores drawn by their evidence.
    AnyDrawn,
}

impl Of {
    /// Every set of weights, in reading order.
    pub const ALL: [Self; 5] =
        [Self::Near, Self::Order, Self::Any, Self::NearDrawn, Self::AnyDrawn];

    fn shares(self, found: &Findings) -> Option<&Shares> {
        match self {
            Self::Near => found.near.as_ref(),
            Self::Any => found.any.as_ref(),
            Self::Order => found.order.as_ref(),
            Self::NearDrawn => found.near_drawn.as_ref(),
            Self::AnyDrawn => found.any_drawn.as_ref(),
        }
    }
}

/// One choice with its shares of the first three ranks.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The choice, by its best stack.
    pub stack: Stack,
    /// Shares of the weights for which it is first, second and third.
    pub ranks: [f64; 3],
    /// Weights that favour it most: the mean of those for which it is first.
    pub central: Option<Vec<f64>>,
}

/// Shares below this are printed as nothing.
const VISIBLE: f64 = 0.005;

/// Returns the choices that are among the first three for some weights, the most often first before others; `None` while
/// they are being counted.
#[must_use]
pub fn ranked(found: &Findings, of: Of) -> Option<Vec<Ranked>> {
    let shares = of.shares(found)?;
    let rank = |choice: usize, rank: usize| {
        shares.rank_acceptability[choice].get(rank).copied().unwrap_or(0.0)
    };
    // In the order of weights the central weights belong to other places: they are not shown there.
    let central =
        |choice: usize| shares.central_weights[choice].clone().filter(|_| of != Of::Order);
    let mut all: Vec<_> = found
        .choices
        .iter()
        .enumerate()
        .map(|(choice, stack)| Ranked {
            stack: stack.clone(),
            ranks: std::array::from_fn(|at| rank(choice, at)),
            central: central(choice),
        })
        .filter(|ranked| ranked.ranks.iter().any(|share| *share >= VISIBLE))
        .collect();
    all.sort_by(|a, b| b.ranks.partial_cmp(&a.ranks).unwrap_or(std::cmp::Ordering::Equal));
    Some(all)
}

/// One choice on the curve: its first-rank share at every radius.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The choice.
    pub stack: Stack,
    /// Shares in the order of [`rules_core::certainty::RADII`].
    pub shares: Vec<f64>,
}

/// The most lines that a picture of the curve can tell apart.
const LINES: usize = 4;

/// Returns the lines of the curve, the present first choice first, then those that are first most often for any weights.
#[must_use]
pub fn lines(found: &Findings) -> Option<Vec<Line>> {
    let curve = found.curve.as_ref()?;
    let line = |(choice, stack): (usize, &Stack)| Line {
        stack: stack.clone(),
        shares: curve.iter().map(|row| row[choice]).collect(),
    };
    let mut lines: Vec<_> = found.choices.iter().enumerate().map(line).collect();
    let last = |line: &Line| line.shares.last().copied().unwrap_or(0.0);
    let others = lines.get_mut(1..).unwrap_or_default();
    others.sort_by(|a, b| last(b).total_cmp(&last(a)));
    lines.retain(|line| line.shares.iter().any(|share| *share >= VISIBLE));
    lines.truncate(LINES);
    Some(lines)
}

/// The least change of weights that lets another choice catch up.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The choice that catches up.
    pub rival: Stack,
    /// How much of the weight moves, 0 to 1.
    pub share: f64,
    /// The criteria that lose weight.
    pub from: Vec<CriterionId>,
    /// Those that gain it.
    pub to: Vec<CriterionId>,
}

/// Returns the least change of weights that lets another choice catch up; `None` if no weights do, or if one is level.
#[must_use]
pub fn moved(found: &Findings) -> Option<Moved> {
    let able = found.held.rivals.iter().filter_map(|rival| Some((rival, rival.flip.as_ref()?)));
    let (rival, flip) = able.min_by(|a, b| a.1.distance.total_cmp(&b.1.distance))?;
    let change = |criterion: &CriterionId| {
        flip.weights[*criterion as usize] - found.weights[*criterion as usize]
    };
    let pick = |sign: f64| {
        let moves = |criterion: &CriterionId| sign * change(criterion) > VISIBLE / 10.0;
        CriterionId::ALL.into_iter().filter(moves).collect()
    };
    Some(Moved {
        rival: found.choices[rival.choice].clone(),
        share: flip.distance / 2.0,
        from: pick(-1.0),
        to: pick(1.0),
    })
}

/// Returns what comes first where the steps at the top of the scale count more, and where those at the bottom do; nothing
/// where the first stays first.
#[must_use]
pub fn on_other_scales(found: &Findings) -> [Option<Stack>; 2] {
    let stack = |choice: usize| found.choices[choice].clone();
    [found.scale.top, found.scale.bottom].map(|choice| choice.map(stack))
}

/// A proof test with what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// Which test: an id of [`rules_core::certainty::ProofTest::ALL`].
    pub id: &'static str,
    /// The choices that it is done with.
    pub with: Vec<Stack>,
    /// Points of value expected from it; 0 if no result can change the choice.
    pub points: f64,
}

/// Returns the proof tests, the most worth first.
#[must_use]
pub fn tests(found: &Findings) -> Option<Vec<Test>> {
    let test = |worth: &TestWorth| Test {
        id: worth.test.id,
        with: worth.with.iter().map(|choice| found.choices[*choice].clone()).collect(),
        // What is left of nothing by rounding is nothing.
        points: if worth.points < 1e-9 { 0.0 } else { worth.points },
    };
    Some(found.worth.as_ref()?.tests.iter().map(test).collect())
}

/// Most flips of one edit, and of two, that are listed.
const LISTED: [usize; 2] = [8, 4];

/// A flip with the profile that it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The edits.
    pub edits: Vec<Edit>,
    /// The stack that comes first then.
    pub first: Stack,
    /// The profile with the edits.
    pub profile: SiteProfile,
}

/// Returns the flips to list, each with its profile.
#[must_use]
pub fn changes(profile: &SiteProfile, flips: &[Flip]) -> Vec<Change> {
    let change = |flip: &Flip| {
        let mut edited = profile.clone();
        for edit in &flip.edits {
            edited.set(edit.field, Some(edit.to));
        }
        let first = stacks::candidate(&flip.first)?.stack.clone();
        Some(Change { edits: flip.edits.clone(), first, profile: edited })
    };
    let of = |edits: usize| {
        let some = flips.iter().filter(move |flip| flip.edits.len() == edits);
        some.take(LISTED[edits - 1]).filter_map(change)
    };
    of(1).chain(of(2)).collect()
}

/// Worth below this is printed as nothing.
const WORTHLESS: f64 = 1e-9;
/// Most questions that are listed.
const ASKED: usize = 8;

/// Returns the unknown fields that are worth asking, the most first, each with its worth in points; and how many more
/// there are, of which none could change the choice.
#[must_use]
pub fn worth_asking(questions: &[Question]) -> (Vec<(Field, f64)>, usize) {
    let worth = |question: &&Question| question.evppi > WORTHLESS;
    let telling = questions.iter().filter(worth);
    let idle = questions.len() - telling.clone().count();
    (telling.take(ASKED).map(|question| (question.field, question.evppi)).collect(), idle)
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use rules_core::certainty::study;
    use rules_core::{Choices, decide};

    use super::*;
    use crate::state::examples;

    /// Shared, since it takes a while without optimisation.
    fn found() -> Findings {
        static FOUND: OnceLock<Findings> = OnceLock::new();
        let study = || {
            let profile = examples::retail("").draft.parse().profile;
            study(&decide(&profile, &Choices::default())).expect("stacks are left")
        };
        FOUND.get_or_init(study).clone()
    }

    fn complete(found: Findings) -> Certain {
        Certain { found: Some(Arc::new(found)), current: true, ..Certain::default() }
    }

    #[test]
    fn what_is_not_found_yet_is_told_of_the_answer_before_and_never_of_another_first_choice() {
        let mut before = complete(found());
        let last = headline(&before).expect("complete");
        before.outdate(String::new());
        let mut exact = found();
        (exact.word, exact.near, exact.any, exact.curve) = (None, None, None, None);
        exact.held.radius = 0.5;
        let found = Certain { current: false, ..complete(exact.clone()) };
        assert_eq!(headline(&found), None, "nothing was counted before");

        let shown = headline(&found.clone().after(&before)).expect("of the answer before");
        assert!((shown.radius - 0.5).abs() < 1e-12, "what is exact is of the present answer");
        assert_eq!(shown.word, last.word);
        assert_eq!(found.clone().after(&before).read(lines), before.read(lines));
        let mut half = found.clone().after(&before);
        half.outdate(String::new());
        let shown = found.clone().after(&half);
        assert_eq!(shown.read(lines), before.read(lines), "an edit may come early");

        let mut nearly = exact.clone();
        nearly.near = self::found().any;
        let mut nearly = Certain { current: false, ..complete(nearly) }.after(&before);
        nearly.outdate(String::new());
        let shown = found.after(&nearly);
        let read = |found: &Findings| ranked(found, Of::Near);
        assert_eq!(shown.read(read), nearly.read(read), "of the latest that was counted");
        assert_eq!(shown.read(lines), before.read(lines), "and of the one before that");

        exact.choices.swap(0, 1);
        let other = Certain { current: false, ..complete(exact) };
        assert_eq!(headline(&other.after(&before)), None);
        let mut other = before.clone();
        other.outdate("another profile".to_owned());
        assert_eq!(other.read(lines), None, "nothing is told of another profile");

        let all = complete(self::found());
        assert!(all.clone().after(&before).before.is_empty(), "all of it is here");
    }

    #[test]
    fn the_headline_names_the_first_choice_with_three_numbers() {
        let found = found();
        let headline = headline(&complete(found.clone())).expect("the study is complete");
        assert_eq!(headline.first, found.choices[0]);
        assert!(headline.near >= headline.any.expect("counted"), "{headline:?}");
        assert!(headline.radius < 1.0);
    }

    #[test]
    fn the_choice_that_is_first_most_often_stands_first_and_nothing_is_listed_for_nothing() {
        let found = found();
        for of in Of::ALL {
            let ranked = ranked(&found, of).expect("the study is complete");
            assert!(ranked.is_sorted_by(|a, b| a.ranks[0] >= b.ranks[0]), "{of:?}");
            assert!(ranked.iter().all(|one| one.ranks.iter().any(|share| *share >= VISIBLE)));
        }
    }

    #[test]
    fn every_line_of_the_curve_begins_where_the_present_weights_put_it() {
        let lines = lines(&found()).expect("the study is complete");
        assert!((lines[0].shares[0] - 1.0).abs() < 1e-9, "the first choice is first at home");
        assert!(lines[1..].iter().all(|line| line.shares[0] < 1e-9));
    }
}
