//! The table of all options: a row each, through its best stack.

use rules_core::outcome::{CriterionId, Decision, EvidenceLevel, ProductId, StackResult, Verdict};

use super::answer::rounded;

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The option.
    pub product: ProductId,
    /// Its best stack; `None` if it has no stack at all.
    pub best: Option<StackResult>,
    /// The verdict of that stack.
    pub verdict: Verdict,
    /// Its value; `None` where it must not be compared: ruled out, or too little known to name a winner.
    pub total: Option<u32>,
}

/// Something that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A score.
    Score(CriterionId),
    /// The gates.
    Gates,
}

/// One score, small enough to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// 1 to 5.
    pub score: u32,
    /// What it rests on.
    pub level: EvidenceLevel,
}

impl Row {
    /// Returns the score on a criterion.
    #[must_use]
    pub fn cell(&self, criterion: CriterionId) -> Option<Cell> {
        let scores = &self.best.as_ref()?.criteria;
        let score = scores.iter().find(|score| score.criterion == criterion)?;
        Some(Cell { score: rounded(score.score), level: score.level })
    }
}

/// Returns all options: by rank, then those ruled out in the order of the catalog; all in the order of the catalog
/// while no winner may be named.
#[must_use]
pub fn rows(decision: &Decision) -> Vec<Row> {
    let named = decision.needed.is_empty();
    let mut products: Vec<_> = decision.products.iter().collect();
    if named {
        products.sort_by_key(|product| product.rank.unwrap_or(u32::MAX));
    }
    products
        .into_iter()
        .map(|product| {
            let best = product.best.and_then(|at| decision.stacks.get(at));
            let ranked = best.filter(|_| named && product.rank.is_some());
            Row {
                product: product.product,
                best: best.cloned(),
                verdict: product.verdict,
                total: ranked.map(|result| rounded(result.value)),
            }
        })
        .collect()
}

/// Returns the points of a value that its stack reaches for certain and at most, given the intervals of its scores.
#[must_use]
pub fn range(decision: &Decision, result: &StackResult) -> (f64, f64) {
    let sum = |end: fn(&rules_core::outcome::CriterionScore) -> f64| -> f64 {
        let scores = result.criteria.iter();
        let points = scores.map(|score| {
            decision.weights.shares[score.criterion as usize] * (end(score) - 1.0) / 4.0 * 100.0
        });
        points.sum()
    };
    (sum(|score| score.low), sum(|score| score.high))
}

#[cfg(test)]
mod tests {
    use rules_core::profile::{Field, SiteProfile};
    use rules_core::{Choices, decide};

    use super::*;

    fn decided(known: bool) -> Decision {
        let mut profile = SiteProfile::default();
        for field in Field::quick().filter(|_| known) {
            assert!(profile.set(field, Some(field.assumption())), "{}", field.id());
        }
        decide(&profile, &Choices::default())
    }

    #[test]
    fn every_option_has_a_row_with_or_without_a_rank() {
        for known in [true, false] {
            assert_eq!(rows(&decided(known)).len(), 11);
        }
    }

    #[test]
    fn totals_fall_and_what_is_ruled_out_has_none() {
        let rows = rows(&decided(true));
        let totals: Vec<_> = rows.iter().filter_map(|row| row.total).collect();
        assert!(!totals.is_empty());
        assert!(totals.is_sorted_by(|a, b| a >= b), "{totals:?}");
        let out = rows.iter().filter(|row| row.verdict == Verdict::Fail);
        assert!(out.into_iter().all(|row| row.total.is_none()));
    }

    #[test]
    fn no_total_is_shown_while_no_winner_may_be_named() {
        assert!(rows(&decided(false)).iter().all(|row| row.total.is_none()));
    }

    #[test]
    fn a_value_lies_within_its_range() {
        let decision = decided(true);
        for result in &decision.stacks {
            let (low, high) = range(&decision, result);
            assert!(
                low <= result.value + 1e-9 && result.value <= high + 1e-9,
                "{}",
                result.stack.id
            );
        }
    }
}
