//! Where images come from.

use super::{Entry, Rule, Stance};
use crate::catalog::{self, Job, Support};
use crate::profile::{AssumedProfile, Field, ImageSupply, Unit};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

pub(super) const IMAGES: Rule = Rule {
    job: Job::Registry,
    reads: &[
        Field::ImageSupply,
        Field::NodesPerSite,
        Field::WanOutageBudget,
        Field::LocalOperation,
        Field::NodeRamMib,
        Field::WorkloadRamMib,
    ],
    advise: images,
};

fn images(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    let mut entries = vec![preload(profile, candidate)];
    if profile.nodes_per_site() > 1 {
        entries.push(peers(candidate));
    }
    entries.push(harbor(profile));
    entries
}

fn preload(profile: &AssumedProfile, candidate: &Candidate) -> Entry {
    let preload = &candidate.distribution.preload;
    let name = "Images laid on the nodes";
    let figures = vec![
        Figure::Name(candidate.distribution.name),
        Figure::Name(preload.why),
        Figure::Whole(u64::from(profile.wan_outage_budget_minutes()), Unit::Minutes),
    ];
    let chosen = profile.image_supply() == ImageSupply::Preloaded;
    let (stance, key, template) = match (preload.value, chosen) {
        (Some(Support::Yes), true) => (
            Stance::Keep,
            "advice-preload-keep",
            "{0} starts from images that were laid on the node, which is the plan",
        ),
        (Some(Support::Action), true) => (
            Stance::Keep,
            "advice-preload-action",
            "it is the plan, and for {0} it takes this: {1}",
        ),
        (Some(Support::Yes), false) if profile.works_cut_off() => (
            Stance::Take,
            "advice-preload",
            "{0} starts from images that were laid on the node, so that {2} without the link do not keep it from starting",
        ),
        (Some(Support::Yes | Support::Action), false) => (
            Stance::Consider,
            "advice-preload-consider",
            "{0} can start from images that were laid on the node",
        ),
        _ => (
            Stance::Consider,
            "advice-preload-unknown",
            "how {0} starts from images that were laid on the node is not known: {1}",
        ),
    };
    Entry::new(name, stance, Reason::new(key, template, figures)).citing(preload.facts)
}

/// Nodes that hand images to each other; they hold nothing that no node has.
fn peers(candidate: &Candidate) -> Entry {
    let own = &candidate.distribution.peer_mirror;
    let name = [Figure::Name(candidate.distribution.name), Figure::Name(own.why)];
    let (stance, key, template) = match own.value {
        Some(Support::Yes | Support::Action) => (
            Stance::Take,
            "advice-peers-own",
            "{1} can let nodes hand images to each other ({2}); it brings nothing that no node has yet",
        ),
        _ => (
            Stance::Consider,
            "advice-peers",
            "{0} lets nodes hand images to each other, which {1} does not bring; it brings nothing that no node has yet, and \
             comes without support",
        ),
    };
    Entry::about("spegel", stance, key, template, &name).citing(own.facts).citing(&[
        "companions.spegel.memory",
        "companions.spegel.stateless",
        "companions.spegel.support",
    ])
}

fn harbor(profile: &AssumedProfile) -> Entry {
    let wanted =
        catalog::companion("harbor").and_then(|harbor| harbor.ram_mib.value).unwrap_or_default();
    let free = profile.node_ram_mib().saturating_sub(profile.workload_ram_mib());
    let figures =
        [Figure::Whole(u64::from(wanted), Unit::Mib), Figure::Whole(u64::from(free), Unit::Mib)];
    // Twice as much, since control plane and system want their part of what the workload leaves.
    let fits = free >= wanted.saturating_mul(2);
    let (stance, key, template) = match profile.image_supply() {
        ImageSupply::Preloaded => (
            Stance::Leave,
            "advice-harbor-preloaded",
            "images come with the nodes, so {0} belongs where they are built, not at the site",
        ),
        _ if !fits => (
            Stance::Leave,
            "advice-harbor-small",
            "{0} begins at {1}, and the {2} that the workload leaves of a node have to bear control plane and system as well: run \
             it in the region, and something smaller at the site",
        ),
        ImageSupply::SiteMirror => (
            Stance::Consider,
            "advice-harbor-mirror",
            "{0} can be the mirror at the site: it begins at {1}, and the workload leaves {2} of a node",
        ),
        ImageSupply::CentralRegistry | ImageSupply::PullThroughCache => (
            Stance::Consider,
            "advice-harbor-cache",
            "as a proxy cache {0} goes on with what it holds while the registry is out of reach, and with nothing else; it begins \
             at {1}, and the workload leaves {2} of a node",
        ),
    };
    Entry::about("harbor", stance, key, template, &figures).citing(&[
        "companions.harbor.min",
        "companions.harbor.rec",
        "companions.harbor.proxy-cache-offline",
        "companions.harbor.proxy-cache-removed",
    ])
}
