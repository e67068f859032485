//! The Decision page in English.

use rules_core::outcome::{EvidenceLevel, Leaf, Question, QuestionResult, TreeAnswer};

use super::method::METHOD;
use crate::text::decision::{Answer, Assumptions, Candidates, Decision, Matrix, Tree, Weights};

pub const DECISION: Decision = Decision {
    title: "Decision",
    lead: "What to evaluate first, why, and what was ruled out. Every figure opens the rule and the facts behind it.",
    answer: ANSWER,
    tree: TREE,
    candidates: CANDIDATES,
    matrix: MATRIX,
    weights: WEIGHTS,
    assumptions: ASSUMPTIONS,
};

const ANSWER: Answer = Answer {
    title: "Shortlist",
    lead: "Two or three stacks to put through the same tests; a shortlist, not a purchase.",
    first: "Evaluate first",
    compare: "Compare with",
    value: |value| format!("{value} of 100"),
    open_title: "Not enough known to name a first",
    open_body: "Edgewise does not guess a winner. Answer these and it will name one; everything below already shows \
                what follows from the answers so far.",
    open_needed: |count| match count {
        1 => "One answer to give".to_owned(),
        more => format!("{more} answers to give, the most telling first"),
    },
    none_title: "Every stack is ruled out",
    none_body: "No combination passes all gates with these answers. The table below says for each which gate it fails; \
                one of the demands has to give way.",
    agreement: "Tree and ranking",
    agree: |direction, first| {
        format!(
            "They agree: the five questions point to {}, and the ranking puts {first} first.",
            any_of(direction)
        )
    },
    agree_on_pattern: |direction, first| {
        format!(
            "They agree in part: the five questions point to {}. The ranking also wants a cluster at each site, but \
             puts {first} first.",
            any_of(direction)
        )
    },
    best_named: |best, best_value, first_value| {
        format!("The best of what they name is {best}, with {best_value} to {first_value}.")
    },
    disagree: |direction, first, first_value, best, best_value| {
        format!(
            "They disagree: the five questions point to {}, whose best stack is {best} with {best_value}; the ranking \
             puts {first} first with {first_value}.",
            any_of(direction)
        )
    },
    difference,
    ruled_out: |direction, first| {
        format!(
            "They disagree: the five questions point to {}, all of which is ruled out; of what is left, the ranking \
             puts {first} first.",
            any_of(direction)
        )
    },
    because: |name, reason| format!("{name}: {reason}"),
    direction_open: "One of the questions on the path has no answer yet, so the direction is wider than it will be.",
    pattern: "Topology pattern",
    pattern_name: |id, name| format!("{}: {name}", id.to_uppercase()),
    record: "Write the decision record",
};

const TREE: Tree = Tree {
    title: "Direction",
    lead: "Five questions, answered from your profile. Open one to see where its answer comes from, or to answer it yourself.",
    path,
    branch: |yes, open| match (yes, open) {
        (true, false) => "yes",
        (true, true) => "yes?",
        (false, false) => "no",
        (false, true) => "no?",
    },
    short,
    state,
    leaf,
    overridden: "overridden",
    comes_from: "Follows from",
    would_settle: "Would be settled by",
    answer_yourself: "Answer for the tree",
    from_profile: |derived| {
        match derived {
            TreeAnswer::Yes => "From the profile (yes)",
            TreeAnswer::No => "From the profile (no)",
            TreeAnswer::Unknown => "From the profile (not known)",
        }
        .to_owned()
    },
    yes: "Yes",
    no: "No",
};

const CANDIDATES: Candidates = Candidates {
    title: "Candidates",
    help: "Bar: the value, by criterion. Whisker: where it may lie, given how well each score is founded.",
    range: |low, high| format!("may lie between {low} and {high}"),
    ruled_out: |count| match count {
        0 => "No option is ruled out.".to_owned(),
        1 => "One option is ruled out.".to_owned(),
        more => format!("{more} options are ruled out."),
    },
};

const MATRIX: Matrix = Matrix {
    title: "Scores and gates",
    lead: "1 is weak, 5 is strong. Dotted scores are judged, the others documented. Open a \
           score or a verdict for its rule, its figures and its sources.",
    caption: "All eleven options, each through its best stack: seven scores, total value and verdict of the gates",
    option: "Option",
    total: "Total",
    gates: "Gates",
    through: |stack| format!("as {stack}"),
    cell: |option, criterion, score, level| {
        format!("{criterion} of {option}: {score} of 5, {}", (METHOD.level)(level))
    },
    verdict: |option, verdict| format!("Gates of {option}: {verdict}"),
    no_stack: "No combination that the projects vouch for contains it.",
    no_total: "no total",
    no_total_mark: "\u{2013}",
    score_of: |criterion, stack, score| format!("{criterion} of {stack}: {score} of 5"),
    gates_of: |stack| format!("Gates for {stack}"),
    close: "Close",
    asks: "Asks",
    strong: "Strong when",
    suspicious: "Suspicious when",
    formula: "Rule",
    made_of: "What the score is made of",
    sum,
    delta: signed,
    reads: "Reads",
    facts: |count| match count {
        1 => "1 fact".to_owned(),
        more => format!("{more} facts"),
    },
    no_facts: "Judged by Edgewise; no published fact is cited.",
    as_of: |date| format!("read {date}"),
    source: |host| host.to_owned(),
    action: "To do",
    depends_on: "Depends on",
    as_assumed: "With the assumed answer: ",
    passing: |count| match count {
        1 => "1 gate passed".to_owned(),
        more => format!("{more} gates passed"),
    },
};

