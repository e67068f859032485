//! Gate: people who count on logging in to a host will find one.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::Shell;
use crate::profile::{AssumedProfile, Field, Ssh};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "host-login",
    title: "Gives responders the way in that they count on",
    why: "A runbook that starts with a login fails at the worst moment on a host that has none.",
    formula: "a host with a login: pass; without one: pass where SSH is banned anyway, else new runbooks are the condition",
    reads: &[Field::Ssh],
    looks_at: looks::HOST,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    let shell = &candidate.host.shell;
    let name = Figure::Name(candidate.host.name);
    let finding = match (shell.value, profile.ssh()) {
        (Some(Shell::Absent), Ssh::Banned) => {
            Finding::pass(say("host-login-none-wanted", "{0} has no login, and none is allowed", &[name]))
        }
        (Some(Shell::Absent), _) => Finding::conditional(
            say("host-login-absent", "{0} has neither shell nor SSH, and logging in is part of the policy", &[name]),
            say(
                "host-login-runbooks",
                "rewrite every runbook that logs in: calls to its interface, configuration patches, debug containers, \
                 and node replacement",
                &[],
            ),
        )
        .citing(&["talos.os.debug-container"]),
        _ => Finding::pass(say("host-login-there", "{0} can be logged in to where the policy allows it", &[name])),
    };
    finding.citing(shell.facts)
}
