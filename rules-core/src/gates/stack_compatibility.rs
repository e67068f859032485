//! Gate: the projects vouch for the combination, and its versions meet.

use super::Gate;
use super::finding::{Finding, say};
use super::looks;
use crate::catalog::Backing;
use crate::profile::AssumedProfile;
use crate::reason::Figure;
use crate::stacks::{Candidate, Joint};

pub(super) const GATE: Gate = Gate {
    id: "stack-compatibility",
    title: "Is a combination that the projects vouch for",
    why: "A combination that nobody vouches for is your own product to maintain.",
    formula: "stated by a project: pass; possible with work: conditional; nothing said: unknown. A framework whose newest \
              supported Kubernetes is older than the oldest that the centre maintains: conditional",
    reads: &[],
    looks_at: looks::JOINTS,
    check,
};

fn check(_: &AssumedProfile, candidate: &Candidate) -> Finding {
    let versions = versions(candidate);
    candidate.joints.iter().map(vouched).fold(versions, Finding::worse)
}

fn vouched(joint: &Joint) -> Finding {
    let why = Figure::Name(joint.why);
    let finding = match joint.backing {
        Backing::Stated => Finding::pass(say(
            "stack-compatibility-stated",
            "the projects vouch for it: {0}",
            &[why],
        )),
        Backing::Action => Finding::conditional(
            say(
                "stack-compatibility-work",
                "the host does not come with what the framework needs",
                &[],
            ),
            say("stack-compatibility-action", "{0}", &[why]),
        ),
        Backing::Silent => Finding::unknown(say(
            "stack-compatibility-silent",
            "nobody vouches for it: {0}",
            &[why],
        )),
        Backing::Excluded => Finding::fail(say(
            "stack-compatibility-excluded",
            "it is known not to work: {0}",
            &[why],
        )),
    };
    finding.citing(joint.facts)
}

/// Whether the framework keeps up with the Kubernetes that is still maintained.
fn versions(candidate: &Candidate) -> Finding {
    let Some(framework) = candidate.framework else {
        return Finding::pass(say(
            "stack-compatibility-alone",
            "there is no framework to keep in step",
            &[],
        ));
    };
    let pair = framework.newest_minor.value.zip(candidate.distribution.oldest_minor.value);
    match pair {
        Some((newest, oldest)) if newest < oldest => {
            let figures = [
                Figure::Name(framework.name),
                Figure::Count(u64::from(newest)),
                Figure::Count(u64::from(oldest)),
            ];
            let template = "{0} vouches for Kubernetes up to 1.{1}, while 1.{2} is the oldest that is still maintained upstream";
            let action = "run the centre on 1.{1} with somebody who maintains it, or prove the framework on 1.{2}";
            Finding::conditional(
                say("stack-compatibility-versions", template, &figures),
                say("stack-compatibility-versions-action", action, &figures),
            )
            .citing(framework.newest_minor.facts)
            .citing(candidate.distribution.oldest_minor.facts)
        }
        _ => {
            let template = "{0} names the versions of Kubernetes that it goes with";
            Finding::pass(say(
                "stack-compatibility-named",
                template,
                &[Figure::Name(framework.name)],
            ))
            .citing(framework.newest_minor.facts)
        }
    }
}
