//! The decision record, in English.

use rules_core::advice::{Cost, Stance};
use rules_core::catalog::{Job, Spread};
use rules_core::reason::grouped;

use crate::text::facts_note::FactsNote;
use crate::text::record::{Document, Record};

pub static RECORD: Record = Record {
    title: "Decision record",
    intro: "What you found out, in a form that others can check: keep it in Git beside the profile. The same answers give \
            the same text, letter by letter.",
    without_facts: FactsNote {
        coming: "The facts that the record cites are on their way.",
        missing: "The fact sheets did not arrive, so this record names facts by their ids only.",
        again: "Fetch the facts again",
    },
    preview: "The record, as it is copied and downloaded",
    copy: "Copy record",
    copied: "The record is on the clipboard.",
    refused: "The browser did not allow copying. Select the text below and copy it by hand.",
    download: "Download record (.md)",
    download_profile: "Download profile (.yaml)",
    downloaded,
    not_downloaded: "The browser did not take the file. Copy the record instead.",
    print: "Print",
    document: Document {
        titled,
        untitled,
        status: "Status: proposed. A direction and a shortlist to test, not a purchase.",
        context: "The edge we mean",
        site_class,
        question: "Question",
        answer: "Answer",
        assumptions: "Assumed, because it is not known",
        assumptions_intro: "The decision reckons with these until somebody finds out. A different answer may change it.",
        assumed: "Assumed",
        why: "Why",
        contradictions: "Answers that do not go together",
        drivers: "What counts how much",
        derived_weights: "The weights follow from the profile by printed rules.",
        own_weights: "The weights were set by hand.",
        criterion: "Criterion",
        weight: "Weight",
        share,
        direction: "Direction of the decision tree",
        direction_is,
        overridden,
        not_asked: "not asked",
        options: "Options considered",
        options_intro: "Each option through the best whole stack that speaks for it. Values run from 0 to 100.",
        option: "Option",
        best: "Best stack",
        verdict: "Screening",
        value: "Value",
        rank: "Rank",
        nothing: "none",
        outcome: "Decision",
        first,
        compare,
        not_enough,
        nothing_left: "Every stack is ruled out for this profile. The rejected options below say by what; one of those \
                       demands has to give way, or the profile describes two classes of sites.",
        pattern,
        conditions: "On condition",
        condition,
        depends,
        consequences: "Consequences",
        good,
        bad,
        pitfalls: "Pitfalls of this choice",
        pitfalls_intro: "Mistakes that others have paid for, and that these sites with the first stack are about to make.",
        pitfall,
        on_assumption,
        companions: "What the distribution does not decide",
        companions_intro: "For the first stack. A cost that nothing we read gives is called unknown; measure it before rollout.",
        job_head: "Job",
        advice: "Advice",
        cost_head: "Cost",
        job,
        stance,
        cost,
        do_with,
        left_out: "Looked at and left out:",
        leave,
        reports: "Field reports to ask about",
        reports_intro: "What people told the public issue trackers about parts of the first stack, under conditions that hold here. \
                        One voice each, not a measurement, and what was reported may be mended: ask, and test.",
        report,
        scores: "Scores",
        measured_intro: "Measured at own sites, in place of what the rules give:",
        measured: |criterion, stack, score, day| {
            format!("{criterion} of {stack}: {score} of 5, measured on {day}")
        },
        scores_intro: "1 is weak, 5 is strong, on fixed scales; in brackets the interval that the evidence leaves open.",
        stack: "Stack",
        rejected: "Rejected, and by what evidence",
        rejected_intro: "Nothing here is bad; it does not fit this profile. If the evidence changes, so does the verdict.",
        ruled_out,
        facts: "Facts this rests on",
        facts_intro: "Each with its source and the day to which the source is dated.",
        facts_missing: "The fact sheets were not at hand when this record was written, so facts are named by their ids only.",
        fact,
        profile: "The profile",
        profile_intro: "Save it as a file and open it in Edgewise, or give it to the same rules on the command line.",
        more: "Where this comes from",
        versions,
        link,
        limits: "Edgewise compares published facts with the answers above. What it cannot see, such as your drivers, your \
                 data and your people under pressure, needs a test at a real site.",
    },
};

fn downloaded(name: &str) -> String {
    format!("{name} was handed to the browser.")
}

fn titled(stack: &str, name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{name}: evaluate {stack} first"),
        None => format!("Kubernetes at the edge: evaluate {stack} first"),
    }
}

