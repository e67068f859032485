//! Gate: hosts change in the way that the policy allows.

use super::Gate;
use super::finding::{Finding, Sentence, say};
use super::looks;
use crate::catalog::HostModel;
use crate::profile::{AssumedProfile, Field, HostChange, Ssh};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "host-change",
    title: "Changes hosts as the policy allows",
    why: "A host that people can change in place will be changed in place, and at fleet size nobody knows any more how.",
    formula: "image-based host: pass; mutable host: pass while SSH is not banned and changes need not be planned images; \
              under either, the condition is an image that is wiped and swapped, which nothing on the host enforces",
    reads: &[Field::Ssh, Field::HostChange],
    looks_at: looks::HOST,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let model = &candidate.host.model;
    let name = Figure::Name(candidate.host.name);
    let finding = match model.value {
        Some(HostModel::Image) => {
            let template = "{0} changes by planned images and declared configuration";
            Finding::pass(say("host-change-image", template, &[name]))
        }
        Some(HostModel::Either) => either(profile, candidate),
        Some(HostModel::Mutable) => mutable(profile, name),
        None => {
            Finding::unknown(say("host-change-unknown", "how {0} changes is not known", &[name]))
        }
    };
    finding.citing(model.facts).citing(candidate.host.shell.facts)
}

/// Whether the policy leaves in-place changes alone.
fn lenient(profile: &AssumedProfile) -> bool {
    profile.ssh() != Ssh::Banned && profile.host_change() != HostChange::PlannedImageOnly
}

fn either(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let figures = [Figure::Name(candidate.host.name), Figure::Name(candidate.host.model.why)];
    let reason =
        say("host-change-either", "{0} is mutable or image-based, as it is installed", &figures);
    if lenient(profile) {
        Finding::pass(reason)
    } else {
        Finding::conditional(reason, say("host-change-as-image", "{1}", &figures))
    }
}

fn mutable(profile: &AssumedProfile, name: Figure) -> Finding {
    let banned = profile.ssh() == Ssh::Banned;
    let images = profile.host_change() == HostChange::PlannedImageOnly;
    match (banned, images) {
        (false, false) => {
            let template = "{0} changes in place, which the policy allows";
            Finding::pass(say("host-change-allowed", template, &[name]))
        }
        (true, false) => Finding::conditional(
            say("host-change-login", "{0} comes with a login, and SSH is banned", &[name]),
            say(
                "host-change-no-login",
                "switch SSH off in the base image, bring every change through configuration management, and replace \
                 a node that it cannot repair",
                &[],
            ),
        ),
        (false, true) => Finding::conditional(
            say(
                "host-change-in-place",
                "{0} changes in place, and only planned images are allowed",
                &[name],
            ),
            golden_image(),
        ),
        (true, true) => Finding::conditional(
            say(
                "host-change-both",
                "{0} comes with a login and changes in place; the policy bans SSH and allows only planned images",
                &[name],
            ),
            golden_image(),
        ),
    }
}

fn golden_image() -> Sentence {
    let template = "build the host as one image without SSH, never change it in service, and wipe and swap it for every \
                    change; nothing on the host itself enforces that";
    say("host-change-golden", template, &[])
}
