//! Whether the answer hangs on the steps of the scale being equal.
//!
//! # Formula
//! With a score as a value `v` from 0 to 1, `v^2` in place of `v` lets the steps at the top of the scale count more, and the
//! square root of `v` those at the bottom; the weights stay. Both are exact in every bit wherever IEEE 754 is kept.

use super::model::Model;
use crate::robustness::TIE;
use crate::robustness::problem::Problem;
use crate::robustness::smaa::Groups;

/// Which other choice comes first on a scale with unequal steps; `None` where the first stays so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Where the steps at the top count more; an index into [`Model::choices`].
    pub top: Option<usize>,
    /// Where the steps at the bottom count more.
    pub bottom: Option<usize>,
}

impl Scale {
    /// Works it out.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let other = |bend| other_first(&model.problem, &model.groups, bend);
        Self { top: other(|value| value * value), bottom: other(f64::sqrt) }
    }
}

fn other_first(problem: &Problem, groups: &Groups, bend: fn(f64) -> f64) -> Option<usize> {
    let overall = |row: &[f64]| -> f64 {
        row.iter().zip(problem.weights()).map(|(value, weight)| weight * bend(*value)).sum()
    };
    let values: Vec<_> = problem.rows().map(overall).collect();
    let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let first = |choice: &usize| {
        groups.of().iter().zip(&values).any(|(of, value)| of == choice && best - value <= TIE)
    };
    (0..groups.count()).find(first).filter(|choice| *choice != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::robustness::testing::problem;

    #[test]
    fn one_great_strength_wins_where_the_top_of_the_scale_counts_more() {
        // As it stands 0.6 to 0.5; squared 0.36 to 0.5; rooted 0.77 to 0.5.
        let even_or_extreme = problem(&[&[0.6, 0.6], &[1.0, 0.0]], &[0.5, 0.5]);
        let other = |bend| other_first(&even_or_extreme, &Groups::singles(2), bend);
        assert_eq!(other(|value| value), None);
        assert_eq!(other(|value| value * value), Some(1));
        assert_eq!(other(f64::sqrt), None);
        let together = Groups::new(vec![0, 0]);
        assert_eq!(other_first(&even_or_extreme, &together, |value| value * value), None);
    }
}
