//! Pitfalls: mistakes that others have paid for, found in a profile and the stack that was chosen for it, each with why
//! and what to do instead.
//!
//! A pitfall is no gate: it rules nothing out and moves no score. Answers that cannot both be meant are the business of
//! [`contradictions`](crate::profile::contradictions); forcing one tool on several classes of sites cannot be seen in one
//! profile and is left to their comparison. Assumptions count as answers here, and are named in what is found.

mod fleet;
mod host;
mod link;
mod state;

use crate::outcome::{FactId, Stack};
use crate::profile::{AssumedProfile, Field, SiteProfile};
use crate::reason::Reason;
use crate::stacks::{self, Candidate};

pub(crate) use fleet::is_a_fleet;
pub use fleet::{MANUAL_FIX_MINUTES, manual_fix_hours};

/// A mistake that can be looked for.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id; for ever.
    pub id: &'static str,
    /// The mistake in a line.
    pub title: &'static str,
    /// The fields of the profile that it reads.
    pub reads: &'static [Field],
    look: fn(&AssumedProfile, &Candidate) -> Option<Found>,
}

/// A mistake that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Pitfall {
    /// Which: an id of [`ALL`].
    pub id: &'static str,
    /// The mistake in a line.
    pub title: &'static str,
    /// Why it hurts here, with figures.
    pub reason: Reason,
    /// What to do instead.
    pub fix: Reason,
    /// The fields that it read and that were assumed, not answered.
    pub assumed: Vec<Field>,
    /// The facts that were read.
    pub facts: Vec<FactId>,
}

/// What a rule says.
struct Found {
    reason: Reason,
    fix: Reason,
    facts: Vec<FactId>,
}

/// Every rule, in reading order.
pub const ALL: &[Rule] = &[
    fleet::MANUAL_FIX,
    host::LIGHTWEIGHT,
    state::SQLITE,
    host::LOGIN,
    host::SNAP,
    link::IMAGES,
    link::RESILIENCE,
    link::STRETCHED,
    link::CENTRAL_CALLS,
    fleet::HARDWARE,
    link::DARK,
    fleet::BUNDLED,
    state::SYNC,
    state::ONE_COPY,
];

/// Returns the mistakes that a profile and a stack make together, in reading order; none for a stack that the catalog
/// does not have.
#[must_use]
pub fn detect(profile: &SiteProfile, stack: &Stack) -> Vec<Pitfall> {
    let assumed = profile.assume();
    let candidate = stacks::candidate(&stack.id);
    let found = |rule: &Rule| Some(rule.pitfall((rule.look)(&assumed, candidate?)?, profile));
    ALL.iter().filter_map(found).collect()
}

impl Rule {
    fn pitfall(&self, found: Found, profile: &SiteProfile) -> Pitfall {
        let assumed = self.reads.iter().copied().filter(|field| !profile.knows(*field));
        Pitfall {
            id: self.id,
            title: self.title,
            reason: found.reason,
            fix: found.fix,
            assumed: assumed.collect(),
            facts: found.facts,
        }
    }
}

impl Found {
    fn new(reason: Reason, fix: Reason) -> Self {
        Self { reason, fix, facts: Vec::new() }
    }

    /// Adds the facts that were read, each once.
    fn citing(mut self, lists: &[&[FactId]]) -> Self {
        for fact in lists.iter().flat_map(|list| list.iter()) {
            if !self.facts.contains(fact) {
                self.facts.push(fact);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests;
