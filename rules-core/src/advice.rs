//! Companion advice: the jobs that no distribution settles, and for each what to keep, bring, look at or leave, with what it
//! costs a node.
//!
//! Advice moves no score and rules nothing out. It starts from what the chosen stack brings and from the profile;
//! assumptions count as answers here, and are named. A cost that no fact gives is unknown, not zero.

mod control;
mod network;
mod operations;
mod registry;
mod storage;

use crate::catalog::{self, Cited, Companion, Job, Spread};
use crate::outcome::{FactId, Stack};
use crate::profile::{AssumedProfile, CpuArchitecture, Field, SiteProfile};
use crate::reason::{Figure, Reason};
use crate::stacks::{self, Candidate};

/// What to do about a companion, or about what the stack brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// Keep what is there.
    Keep,
    /// Bring it.
    Take,
    /// Weigh it; it depends on what the reason says.
    Consider,
    /// Do without.
    Leave,
}

impl Stance {
    /// Returns the id used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Take => "take",
            Self::Consider => "consider",
            Self::Leave => "leave",
        }
    }
}

/// What a companion costs.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// How often it runs.
    pub spread: Spread,
    /// Memory in MiB, where a fact gives it.
    pub ram_mib: Cited<u32>,
    /// Thousandths of a core, where a fact gives them.
    pub cpu_millicores: Cited<u32>,
    /// Per cent of a node's memory, rounded up, if it runs on nodes and its memory is known.
    pub ram_share: Option<u32>,
}

/// One piece of advice.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is about: a companion, a part of the stack, or a practice.
    pub name: &'static str,
    /// The companion with its cost and requirements, where it is one.
    pub companion: Option<&'static Companion>,
    /// What to do.
    pub stance: Stance,
    /// Why.
    pub reason: Reason,
    /// The facts that were read.
    pub facts: Vec<FactId>,
}

/// The advice for one job.
#[derive(Clone, Debug)]
pub struct Advice {
    /// Which job.
    pub job: Job,
    /// What to do, in reading order.
    pub entries: Vec<Entry>,
    /// The fields that were read and that were assumed, not answered.
    pub assumed: Vec<Field>,
}

/// The rule for one job.
struct Rule {
    job: Job,
    reads: &'static [Field],
    advise: fn(&AssumedProfile, &Candidate) -> Vec<Entry>,
}

/// Every job, in reading order.
const ALL: &[Rule] = &[
    network::PODS,
    network::SERVICES,
    storage::VOLUMES,
    registry::IMAGES,
    control::SECURITY,
    control::OBSERVABILITY,
    operations::FLEET,
    operations::SHAPE,
    operations::MODEL,
];

/// Returns the advice for every job; nothing for a stack that the catalog does not have.
#[must_use]
pub fn companions(profile: &SiteProfile, stack: &Stack) -> Vec<Advice> {
    let Some(candidate) = stacks::candidate(&stack.id) else { return Vec::new() };
    let assumed = profile.assume();
    let advise = |rule: &Rule| Advice {
        job: rule.job,
        entries: (rule.advise)(&assumed, candidate),
        assumed: rule.reads.iter().copied().filter(|field| !profile.knows(*field)).collect(),
    };
    ALL.iter().map(advise).collect()
}

impl Entry {
    fn new(name: &'static str, stance: Stance, reason: Reason) -> Self {
        Self { name, companion: None, stance, reason, facts: Vec::new() }
    }

    /// Advice about a companion, whose name is the first figure of the sentence.
    fn about(
        id: &str,
        stance: Stance,
        key: &'static str,
        template: &'static str,
        more: &[Figure],
    ) -> Self {
        let companion = catalog::companion(id);
        let name = companion.map_or("", |companion| companion.name);
        let figures = [&[Figure::Name(name)], more].concat();
        Self { companion, ..Self::new(name, stance, Reason::new(key, template, figures)) }
    }

    fn citing(mut self, facts: &[FactId]) -> Self {
        for fact in facts {
            if !self.facts.contains(fact) {
                self.facts.push(fact);
            }
        }
        self
    }

    /// Returns what it costs a node of the sites, if it is a companion.
    #[must_use]
    pub fn cost(&self, profile: &AssumedProfile) -> Option<Cost> {
        let companion = self.companion?;
        let on_nodes = companion.spread != Spread::Machine;
        let share = |mib: u32| {
            let share = (u64::from(mib) * 100).div_ceil(u64::from(profile.node_ram_mib()));
            u32::try_from(share).unwrap_or(u32::MAX)
        };
        Some(Cost {
            spread: companion.spread,
            ram_mib: companion.ram_mib,
            cpu_millicores: companion.cpu_millicores,
            ram_share: companion.ram_mib.value.filter(|_| on_nodes).map(share),
        })
    }
}

/// Returns a processor of the sites for which a companion is not made, as far as is known.
fn foreign(profile: &AssumedProfile, companion: &str) -> Option<CpuArchitecture> {
    let made_for = catalog::companion(companion)?.architectures.value?;
    profile.cpu_architectures().iter().find(|one| !made_for.contains(one))
}

/// Says that a companion is not made for a processor of the sites.
fn not_for(companion: &str, architecture: CpuArchitecture) -> Entry {
    let figures = [Figure::one(Field::CpuArchitectures, architecture)];
    let template = "{0} is not known to run on {1}, which some nodes have";
    let entry = Entry::about(companion, Stance::Leave, "advice-not-for", template, &figures);
    let facts = entry.companion.map_or(&[][..], |companion| companion.architectures.facts);
    entry.citing(facts)
}

#[cfg(test)]
mod tests;
