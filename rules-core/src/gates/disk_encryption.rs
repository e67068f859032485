//! Gate: data on disk can be encrypted.

use super::Gate;
use super::finding::Finding;
use super::looks;
use super::obligation;
use crate::profile::{AssumedProfile, Compliance, Field};
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "disk-encryption",
    title: "Can encrypt its disks",
    why: "Machines at a site are stolen as machines.",
    formula: "not asked for: pass; else what the catalog says of the host",
    reads: &[Field::Compliance],
    looks_at: looks::HOST,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let parts = [(candidate.host.name, &candidate.host.disk_encryption)];
    obligation::check(profile, Compliance::DiskEncryption, &parts)
}
