//! Gate: the stack can be brought to the CIS benchmark.

use super::Gate;
use super::finding::Finding;
use super::looks;
use super::obligation;
use crate::profile::{AssumedProfile, Compliance, Field};
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "cis",
    title: "Can be brought to the CIS benchmark",
    why: "An auditor asks for the benchmark, not for intentions.",
    formula: "not asked for: pass; else the worst of host and Kubernetes",
    reads: &[Field::Compliance],
    looks_at: looks::HOST | looks::KUBERNETES,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let parts = [
        (candidate.host.name, &candidate.host.cis),
        (candidate.distribution.name, &candidate.distribution.cis),
    ];
    obligation::check(profile, Compliance::Cis, &parts)
}
