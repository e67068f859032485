//! The page: summary, table of cases, oracles, case by case.

use std::fmt::Write;

use rules_core::catalog::catalog;

use crate::run::{Run, Standing};
use crate::support::Answered;
use crate::support::case::{Basis, Case, Confidence, Entries, Left, Maturity, Stage, Value};
use crate::support::oracles::ORACLES;

const HEAD: &str = "# Calibration

Organisations have published what they run at the edge, and some of them why. This page puts what is known of their
sites through the calculator and sets the answer beside what they chose. A test writes it from
[`rules-core/cases`](../rules-core/cases) and fails while it is out of date:

```sh
EDGEWISE_RENEW=1 cargo test -p rules-core --test calibration
```

Every case is decided twice: from what its sources state and imply, and from what they state alone. What follows from the
choice itself (a banned SSH on a system that has none) is kept apart and is never an input. Where too little is known the
calculator names no first; the place in brackets is then the one that its assumptions would give. No rule knows a case.
A choice counts as found by its option and by the kind of its host, where the source names it.

Read it for what it is: seventeen cases, chosen by what could be found in public, most of them told by those who are
content, often with the help of a supplier, and few in enough detail to be answered. Agreement shows that the rules are
not absurd; it does not show that they, or the organisations, are right.
";

/// Both runs of a case.
struct Decided<'a> {
    case: &'a Case,
    /// With what is implied, and without.
    runs: [Run; 2],
}

impl Decided<'_> {
    fn chosen(&self, run: &Run) -> Standing {
        run.standing(&self.case.chosen.parts())
    }
}

/// Writes the page.
pub fn page(cases: &[Case]) -> String {
    let decided: Vec<_> = cases
        .iter()
        .map(|case| Decided { case, runs: [Run::of(case, true), Run::of(case, false)] })
        .collect();
    let mut page = HEAD.to_owned();
    page += "\n## Summary\n\n";
    page += &summary(&decided);
    page += "\n## Cases\n\n";
    page += &table(&decided);
    page += "\n## Public oracles\n\n";
    page += &oracles();
    page += "\n## Case by case\n";
    for one in &decided {
        page += &section(one);
    }
    page
}

fn summary(decided: &[Decided]) -> String {
    let mut text = "| | stated and implied | stated alone |\n| --- | ---: | ---: |\n".to_owned();
    let mut row = |label: &str, count: &dyn Fn(&Decided, &Run) -> Option<bool>| {
        let cells = [0, 1].map(|at| {
            let asked = decided.iter().filter_map(|one| count(one, &one.runs[at]));
            let (yes, of) = asked.fold((0, 0), |(yes, of), held| (yes + usize::from(held), of + 1));
            format!("{yes} of {of}")
        });
        line(&mut text, &format!("| {label} | {} | {} |", cells[0], cells[1]));
    };
    let answered = |run: &Run| !run.abstains();
    row("enough is known to name a first", &|_, run| Some(answered(run)));
    row("where it is: the choice is first", &|one, run| {
        answered(run).then(|| one.chosen(run) == Standing::First)
    });
    row("where it is: the choice is shortlisted", &|one, run| {
        answered(run).then(|| one.chosen(run).is_listed())
    });
    row("where it is: the choice is ruled out", &|one, run| {
        answered(run).then(|| one.chosen(run).is_out())
    });
    row("where it is: something they left stands before what they chose", &|one, run| {
        let known = || one.case.left.iter().any(|left| left.option.is_some());
        (answered(run) && known()).then(|| left_before_chosen(one, run))
    });
    row("the advised pattern is the one they built", &|one, run| {
        Some(run.answered.decision.pattern.pattern.id() == one.case.pattern)
    });
    row("the choice is ruled out, whether enough is known or not", &|one, run| {
        Some(one.chosen(run).is_out())
    });
    text
}

/// Whether something that an organisation left stands before what it chose.
fn left_before_chosen(one: &Decided, run: &Run) -> bool {
    let chosen = one.chosen(run).order();
    let known = one.case.left.iter().filter(|left| left.option.is_some());
    known.into_iter().any(|left| run.standing(&left.parts()).order() < chosen)
}

fn table(decided: &[Decided]) -> String {
    let mut text =
        "| case | chosen | stated and implied | stated alone |\n| --- | --- | --- | --- |\n"
            .to_owned();
    for one in decided {
        let cells = one.runs.each_ref().map(|run| {
            let chosen = short(&one.chosen(run));
            if run.abstains() { format!("not enough known ({chosen})") } else { chosen }
        });
        let (name, id) = (&one.case.name, anchor(&one.case.name));
        let option = option_name(one.case.chosen.parts().option.as_deref());
        line(&mut text, &format!("| [{name}](#{id}) | {option} | {} | {} |", cells[0], cells[1]));
    }
    text
}

/// A standing in a cell: the gates are told further down.
fn short(standing: &Standing) -> String {
    if standing.is_out() { "ruled out".to_owned() } else { standing.to_string() }
}

