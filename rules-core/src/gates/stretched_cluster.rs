//! Gate: no ordinary cluster is stretched over links that fail.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::profile::{AssumedProfile, Field, Wan};
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "stretched-cluster",
    title: "Does not stretch one cluster over a link that fails",
    why: "Ordinary Kubernetes counts on its API server: a node that restarts while cut off starts nothing.",
    formula: "control plane at the site, or a framework between: pass; plain workers of a distant cluster: fail where work \
              must go on while the link is lost or the link is intermittent or narrow, else the condition is a test",
    reads: &[Field::LocalOperation, Field::Wan, Field::Tier],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    match Role::of(profile, candidate) {
        Role::Server => Finding::pass(say(
            "stretched-cluster-local",
            "the control plane stands where its nodes are",
            &[],
        )),
        Role::Edge(framework) => {
            let template = "the framework stands between the edge nodes and the centre";
            Finding::pass(say("stretched-cluster-framework", template, &[]))
                .citing(framework.local_store.facts)
        }
        Role::RemoteWorker => stretched(profile)
            .citing(&["kubernetes.autonomy.partition", "managed.eks-hybrid.restart-offline"]),
    }
}

fn stretched(profile: &AssumedProfile) -> Finding {
    if profile.local_operation() {
        let template = "work must go on while the link is lost, and nodes of a distant cluster start nothing then";
        return Finding::fail(say("stretched-cluster-local-work", template, &[]));
    }
    match profile.wan() {
        Wan::Intermittent | Wan::Narrow => {
            let template =
                "the control plane would be at the far end of a link that is not made for it";
            Finding::fail(say("stretched-cluster-link", template, &[]))
        }
        Wan::Redundant | Wan::Single => Finding::conditional(
            say(
                "stretched-cluster-tolerable",
                "nodes of the site hang on a control plane over the link",
                &[],
            ),
            say(
                "stretched-cluster-test",
                "test with the link cut: what keeps running, what is evicted, and what a restarted node starts",
                &[],
            ),
        ),
    }
}
