//! The decision as a table of values: what the numeric core reads.

use crate::outcome::{CriterionId, CriterionScore, Decision, EvidenceLevel, StackResult, Verdict};
use crate::robustness::problem::Problem;
use crate::robustness::scores::{Score, Scores};
use crate::robustness::smaa::Groups;

/// A decision without its words.
#[derive(Clone, Debug)]
pub struct Model {
    /// The stacks that stand for something in the count, as indices into [`Decision::stacks`], by rank.
    pub stacks: Vec<usize>,
    /// Their values, 0 to 1, and the weights.
    pub problem: Problem,
    /// Which choice each of them belongs to; the first choice is 0.
    pub groups: Groups,
    /// The best stack of each choice, as an index into [`Decision::stacks`], by rank.
    pub choices: Vec<usize>,
    /// The best stacks alone.
    pub best: Problem,
    /// What their scores may turn out to be.
    pub scores: Scores,
}

impl Model {
    /// Reads a decision; `None` if every stack is ruled out.
    #[must_use]
    pub fn of(decision: &Decision) -> Option<Self> {
        let left: Vec<_> = (0..decision.stacks.len())
            .filter(|at| decision.stacks[*at].verdict != Verdict::Fail)
            .collect();
        let mut choices: Vec<usize> = Vec::new();
        let (mut stacks, mut of) = (Vec::new(), Vec::new());
        for at in left {
            let result = &decision.stacks[at];
            let choice = choices.iter().position(|best| {
                decision.stacks[*best].stack.contender() == result.stack.contender()
            });
            let choice = choice.unwrap_or_else(|| {
                choices.push(at);
                choices.len() - 1
            });
            let earlier = stacks.iter().zip(&of).filter(|(_, other)| **other == choice);
            if earlier.clone().all(|(other, _)| !covers(&decision.stacks[*other], result)) {
                stacks.push(at);
                of.push(choice);
            }
        }
        let problem = problem_of(decision, &stacks)?;
        let best = problem_of(decision, &choices)?;
        let scores = scores(decision, &choices, &best)?;
        Some(Self { stacks, problem, groups: Groups::new(of), choices, best, scores })
    }
}

/// Whether a stack is at least as good on every criterion, so that the other never adds to their common choice.
fn covers(a: &StackResult, b: &StackResult) -> bool {
    a.criteria.iter().zip(&b.criteria).all(|(a, b)| a.score >= b.score)
}

fn problem_of(decision: &Decision, stacks: &[usize]) -> Option<Problem> {
    let names = stacks.iter().map(|at| decision.stacks[*at].stack.id.clone()).collect();
    let criteria = CriterionId::ALL.iter().map(|criterion| criterion.id().to_owned()).collect();
    let row =
        |at: &usize| decision.stacks[*at].criteria.iter().map(|cell| value(cell.score)).collect();
    let rows: Vec<Vec<f64>> = stacks.iter().map(row).collect();
    Problem::new(names, criteria, &rows, &decision.weights.shares).ok()
}

fn scores(decision: &Decision, choices: &[usize], best: &Problem) -> Option<Scores> {
    let cells = choices.iter().flat_map(|at| &decision.stacks[*at].criteria);
    let cells = cells.map(score_distribution).collect::<Option<_>>()?;
    Scores::new(best, cells).ok()
}

/// Returns a score as a value, 0 to 1.
///
/// # Formula
/// `(score - 1) / 4`
fn value(score: f64) -> f64 {
    (score - 1.0) / 4.0
}

/// Returns what the value of a score may turn out to be, by its evidence: measured stands; documented is 0.8 on it and
/// 0.1 on each neighbour; judged 0.5, 0.25 and 0.25. What would lie beyond an end counts as the end.
#[must_use]
pub fn score_distribution(cell: &CriterionScore) -> Option<Score> {
    let beside = match cell.level {
        EvidenceLevel::Measured => return Some(Score::Certain(value(cell.score))),
        EvidenceLevel::Documented => 0.1,
        EvidenceLevel::Judged => 0.25,
    };
    let (low, high) = crate::criteria::ENDS;
    let at = |step: f64| value((cell.score + step).clamp(low, high));
    let levels = vec![(at(-1.0), beside), (at(0.0), 1.0 - 2.0 * beside), (at(1.0), beside)];
    Score::levels(levels, cell.criterion.id()).ok()
}