fn oracles() -> String {
    let mut text =
        "Twelve situations with an answer that any sound method has to give; each is a test.\n"
            .to_owned();
    for (number, oracle) in (1..).zip(&ORACLES) {
        let (names, answers): (Vec<_>, Vec<_>) = (oracle.answers)().into_iter().unzip();
        line(&mut text, &format!("\n{number}. **{}**", oracle.situation));
        for claim in (oracle.claims)(&answers) {
            let held = match claim.holds {
                Some(true) => "holds",
                Some(false) => "**does not hold**",
                None => "not computed by the engine today",
            };
            line(&mut text, &format!("   - {}: {held}", claim.says));
        }
        for (name, answered) in names.iter().zip(&answers) {
            line(&mut text, &format!("   - {name}: {}", shortlist(answered)));
        }
    }
    text
}

fn section(one: &Decided) -> String {
    let case = one.case;
    let mut text = format!("\n### {}\n\n", case.name);
    let known = format!(
        "{}, {}, {}; {}; confidence {}{}.",
        capital(&case.domain),
        case.year,
        maturity(case.maturity),
        if case.by_supplier { "told with a supplier" } else { "told without a supplier" },
        confidence(case.confidence),
        case.confidence_why
            .as_ref()
            .map_or_else(String::new, |why| format!(". {}", why.trim_end_matches('.'))),
    );
    line(&mut text, &known);
    line(
        &mut text,
        &format!(
            "\nChose **{}**{}:",
            case.chosen.told,
            if case.compared { ", after a comparison" } else { "" }
        ),
    );
    line(&mut text, "");
    for reason in &case.reasons {
        line(&mut text, &format!("- {reason}"));
    }
    for regret in &case.regrets {
        line(&mut text, &format!("- Regret: {regret}"));
    }
    text += &runs(one);
    if let Some(miss) = &case.miss {
        line(&mut text, &format!("\n**Why the answer differs:** {miss}"));
    }
    text += &inputs(case);
    line(&mut text, "\nSources:\n");
    for link in &case.sources {
        line(&mut text, &format!("- <{link}>"));
    }
    for link in &case.origins {
        line(&mut text, &format!("- <{link}> (pointed to, not read)"));
    }
    text
}

fn runs(one: &Decided) -> String {
    let mut text = "\n| | stated and implied | stated alone |\n| --- | --- | --- |\n".to_owned();
    let mut row = |label: &str, cell: &dyn Fn(&Run) -> String| {
        let cells = one.runs.each_ref().map(cell);
        line(&mut text, &format!("| {label} | {} | {} |", cells[0], cells[1]));
    };
    row("answers known", &|run| run.known.to_string());
    row("evaluate", &|run| shortlist(&run.answered));
    row("pattern", &|run| pattern(run, &one.case.pattern));
    row("their choice", &|run| one.chosen(run).to_string());
    for left in &one.case.left {
        let label = format!("{} {}", stage(left), left.what);
        row(&label, &|run| run.standing(&left.parts()).to_string());
    }
    text += "\n";
    for left in &one.case.left {
        line(&mut text, &format!("- {} {}: {}", capital(stage(left)), left.what, left.why));
    }
    text
}

fn pattern(run: &Run, built: &str) -> String {
    let advised = run.answered.decision.pattern.pattern.id();
    let note = if advised == built {
        "as built".to_owned()
    } else {
        format!("built: {}", built.to_uppercase())
    };
    format!("{}, {note}", advised.to_uppercase())
}

fn shortlist(answered: &Answered) -> String {
    if !answered.decision.needed.is_empty() {
        let asked: Vec<_> =
            answered.decision.needed.iter().map(|field| format!("`{}`", field.id())).collect();
        return format!("not enough known; answer next: {}", asked.join(", "));
    }
    let ids: Vec<_> = answered.shortlist().map(|result| format!("`{}`", result.stack.id)).collect();
    if ids.is_empty() { "everything is ruled out".to_owned() } else { ids.join(", then ") }
}

fn inputs(case: &Case) -> String {
    let mut text = "\n| field | value | basis | ground |\n| --- | --- | --- | --- |\n".to_owned();
    text += &rows(&case.stated, "stated");
    text += &rows(&case.implied, "implied");
    text += &rows(&case.outcome, "outcome, not an input");
    for besides in &case.besides {
        let basis = match besides.basis {
            Basis::Stated => "stated",
            Basis::Implied => "implied",
            Basis::Outcome => "outcome",
        };
        line(&mut text, &format!("| (no field) | | {basis} | {} |", besides.what));
    }
    text
}

fn rows(entries: &Entries, basis: &str) -> String {
    let mut text = String::new();
    for (key, entry) in entries {
        let value = match &entry.value {
            Value::Whole(number) => rules_core::reason::grouped((*number).into()),
            Value::Text(text) => text.clone(),
            Value::Set(members) => members.join(", "),
        };
        let more = if entry.at_least { "at least " } else { "" };
        line(&mut text, &format!("| `{key}` | {more}{value} | {basis} | {} |", entry.why));
    }
    text
}

fn option_name(id: Option<&str>) -> &'static str {
    id.and_then(|id| catalog().product(id)).map_or("", |product| product.name)
}

fn stage(left: &Left) -> &'static str {
    match left.stage {
        Stage::Abandoned => "abandoned",
        Stage::Rejected => "rejected",
        Stage::Considered => "considered",
    }
}

fn maturity(maturity: Maturity) -> &'static str {
    match maturity {
        Maturity::Production => "in production",
        Maturity::Pilot => "a pilot",
        Maturity::Demonstration => "a demonstration",
    }
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a heading is called in links to it.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn line(text: &mut String, line: &str) {
    writeln!(text, "{line}").expect("text takes lines");
}
