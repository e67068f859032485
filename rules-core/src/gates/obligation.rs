//! What the five obligation gates share: host, Kubernetes and framework each have to meet it.

use super::finding::{Finding, say, verdict_of};
use crate::catalog::{Cited, Support};
use crate::outcome::Verdict;
use crate::profile::{AssumedProfile, Compliance, Field};
use crate::reason::Figure;

/// A part of the stack and what the catalog says of it.
pub(super) type Part = (&'static str, &'static Cited<Support>);

/// Answers whether every part meets an obligation; the parts that need something done are named together.
pub(super) fn check(profile: &AssumedProfile, wanted: Compliance, parts: &[Part]) -> Finding {
    let name = Figure::one(Field::Compliance, wanted);
    if !profile.compliance().has(wanted) {
        return Finding::pass(say("obligation-not-asked", "{0} is not asked for", &[name]));
    }
    let worst = parts.iter().max_by_key(|(_, support)| verdict_of(support));
    let Some((part, support)) = worst else {
        return Finding::pass(say(
            "obligation-nobody",
            "nothing in the stack has to meet {0}",
            &[name],
        ));
    };
    let figures = [name, Figure::Name(part), Figure::Name(support.why)];
    let finding = match verdict_of(support) {
        Verdict::Pass => {
            Finding::pass(say("obligation-met", "every part meets {0} as it comes", &figures))
        }
        Verdict::Conditional => conditional(name, parts),
        Verdict::Unknown => {
            Finding::unknown(say("obligation-unknown", "{0} for {1} is not known: {2}", &figures))
        }
        Verdict::Fail if support.why.is_empty() => {
            Finding::fail(say("obligation-not-met", "{1} does not meet {0}", &figures))
        }
        Verdict::Fail => {
            Finding::fail(say("obligation-not-met-why", "{1} does not meet {0}: {2}", &figures))
        }
    };
    parts.iter().fold(finding, |finding, (_, support)| finding.citing(support.facts))
}

fn conditional(name: Figure, parts: &[Part]) -> Finding {
    let mut to_do = parts.iter().filter(|(_, support)| support.is(Support::Action));
    let (first, second) = (to_do.next(), to_do.next());
    let text = |part: Option<&Part>| Figure::Name(part.map_or("", |(_, support)| support.why));
    let reason = say("obligation-action", "{0} takes some work", &[name]);
    let action = match second {
        Some((_, support)) if first.is_some_and(|(_, other)| other.why != support.why) => {
            say("obligation-do-both", "{0}; {1}", &[text(first), text(second)])
        }
        _ => say("obligation-do", "{0}", &[text(first)]),
    };
    Finding::conditional(reason, action)
}
