//! The study: everything about certainty, in slices short enough to stand between two key presses.

use std::sync::OnceLock;

use super::Word;
use super::held::Held;
use super::model::Model;
use super::scale::Scale;
use super::worth::Worth;
use crate::outcome::{CriterionId, Decision, Stack};
use crate::robustness::curve::Following;
use crate::robustness::headline::NEAR;
use crate::robustness::points::{Growing, PointSet, STANDARD};
use crate::robustness::problem::Problem;
use crate::robustness::regime::Regime;
use crate::robustness::smaa::{Confidence, Counting, Front, FrontRanks};

/// How far weights may drift on the curve of the first choices.
pub const RADII: [f64; 9] = [0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0];

/// Points counted between two looks at whether somebody waits.
const SLICE: usize = 512;

/// For how many choices confidence factors are worked out.
const CONFIDENT: usize = 4;

/// Shares of one set of weights, per choice.
pub type Shares = Front;

/// A count of the choices at the front, for so many sets of weights.
type Count<const SETS: usize> = Counting<'static, FrontRanks, SETS>;

/// What a study has found so far; what is not there yet is still being counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The best stack of each choice, by rank.
    pub choices: Vec<Stack>,
    /// The present weights.
    pub weights: [f64; 7],
    /// What is exact.
    pub held: Held,
    /// What is first on a scale with unequal steps.
    pub scale: Scale,
    /// How sure the choice is.
    pub word: Option<Word>,
    /// Shares of the weights near the present ones.
    pub near: Option<Shares>,
    /// Shares of any weights.
    pub any: Option<Shares>,
    /// Shares of the weights that keep the present order of the criteria; central weights are in that order as well.
    pub order: Option<Shares>,
    /// Shares of the weights near the present ones, with scores drawn by their evidence.
    pub near_drawn: Option<Shares>,
    /// Shares of any weights, with scores drawn by their evidence.
    pub any_drawn: Option<Shares>,
    /// Of the choices most often first: the share of score draws in which each is first at the weights that favour it
    /// most.
    pub confidence: Option<Vec<Option<f64>>>,
    /// First-rank shares of every choice at each of [`RADII`].
    pub curve: Option<Vec<Vec<f64>>>,
    /// What knowing more is worth.
    pub worth: Option<Worth>,
}

impl Findings {
    /// Returns how many of the parts that take time are there.
    #[must_use]
    pub fn parts(&self) -> usize {
        let parts = [
            self.near.is_some(),
            self.any.is_some(),
            self.order.is_some(),
            self.any_drawn.is_some(),
            self.confidence.is_some(),
            self.curve.is_some(),
            self.worth.is_some(),
        ];
        parts.into_iter().filter(|there| *there).count()
    }
}

/// A study under way.
pub struct Study {
    decision: Decision,
    model: Model,
    found: Findings,
    stage: Stage,
}

enum Stage {
    Points(Growing),
    Count(Kind, Box<Count<1>>),
    Drawn(Box<Count<2>>),
    Follow(Box<Following<'static>>),
    Confidence(Box<Confidence>),
    Worth,
    Done,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Near,
    Any,
    Order,
}

static POINTS: OnceLock<PointSet> = OnceLock::new();

impl Study {
    /// Begins with what is exact; `None` if every stack is ruled out.
    #[must_use]
    pub fn new(decision: &Decision) -> Option<Self> {
        let model = Model::of(decision)?;
        let found = Findings {
            choices: model.choices.iter().map(|at| decision.stacks[*at].stack.clone()).collect(),
            weights: decision.weights.shares,
            held: Held::of(&model),
            scale: Scale::of(&model),
            word: (!decision.needed.is_empty()).then_some(Word::NotEnoughKnown),
            near: None,
            any: None,
            order: None,
            near_drawn: None,
            any_drawn: None,
            confidence: None,
            curve: None,
            worth: None,
        };
        let mut study = Self { decision: decision.clone(), model, found, stage: Stage::Done };
        study.stage = match POINTS.get() {
            Some(points) => study.count(Kind::Near, points),
            None => Stage::Points(Growing::new(CriterionId::ALL.len(), STANDARD)),
        };
        Some(study)
    }

    /// What is found so far.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.found
    }

    /// What was found.
    #[must_use]
    pub fn into_findings(self) -> Findings {
        self.found
    }

