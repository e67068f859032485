//! Watching what runs: runtime security and observability.

use super::network::{cilium, of_stack};
use super::{Entry, Rule, Stance, foreign, not_for};
use crate::catalog::{self, Job};
use crate::outcome::FactId;
use crate::profile::{AssumedProfile, CpuArchitecture, Field, NetworkReach, Unit};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

pub(super) const SECURITY: Rule = Rule {
    job: Job::RuntimeSecurity,
    reads: &[Field::Compliance, Field::CpuArchitectures],
    advise: security,
};

fn security(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    vec![tetragon(profile), kubearmor(profile, candidate)]
}

/// Obligations are what turns runtime security from an interest into a job.
fn asked_for(profile: &AssumedProfile) -> (Stance, Figure) {
    let obligations = Field::Compliance;
    let stance = if profile.compliance().is_empty() { Stance::Leave } else { Stance::Consider };
    (stance, Figure::Answer(obligations, profile.answer(obligations)))
}

fn tetragon(profile: &AssumedProfile) -> Entry {
    if let Some(architecture) = foreign(profile, "tetragon") {
        return not_for("tetragon", architecture);
    }
    let (stance, obligations) = asked_for(profile);
    let (key, template) = if stance == Stance::Leave {
        (
            "advice-tetragon-unasked",
            "no obligation asks for {0}, and what its agent takes of a node is not known",
        )
    } else {
        (
            "advice-tetragon",
            "{0} records and can stop what processes do, which helps to show that obligations are met ({1}); what its agent takes \
             of a node is not known, so measure it",
        )
    };
    Entry::about("tetragon", stance, key, template, &[obligations])
        .citing(&["companions.tetragon.kernel", "companions.tetragon.operator-resources"])
}

fn kubearmor(profile: &AssumedProfile, candidate: &Candidate) -> Entry {
    let on_talos = candidate.host.id == "talos";
    let other = |one: &CpuArchitecture| *one != CpuArchitecture::X86_64;
    let talos_only = profile.cpu_architectures().iter().find(other).filter(|_| on_talos);
    if let Some(architecture) = talos_only.or_else(|| foreign(profile, "kubearmor")) {
        return not_for("kubearmor", architecture).citing(&["companions.kubearmor.talos"]);
    }
    let (stance, obligations) = asked_for(profile);
    let kubernetes = candidate.distribution.id;
    let (key, template): (_, &str) = match (stance, kubernetes) {
        (Stance::Leave, _) => (
            "advice-kubearmor-unasked",
            "no obligation asks for {0}, and what it takes of a node is not known",
        ),
        (_, "sno" | "openshift-compact" | "microshift") => (
            "advice-kubearmor-selinux",
            "{0} can block where BPF LSM is active, and only watch where SELinux is alone: check the kernel of the very release",
        ),
        _ => (
            "advice-kubearmor",
            "{0} restricts what a pod may do, which helps to show that obligations are met ({1}); it wants BPF LSM or AppArmor in \
             the kernel",
        ),
    };
    let facts: &[FactId] = match kubernetes {
        "microshift" => &["companions.kubearmor.microshift", "companions.kubearmor.selinux-only"],
        "sno" | "openshift-compact" => &["companions.kubearmor.selinux-only"],
        "talos" => &["companions.kubearmor.talos"],
        _ => &["companions.kubearmor.enforcers"],
    };
    Entry::about("kubearmor", stance, key, template, &[obligations])
        .citing(facts)
        .citing(&["companions.kubearmor.kernel-flags"])
}

pub(super) const OBSERVABILITY: Rule = Rule {
    job: Job::Observability,
    reads: &[
        Field::WanOutageBudget,
        Field::NetworkReach,
        Field::NodeRamMib,
        Field::CpuArchitectures,
        Field::Compliance,
        Field::Tier,
    ],
    advise: observability,
};

fn observability(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    let mut entries = vec![of_stack(&candidate.distribution.batteries.metrics, candidate)];
    entries.extend(buffer(profile, candidate));
    entries.push(pixie(profile));
    entries.push(hubble(profile, candidate));
    entries
}

fn buffer(profile: &AssumedProfile, candidate: &Candidate) -> Option<Entry> {
    let outage = profile.wan_outage_budget_minutes();
    let figures = vec![Figure::Whole(u64::from(outage), Unit::Minutes)];
    let template = "logs and metrics of {0} have to wait at the site until the link is back: give them a place and a limit, and \
                    count what the agent takes";
    let reason = Reason::new("advice-buffer", template, figures);
    let entry = Entry::new("Buffer for logs and metrics", Stance::Take, reason);
    (outage > 0).then(|| entry.citing(candidate.host.log_shipping.facts))
}

fn pixie(profile: &AssumedProfile) -> Entry {
    if let Some(architecture) = foreign(profile, "pixie") {
        return not_for("pixie", architecture);
    }
    let wanted = |figure: fn(&crate::catalog::Companion) -> Option<u32>| {
        catalog::companion("pixie").and_then(figure).unwrap_or_default()
    };
    let node = wanted(|pixie| pixie.node_ram_mib.and_then(|cited| cited.value));
    let own = wanted(|pixie| pixie.ram_mib.value);
    let of = |mib: u32| Figure::Whole(u64::from(mib), Unit::Mib);
    let figures = [of(own), of(node), of(profile.node_ram_mib())];
    let (stance, key, template) = if profile.network_reach() == NetworkReach::Isolated {
        (
            Stance::Leave,
            "advice-pixie-isolated",
            "one looks at {0} through its cloud, which an isolated site does not reach; running that oneself is beta",
        )
    } else if profile.node_ram_mib() < node {
        (
            Stance::Leave,
            "advice-pixie-small",
            "{0} takes {1} of each node and should take no more than a quarter, from which {2} follow; a node has {3}",
        )
    } else {
        (
            Stance::Consider,
            "advice-pixie",
            "{0} takes {1} of the {3} of each node and shows requests without changes to the workload; while the link is lost \
             nobody can look, as one looks through its cloud",
        )
    };
    Entry::about("pixie", stance, key, template, &figures).citing(&[
        "companions.pixie.min-memory",
        "companions.pixie.default-limit",
        "companions.pixie.memory-share",
        "companions.pixie.cloud",
    ])
}

fn hubble(profile: &AssumedProfile, candidate: &Candidate) -> Entry {
    let with_cilium = cilium(profile, candidate).stance;
    let template =
        "{0} shows flows and dropped packets where Cilium is the pod network, and only there";
    Entry::about("hubble", with_cilium, "advice-hubble", template, &[])
}
