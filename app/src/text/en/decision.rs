//! The Decision page in English.

use rules_core::decide::Standing;
use rules_core::measured::{Day, MOST_STACKS, MeasuredFault, NOTE_MAX};
use rules_core::outcome::{
    EvidenceLevel, Leaf, Pattern, Question, QuestionResult, Stack, TreeAnswer,
};
use rules_core::reason::grouped;

use super::method::METHOD;
use super::rail::and;
use crate::text::decision::{
    Answer, Assumptions, Beside, Candidates, Decision, Fleet, Matrix, MeasuredProblem,
    MeasuredWords, Tree, Versus, Weights,
};

pub static DECISION: Decision = Decision {
    title: "Decision",
    lead: "What to evaluate first, why, and what was ruled out. Every figure opens the rule and the facts behind it.",
    answer: ANSWER,
    tree: TREE,
    candidates: CANDIDATES,
    matrix: MATRIX,
    measured: MEASURED,
    weights: WEIGHTS,
    assumptions: ASSUMPTIONS,
    versus: VERSUS,
    fleet: FLEET,
    beside: BESIDE,
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
    ruled_out: |count| match count {
        0 => "No option is ruled out.".to_owned(),
        1 => "One option is ruled out.".to_owned(),
        more => format!("{more} options are ruled out."),
    },
};

const MATRIX: Matrix = Matrix {
    title: "Scores and gates",
    lead: "1 is weak, 5 is strong. Dotted scores are judged, framed ones measured by you, the others documented. Open \
           a score or a verdict for its rule, its figures and its sources.",
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
    why: "Why",
    in_method: "This rule in the method",
    reads: "Reads",
    facts: |count| match count {
        1 => "1 fact".to_owned(),
        more => format!("{more} facts"),
    },
    facts_coming: "The fact sheets are on their way.",
    facts_missing: |ids| {
        format!(
            "The fact sheets did not arrive; load the page again when you are connected. The ids of these facts: {}.",
            ids.join(", ")
        )
    },
    as_of: |date| format!("read {date}"),
    stale: "older than 12 months",
    otherwise: "Another source says otherwise:",
    source: |host| host.to_owned(),
    action: "To do",
    depends_on: "Depends on",
    as_assumed: "With the assumed answer: ",
    passing: |count| match count {
        1 => "1 gate passed".to_owned(),
        more => format!("{more} gates passed"),
    },
};

const MEASURED: MeasuredWords = MeasuredWords {
    title: "Measured at your own sites",
    lead: "A score that you measured takes the place of the one that the rules give, and counts without an interval.",
    add: "Note a measured score",
    stack: "Stack that was tried",
    tried,
    criterion: "Criterion",
    score: "Score",
    of_five: |score| match score {
        1 => "1 of 5: weak".to_owned(),
        5 => "5 of 5: strong".to_owned(),
        other => format!("{other} of 5"),
    },
    day: "Day",
    note: "How it was measured",
    note_help: |most| {
        format!("May stay empty; at most {most} characters. Goes into links only when you tick it.")
    },
    put: "Use this score",
    counts: |criterion, stack, score| format!("{criterion} of {stack} counts as {score} of 5 now."),
    problem,
    entry: |criterion, score| format!("{criterion}: {score} of 5."),
    unknown_stack: "This version of Edgewise knows no such stack; the score is kept and has no effect.",
    take_out: "Take out",
    take_out_name: |criterion, stack| format!("Take out: {criterion} of {stack}"),
};

fn tried(stack: &Stack) -> String {
    let pattern = match stack.pattern {
        Pattern::A => "one node",
        Pattern::B => "local cluster",
        Pattern::C => "edge nodes of a central cluster",
        Pattern::D => "regional cluster",
    };
    format!("{}, {pattern}", (METHOD.stack)(stack))
}

fn problem(problem: &MeasuredProblem) -> String {
    match problem {
        MeasuredProblem::Day(found) if found.is_empty() => {
            "Day: empty or not a day; say when it was measured.".to_owned()
        }
        MeasuredProblem::Day(found) => {
            format!("Day: {found} is not a day from {} to {}.", Day::FIRST_YEAR, Day::LAST_YEAR)
        }
        MeasuredProblem::Of(MeasuredFault::Score) => {
            "Score: it takes a whole number from 1 to 5.".to_owned()
        }
        MeasuredProblem::Of(MeasuredFault::Note) => {
            format!("How it was measured: at most {NOTE_MAX} characters.")
        }
        MeasuredProblem::Of(MeasuredFault::Stack) => "Stack: there is no such stack.".to_owned(),
        MeasuredProblem::Of(MeasuredFault::Criterion) => {
            "Criterion: there is none like it.".to_owned()
        }
        MeasuredProblem::Of(MeasuredFault::Day) => "Day: it is none.".to_owned(),
        MeasuredProblem::Of(MeasuredFault::TooManyStacks) => format!(
            "Stack: scores of {MOST_STACKS} stacks are noted already, which is all that a link has room for. Take one \
             out first."
        ),
    }
}

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
    objects: |now, because, despite| {
        let ahead = format!("Would disagree with {now}: ahead of it in {}", and(because));
        match despite {
            [] => format!("{ahead}."),
            some => format!("{ahead}, which outweighs {}.", and(some)),
        }
    },
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

