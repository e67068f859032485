//! Volumes that outlive a pod.

use super::network::of_stack;
use super::{Entry, Rule, Stance};
use crate::catalog::{self, Companion, Job};
use crate::profile::{AssumedProfile, Field, State, Unit};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

pub(super) const VOLUMES: Rule = Rule {
    job: Job::Storage,
    reads: &[
        Field::State,
        Field::NodesPerSite,
        Field::NodeRamMib,
        Field::NodeCpuCores,
        Field::IndependentPower,
    ],
    advise: volumes,
};

fn volumes(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    let mut entries = vec![of_stack(&candidate.distribution.batteries.storage, candidate)];
    if profile.state() != State::LocalCritical {
        let template =
            "no data has to outlive a node, so the replicas of {0} would cost more than they save";
        let leave =
            Entry::about("longhorn", Stance::Leave, "advice-longhorn-unasked", template, &[]);
        entries.push(leave.citing(&["companions.longhorn.replicas"]));
        return entries;
    }
    entries.extend(
        catalog::companion("longhorn").map(|longhorn| replicas(profile, candidate, longhorn)),
    );
    let template = "replicas at the site are no backup: what exists only there has to leave it whenever the link is up, and a \
                    restore has to be rehearsed";
    let backup = Reason::plain("advice-backup", template);
    entries.push(Entry::new("Backup away from the site", Stance::Take, backup));
    entries
}

fn replicas(profile: &AssumedProfile, candidate: &Candidate, longhorn: &Companion) -> Entry {
    let wanted = |figure: &Option<crate::catalog::Cited<u32>>| {
        figure.as_ref().and_then(|cited| cited.value).unwrap_or_default()
    };
    let (nodes, ram, cores) =
        (wanted(&longhorn.nodes), wanted(&longhorn.node_ram_mib), wanted(&longhorn.node_cpu_cores));
    let of = |number: u32, unit| Figure::Whole(u64::from(number), unit);
    let figures = [
        of(nodes, Unit::Nodes),
        of(ram, Unit::Mib),
        of(cores, Unit::Cores),
        of(profile.nodes_per_site(), Unit::Nodes),
        of(profile.node_ram_mib(), Unit::Mib),
        of(profile.node_cpu_cores(), Unit::Cores),
    ];
    let fits = profile.nodes_per_site() >= nodes
        && profile.node_ram_mib() >= ram
        && profile.node_cpu_cores() >= cores;
    let (stance, key, template) = if !fits {
        (
            Stance::Leave,
            "advice-longhorn-small",
            "{0} wants {1} with {2} and {3} each, and a site has {4} with {5} and {6}",
        )
    } else if profile.independent_power() {
        (
            Stance::Take,
            "advice-longhorn",
            "{0} keeps replicas on {4} that do not fail together, and they have the {2} and {3} that it wants; count the \
             bandwidth of a rebuild",
        )
    } else {
        (
            Stance::Consider,
            "advice-longhorn-power",
            "{0} fits {4} with {5} and {6}, but replicas that lose their power together are one copy",
        )
    };
    let entry = Entry::about("longhorn", stance, key, template, &figures).citing(&[
        "companions.longhorn.v1-hardware",
        "companions.longhorn.replicas",
        "companions.longhorn.network",
        "companions.longhorn.host-tools",
    ]);
    if candidate.host.id == "talos" {
        return entry.citing(&["talos.storage.longhorn-extensions"]);
    }
    entry
}