const WEIGHTS: Weights = Weights {
    title: "Weights",
    derived: "Derived from your profile. Move one to weigh for yourself; the ranking follows at once.",
    own: "Set by you; they are kept with the profile and travel in its link.",
    reset: "Reset to derived",
    senseless: "All seven are zero, so the derived weights are used until one of them counts.",
    slider: |criterion| format!("Weight of {criterion}"),
    number: |criterion| format!("Points for {criterion}"),
    spoken: |points, share| format!("{points} points, {share} % of all"),
    points: "points",
    share: |share| format!("{share}\u{202f}%"),
    why: |criterion| format!("for the weight of {criterion}"),
    why_short: "Why",
    step: signed,
    derived_sum: |points, share| {
        format!("{points} points, {share} % of all: the weight that follows from the profile")
    },
    stakeholders: "Four ways to weigh",
    stakeholders_lead: "What would lead if one group alone set the weights.",
    stakeholder: |id| match id {
        "application" => "Application teams",
        "security" => "Security",
        "networking" => "Networking",
        "operations" => "Operations",
        _ => "Others",
    },
    leads: |name, value| format!("{name} would lead with {value}"),
    nobody_leads: "Nothing leads",
    take: |group| format!("the weights of {group}"),
    take_short: "Use",
    taken: "In use",
    unanimous: |name| format!("{name} leads for all four, so the choice is easy to defend."),
    divided: |count| {
        format!(
            "{count} different stacks lead, so the choice depends on whose concerns come first."
        )
    },
};

const ASSUMPTIONS: Assumptions = Assumptions {
    title: "Assumptions",
    lead: |count| match count {
        1 => "One question has no answer. The decision reckons with this:".to_owned(),
        more => format!("{more} questions have no answer. The decision reckons with these:"),
    },
    none: "Every question is answered; nothing is assumed.",
    columns: ["Question", "Assumed", "Why"],
    caption: "Questions without an answer, what is assumed for each, and why",
};

fn any_of(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

fn difference(parts: &[(&'static str, i32)]) -> String {
    let parts: Vec<_> = parts
        .iter()
        .map(|(criterion, points)| format!("{criterion} {}", signed(f64::from(*points))))
        .collect();
    format!("The difference in points comes from {}.", parts.join(", "))
}

/// A figure with its sign, and decimals only where there are any.
fn signed(figure: f64) -> String {
    let sign = if figure < 0.0 { "\u{2212}" } else { "+" };
    format!("{sign}{}", plain(figure.abs()))
}

fn plain(figure: f64) -> String {
    let text = format!("{figure:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn sum(sum: f64, score: u32, low: f64, high: f64, level: EvidenceLevel) -> String {
    let (sum, low, high) = (plain(sum), plain(low), plain(high));
    let level = (METHOD.level)(level);
    format!(
        "They add up to {sum}; cut to 1 to 5 and rounded, that is {score}. Because the score is {level}, it may lie \
         between {low} and {high}."
    )
}

fn path(steps: &[(Question, TreeAnswer)], leaves: &[Leaf]) -> String {
    let steps: Vec<_> = steps
        .iter()
        .map(|(question, answer)| format!("{} {}", short(*question), (METHOD.tree_answer)(*answer)))
        .collect();
    let leaves: Vec<_> = leaves.iter().map(|leaf| (METHOD.leaf)(*leaf)).collect();
    format!(
        "Decision tree with the path taken. {}. Leads to: {}.",
        steps.join("; "),
        leaves.join("; ")
    )
}

fn short(question: Question) -> &'static str {
    match question {
        Question::Q1 => "Must work go on without WAN?",
        Question::Q2 => "Is device or cloud sync core?",
        Question::Q3 => "One or two nodes, rebuildable?",
        Question::Q4 => "No SSH drift over Linux habit?",
        Question::Q5 => "Ubuntu and snap the standard?",
    }
}

fn state(result: &QuestionResult) -> String {
    if !result.on_path {
        return "not asked".to_owned();
    }
    match (result.answer, result.overridden) {
        (TreeAnswer::Unknown, _) => "not known: both ways open".to_owned(),
        (answer, true) => format!("{}, answered by you", (METHOD.tree_answer)(answer)),
        (answer, false) => format!("{}, from your answers", (METHOD.tree_answer)(answer)),
    }
}

fn leaf(leaf: Leaf) -> (&'static str, &'static str) {
    match leaf {
        Leaf::CloudEdgeSync => ("KubeEdge first", "compare OpenYurt"),
        Leaf::Autonomy => ("OpenYurt, or a cluster at each site", "on what? the questions go on"),
        Leaf::SmallAndRebuildable => ("k3s first", "k0s for fewer bundled opinions"),
        Leaf::ImmutableHost => ("Talos first", "Kairos if the base system must vary"),
        Leaf::SnapStandard => ("MicroK8s", ""),
        Leaf::FleetRequirements => ("k0s, k3s, RKE2 or standard", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_carry_their_sign_and_no_idle_decimals() {
        assert_eq!(signed(1.0), "+1");
        assert_eq!(signed(-0.5), "\u{2212}0.5");
        assert_eq!(signed(0.25), "+0.25");
        assert_eq!(plain(10.0), "10");
    }

    #[test]
    fn every_group_has_a_name() {
        for group in rules_core::weights::STAKEHOLDERS {
            assert_ne!((WEIGHTS.stakeholder)(group.id), "Others", "{}", group.id);
        }
    }

    #[test]
    fn names_are_joined_as_alternatives() {
        let names = ["Talos".to_owned(), "Kairos".to_owned(), "k3s".to_owned()];
        assert_eq!(any_of(&names), "Talos, Kairos or k3s");
    }
}
