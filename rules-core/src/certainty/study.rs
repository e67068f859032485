//! The study: everything about certainty, in slices short enough to stand between two key presses.

use std::sync::OnceLock;

use super::Word;
use super::held::Held;
use super::model::Model;
use super::scale::Scale;
use super::worth::Worth;
use crate::outcome::{CriterionId, Decision, Stack};
use crate::robustness::curve::Following;
use crate::robustness::drift::Drifting;
use crate::robustness::headline::NEAR;
use crate::robustness::points::{Growing, PointSet, STANDARD};
use crate::robustness::problem::Problem;
use crate::robustness::regime::Regime;
use crate::robustness::scores::Met;
use crate::robustness::smaa::{Confidence, Counting, Front, FrontRanks};

/// How far weights may drift on the curve of the first choices.
pub const RADII: [f64; 9] = [0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0];

/// Points counted between two looks at whether somebody waits.
const SLICE: usize = 512;

/// For how many choices confidence factors are worked out.
const CONFIDENT: usize = 4;

/// Shares of one set of weights, per choice.
pub type Shares = Front;

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
    Follow(Box<Following<'static>>),
    Order(Box<Counting<'static, FrontRanks>>),
    Drawn(Box<Drifting<'static>>),
    Confidence(Box<Confidence>),
    Worth,
    Done,
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
            Some(points) => study.follow(points),
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
                    self.follow(POINTS.get_or_init(|| growing.finish()))
                }
            }
            Stage::Follow(mut following) => {
                if following.advance(SLICE) {
                    Stage::Follow(following)
                } else {
                    self.keep(*following)
                }
            }
            Stage::Order(mut counting) => {
                if counting.advance(SLICE) {
                    Stage::Order(counting)
                } else {
                    self.found.order = Some(counting.finish());
                    self.draw()
                }
            }
            Stage::Drawn(mut counting) => {
                if counting.advance(SLICE) {
                    Stage::Drawn(counting)
                } else {
                    let (fronts, met) = counting.finish();
                    let mut fronts = fronts.into_iter();
                    self.found.near_drawn = fronts.next();
                    self.found.any_drawn = fronts.next();
                    let next = self.confidence(met);
                    next.map_or(Stage::Worth, |next| Stage::Confidence(Box::new(next)))
                }
            }
            Stage::Confidence(mut confidence) => {
                if confidence.advance(SLICE) {
                    Stage::Confidence(confidence)
                } else {
                    self.found.confidence = Some(confidence.finish());
                    Stage::Worth
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

    /// Who is first at each distance from the present weights, and who stands at the front near them and anywhere.
    fn follow(&self, points: &'static PointSet) -> Stage {
        let Model { problem, groups, .. } = &self.model;
        let set = |regime: Regime| regime.on(points, problem.weights());
        let (Ok(near), Ok(any)) = (set(NEARBY), set(Regime::Any)) else { return Stage::Done };
        let following = Following::new(problem, points, groups.clone(), &RADII);
        Stage::Follow(Box::new(following.with_front(NEAR, near).with_front(1.0, any)))
    }

    /// Files what was followed and says what comes next.
    fn keep(&mut self, following: Following) -> Stage {
        let (curve, fronts) = following.finish();
        let mut fronts = fronts.into_iter();
        self.found.curve = Some(curve);
        self.found.near = fronts.next();
        self.found.any = fronts.next();
        let near = self.found.near.as_ref();
        self.found.word = near.map(|near| Word::of(&self.decision, near.first_rank[0]));
        self.order()
    }

    fn order(&self) -> Stage {
        let Some(points) = POINTS.get() else { return Stage::Done };
        let Model { problem, groups, .. } = &self.model;
        let Ok(set) = Regime::Ordinal.on(points, problem.weights()) else { return Stage::Done };
        let counting = Counting::certain(&in_order(problem), &set, groups.clone());
        Stage::Order(Box::new(counting))
    }

    fn draw(&self) -> Stage {
        let Some(points) = POINTS.get() else { return Stage::Done };
        let Model { problem, best, scores, .. } = &self.model;
        let set = |regime: Regime| regime.on(points, problem.weights());
        let (Ok(near), Ok(any)) = (set(NEARBY), set(Regime::Any)) else { return Stage::Done };
        let drifting = Drifting::new(scores, best.m(), best.weights(), points);
        Stage::Drawn(Box::new(drifting.with_front(NEAR, near).with_front(1.0, any)))
    }

    fn confidence(&self, met: Met) -> Option<Confidence> {
        let drawn = self.found.any_drawn.as_ref()?;
        let mut central = drawn.central_weights.clone();
        let mut by_share: Vec<_> = (0..central.len()).collect();
        by_share.sort_by(|a, b| drawn.first_rank[*b].total_cmp(&drawn.first_rank[*a]));
        by_share.iter().skip(CONFIDENT).for_each(|at| central[*at] = None);
        Some(Confidence::new(&self.model.scores, met, &central, STANDARD))
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