fn untitled(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{name}: no stack can be named yet"),
        None => "Kubernetes at the edge: no stack can be named yet".to_owned(),
    }
}

fn site_class(tier: &str, sites: Option<&str>, nodes: Option<&str>) -> String {
    let sites = sites.unwrap_or("an unknown number of sites");
    let nodes = nodes.unwrap_or("an unknown number of nodes");
    let mut letters = tier.chars();
    let tier: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    format!("{tier}, {sites}, {nodes} at each.")
}

fn share(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn direction_is(names: &[String]) -> String {
    format!("In this order: {}.", names.join(", "))
}

fn overridden(answer: &str, derived: &str) -> String {
    format!("{answer} (set by hand; the profile says {derived})")
}

fn first(stack: &str, why: &str) -> String {
    format!("Evaluate **{stack}** first: {why}.")
}

fn compare(stack: &str, why: &str) -> String {
    format!("Compare **{stack}** in the same tests: {why}.")
}

fn not_enough(fields: &[&'static str]) -> String {
    format!("Not enough is known to name a stack. Answer these next: {}.", fields.join("; "))
}

fn pattern(pattern: &str, why: &str) -> String {
    format!("Pattern: **{pattern}**, because {why}.")
}

fn condition(stack: &str, gate: &str, action: &str) -> String {
    format!("**{stack}** ({gate}): {action}.")
}

fn depends(stack: &str, fields: &[&'static str]) -> String {
    format!("**{stack}** also depends on answers that are not known yet: {}.", fields.join("; "))
}

fn good(criterion: &str, reason: &str) -> String {
    format!("Good ({criterion}): {reason}.")
}

fn bad(criterion: &str, reason: &str) -> String {
    format!("Bad ({criterion}): {reason}.")
}

fn pitfall(title: &str, reason: &str, fix: &str) -> String {
    format!("**{title}**: {reason} Instead: {fix}.")
}

fn on_assumption(fields: &[&'static str]) -> String {
    format!(" (Assumed, not answered: {}.)", fields.join("; "))
}

fn job(job: Job) -> &'static str {
    match job {
        Job::PodNetwork => "Pod network",
        Job::LoadBalancer => "Load balancer",
        Job::Storage => "Storage",
        Job::Registry => "Images",
        Job::RuntimeSecurity => "Runtime security",
        Job::Observability => "Observability",
        Job::FleetTooling => "Fleet tooling",
        Job::ClusterShape => "One cluster or many",
        Job::OperatingModel => "Operating model",
    }
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Keep => "keep",
        Stance::Take => "bring",
        Stance::Consider => "consider",
        Stance::Leave => "leave out",
    }
}

fn cost(cost: &Cost) -> String {
    let whose = match cost.spread {
        Spread::EveryNode => "per node",
        Spread::StorageNode => "per storage node",
        Spread::Cluster => "per cluster",
        Spread::Machine => "on a machine of its own",
    };
    let of = |figure: Option<u32>| figure.map(|figure| grouped(u64::from(figure)));
    let share =
        cost.ram_share.map_or_else(String::new, |share| format!(" ({share} % of its memory)"));
    match (of(cost.ram_mib.value), of(cost.cpu_millicores.value)) {
        (None, None) => format!("{whose}: unknown"),
        (Some(ram), None) => format!("{whose}: {ram} MiB{share}, processor unknown"),
        (None, Some(cpu)) => format!("{whose}: memory unknown, {cpu} millicores"),
        (Some(ram), Some(cpu)) => format!("{whose}: {ram} MiB{share}, {cpu} millicores"),
    }
}

fn do_with(stance: &str, name: &str) -> String {
    format!("{stance}: {name}")
}

fn leave(name: &str, reason: &str) -> String {
    format!("**{name}**: {reason}")
}

fn report(claim: &str, note: &str, source: &str, about: &[&str]) -> String {
    format!("{claim} {note} ({source}, {})", about.join(", "))
}

fn ruled_out(option: &str, stack: &str) -> String {
    if option == stack { option.to_owned() } else { format!("{option} (best: {stack})") }
}

fn fact(claim: &str, source: &str, as_of: &str) -> String {
    format!("{claim} ({source}, {as_of})")
}

fn versions(app: &str, rules: &str, catalog: &str) -> String {
    format!("Edgewise {app}, rules {rules}, catalog of {catalog}.")
}

fn link(link: &str) -> String {
    if link.starts_with('#') {
        return format!(
            "Open this decision again: paste `{link}` into the Start page of Edgewise."
        );
    }
    format!("Open this decision again: <{link}>")
}
