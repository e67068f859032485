//! Screening: what rules a stack out, what it takes for a pass, and what cannot be said yet. No score buys a fail back.
//!
//! A gate is a file of `gates/`: a pure function of a complete profile and a stack, named for what must hold. Unknown
//! answers are handled here, once for all gates ([`Gate::judge`]): the check is tried with every value that an unknown
//! field may have, and where the verdict hangs on it, the answer is "unknown, depends on ...".

mod finding;
pub(crate) mod looks;
mod place;
mod possible;

mod addresses;
mod architecture;
mod central_reach;
mod certificates;
mod cis;
mod cluster_size;
mod control_plane_place;
mod cpu_floor;
mod datastore;
mod device_sync;
mod disk_encryption;
mod disk_floor;
mod fips;
mod host_change;
mod host_drivers;
mod host_login;
mod image_supply;
mod memory_floor;
mod node_loss;
mod obligation;
mod offline_restart;
mod product_embedding;
mod secure_boot;
mod selinux;
mod snap_policy;
mod stack_compatibility;
mod storage_medium;
mod stretched_cluster;
mod untouched_kubernetes;
mod vendor_support;
mod virtual_machines;

use std::collections::BTreeSet;

use self::possible::Unknowns;
use crate::outcome::{FactId, GateAnswer, GateResult, Stack, Verdict};
use crate::profile::{AssumedProfile, Field, SiteProfile};
use crate::reason::Reason;
use crate::stacks::{self, Candidate};
use finding::Finding;
pub(crate) use finding::{Sentence, say};
pub(crate) use possible::{values as answers, varied};

/// A screening rule.
#[derive(Clone, Copy, Debug)]
pub struct Gate {
    /// Its id; for ever.
    pub id: &'static str,
    /// What must hold.
    pub title: &'static str,
    /// Why no other merit makes up for it.
    pub why: &'static str,
    /// How the verdict comes about, in words.
    pub formula: &'static str,
    /// The fields of the profile that it reads.
    pub reads: &'static [Field],
    /// The parts of a stack at which it looks: stacks that are alike in them are answered together.
    looks_at: u8,
    check: fn(&AssumedProfile, &Candidate) -> Finding,
}

/// Every gate, in reading order.
pub const ALL: &[Gate] = &[
    stack_compatibility::GATE,
    architecture::GATE,
    memory_floor::GATE,
    cpu_floor::GATE,
    disk_floor::GATE,
    storage_medium::GATE,
    datastore::GATE,
    node_loss::GATE,
    addresses::GATE,
    cluster_size::GATE,
    host_change::GATE,
    host_login::GATE,
    host_drivers::GATE,
    snap_policy::GATE,
    device_sync::GATE,
    control_plane_place::GATE,
    stretched_cluster::GATE,
    central_reach::GATE,
    offline_restart::GATE,
    image_supply::GATE,
    certificates::GATE,
    cis::GATE,
    fips::GATE,
    selinux::GATE,
    secure_boot::GATE,
    disk_encryption::GATE,
    vendor_support::GATE,
    untouched_kubernetes::GATE,
    virtual_machines::GATE,
    product_embedding::GATE,
];

impl Gate {
    /// Returns the gate with an id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        ALL.iter().find(|gate| gate.id == id)
    }

    /// Answers for a complete profile: nothing is unknown but facts of the catalog.
    #[must_use]
    pub fn verdict(&self, profile: &AssumedProfile, candidate: &Candidate) -> Verdict {
        (self.check)(profile, candidate).verdict
    }

    /// Returns the facts that it reads: of every stack, for the assumed answers and with each field that it reads varied
    /// by itself, in the order of their ids.
    #[must_use]
    pub fn facts(&self) -> BTreeSet<FactId> {
        let profiles = varied(self.reads);
        let candidates = stacks::candidates().iter();
        candidates
            .flat_map(|candidate| {
                let facts = |profile| (self.check)(profile, candidate).facts().into_owned();
                profiles.iter().flat_map(facts)
            })
            .collect()
    }

    /// Answers for what is known of the sites. Where an unknown field decides, the verdict is unknown, the fields are
    /// named, and the reason is that of the assumed profile.
    #[must_use]
    pub fn judge(
        &self,
        profile: &SiteProfile,
        assumed: &AssumedProfile,
        candidate: &Candidate,
    ) -> GateResult {
        self.judge_with(&mut Unknowns::of(self, profile), assumed, candidate)
    }

    fn judge_with(
        &self,
        unknowns: &mut Unknowns,
        assumed: &AssumedProfile,
        candidate: &Candidate,
    ) -> GateResult {
        let (finding, verdict, depends_on) = self.settled(unknowns, assumed, candidate);
        GateResult::from(GateAnswer {
            gate: self.id,
            verdict,
            reason: finding.reason.into(),
            action: finding.action.map(Into::into),
            depends_on,
            facts: finding.facts(),
        })
    }

    /// Returns what the check says of the assumed profile, and the verdict with the fields on which it hangs.
    fn settled(
        &self,
        unknowns: &mut Unknowns,
        assumed: &AssumedProfile,
        candidate: &Candidate,
    ) -> (Finding, Verdict, Vec<Field>) {
        let finding = (self.check)(assumed, candidate);
        let (verdict, depends_on) = unknowns.settle(self, assumed, candidate, finding.verdict);
        (finding, verdict, depends_on)
    }
}

