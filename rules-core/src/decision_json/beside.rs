//! What stands beside the decision for the stack that is evaluated first: pitfalls, companion advice, field reports.

use serde_json::{Value, json};

use super::{ids, list};
use crate::advice::{self, Advice, Entry};
use crate::catalog::Cited;
use crate::outcome::{Decision, Stack};
use crate::pitfalls::{self, Pitfall};
use crate::profile::{AssumedProfile, SiteProfile};
use crate::reports::{self, Match};

pub(super) fn pitfalls(profile: &SiteProfile, stack: &Stack) -> Value {
    list(&pitfalls::detect(profile, stack), pitfall)
}

fn pitfall(pitfall: &Pitfall) -> Value {
    json!({
        "id": pitfall.id,
        "title": pitfall.title,
        "reason": pitfall.reason.english(),
        "fix": pitfall.fix.english(),
        "assumed": ids(&pitfall.assumed),
        "facts": pitfall.facts,
    })
}

pub(super) fn companions(decision: &Decision, stack: &Stack) -> Value {
    let all = advice::companions(&decision.profile, stack);
    list(&all, |advice| job(advice, &decision.assumed))
}

fn job(advice: &Advice, profile: &AssumedProfile) -> Value {
    json!({
        "job": advice.job.id(),
        "entries": list(&advice.entries, |one| entry(one, profile)),
        "assumed": ids(&advice.assumed),
    })
}

fn entry(entry: &Entry, profile: &AssumedProfile) -> Value {
    let mut value = json!({
        "name": entry.name,
        "stance": entry.stance.id(),
        "reason": entry.reason.english(),
        "facts": entry.facts,
    });
    if let Some(cost) = entry.cost(profile) {
        value["cost"] = json!({
            "spread": cost.spread.id(),
            "ram_mib": figure(&cost.ram_mib),
            "cpu_millicores": figure(&cost.cpu_millicores),
            "ram_share_percent": cost.ram_share,
        });
    }
    value
}

/// A figure with its facts, or why it is unknown.
fn figure(cited: &Cited<u32>) -> Value {
    match cited.value {
        Some(value) => json!({ "value": value, "facts": cited.facts }),
        None => json!({ "unknown": cited.why }),
    }
}

pub(super) fn reports(profile: &SiteProfile, stack: &Stack) -> Value {
    list(&reports::matching(profile, stack), report)
}

/// What a report says is the fact of its id.
fn report(found: &Match) -> Value {
    let when = found.report.when.iter().map(|condition| condition.id());
    json!({
        "id": found.report.id,
        "of": found.report.of,
        "when": when.collect::<Vec<_>>(),
        "assumed": ids(&found.assumed),
    })
}
