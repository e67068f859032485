//! Gate: what a pattern promises about the loss of a node is true at the site.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::outcome::Pattern;
use crate::profile::{AssumedProfile, Field, Unit};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "node-loss",
    title: "Keeps its word when a node dies",
    why: "Fewer than three servers cannot outvote a lost one: two are worse than one, and one is recoverable, not highly \
          available.",
    formula: "local quorum: nodes of the site >= servers that the quorum takes, and independent power; one server: what \
              a dead node may cost >= time of a visit, else a spare at the site is the condition",
    reads: &[
        Field::NodesPerSite,
        Field::IndependentPower,
        Field::MaxLocalDowntime,
        Field::VisitHours,
        Field::Tier,
    ],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

/// Fewest servers of any quorum: a majority of two is two.
const FEWEST: u32 = 3;

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    match (candidate.stack.pattern, Role::of(profile, candidate)) {
        (Pattern::A, _) => single(profile),
        (Pattern::C, _) => Finding::pass(say(
            "node-loss-centre",
            "the quorum stands in the centre; edge nodes have none",
            &[],
        )),
        (_, Role::RemoteWorker) => Finding::pass(say(
            "node-loss-region",
            "the quorum stands in the region; the site has none",
            &[],
        )),
        _ => quorum(profile, candidate),
    }
}

fn quorum(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let Some(quorum) = &candidate.distribution.quorum else {
        return Finding::pass(say(
            "node-loss-provider",
            "the provider answers for its control plane",
            &[],
        ));
    };
    let servers = quorum.servers.value.unwrap_or(FEWEST);
    let nodes = profile.nodes_per_site();
    let figures = [
        Figure::Whole(u64::from(servers), Unit::Nodes),
        Figure::Whole(u64::from(nodes), Unit::Nodes),
    ];
    let finding = if nodes < servers {
        let template =
            "a quorum takes {0} and the site has {1}; two servers would be worse than one";
        Finding::fail(say("node-loss-too-few", template, &figures))
    } else if profile.independent_power() {
        let template = "a quorum takes {0}; the site has {1} with separate power and disks";
        Finding::pass(say("node-loss-quorum", template, &figures))
    } else {
        let template = "a quorum takes {0} and the site has {1}, but one power cut or disk fault may take several of them";
        let action = "give the servers separate power and disks, or call the site recoverable and not highly available";
        Finding::conditional(
            say("node-loss-shared", template, &figures),
            say("node-loss-separate", action, &[]),
        )
    };
    finding.citing(quorum.servers.facts)
}

fn single(profile: &AssumedProfile) -> Finding {
    let visit = u64::from(profile.visit_hours()) * 60;
    let may_cost = u64::from(profile.max_local_downtime_minutes());
    let figures = [Figure::Whole(may_cost, Unit::Minutes), Figure::Whole(visit, Unit::Minutes)];
    if may_cost >= visit {
        let template = "one server is recoverable, not highly available; a dead node may cost {0}, and a visit takes {1}";
        Finding::pass(say("node-loss-recoverable", template, &figures))
    } else {
        let template =
            "a dead node may cost {0}, but a visit takes {1}, and one server has no other";
        let action = "keep a prepared spare at the site that people there can swap, or take three nodes with a quorum";
        Finding::conditional(
            say("node-loss-visit", template, &figures),
            say("node-loss-spare", action, &[]),
        )
    }
}
