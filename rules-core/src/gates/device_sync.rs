//! Gate: devices that have to be kept in step with the centre are.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::Support;
use crate::profile::{AssumedProfile, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "device-sync",
    title: "Keeps devices in step with the centre",
    why: "A smaller distribution does not grow device twins; that is what frameworks are for.",
    formula: "device sync not a core feature: pass; else what the catalog says of the framework, and fail without one",
    reads: &[Field::DeviceSync],
    looks_at: looks::NODE,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    if !profile.device_sync() {
        return Finding::pass(say(
            "device-sync-not-asked",
            "device sync is not a core feature",
            &[],
        ));
    }
    let Some(framework) = candidate.framework else {
        let template = "device sync is a core feature, and the stack has no framework that does it";
        return Finding::fail(say("device-sync-no-framework", template, &[]))
            .citing(&["kubeedge.arch.devicetwin", "openyurt.arch.edgex-model"]);
    };
    let support = &framework.device_sync;
    let figures = [Figure::Name(framework.name), Figure::Name(support.why)];
    let finding = match support.value {
        Some(Support::Yes) => Finding::pass(say(
            "device-sync-yes",
            "{0} keeps the state of devices on the node and in the centre",
            &figures,
        )),
        Some(Support::Action) => Finding::conditional(
            say("device-sync-action", "{0} manages devices through another system", &figures),
            say("device-sync-do", "{1}", &figures),
        ),
        Some(Support::No) => {
            Finding::fail(say("device-sync-no", "{0} manages no devices", &figures))
        }
        None => Finding::unknown(say(
            "device-sync-unknown",
            "whether {0} manages devices is not known",
            &figures,
        )),
    };
    finding.citing(support.facts)
}
