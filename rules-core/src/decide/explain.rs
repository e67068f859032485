//! Why one stack lies before another: the lead, criterion by criterion.

use crate::outcome::{CriterionId, StackResult, Weights};

/// What one criterion adds to the lead of one stack over another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its weight, 0 to 1.
    pub weight: f64,
    /// Score of the first stack.
    pub ahead: f64,
    /// Score of the second stack.
    pub behind: f64,
    /// Points of value that it adds to the lead; negative where the second stack is better.
    pub points: f64,
}

/// Returns the lead of stack `a` over stack `b`, largest part first; the points sum to the difference of their values.
#[must_use]
pub fn explain(a: &StackResult, b: &StackResult, weights: &Weights) -> Vec<Difference> {
    let mut differences: Vec<_> = CriterionId::ALL
        .into_iter()
        .zip(&weights.shares)
        .zip(a.criteria.iter().zip(&b.criteria))
        .map(|((criterion, weight), (ahead, behind))| Difference {
            criterion,
            weight: *weight,
            ahead: ahead.score,
            behind: behind.score,
            points: 100.0 * weight * (ahead.score - behind.score) / 4.0,
        })
        .collect();
    differences.sort_by(|x, y| y.points.abs().total_cmp(&x.points.abs()));
    differences
}
