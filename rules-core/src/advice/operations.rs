//! What stands above single clusters: fleet tooling, one cluster or many, and who changes nodes.

use super::{Entry, Rule, Stance};
use crate::catalog::{HostModel, Job, Shell};
use crate::outcome::{FactId, Pattern};
use crate::pitfalls::is_a_fleet;
use crate::profile::{AssumedProfile, Field, FleetManager, NetworkReach, Skill, Ssh, Unit};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

pub(super) const FLEET: Rule = Rule {
    job: Job::FleetTooling,
    reads: &[Field::FleetManager, Field::Sites, Field::NetworkReach],
    advise: fleet,
};

fn fleet(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    let mut entries = Vec::new();
    if profile.fleet_manager() != FleetManager::None {
        let figures =
            vec![Figure::Answer(Field::FleetManager, profile.answer(Field::FleetManager))];
        let template = "there is a fleet manager ({0}): see that it can drive upgrades and inventory of this stack before \
                        another one is added";
        let reason = Reason::new("advice-fleet-own", template, figures);
        entries.push(Entry::new("The fleet manager in use", Stance::Keep, reason));
    }
    entries.extend(tool(profile, candidate));
    entries.push(upgrades(candidate));
    entries
}

/// The tool that the project itself names for many clusters.
fn tool(profile: &AssumedProfile, candidate: &Candidate) -> Option<Entry> {
    if candidate.host.id == "talos" && candidate.framework.is_none() {
        return Some(omni(profile));
    }
    let (name, template, facts): (_, _, &[FactId]) = match candidate.distribution.id {
        "k3s" | "rke2" => (
            "Rancher Fleet",
            "{0} is what the project names for many clusters, driven from Git",
            &["k3s.fleet.tool"],
        ),
        "k0s" => (
            "k0smotron",
            "{0} joins distant machines to control planes in the centre, through SSH: it fits where both are allowed",
            &["k0s.fleet.k0smotron"],
        ),
        "microk8s" => (
            "Landscape with a snap store proxy",
            "{0} hold and release snaps for many machines",
            &["microk8s.fleet.landscape", "microk8s.upgrade.store-proxy"],
        ),
        _ => return None,
    };
    let reason = Reason::new("advice-fleet-tool", template, vec![Figure::Name(name)]);
    let stance = if needs_tool(profile) { Stance::Consider } else { Stance::Leave };
    Some(Entry::new(name, stance, reason).citing(facts))
}

fn needs_tool(profile: &AssumedProfile) -> bool {
    is_a_fleet(profile) && profile.fleet_manager() == FleetManager::None
}

fn omni(profile: &AssumedProfile) -> Entry {
    let sites = [Figure::Whole(u64::from(profile.sites()), Unit::Sites)];
    let (stance, key, template) = if profile.network_reach() == NetworkReach::Isolated {
        (
            Stance::Leave,
            "advice-omni-isolated",
            "{0} drives machines over the network, and isolated sites do not reach it",
        )
    } else if needs_tool(profile) {
        (
            Stance::Consider,
            "advice-omni",
            "{0} upgrades {1} in order and keeps their inventory; clusters go on without it, access from outside does not, and \
             production takes a licence",
        )
    } else {
        (
            Stance::Leave,
            "advice-omni-unasked",
            "for {1} the command-line tool and a reviewed configuration do; {0} takes a licence",
        )
    };
    Entry::about("omni", stance, key, template, &sites).citing(&[
        "talos.omni.selfhost-baseline",
        "talos.autonomy.omni-down",
        "talos.upgrade.omni-rolling",
        "talos.project.omni-license",
    ])
}

/// What carries out the upgrade of one cluster, which a fleet tool has to drive.
fn upgrades(candidate: &Candidate) -> Entry {
    let upgrade = candidate.framework.map_or(&candidate.distribution.upgrade, |one| &one.upgrade);
    let name = candidate.framework.map_or(candidate.distribution.name, |one| one.name);
    let figures = vec![Figure::Name(name)];
    let template = "inside a cluster {0} has its own way to upgrade; the fleet tool should drive that one, in rings, and report \
                    the version of every node";
    let reason = Reason::new("advice-fleet-upgrades", template, figures);
    let entry = Entry::new("Upgrades in rings", Stance::Take, reason);
    let kairos: &[FactId] =
        if candidate.host.id == "kairos" { &["kairos.upgrade.suc-deprecated"] } else { &[] };
    entry.citing(upgrade.mechanism.facts).citing(upgrade.waves.facts).citing(kairos)
}

pub(super) const SHAPE: Rule = Rule {
    job: Job::ClusterShape,
    reads: &[Field::Sites, Field::NodesPerSite, Field::Tier, Field::WanOutageBudget],
    advise: shape,
};

fn shape(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    let sites = u64::from(profile.sites());
    let nodes = sites * u64::from(profile.nodes_per_site());
    let figures = vec![
        Figure::Whole(sites, Unit::Sites),
        Figure::Whole(nodes, Unit::Nodes),
        Figure::Whole(u64::from(profile.wan_outage_budget_minutes()), Unit::Minutes),
    ];
    let (name, key, template) = match candidate.stack.pattern {
        Pattern::A | Pattern::B => (
            "One cluster per site",
            "advice-shape-site",
            "a failure stays at its site, and {2} without the link are bearable; in return {0} have as many API servers, sets of \
             certificates and upgrades",
        ),
        Pattern::C => (
            "One cluster in the centre with edge nodes",
            "advice-shape-framework",
            "one control plane carries {1} of {0}; in return its failure and its upgrade are felt everywhere, and the framework \
             has to bear {2} without it",
        ),
        Pattern::D => (
            "A regional cluster",
            "advice-shape-region",
            "fewer clusters to keep for {0}; in return sites share what fails in a region, and depend on the way there",
        ),
    };
    vec![Entry::new(name, Stance::Keep, Reason::new(key, template, figures))]
}

pub(super) const MODEL: Rule =
    Rule { job: Job::OperatingModel, reads: &[Field::Ssh, Field::Skills], advise: model };

fn model(profile: &AssumedProfile, candidate: &Candidate) -> Vec<Entry> {
    let host = candidate.host;
    let figures = vec![Figure::Name(host.name)];
    let image = host.model.value != Some(HostModel::Mutable);
    let learnt = profile.skills().has(Skill::ImmutableOs);
    let (name, key, template) = match (image, learnt) {
        (true, true) => (
            "Nodes as images",
            "advice-model-image",
            "{0} changes as an image: patch, enrol, replace and roll back are the verbs, and the team knows them",
        ),
        (true, false) => (
            "Nodes as images",
            "advice-model-learn",
            "{0} changes as an image: patch, enrol, replace and roll back are verbs that the team has yet to learn, before the \
             first site and not during an incident",
        ),
        (false, _) => (
            "Nodes that are kept",
            "advice-model-kept",
            "{0} changes in place: say which changes are allowed, by which tool, and how a node that has drifted is found",
        ),
    };
    let mut entries = vec![
        Entry::new(name, Stance::Take, Reason::new(key, template, figures))
            .citing(host.model.facts),
    ];
    if profile.ssh() == Ssh::BreakGlass && !host.shell.is(Shell::Absent) {
        let template = "for emergencies only means: who may, for how long, what is recorded, and that the node is set up anew \
                        afterwards";
        let reason = Reason::plain("advice-model-break-glass", template);
        entries.push(Entry::new("Emergency access", Stance::Take, reason));
    }
    entries
}
