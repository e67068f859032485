//! Gate: what hangs on a centre or a provider can reach it.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::AirGap;
use crate::profile::{AssumedProfile, Field, NetworkReach};
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "central-reach",
    title: "Can come back to what it hangs on",
    why: "A framework rides out a lost link, not a missing one; a managed service does neither.",
    formula: "site not isolated: pass; isolated: pass only where the cluster stands at the site and needs no provider",
    reads: &[Field::NetworkReach, Field::Tier],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let role = Role::of(profile, candidate);
    let air_gap = &candidate.distribution.air_gap;
    if profile.network_reach() != NetworkReach::Isolated {
        let template = "sites can call the centre";
        return Finding::pass(say("central-reach-there", template, &[]));
    }
    match role {
        Role::Edge(_) => {
            let template =
                "sites are isolated, and edge nodes have a centre to come back to only over a link";
            Finding::fail(say("central-reach-framework", template, &[]))
                .citing(&["kubeedge.net.ports", "openyurt.autonomy.health-interval"])
        }
        _ if air_gap.is(AirGap::NeedsLink) => {
            let template = "sites are isolated, and the provider's service needs its link";
            Finding::fail(say("central-reach-provider", template, &[])).citing(air_gap.facts)
        }
        Role::RemoteWorker => {
            let template = "sites are isolated, and their control plane would stand elsewhere";
            Finding::fail(say("central-reach-region", template, &[]))
        }
        Role::Server => Finding::pass(say(
            "central-reach-none-needed",
            "the cluster stands at the site and needs no centre",
            &[],
        )),
    }
}
