//! Gate: a node that restarts while the site is cut off starts its work again.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::Support;
use crate::profile::{AssumedProfile, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "offline-restart",
    title: "Starts again while the site is cut off",
    why: "An application that runs on because nothing restarted has proven nothing about autonomy.",
    formula: "no work while the link is lost: pass; else what the catalog says of the Kubernetes at the site, or of the \
              framework on an edge node",
    reads: &[Field::LocalOperation, Field::Tier],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    if !profile.local_operation() {
        let template = "work may stop while the link is lost";
        return Finding::pass(say("offline-restart-not-asked", template, &[]));
    }
    let (support, name) = match Role::of(profile, candidate) {
        Role::Edge(framework) => (&framework.offline_restart, framework.name),
        Role::Server => (&candidate.distribution.offline_restart, candidate.distribution.name),
        Role::RemoteWorker => {
            let template = "a plain worker asks its distant control plane what to start";
            return Finding::fail(say("offline-restart-worker", template, &[]))
                .citing(&["managed.eks-hybrid.restart-offline"]);
        }
    };
    let figures = [Figure::Name(name), Figure::Name(support.why)];
    let finding = match support.value {
        Some(Support::Yes) => Finding::pass(say(
            "offline-restart-yes",
            "{0} starts its pods again from what is at the site",
            &figures,
        )),
        Some(Support::Action) => Finding::conditional(
            say("offline-restart-action", "{0} starts its pods again under a condition", &figures),
            say("offline-restart-do", "{1}", &figures),
        ),
        Some(Support::No) => Finding::fail(say(
            "offline-restart-no",
            "{0} starts nothing while the link is lost",
            &figures,
        )),
        None => Finding::unknown(say(
            "offline-restart-unknown",
            "whether {0} starts again while cut off is not known: {1}",
            &figures,
        )),
    };
    finding.citing(support.facts)
}
