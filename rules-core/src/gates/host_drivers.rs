//! Gate: the drivers that the hardware needs can be had on the host.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::{Cited, Support};
use crate::profile::{AssumedProfile, Field, SpecialDrivers};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "host-drivers",
    title: "Runs the hardware of the sites",
    why: "Hardware without its driver is dead weight, and a vendor's kernel cannot be argued with.",
    formula: "no special drivers: pass; packaged drivers or a vendor's kernel: what the catalog says of the host",
    reads: &[Field::SpecialDrivers],
    looks_at: looks::HOST,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let host = candidate.host;
    match profile.special_drivers() {
        SpecialDrivers::None => {
            Finding::pass(say("host-drivers-none", "a stock kernel is enough", &[]))
        }
        SpecialDrivers::Packaged => offered(&host.packaged_drivers, host.name, "packaged drivers"),
        SpecialDrivers::VendorKernel => {
            offered(&host.vendor_kernel, host.name, "a vendor's kernel")
        }
    }
}

fn offered(support: &'static Cited<Support>, host: &'static str, what: &'static str) -> Finding {
    let figures = [Figure::Name(host), Figure::Name(what), Figure::Name(support.why)];
    let finding = match support.value {
        Some(Support::Yes) => Finding::pass(say("host-drivers-yes", "{0} takes {1}", &figures)),
        Some(Support::Action) => Finding::conditional(
            say("host-drivers-action", "{0} takes {1} under a condition", &figures),
            say("host-drivers-do", "{2}", &figures),
        ),
        Some(Support::No) => {
            Finding::fail(say("host-drivers-no", "{0} does not take {1}: {2}", &figures))
        }
        None => Finding::unknown(say(
            "host-drivers-unknown",
            "whether {0} takes {1} is not known: {2}",
            &figures,
        )),
    };
    finding.citing(support.facts)
}
