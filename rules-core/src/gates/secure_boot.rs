//! Gate: the boot chain can be verified.

use super::Gate;
use super::finding::Finding;
use super::looks;
use super::obligation;
use crate::profile::{AssumedProfile, Compliance, Field};
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "secure-boot",
    title: "Can boot through a verified chain",
    why: "A host that boots anything proves nothing about itself.",
    formula: "not asked for: pass; else what the catalog says of the host",
    reads: &[Field::Compliance],
    looks_at: looks::HOST,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let parts = [(candidate.host.name, &candidate.host.secure_boot)];
    obligation::check(profile, Compliance::SecureBoot, &parts)
}
