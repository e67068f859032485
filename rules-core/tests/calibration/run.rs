//! A case, decided, and where its choice stands in the answer.

use std::fmt;

use rules_core::gates::Gate;
use rules_core::outcome::{StackResult, Verdict};
use rules_core::profile::Field;

use crate::support::Answered;
use crate::support::case::{Case, Parts};

/// A case decided from what its source states, and perhaps implies.
pub struct Run {
    /// How many fields were answered.
    pub known: usize,
    pub answered: Answered,
}

/// Where a stack stands in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The first of the shortlist.
    First,
    /// Further down the shortlist.
    Listed(usize),
    /// Among so many options that are not ruled out, this is its place.
    Ranked { place: usize, of: usize },
    /// Ruled out, by these gates.
    Out(Vec<&'static str>),
    /// None of our options.
    Elsewhere,
}

impl Run {
    pub fn of(case: &Case, with_implied: bool) -> Self {
        let profile = case.profile(with_implied);
        let known = Field::ALL.iter().filter(|field| profile.knows(**field)).count();
        Self { known, answered: Answered::of(&profile) }
    }

    /// Returns whether too little is known to name a first.
    pub fn abstains(&self) -> bool {
        !self.answered.decision.needed.is_empty()
    }

    /// Returns where the best stack of such parts stands. Without a shortlist it is the place that the assumptions would
    /// give it.
    pub fn standing(&self, parts: &Parts) -> Standing {
        let mut listed = self.answered.shortlist();
        match listed.position(|result| parts.match_stack(result)) {
            Some(0) => Standing::First,
            Some(at) => Standing::Listed(at + 1),
            None => self.place(parts),
        }
    }

    fn place(&self, parts: &Parts) -> Standing {
        let stacks = &self.answered.decision.stacks;
        let Some(best) = stacks.iter().find(|result| parts.match_stack(result)) else {
            return Standing::Elsewhere;
        };
        let Some(rank) = best.rank else { return Standing::Out(against(best)) };
        let own = parts.option.as_deref().unwrap_or_default();
        let others = self.answered.decision.products.iter().filter(|other| other.product != own);
        let ranks: Vec<_> = others
            .filter_map(|other| other.best.and_then(|at| self.answered.decision.stacks[at].rank))
            .collect();
        let ahead = ranks.iter().filter(|other| **other < rank).count();
        Standing::Ranked { place: ahead + 1, of: ranks.len() + 1 }
    }
}

/// The titles of the gates that rule a stack out.
fn against(result: &StackResult) -> Vec<&'static str> {
    let fails = result.gates.iter().filter(|gate| gate.verdict == Verdict::Fail);
    fails.filter_map(|gate| Gate::by_id(gate.gate)).map(|gate| gate.title).collect()
}

impl Standing {
    pub fn is_listed(&self) -> bool {
        matches!(self, Self::First | Self::Listed(_))
    }

    pub fn is_out(&self) -> bool {
        matches!(self, Self::Out(_))
    }

    /// Orders standings, the best by the smallest.
    pub fn order(&self) -> (usize, usize) {
        match self {
            Self::First => (0, 0),
            Self::Listed(at) => (1, *at),
            Self::Ranked { place, .. } => (2, *place),
            Self::Out(_) => (3, 0),
            Self::Elsewhere => (4, 0),
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::First => write!(f, "first"),
            Self::Listed(at) => write!(f, "shortlist, place {at}"),
            Self::Ranked { place, of } => write!(f, "{place} of {of} options"),
            Self::Out(gates) => write!(f, "ruled out ({})", gates.join("; ")),
            Self::Elsewhere => write!(f, "none of the options"),
        }
    }
}
