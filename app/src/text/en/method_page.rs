//! The Method page, in English.

use rules_core::outcome::EvidenceLevel;

use crate::text::method_page::{MethodPage, Parts, Terms};

pub static METHOD_PAGE: MethodPage = MethodPage {
    title: "Method",
    lead: "How Edgewise gets from answers to a shortlist: every gate, every criterion, every weight, with formula, figures and sources.",
    printed: "This text is printed from the rules themselves. The same text is in the repository as docs/method.md, and a \
              test fails when the two differ.",
    contents: "Contents",
    sheets: "Fact sheets of all options",
    parts: Parts {
        steps: "From answers to a shortlist",
        stacks: "What is compared",
        tree: "Five questions",
        unknown: "Unknown answers",
        assumptions: "Assumptions",
        gates: "Gates",
        criteria: "Criteria",
        evidence: "How well a score is founded",
        weights: "Weights",
        stakeholders: "Four ways to weigh",
        ranking: "Value and rank",
        shortlist: "Shortlist",
        pattern: "Pattern",
        certainty: "Certainty",
        floors: "What roles ask of a machine",
        facts: "Facts and sources",
        versions: "Versions",
    },
    terms: Terms {
        why: "Why",
        formula: "Rule",
        reads: "Reads",
        asks: "Asks",
        strong: "Strong when",
        suspicious: "Suspicious when",
        moves: "Moves",
        points: "Points",
        rule: "Answer",
        path: "Answers",
        leads: "Leads to",
        facts: "Facts",
        reads_nothing: "Nothing of the profile: the stack alone decides",
        no_facts: "None: Edgewise's own judgment",
        question: "Question",
        assumed: "Assumed",
        level: "Level",
        when: "When",
        interval: "The score may lie",
        group: "Group",
    },
    steps: |gates, criteria, stacks| {
        vec![
            "Five questions name a direction before anything is scored.".to_owned(),
            format!("{stacks} whole stacks are screened through {gates} gates. No score makes up for a gate that fails."),
            format!("{criteria} criteria are scored for each stack, also for those that are ruled out, so that a reader sees what they would have been worth."),
            "Weights follow from the profile by the rules below, unless you set your own.".to_owned(),
            "Weight times score makes a value, values make a ranking, and the ranking and the five questions make a shortlist of two or three that differ in substance.".to_owned(),
            "Where the five questions and the ranking disagree, the decision says so and why.".to_owned(),
        ]
    },
    stacks: |stacks| {
        format!(
            "A stack is a host, a Kubernetes, perhaps an edge framework, and a pattern. {stacks} stacks follow from what the \
             projects say goes together; none is listed by hand. An option, such as Talos or KubeEdge, stands where the best \
             stack with it stands."
        )
    },
    excluded: "The projects, or reports about them, rule these combinations out:",
    pair: |parts| parts.join(" with "),
    tree: "The questions are answered from the profile, or by hand. An open question leaves both branches open. The direction \
           is no verdict: gates and ranking may disagree with it.",
    assumptions: "Where an answer is missing, scores and weights reckon with this one, and the decision lists it. Gates do \
                  not: they look at every value that the answer may have.",
    gates: "A gate says what must hold. Its verdict is passed, conditional (with what has to be done), open, or ruled out. The \
            facts under a gate are those that it reads for any stack.",
    criteria: |low, high| {
        format!(
            "A criterion starts from a base and adds what profile and facts give for or against. The sum is cut to {low} to \
             {high} and rounded to a whole score. The ends are fixed, so no score depends on which other stacks are compared."
        )
    },
    evidence: "Every score says what it rests on, and so how far the true one may lie from it. These widths are a convention.",
    level: |level| match level {
        EvidenceLevel::Judged => {
            "judged by Edgewise from the design, or moved more by judgment than by cited facts"
        }
        EvidenceLevel::Documented => {
            "at least half of what moves the score from its base rests on cited facts"
        }
        EvidenceLevel::Measured => "measured by you at your own sites",
    },
    spread: |spread| {
        if spread > 0.0 {
            format!("up to {spread} above or below")
        } else {
            "nowhere else".to_owned()
        }
    },
    step: |question, yes| format!("{question} {}", if yes { "yes" } else { "no" }),
    weights: |base| {
        format!(
            "Every criterion starts with {base} points. Each rule adds points where the profile raises what is at stake, or \
             takes some away. The share of a criterion is its points divided by the sum of all. The points are Edgewise's \
             judgment; own weights replace all of it."
        )
    },
    band: |from, points| format!("from {from}: {points}"),
    below: |points| format!("below: {points}"),
    answer: |answer, points| format!("{answer}: {points}"),
    stakeholders: "Points of four groups that have to live with a platform. If one stack leads for all four, the choice is \
                   easy to defend.",
    pattern: |pattern, name, when| format!("{} {name}: {when}", pattern.id().to_uppercase()),
    floors: "The careful figures with which the gates on memory, processor and disk reckon. Where sources disagree, the \
             higher figure counts, and a lower one is allowed under the condition that stands with it. Figures are in MiB \
             and GiB; facts that say MB or GB are taken as such.",
    facts: "Every figure of a product comes from a cited fact: a claim in our words, the page it was read on, and the day. \
            Thresholds in rules, points and weights that cite none are Edgewise's judgment, and are printed above so that they \
            can be disputed. A fact that is older than twelve months on the day you look is marked as old.",
    read: |count, first, last| format!("{count} facts, for days from {first} to {last}."),
    versions: |rules, catalog| format!("Rules {rules}, catalog of {catalog}."),
    share: |criterion, points| format!("{criterion} {points}"),
    source_columns: ["Site", "Facts"],
    sources: "Where they were read:",
    cited: "The facts that gates and criteria read:",
};
