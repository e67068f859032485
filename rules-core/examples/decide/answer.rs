//! What `decide` prints, as a function of what it was given.

use std::fmt::Write;

use rules_core::outcome::{Decision, ProductResult, TreeAnswer, Verdict};
use rules_core::profile::SiteProfile;
use rules_core::{Choices, decide, decision_json, file};

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
    let values: Vec<_> = decisions.iter().map(decision_json).collect();
    match &values[..] {
        [one] => format!("{one:#}"),
        several => format!("{:#}", serde_json::json!(several)),
    }
}

fn as_text(decisions: &[Decision]) -> String {
    decisions.iter().map(summary).collect::<Vec<_>>().join("\n")
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

fn line(text: &mut String, words: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{words}");
}
