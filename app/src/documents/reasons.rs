//! Why one stack is ahead of another, in a sentence for page and record.

use rules_core::outcome::CriterionId;

use crate::state::reasons::Reasons;
use crate::state::weighing::Objection;
use crate::text::Text;

/// Says why a group would choose otherwise, and what it would give up for it.
#[must_use]
pub fn objects(objection: &Objection, text: &Text) -> String {
    let now = (text.method.stack)(&objection.to);
    let Reasons { because, despite } = &objection.reasons;
    (text.decision().weights.objects)(&now, &names(because, text), &names(despite, text))
}

/// Says which few criteria carry the lead of one stack over a second.
#[must_use]
pub fn carried(reasons: &Reasons, second: &str, text: &Text) -> String {
    let Reasons { because, despite } = reasons;
    (text.decision().versus.carried)(second, &names(because, text), &names(despite, text))
}

/// The criteria by name.
pub(super) fn names(criteria: &[CriterionId], text: &Text) -> Vec<String> {
    criteria.iter().map(|criterion| (text.method.criterion)(*criterion).to_owned()).collect()
}