const VERSUS: Versus = Versus {
    title: "Why the first comes before the second",
    second: "Hold the first against",
    choice: |name, ruled_out| {
        if ruled_out { format!("{name} (ruled out)") } else { name.to_owned() }
    },
    standing,
    carried: |second, because, despite| match despite {
        [] => format!("{second} is better at nothing that counts; {} adds most.", and(because)),
        some => {
            let outweigh = if because.len() == 1 { "alone outweighs" } else { "outweigh" };
            format!("{} {outweigh} what {second} is better at: {}.", and(because), and(some))
        }
    },
    caption: "Criteria in which the two stacks differ: what each adds to the lead of the first, and both scores",
    criterion: "Criterion",
    adds: "Adds to the lead",
    score: |score| format!("{score:.0} of 5"),
    points: tenths,
    together: "All criteria",
    same: "No criterion that counts tells them apart.",
    made_of: |criterion| format!("{criterion}: what only one of them has"),
    gates: |count| match count {
        1 => "One gate answers differently".to_owned(),
        more => format!("{more} gates answer differently"),
    },
};

const FLEET: Fleet = Fleet {
    title: "Weak scores over the fleet",
    lead: "A score below 3 is carried at every site. Points missing there stand beside the points of value; they are \
           never added to them.",
    caption: "What is missing at a site and over all sites",
    stack: "Stack",
    weak: "Scores below 3",
    site: "Points missing at a site",
    over: |sites| match sites {
        1 => "At the one site".to_owned(),
        sites => format!("Over {} sites", grouped(sites.into())),
    },
    score: |criterion, score| format!("{criterion} {score:.0}"),
    points: grouped,
    none: "none",
    convention: "To see when that would weigh: a point missing at 1,000 sites is held as heavy as one point of value. This \
                 rate is a convention; at twice the rate half the sites do.",
    overtaken: |stack, sites| match sites {
        1 => format!("From the first site on, {stack} comes first."),
        sites => format!("From {} sites on, {stack} comes first.", grouped(sites.into())),
    },
    stays: "No other choice carries less, so the first stays first for any number of sites.",
};

const BESIDE: Beside = Beside {
    title: "Pitfalls, companions and field reports",
    lead: |stack| format!("For {stack}. Nothing here rules out a stack or moves a score."),
    pitfalls: |count| match count {
        0 => "None of the pitfalls that Edgewise looks for was found.".to_owned(),
        1 => "One pitfall".to_owned(),
        more => format!("{more} pitfalls"),
    },
    fix: "Instead:",
    advice: |count| format!("What the distribution does not decide ({count})"),
    left: |count| format!("Looked at and left out ({count})"),
    piece: |job, what| format!("{job}: {what}."),
    reports: |count| match count {
        0 => "No field report that we read concerns these sites with this stack.".to_owned(),
        1 => "One field report to ask about".to_owned(),
        more => format!("{more} field reports to ask about"),
    },
    assumed: "Assumed, not answered",
};

fn standing(standing: Standing, first: &str, second: &str, points: f64) -> String {
    let by = format!("{} of 100 points", plain((points.abs() * 10.0).round() / 10.0));
    match standing {
        Standing::AheadByScreening => {
            format!("{second} is ruled out and {first} is not; points cannot make up for that.")
        }
        Standing::AheadByValue if points < 0.05 => format!("{first} leads {second} by a hair."),
        Standing::AheadByValue => format!("{first} leads {second} by {by}."),
        Standing::Level => format!(
            "{first} and {second} have the same value; the order among equals decides which is named first."
        ),
        Standing::BehindByValue => format!("{second} has {by} more than {first}."),
        Standing::BehindByScreening => format!("{first} is ruled out and {second} is not."),
    }
}

/// Points with their sign and one decimal, so that a column of them can be read down.
fn tenths(points: f64) -> String {
    let sign = if points < 0.0 { "\u{2212}" } else { "+" };
    format!("{sign}{:.1}", points.abs())
}

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
    if level == EvidenceLevel::Measured {
        return format!("It was measured: {score} counts as it is, without an interval.");
    }
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
    fn a_lead_is_said_in_points_and_a_ruling_out_is_not() {
        assert_eq!(
            standing(Standing::AheadByValue, "a", "b", 4.26),
            "a leads b by 4.3 of 100 points."
        );
        assert!(!standing(Standing::AheadByScreening, "a", "b", -4.26).contains("4.3"));
        assert_eq!((tenths(-0.5), tenths(12.04)), ("\u{2212}0.5".to_owned(), "+12.0".to_owned()));
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
