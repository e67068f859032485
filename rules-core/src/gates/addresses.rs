//! Gate: the datastore survives how nodes get their addresses.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use super::place::Role;
use crate::catalog::{Cited, Support};
use crate::outcome::Pattern;
use crate::profile::{Addressing, AssumedProfile, Field};
use crate::reason::Figure;
use crate::stacks::Candidate;

pub(super) const GATE: Gate = Gate {
    id: "addresses",
    title: "Survives how nodes get their addresses",
    why: "Members of a quorum know each other by address; a node that comes back with another one does not come back.",
    formula: "addresses static or reserved: pass; dynamic: what the catalog says of a changed address, of one server or \
              of a quorum",
    reads: &[Field::Addressing, Field::Tier],
    looks_at: looks::NODE | looks::PATTERN,
    check,
};

fn check(profile: &AssumedProfile, candidate: &Candidate) -> Finding {
    if profile.addressing() != Addressing::Dynamic {
        return Finding::pass(say("addresses-fixed", "nodes keep their addresses", &[]));
    }
    if !Role::of(profile, candidate).has_datastore() {
        let template =
            "nodes of the site hold no member of a datastore, and call the centre themselves";
        return Finding::pass(say("addresses-no-member", template, &[]));
    }
    let distribution = candidate.distribution;
    let several = candidate.stack.pattern != Pattern::A;
    match (&distribution.quorum_address_change, several) {
        (Some(quorum), true) => changed(quorum, distribution.name),
        _ => changed(&distribution.address_change, distribution.name),
    }
}

fn changed(bears: &'static Cited<Support>, name: &'static str) -> Finding {
    let figures = [Figure::Name(name), Figure::Name(bears.why)];
    let finding = match bears.value {
        Some(Support::Yes) => {
            Finding::pass(say("addresses-bears", "{0} bears a changed address", &figures))
        }
        Some(Support::Action) => Finding::conditional(
            say("addresses-reacts", "{0} bears a changed address under a condition", &figures),
            say("addresses-action", "{1}", &figures),
        ),
        Some(Support::No) => Finding::fail(say(
            "addresses-breaks",
            "addresses change, and {0} does not bear it; reserve them",
            &figures,
        )),
        None => Finding::unknown(say("addresses-unknown", "addresses change; {1}", &figures)),
    };
    finding.citing(bears.facts)
}
