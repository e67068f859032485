//! What `decide` prints, as a function of what it was given.

use std::fmt::Write;

use rules_core::certainty::{Shares, Word, study};
use rules_core::counterfactual::{Edit, Flip, Side, flips, questions};
use rules_core::decide::everywhere;
use rules_core::outcome::{Decision, ProductResult, TreeAnswer, Verdict};
use rules_core::profile::SiteProfile;
use rules_core::{Choices, advice, decide, file, pitfalls, reports, whole_json};

/// What was asked for.
pub struct Ask {
    /// Where the profiles stand; `-` is standard input.
    pub paths: Vec<String>,
    /// Whether JSON is wanted.
    pub json: bool,
}

impl Ask {
    /// Reads the arguments; `None` when they make no sense.
    pub fn from_args(args: impl Iterator<Item = String>) -> Option<Self> {
        let mut ask = Self { paths: Vec::new(), json: false };
        for arg in args {
            match arg.as_str() {
                "--json" => ask.json = true,
                flag if flag.starts_with("--") => return None,
                _ => ask.paths.push(arg),
            }
        }
        (!ask.paths.is_empty()).then_some(ask)
    }
}

/// The text of a profile with the name under which faults are told.
pub struct Source {
    /// File name, or "standard input".
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// Returns what to print, or every fault of every profile, one a line.
pub fn answer(sources: &[Source], json: bool) -> Result<String, String> {
    let mut profiles = Vec::new();
    let mut faults = Vec::new();
    for source in sources {
        match profile(&source.text) {
            Ok(profile) => profiles.push(profile),
            Err(own) => {
                faults.extend(own.iter().map(|fault| format!("{}: {fault}", source.name)));
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    let decisions: Vec<_> =
        profiles.iter().map(|profile| decide(profile, &Choices::default())).collect();
    if json { Ok(as_json(&decisions)) } else { Ok(as_text(&decisions)) }
}

fn profile(text: &str) -> Result<SiteProfile, Vec<String>> {
    let draft = file::read(text).map_err(|faults| told(&faults))?;
    let parsed = draft.parse();
    if parsed.faults.is_empty() { Ok(parsed.profile) } else { Err(told(&parsed.faults)) }
}

fn told(faults: &[impl ToString]) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

fn as_json(decisions: &[Decision]) -> String {
    let values: Vec<_> =
        decisions.iter().map(|decision| whole_json(decision, &Choices::default())).collect();
    match &values[..] {
        [one] => format!("{one:#}"),
        several => format!("{:#}", serde_json::json!(several)),
    }
}

fn as_text(decisions: &[Decision]) -> String {
    let mut parts: Vec<_> = decisions.iter().map(summary).collect();
    if decisions.len() > 1 {
        parts.push(one_tool(decisions));
    }
    parts.join("\n")
}

/// What one substrate for all classes would cost, the cheapest few first.
fn one_tool(decisions: &[Decision]) -> String {
    let classes: Vec<_> = decisions.iter().collect();
    let mut text = "One host, Kubernetes and framework for all, points lost by each:\n".to_owned();
    for one in everywhere(&classes).iter().take(5) {
        let parts =
            [Some(one.substrate.host), Some(one.substrate.kubernetes), one.substrate.framework];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join("+");
        let losses = one.losses.iter().map(|loss| {
            loss.map_or_else(|| "ruled out".to_owned(), |points| format!("{points:.1}"))
        });
        let losses = losses.collect::<Vec<_>>().join(", ");
        writeln!(text, "  {name}: {losses}").expect("a text takes every line");
    }
    text
}

fn summary(decision: &Decision) -> String {
    let mut text = String::new();
    let name = match decision.profile.name() {
        "" => "Unnamed profile",
        name => name,
    };
    line(&mut text, name);
    shortlist(decision, &mut text);
    let pattern = &decision.pattern;
    let id = pattern.pattern.id().to_uppercase();
    line(&mut text, &format!("Pattern {id}: {}", pattern.reason.english()));
    tree(decision, &mut text);
    line(&mut text, "Options:");
    for result in &decision.products {
        line(&mut text, &option(result, decision));
    }
    for warning in &decision.warnings {
        line(&mut text, &format!("Warning: {}", warning.message.english()));
    }
    certain(decision, &mut text);
    next(decision, &mut text);
    beside(decision, &mut text);
    let assumed = decision.assumptions.len();
    line(&mut text, &format!("Assumed in place of an answer: {assumed} fields"));
    text
}

fn shortlist(decision: &Decision, text: &mut String) {
    if !decision.needed.is_empty() {
        let fields: Vec<_> = decision.needed.iter().map(|field| field.id()).collect();
        line(text, &format!("Not enough known; answer first: {}", fields.join(", ")));
        return;
    }
    line(text, "Evaluate:");
    for entry in &decision.shortlist {
        let result = &decision.stacks[entry.stack];
        let why = entry.reason.english();
        line(text, &format!("  {} ({:.1}): {why}", result.stack.id, result.value));
    }
}

fn tree(decision: &Decision, text: &mut String) {
    line(text, &format!("Direction: {}", decision.tree.direction.join(", ")));
    for question in decision.tree.questions.iter().filter(|question| question.on_path) {
        let answer = match question.answer {
            TreeAnswer::Yes => "yes",
            TreeAnswer::No => "no",
            TreeAnswer::Unknown => "open",
        };
        let id = question.question.id();
        line(text, &format!("  {id} {answer}: {}", question.reason.english()));
    }
}

fn option(result: &ProductResult, decision: &Decision) -> String {
    let Some(best) = result.best.and_then(|at| decision.stacks.get(at)) else {
        return format!("  {}: no stack", result.product);
    };
    let head = format!("  {} {} through {}", result.product, result.verdict.id(), best.stack.id);
    if let Some(rank) = result.rank {
        return format!("{head}, rank {rank}, {:.1}", best.value);
    }
    let fails = best.gates.iter().filter(|gate| gate.verdict == Verdict::Fail);
    let why: Vec<_> = fails.map(|gate| gate.reason.english()).collect();
    format!("{head}: {}", why.join("; "))
}

/// So many flips and questions are told; the JSON has all.
const TOLD: usize = 5;

/// How certain the decision is.
fn certain(decision: &Decision, text: &mut String) {
    let Some(found) = study(decision) else { return };
    let share =
        |shares: &Option<Shares>| shares.as_ref().map_or(0.0, |it| 100.0 * it.first_rank[0]);
    let (near, any) = (share(&found.near), share(&found.any));
    let (word, radius) = (found.word.map_or("", Word::id), 100.0 * found.held.radius);
    line(
        text,
        &format!(
            "Certainty: {word}; first for {near:.0} % of the weights near these, {any:.0} % of any; weights may drift {radius:.1} %"
        ),
    );
}

/// What would change the decision, and what to find out next.
fn next(decision: &Decision, text: &mut String) {
    let (profile, choices) = (&decision.profile, Choices::default());
    let flips = flips(profile, &choices);
    if !flips.is_empty() {
        line(text, "Another stack comes first:");
    }
    for flip in flips.iter().take(TOLD) {
        line(text, &told_flip(flip));
    }
    let questions = questions(profile, &choices);
    let worth: Vec<_> = questions.iter().filter(|question| question.evppi > 0.0).collect();
    if !worth.is_empty() {
        line(text, "Worth finding out, in points of value:");
    }
    for question in worth.into_iter().take(TOLD) {
        let (evppi, percent) = (question.evppi, 100.0 * question.p_flip);
        let field = question.field.id();
        line(
            text,
            &format!("  {field}: {evppi:.1}, {percent:.0} % of its answers change the first"),
        );
    }
}

fn told_flip(flip: &Flip) -> String {
    let edits: Vec<_> = flip.edits.iter().map(told_edit).collect();
    let (edits, through) = (edits.join(" and "), flip.through.id());
    format!("  with {edits}: {} ({:.1}), through {through}", flip.first, flip.value)
}

fn told_edit(edit: &Edit) -> String {
    let side = edit.break_even.map_or("", |number| match number.side {
        Side::AtMost => " or fewer",
        Side::AtLeast => " or more",
    });
    let until = edit.break_even.and_then(|number| number.until);
    let until = until.map_or_else(String::new, |until| format!(" until {until}"));
    format!("{} {}{side}{until}", edit.field.id(), edit.field.print(edit.to))
}

/// What stands beside the decision for the stack that is evaluated first.
fn beside(decision: &Decision, text: &mut String) {
    let Some(first) = decision.shortlist.first() else { return };
    let stack = &decision.stacks[first.stack].stack;
    line(text, &format!("Pitfalls of {}:", stack.id));
    for pitfall in pitfalls::detect(&decision.profile, stack) {
        let (reason, fix) = (pitfall.reason.english(), pitfall.fix.english());
        line(text, &format!("  {}: {reason}. {fix}", pitfall.id));
    }
    line(text, &format!("Companions of {}:", stack.id));
    for advice in advice::companions(&decision.profile, stack) {
        for entry in &advice.entries {
            let cost =
                entry.cost(&decision.assumed).map(|cost| told_cost(&cost)).unwrap_or_default();
            let (job, stance) = (advice.job.id(), entry.stance.id());
            let reason = entry.reason.english();
            line(text, &format!("  {job}: {stance} {}{cost}: {reason}", entry.name));
        }
    }
    let reports = reports::matching(&decision.profile, stack);
    let ids: Vec<_> = reports.iter().map(|found| found.report.id).collect();
    line(text, &format!("Field reports on {}: {}", stack.id, ids.join(", ")));
}

fn told_cost(cost: &advice::Cost) -> String {
    let of = |figure: Option<u32>, unit: &str| {
        figure.map_or_else(|| format!("unknown {unit}"), |figure| format!("{figure} {unit}"))
    };
    let share = cost.ram_share.map_or_else(String::new, |share| format!(", {share} % of a node"));
    let ram = of(cost.ram_mib.value, "MiB");
    let cpu = of(cost.cpu_millicores.value, "millicores");
    format!(" ({}: {ram}{share}, {cpu})", cost.spread.id())
}

fn line(text: &mut String, words: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{words}");
}