/// What a gate says of a stack, without the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The verdict.
    pub verdict: Verdict,
    /// Whether it is open with no field to wait for: no project says anything, whatever the user may still answer.
    pub unsaid: bool,
}

impl Mark {
    /// Returns what is left of an answer.
    pub fn of(verdict: Verdict, depends_on: &[Field]) -> Self {
        Self { verdict, unsaid: verdict == Verdict::Unknown && depends_on.is_empty() }
    }
}

/// Returns the mark that the gate at a place of [`ALL`] gives each stack, in the order of [`stacks::candidates`].
pub(crate) fn marks(
    at: usize,
    profile: &SiteProfile,
    assumed: &AssumedProfile,
) -> impl Iterator<Item = Mark> + use<> {
    let (gate, classes) = (&ALL[at], &looks::classes()[at]);
    let mut unknowns = Unknowns::of(gate, profile);
    let mark = |candidate: &usize| {
        let candidate = &stacks::candidates()[*candidate];
        let (_, verdict, depends_on) = gate.settled(&mut unknowns, assumed, candidate);
        Mark::of(verdict, &depends_on)
    };
    let marks: Vec<_> = classes.first.iter().map(mark).collect();
    classes.of.iter().map(move |class| marks[*class])
}

/// Returns whether the gate at a place of [`ALL`] rules out the stack at a place of [`stacks::candidates`].
pub(crate) fn rules_out(
    at: usize,
    profile: &SiteProfile,
    assumed: &AssumedProfile,
    stack: usize,
) -> bool {
    let (gate, candidate) = (&ALL[at], &stacks::candidates()[stack]);
    // What may turn out otherwise is open at worst, so unknown answers need trying only where the assumed ones fail.
    gate.verdict(assumed, candidate) == Verdict::Fail
        && gate.settled(&mut Unknowns::of(gate, profile), assumed, candidate).1 == Verdict::Fail
}

/// Returns how unknown answers are handled: sentences of the method.
#[must_use]
pub(crate) fn method() -> Vec<Reason> {
    possible::method()
}

/// Screens a stack through every gate.
#[must_use]
pub fn screen(profile: &SiteProfile, assumed: &AssumedProfile, stack: &Stack) -> Vec<GateResult> {
    stacks::candidate(&stack.id)
        .map_or_else(Vec::new, |candidate| screen_candidate(profile, assumed, candidate))
}

/// Screens a stack, whose parts are at hand, through every gate.
#[must_use]
pub fn screen_candidate(
    profile: &SiteProfile,
    assumed: &AssumedProfile,
    candidate: &Candidate,
) -> Vec<GateResult> {
    ALL.iter().map(|gate| gate.judge(profile, assumed, candidate)).collect()
}

/// Screens every stack, in the order of [`stacks::candidates`]. What is alike for several stacks is worked out once.
#[must_use]
pub fn screen_all(profile: &SiteProfile, assumed: &AssumedProfile) -> Vec<Vec<GateResult>> {
    let candidates = stacks::candidates();
    let mut screened: Vec<Vec<GateResult>> =
        candidates.iter().map(|_| Vec::with_capacity(ALL.len())).collect();
    for (gate, classes) in ALL.iter().zip(looks::classes()) {
        let mut unknowns = Unknowns::of(gate, profile);
        let answer = |at: &usize| gate.judge_with(&mut unknowns, assumed, &candidates[*at]);
        let answers: Vec<_> = classes.first.iter().map(answer).collect();
        for (results, class) in screened.iter_mut().zip(&classes.of) {
            results.push(answers[*class].clone());
        }
    }
    screened
}

/// Returns what the gates of each stack come to for a complete profile, in the order of [`stacks::candidates`], without
/// reasons: for the search that tries many profiles.
#[must_use]
pub fn verdicts_of_all(profile: &AssumedProfile) -> Vec<Verdict> {
    let candidates = stacks::candidates();
    let mut together = vec![Verdict::Pass; candidates.len()];
    for (gate, classes) in ALL.iter().zip(looks::classes()) {
        let first = classes.first.iter();
        let verdicts: Vec<_> = first.map(|at| gate.verdict(profile, &candidates[*at])).collect();
        for (so_far, class) in together.iter_mut().zip(&classes.of) {
            *so_far = so_far.together(verdicts[*class]);
        }
    }
    together
}

#[cfg(test)]
mod tests;
