//! Gate: the nodes of one cluster stay within what its project has shown.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::Cited;
use crate::profile::{AssumedProfile, Field, Unit};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "cluster-size",
    title: "Holds as many nodes as one cluster would have",
    why: "A cluster beyond the size that its project has shown is an experiment on production sites.",
    formula: "a cluster per site: nodes of the site; a cluster in the centre or region: sites x nodes; <= most nodes of \
              one cluster, or of the framework; more is a condition",
    reads: &[Field::NodesPerSite, Field::Sites, Field::Tier],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let nodes = u64::from(profile.nodes_per_site());
    let all = nodes * u64::from(profile.sites());
    match Role::of(profile, candidate) {
        Role::Server => against(nodes, &candidate.distribution.max_nodes, false),
        Role::Edge(framework) => against(all, &framework.max_edge_nodes, true),
        Role::RemoteWorker => against(all, &candidate.distribution.max_nodes, true),
    }
}

fn against(nodes: u64, most: &'static Cited<u32>, shared: bool) -> Finding {
    let Some(value) = most.value else {
        return without_limit(nodes, most);
    };
    let figures = [Figure::Whole(nodes, Unit::Nodes), Figure::Whole(u64::from(value), Unit::Nodes)];
    let finding = if nodes <= u64::from(value) {
        Finding::pass(say("cluster-size-fits", "{0} in one cluster, of up to {1}", &figures))
    } else {
        let action = if shared {
            say(
                "cluster-size-split",
                "share the sites out over several clusters, none above {1}",
                &figures,
            )
        } else {
            say(
                "cluster-size-site-split",
                "run several clusters at the site, or raise the limit and prove it",
                &figures,
            )
        };
        let template = "{0} would be in one cluster, and {1} is the most that is stated";
        Finding::conditional(say("cluster-size-beyond", template, &figures), action)
    };
    finding.citing(most.facts)
}

/// Most nodes that pass where no limit is stated: the published test of `OpenYurt`, the smallest of any.
const SHOWN: u64 = 100;

fn without_limit(nodes: u64, most: &'static Cited<u32>) -> Finding {
    let figures = [
        Figure::Whole(nodes, Unit::Nodes),
        Figure::Whole(SHOWN, Unit::Nodes),
        Figure::Name(most.why),
    ];
    let finding = if nodes <= SHOWN {
        Finding::pass(say("cluster-size-small", "one cluster bears {0}", &figures))
    } else {
        Finding::unknown(say("cluster-size-unknown", "{0} would be in one cluster: {2}", &figures))
    };
    finding.citing(&["openyurt.yurthub.test-scale"])
}
