//! What an edit changed in the answer, for the page to name it.

use crate::outcome::{Decision, ProductId, ProductResult, Verdict};

/// The stack that is first, with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstStack {
    /// Stack id.
    pub id: String,
    /// Its value, 0 to 100.
    pub value: f64,
}

/// An option that moved in the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankMove {
    /// Which option.
    pub product: ProductId,
    /// Its rank before; `None` when it was ruled out.
    pub before: Option<u32>,
    /// Its rank after; `None` when it is ruled out.
    pub after: Option<u32>,
}

/// An option that fares otherwise in the gates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerdictChange {
    /// Which option.
    pub product: ProductId,
    /// The verdict of its best stack before.
    pub before: Verdict,
    /// The verdict of its best stack after.
    pub after: Verdict,
}

/// What differs between two answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The first stack before; `None` when none could be named.
    pub first_before: Option<FirstStack>,
    /// The first stack after; `None` when none can be named.
    pub first_after: Option<FirstStack>,
    /// Options whose rank changed, in catalog order.
    pub moves: Vec<RankMove>,
    /// Options whose verdict changed, in catalog order.
    pub verdicts: Vec<VerdictChange>,
}

impl Changes {
    /// Returns whether another stack is first, or none where there was one, or one where there was none.
    #[must_use]
    pub fn new_first(&self) -> bool {
        let id = |first: &Option<FirstStack>| first.as_ref().map(|first| first.id.clone());
        id(&self.first_before) != id(&self.first_after)
    }

    /// Returns whether nothing worth saying changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first_before == self.first_after && self.moves.is_empty() && self.verdicts.is_empty()
    }
}

/// Compares two answers.
#[must_use]
pub fn changes(before: &Decision, after: &Decision) -> Changes {
    let pairs = || before.products.iter().zip(&after.products);
    Changes {
        first_before: first(before),
        first_after: first(after),
        moves: pairs().filter_map(|(b, a)| moved(b, a)).collect(),
        verdicts: pairs().filter_map(|(b, a)| judged_otherwise(b, a)).collect(),
    }
}

fn first(decision: &Decision) -> Option<FirstStack> {
    let entry = decision.shortlist.first()?;
    let result = decision.stacks.get(entry.stack)?;
    Some(FirstStack { id: result.stack.id.clone(), value: result.value })
}

fn moved(before: &ProductResult, after: &ProductResult) -> Option<RankMove> {
    (before.rank != after.rank).then_some(RankMove {
        product: after.product,
        before: before.rank,
        after: after.rank,
    })
}

fn judged_otherwise(before: &ProductResult, after: &ProductResult) -> Option<VerdictChange> {
    (before.verdict != after.verdict).then_some(VerdictChange {
        product: after.product,
        before: before.verdict,
        after: after.verdict,
    })
}
