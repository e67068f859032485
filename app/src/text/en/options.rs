//! The Options page, in English.

use rules_core::catalog::{Delivery, PartKind, ProductKind};
use rules_core::reason::grouped;

use crate::text::facts_note::FactsNote;
use crate::text::options::{Figures, Least, Options, Role};

pub static OPTIONS: Options = Options {
    lead: "Eleven options that are not one category: each fills one role or several in a stack. Open one for its fact sheet.",
    all: "All options",
    kind: |kind| match kind {
        ProductKind::Distribution => "Kubernetes distribution",
        ProductKind::OperatingSystem => "Operating system for Kubernetes nodes",
        ProductKind::EdgeFramework => "Edge framework over a central cluster",
        ProductKind::Managed => "Managed control plane",
    },
    roles,
    facts: |count| match count {
        1 => "1 fact".to_owned(),
        more => format!("{more} facts"),
    },
    standing: "Standing",
    licence: "Licence",
    is_a: "Kind",
    fills: "Role in a stack",
    unknown: |why| format!("not known: {why}"),
    yours: "For the profile on screen",
    best: |stack, rank, value| {
        format!("Best as {stack}: place {rank} among the options, value {value} of 100.")
    },
    best_unranked: |stack| format!("Nearest as {stack}. Too little is answered to name a place."),
    best_out: |stack| format!("Nearest as {stack}, which is ruled out:"),
    no_stack: "No combination that the projects vouch for contains it.",
    decision: "Scores and gates in the decision",
    action: "To do:",
    floors: "What it asks of a machine",
    floors_lead: "The figures with which the gates reckon. Where sources disagree, the higher one counts and the lower one stands \
                  beside it with its condition.",
    figures: Figures {
        role,
        memory: "Memory it takes",
        node_memory: "Memory of the whole node",
        cores: "Cores of the node",
        disk: "Disk it takes",
        node_disk: "Disk of the whole node",
        sizing: "More workers",
        sized: |memory, cores, workers| {
            format!("{memory} and {cores} carry up to {} workers", grouped(workers.into()))
        },
        unknown: "no figure",
        figure,
    },
    parts: "What comes along",
    part_columns: ["Part", "As it comes", "How another one takes its place"],
    part: |part| match part {
        PartKind::Cni => "Pod network",
        PartKind::NetworkPolicy => "Network policies",
        PartKind::Ingress => "Ingress",
        PartKind::LoadBalancer => "Load balancer",
        PartKind::Storage => "Storage",
        PartKind::Dns => "DNS",
        PartKind::Metrics => "Metrics",
    },
    delivery: |delivery| match delivery {
        Delivery::Bundled => "comes switched on",
        Delivery::OptIn => "has to be switched on",
        Delivery::Absent => "has to be brought",
        Delivery::NotStated => "not said in what was read",
    },
    comes: |name, delivery| {
        if name.is_empty() { delivery.to_owned() } else { format!("{name}: {delivery}") }
    },
    all_facts: "Facts",
    facts_lead: |count, stale| {
        let old = match stale {
            0 => "None is older than twelve months.".to_owned(),
            1 => "One is older than twelve months and marked so.".to_owned(),
            more => format!("{more} are older than twelve months and marked so."),
        };
        format!("{count} facts, each with the page and the day it was read. {old}")
    },
    topic,
    reports: "Field reports",
    reports_lead: "What others met in the field. A report is one voice: it moves no score and rules nothing out.",
    without_facts: FactsNote {
        coming: "The fact sheets are on their way.",
        missing: "The fact sheets did not arrive. Figures and parts above are here without them.",
        again: "Fetch the facts again",
    },
    value: |value, unit| {
        // Facts name their unit in the plural.
        let unit = if value == "1" { unit.strip_suffix('s').unwrap_or(unit) } else { unit };
        format!("{value} {unit}")
    },
    conflict: "These two sources disagree",
};

fn roles(host: bool, kubernetes: bool, framework: bool) -> String {
    let all = [(host, "host"), (kubernetes, "Kubernetes"), (framework, "edge framework")];
    let filled: Vec<_> = all.iter().filter(|(fills, _)| *fills).map(|(_, name)| *name).collect();
    match filled.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        other => other.join(""),
    }
}

fn role(name: &str, role: Role) -> String {
    match role {
        Role::Server => format!("{name}, a server that also runs workloads"),
        Role::Agent => format!("{name}, a node without control plane"),
        Role::Edge => format!("{name}, an edge node"),
        Role::Machine => format!("{name}, the whole machine"),
    }
}

fn figure(value: &str, least: Option<Least>, why: Option<&str>) -> String {
    let mut said = value.to_owned();
    if let Some((least, action)) = least {
        said = format!("{said}; as little as {least} if this is done: {action}");
    }
    match why {
        Some(why) => format!("{said} ({why})"),
        None => said,
    }
}

fn topic(topic: &str, count: usize) -> String {
    let name = match topic {
        "air-gap" => "Air gap",
        "architecture" => "Architecture",
        "autonomy" => "Autonomy",
        "datastore" => "Datastore",
        "field-report" => "Field reports",
        "fleet-identity" => "Fleet identity",
        "footprint" => "Footprint",
        "lifecycle" => "Life cycle",
        "networking" => "Networking",
        "observability" => "Observability",
        "os-model" => "OS model",
        "project" => "Project",
        "security" => "Security",
        "storage" => "Storage",
        "upgrade" => "Upgrades",
        other => other,
    };
    format!("{name} ({count})")
}

#[cfg(test)]
mod tests {
    use rules_core::catalog::FactSheets;

    use super::*;

    #[test]
    fn roles_are_joined_in_words() {
        assert_eq!(roles(true, true, false), "host and Kubernetes");
        assert_eq!(roles(false, false, true), "edge framework");
    }

    #[test]
    fn every_topic_of_the_catalog_has_a_name() {
        for fact in FactSheets::built_in().all() {
            assert!(topic(&fact.topic, 1).starts_with(char::is_uppercase), "{}", fact.topic);
        }
    }
}
