//! Gate: SELinux can be enforced.

use super::Gate;
use super::finding::Finding;
use super::looks;
use super::obligation;
use crate::profile::{AssumedProfile, Compliance, Field};
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "selinux",
    title: "Can run with SELinux enforcing",
    why: "Where SELinux is demanded, a permissive host is a finding.",
    formula: "not asked for: pass; else the worst of host and Kubernetes on the nodes",
    reads: &[Field::Compliance],
    looks_at: looks::HOST | looks::KUBERNETES | looks::NODE,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let host = (candidate.host.name, &candidate.host.selinux);
    let kubernetes = (candidate.distribution.name, &candidate.distribution.selinux);
    let parts = [host, kubernetes];
    // Edge nodes of a framework do not run the Kubernetes of the centre.
    let on_node = if candidate.framework.is_some() { &parts[..1] } else { &parts[..] };
    obligation::check(profile, Compliance::Selinux, on_node)
}
