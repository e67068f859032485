//! Gate: the cluster stays what upstream ships, where it must.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::Conformance;
use crate::profile::{AssumedProfile, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "untouched-kubernetes",
    title: "Leaves Kubernetes untouched",
    why: "A replaced part has its own faults, its own fixes and its own pace.",
    formula: "not demanded: pass; a framework that replaces or reconfigures an upstream part: fail; else pass",
    reads: &[Field::KubernetesUntouched],
    looks_at: looks::KUBERNETES | looks::NODE,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    if !profile.kubernetes_untouched() {
        return Finding::pass(say("untouched-kubernetes-not-asked", "parts may be replaced", &[]));
    }
    let parts = [
        candidate.framework.map(|framework| (framework.name, &framework.conformance)),
        Some((candidate.distribution.name, &candidate.distribution.conformance)),
    ];
    let replaced = parts.into_iter().flatten().find(|(_, how)| how.is(Conformance::Replaces));
    if let Some((name, how)) = replaced {
        let figures = [Figure::Name(name), Figure::Name(how.why)];
        Finding::fail(say("untouched-kubernetes-replaces", "{0} changes Kubernetes: {1}", &figures))
            .citing(how.facts)
    } else {
        let name = Figure::Name(candidate.distribution.name);
        let template = "{0} leaves the upstream parts as they are";
        Finding::pass(say("untouched-kubernetes-kept", template, &[name]))
            .citing(candidate.distribution.conformance.facts)
    }
}
