//! Gate: the cryptography is of FIPS 140 modules.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::obligation;
use crate::profile::{AssumedProfile, Compliance, CpuArchitecture, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "fips",
    title: "Has FIPS 140 cryptography",
    why: "Where FIPS is the law, other cryptography counts as none.",
    formula: "not asked for: pass; else the worst of host, Kubernetes and framework; a processor for which it does not \
              hold: fail",
    reads: &[Field::Compliance, Field::CpuArchitectures],
    looks_at: looks::HOST | looks::KUBERNETES | looks::NODE,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let parts = [
        (candidate.host.name, &candidate.host.fips),
        (candidate.distribution.name, &candidate.distribution.fips),
    ];
    let finding = obligation::check(profile, Compliance::Fips, &parts);
    let finding = candidate.framework.map_or(finding, |framework| {
        let part = [(framework.name, &framework.fips)];
        finding.worse(obligation::check(profile, Compliance::Fips, &part))
    });
    match uncovered(profile, candidate) {
        Some(processor) if profile.compliance().has(Compliance::Fips) => finding.worse(
            Finding::fail(say(
                "fips-processor",
                "{0} has FIPS components for some processors, {1} not among them",
                &[
                    Figure::Name(candidate.distribution.name),
                    Figure::one(Field::CpuArchitectures, processor),
                ],
            ))
            .citing(candidate.distribution.fips_architectures.map_or(&[], |known| known.facts)),
        ),
        _ => finding,
    }
}

/// The first processor of the sites for which the Kubernetes on the nodes has no FIPS components.
fn uncovered(profile: &AssumedProfile, candidate: &Candidate) -> Option<CpuArchitecture> {
    if candidate.framework.is_some() {
        return None;
    }
    let known = candidate.distribution.fips_architectures.and_then(|known| known.value)?;
    profile.cpu_architectures().iter().find(|processor| !known.contains(processor))
}