    /// Does one more slice; says whether any are left.
    pub fn advance(&mut self) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Points(mut growing) => {
                if growing.advance(SLICE) {
                    Stage::Points(growing)
                } else {
                    self.count(Kind::Near, POINTS.get_or_init(|| growing.finish()))
                }
            }
            Stage::Count(kind, mut counting) => {
                if counting.advance(SLICE) {
                    Stage::Count(kind, counting)
                } else {
                    let [shares] = counting.finish();
                    self.keep(kind, shares)
                }
            }
            Stage::Drawn(mut counting) => {
                if counting.advance(SLICE) {
                    Stage::Drawn(counting)
                } else {
                    let [near, any] = counting.finish();
                    let confidence = self.confidence(&any);
                    self.found.near_drawn = Some(near);
                    self.found.any_drawn = Some(any);
                    Stage::Confidence(Box::new(confidence))
                }
            }
            Stage::Follow(mut following) => {
                if following.advance(SLICE) {
                    Stage::Follow(following)
                } else {
                    self.found.curve = Some(following.finish());
                    Stage::Worth
                }
            }
            Stage::Confidence(mut confidence) => {
                if confidence.advance(SLICE) {
                    Stage::Confidence(confidence)
                } else {
                    self.found.confidence = Some(confidence.finish());
                    self.follow()
                }
            }
            Stage::Worth => {
                self.found.worth = Some(Worth::of(&self.decision, &self.model));
                Stage::Done
            }
            Stage::Done => Stage::Done,
        };
        !matches!(self.stage, Stage::Done)
    }

    /// Files what was counted and says what comes next.
    fn keep(&mut self, kind: Kind, shares: Shares) -> Stage {
        let Some(points) = POINTS.get() else { return Stage::Done };
        match kind {
            Kind::Near => {
                self.found.word = Some(Word::of(&self.decision, shares.first_rank[0]));
                self.found.near = Some(shares);
                self.count(Kind::Any, points)
            }
            Kind::Any => {
                self.found.any = Some(shares);
                self.count(Kind::Order, points)
            }
            Kind::Order => {
                self.found.order = Some(shares);
                self.draw(points)
            }
        }
    }

    fn count(&self, kind: Kind, points: &'static PointSet) -> Stage {
        let Model { problem, groups, .. } = &self.model;
        let regime = match kind {
            Kind::Near => NEARBY,
            Kind::Any => Regime::Any,
            Kind::Order => Regime::Ordinal,
        };
        let Ok(set) = regime.on(points, problem.weights()) else { return Stage::Done };
        let counting = match kind {
            Kind::Near | Kind::Any => Counting::certain(problem, &set, groups.clone()),
            Kind::Order => Counting::certain(&in_order(problem), &set, groups.clone()),
        };
        Stage::Count(kind, Box::new(counting))
    }

    fn draw(&self, points: &'static PointSet) -> Stage {
        let Model { problem, best, scores, .. } = &self.model;
        let set = |regime: Regime| regime.on(points, problem.weights());
        let (Ok(near), Ok(any)) = (set(NEARBY), set(Regime::Any)) else { return Stage::Done };
        Stage::Drawn(Box::new(Counting::uncertain(scores, best.m(), [near, any])))
    }

    fn confidence(&self, drawn: &Shares) -> Confidence {
        let mut central = drawn.central_weights.clone();
        let mut by_share: Vec<_> = (0..central.len()).collect();
        by_share.sort_by(|a, b| drawn.first_rank[*b].total_cmp(&drawn.first_rank[*a]));
        by_share.iter().skip(CONFIDENT).for_each(|at| central[*at] = None);
        Confidence::new(&self.model.scores, central, STANDARD)
    }

    fn follow(&self) -> Stage {
        let Some(points) = POINTS.get() else { return Stage::Done };
        let (problem, groups) = (&self.model.problem, self.model.groups.clone());
        Stage::Follow(Box::new(Following::new(problem, points, groups, &RADII)))
    }
}

/// The weights near the present ones.
const NEARBY: Regime = Regime::Near { radius: NEAR };

/// The same problem with its criteria in the order of their weights, the heaviest first; equal ones as they are.
fn in_order(problem: &Problem) -> Problem {
    let mut order: Vec<_> = (0..problem.n()).collect();
    order.sort_by(|a, b| problem.weights()[*b].total_cmp(&problem.weights()[*a]));
    problem.with_criteria(&order)
}
