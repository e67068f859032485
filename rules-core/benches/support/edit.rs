//! Everything that follows one edit.

use rules_core::certainty::{Findings, study};
use rules_core::counterfactual::{Flip, Question, flips, questions};
use rules_core::outcome::Decision;
use rules_core::profile::SiteProfile;
use rules_core::{Choices, decide};

/// The decision, how certain it is to the last share, what would change it, and what to ask next: what the page works out
/// after a key press, in slices, here at one go.
pub fn whole(
    profile: &SiteProfile,
    choices: &Choices,
) -> (Decision, Option<Findings>, Vec<Flip>, Vec<Question>) {
    let decision = decide(profile, choices);
    let certainty = study(&decision);
    (decision, certainty, flips(profile, choices), questions(profile, choices))
}
