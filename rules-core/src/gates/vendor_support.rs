//! Gate: a vendor answers for every part, where one must.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::Cited;
use crate::profile::{AssumedProfile, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "vendor-support",
    title: "Has a vendor who answers for it",
    why: "Where a contract is demanded, a mailing list is not an answer.",
    formula: "not demanded: pass; else a vendor is named for Kubernetes, host and framework; none named: unknown",
    reads: &[Field::VendorSupport],
    looks_at: looks::HOST | looks::KUBERNETES | looks::NODE,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    if !profile.vendor_support() {
        return Finding::pass(say(
            "vendor-support-not-asked",
            "no vendor has to answer for it",
            &[],
        ));
    }
    let framework = candidate.framework.map(|framework| (framework.name, &framework.vendor));
    let kubernetes = (candidate.distribution.name, &candidate.distribution.vendor);
    let host = (candidate.host.name, &candidate.host.vendor);
    [Some(kubernetes), Some(host), framework]
        .into_iter()
        .flatten()
        .map(|(name, vendor)| named(name, vendor))
        .reduce(Finding::worse)
        .unwrap_or_else(|| named(kubernetes.0, kubernetes.1))
}

fn named(name: &'static str, vendor: &'static Cited<&'static str>) -> Finding {
    let finding = if let Some(who) = vendor.value {
        let figures = [Figure::Name(who), Figure::Name(name)];
        Finding::pass(say("vendor-support-named", "{0} answers for {1}", &figures))
    } else {
        let figures = [Figure::Name(name), Figure::Name(vendor.why)];
        Finding::unknown(say(
            "vendor-support-unknown",
            "nobody is named who answers for {0}: {1}",
            &figures,
        ))
    };
    finding.citing(vendor.facts)
}
