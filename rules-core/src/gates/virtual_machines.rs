//! Gate: virtual machines run beside containers, where they must.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::Support;
use crate::profile::{AssumedProfile, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "virtual-machines",
    title: "Runs virtual machines beside containers",
    why: "A workload that comes as a virtual machine does not wait until somebody has put it into containers.",
    formula: "not needed: pass; else what the catalog says of the host",
    reads: &[Field::VmsNeeded],
    looks_at: looks::HOST,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    if !profile.vms_needed() {
        return Finding::pass(say("virtual-machines-not-asked", "none are needed", &[]));
    }
    let support = &candidate.host.virtual_machines;
    let figures = [Figure::Name(candidate.host.name), Figure::Name(support.why)];
    let finding = match support.value {
        Some(Support::Yes) => {
            Finding::pass(say("virtual-machines-host", "{0} runs them: {1}", &figures))
        }
        Some(Support::Action) => Finding::conditional(
            say("virtual-machines-action", "{0} runs them under a condition", &figures),
            say("virtual-machines-do", "{1}", &figures),
        ),
        Some(Support::No) => {
            Finding::fail(say("virtual-machines-no", "{0} does not run them", &figures))
        }
        None => {
            Finding::unknown(say("virtual-machines-unknown", "not known for {0}: {1}", &figures))
        }
    };
    finding.citing(support.facts)
}
