//! Why one stack is ahead of another, in as few criteria as will carry it.

use rules_core::decide::Difference;
use rules_core::outcome::CriterionId;
use rules_core::robustness::explanation::explain_contributions;

/// The reasons for a lead by value.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The fewest criteria whose advantages together outweigh every disadvantage, the strongest first; one if there is
    /// nothing to outweigh.
    pub because: Vec<CriterionId>,
    /// The criteria in which the other is ahead, the strongest first.
    pub despite: Vec<CriterionId>,
}

impl Reasons {
    /// Returns the reasons for the lead that these parts make up; `None` where they do not make one up.
    #[must_use]
    pub fn of(mut lead: Vec<Difference>) -> Option<Self> {
        lead.sort_by_key(|part| part.criterion);
        let found = explain_contributions(lead.iter().map(|part| part.points).collect())?;
        let criteria = |at: Vec<usize>| at.into_iter().map(|at| lead[at].criterion).collect();
        let because: Vec<_> = criteria(found.decisive);
        (!because.is_empty()).then(|| Self { because, despite: criteria(found.disadvantages) })
    }
}

#[cfg(test)]
mod tests {
    use rules_core::decide::explain;
    use rules_core::{Choices, decide};

    use super::*;
    use crate::state::examples;

    #[test]
    fn the_named_advantages_carry_the_lead_and_none_of_them_can_be_spared() {
        let profile = examples::retail("").draft.parse().profile;
        let decision = decide(&profile, &Choices::default());
        let first = &decision.stacks[decision.shortlist[0].stack];
        for other in decision.stacks.iter().filter(|other| other.value < first.value - 0.05) {
            let lead = explain(first, other, &decision.weights);
            let sum = |some: &[CriterionId]| -> f64 {
                lead.iter().filter(|it| some.contains(&it.criterion)).map(|it| it.points).sum()
            };
            let reasons = Reasons::of(lead.clone()).expect("it leads");
            let against = sum(&reasons.despite);
            assert!(sum(&reasons.because) + against > 0.0, "{}: {reasons:?}", other.stack.id);
            assert!(reasons.despite.iter().all(|it| sum(&[*it]) < 0.0), "{reasons:?}");
            let fewer = &reasons.because[..reasons.because.len() - 1];
            assert!(fewer.is_empty() || sum(fewer) + against <= 1e-6, "{reasons:?}");
        }
    }

    #[test]
    fn there_are_no_reasons_where_there_is_no_lead() {
        let profile = examples::retail("").draft.parse().profile;
        let decision = decide(&profile, &Choices::default());
        let first = &decision.stacks[decision.shortlist[0].stack];
        assert_eq!(Reasons::of(explain(first, first, &decision.weights)), None);
        let last = decision.stacks.iter().find(|it| it.value < first.value).expect("others");
        assert_eq!(Reasons::of(explain(last, first, &decision.weights)), None);
    }
}
