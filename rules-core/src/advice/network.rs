//! The network of pods, and addresses for services.

use super::{Entry, Rule, Stance, foreign, not_for};
use crate::catalog::{self, Delivery, Job, Part};
use crate::profile::{AssumedProfile, Field, Unit};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

pub(super) const PODS: Rule = Rule {
    job: Job::PodNetwork,
    reads: &[Field::CpuArchitectures, Field::NodeRamMib, Field::Compliance, Field::Tier],
    advise: pods,
};

/// What the stack brings for a job, or how to bring it.
pub(super) fn of_stack(part: &'static Part, candidate: &Candidate) -> Entry {
    let figures = vec![
        Figure::Name(part.name),
        Figure::Name(candidate.distribution.name),
        Figure::Name(part.replace),
    ];
    let (stance, key, template) = match part.delivery {
        Delivery::Bundled | Delivery::OptIn if !part.is_documented() => (
            Stance::Consider,
            "advice-part-taken",
            "{0} is taken to come with {1}, though nothing that was read says so; otherwise: {2}",
        ),
        Delivery::Bundled => {
            (Stance::Keep, "advice-part-keep", "{0} comes with {1}; should it not do: {2}")
        }
        Delivery::OptIn => (
            Stance::Consider,
            "advice-part-opt-in",
            "{0} comes with {1} and has to be switched on; otherwise: {2}",
        ),
        Delivery::Absent => (Stance::Take, "advice-part-bring", "{1} brings none: {2}"),
        Delivery::NotStated => (
            Stance::Take,
            "advice-part-unknown",
            "whether {1} brings one was in nothing that was read; if not: {2}",
        ),
    };
    let is_there = matches!(part.delivery, Delivery::Bundled | Delivery::OptIn);
    let name = if is_there { part.name } else { "Your own choice" };
    Entry::new(name, stance, Reason::new(key, template, figures)).citing(part.facts)
}

fn pods(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    let batteries = &candidate.distribution.batteries;
    let mut own = of_stack(&batteries.cni, candidate);
    let is_flannel = batteries.cni.name.starts_with("Flannel");
    if is_flannel {
        own = Entry { companion: catalog::companion("flannel"), ..own };
        own = own.citing(&["companions.flannel.requests"]);
    }
    let mut entries = vec![own];
    if is_flannel && batteries.network_policy.delivery != Delivery::Bundled {
        entries.push(policies());
    }
    entries.push(cilium(profile, candidate));
    entries
}

fn policies() -> Entry {
    let template = "Flannel moves packets and enforces no policy unless that is switched on: do so before policies are relied on";
    let reason = Reason::plain("advice-flannel-policies", template);
    Entry::new("Enforcement of network policies", Stance::Take, reason)
        .citing(&["companions.flannel.no-netpol", "companions.flannel.netpol-since"])
}

/// What is advised about Cilium, which what comes with it shares.
pub(super) fn cilium(profile: &AssumedProfile, candidate: &Candidate) -> Entry {
    if let Some(architecture) = foreign(profile, "cilium") {
        return not_for("cilium", architecture);
    }
    let facts = &["companions.cilium.kernel", "companions.cilium.restart-on-partition"];
    if !candidate.controls_at_site(profile) {
        let template = "with the API server out of reach the agents of {0} restarted again and again in a test, and here it is \
                        at the far end of the link";
        return Entry::about("cilium", Stance::Leave, "advice-cilium-partition", template, &[])
            .citing(facts);
    }
    let ram = [Figure::Whole(u64::from(profile.node_ram_mib()), Unit::Mib)];
    if profile.compliance().is_empty() {
        let template = "{0} is worth its complexity once policies by identity, encryption or a view of flows are asked for; no \
                        figure for its memory was read, so measure it on a node of {1}";
        return Entry::about("cilium", Stance::Leave, "advice-cilium-unasked", template, &ram)
            .citing(facts);
    }
    let template = "{0} gives policies, encryption and a view of flows to those who have to show them; no figure for its memory \
                    was read, so measure it on a node of {1}";
    Entry::about("cilium", Stance::Consider, "advice-cilium", template, &ram)
        .citing(facts)
        .citing(&["companions.cilium.wireguard-kernel"])
}

pub(super) const SERVICES: Rule =
    Rule { job: Job::LoadBalancer, reads: &[Field::NodesPerSite], advise: services };

fn services(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    let part = &candidate.distribution.batteries.load_balancer;
    let own = of_stack(part, candidate);
    let is_metallb = part.name.starts_with("MetalLB");
    let metallb = metallb(profile, candidate);
    if is_metallb { vec![own] } else { vec![own, metallb] }
}

fn metallb(profile: &AssumedProfile, candidate: &Candidate) -> Entry {
    let nodes = profile.nodes_per_site();
    if nodes == 1 {
        let template = "with a single node its own address will do; {0} has nowhere to move one to";
        return Entry::about("metallb", Stance::Leave, "advice-metallb-single", template, &[])
            .citing(&["companions.metallb.l2-single-node"]);
    }
    let figures = [Figure::Whole(u64::from(nodes), Unit::Nodes)];
    let entry = if candidate.distribution.batteries.load_balancer.delivery == Delivery::Bundled {
        let template = "{0} wants no other load balancer beside it, so it takes the place of the bundled one; worth it where \
                        addresses have to move between {1}";
        Entry::about("metallb", Stance::Consider, "advice-metallb-instead", template, &figures)
    } else {
        let template = "{0} moves an address between {1} without the centre; on layer 2 one of them carries all its traffic";
        Entry::about("metallb", Stance::Take, "advice-metallb", template, &figures)
    };
    entry.citing(&[
        "companions.metallb.k8s",
        "companions.metallb.l2-single-node",
        "companions.metallb.partition",
    ])
}
