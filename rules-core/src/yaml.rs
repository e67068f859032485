//! Profiles as YAML, the form that is kept in Git and written by hand.
//!
//! Read with a parser of events rather than one that builds values: it tells the line of everything, leaves aliases
//! unexpanded, and nothing here can grow beyond the file. Written by hand: the vocabulary is closed, so the only text
//! that needs quoting is the name.

mod flags;
mod flat;
mod parse;

use std::fmt::Write as _;

use crate::file::{self, FileFault};
use crate::outcome::TreeResult;
use crate::profile::{Answer, Draft, Field, SiteProfile};

/// Most bytes that are read: a profile with every field has about two thousand.
const MAX_BYTES: usize = 64 * 1024;

/// Reads a profile from YAML: its keys under `site:` or at the top, `decision_flags:` beside it skipped, since they
/// follow from the profile. Older names of keys are known, `-` and `_` are the same, and so is any case.
///
/// # Errors
/// Every fault there is, with its line; of broken YAML, the first.
///
/// # Examples
/// ```
/// let draft = rules_core::yaml::read("site:\n  tier: near-edge\n  sites: 3400\n").expect("it is sound");
/// assert_eq!(draft.raw(rules_core::profile::Field::Sites), "3400");
///
/// let faults = rules_core::yaml::read("tier: moon\nsites: 0\n").expect_err("both answers are wrong");
/// assert_eq!(faults[1].to_string(), "line 2: sites: 0 sites is below the minimum of 1 sites");
/// ```
pub fn read(text: &str) -> Result<Draft, Vec<FileFault>> {
    file::check_size(text, MAX_BYTES)?;
    let text = text.trim_start_matches('\u{feff}');
    match parse::parse(text) {
        Ok(root) => file::take(root),
        Err(faults) => flat::parse(text).and_then(|root| file::take(root).ok()).ok_or(faults),
    }
}

/// Returns the profile as YAML: answered fields in the order of the form, and what the tree says of them if it is given.
#[must_use]
pub fn write(profile: &SiteProfile, tree: Option<&TreeResult>) -> String {
    let mut lines = Vec::new();
    if !profile.name().is_empty() {
        lines.push(format!("  name: {}\n", quoted(profile.name())));
    }
    for field in Field::ALL.iter().copied() {
        if let Some(answer) = profile.answer(field) {
            lines.push(format!("  {}: {}\n", field.id(), scalar(field, answer)));
        }
    }
    let site = if lines.is_empty() {
        "site: {}\n".to_owned()
    } else {
        format!("site:\n{}", lines.concat())
    };
    tree.map_or_else(|| site.clone(), |tree| format!("{site}{}", flags::write(tree)))
}

fn scalar(field: Field, answer: Answer) -> String {
    match answer {
        Answer::YesNo(yes) => yes.to_string(),
        Answer::Set(0) => "[]".to_owned(),
        Answer::Set(_) => format!("[{}]", field.print(answer)),
        Answer::Choice(_) | Answer::Whole(_) => field.print(answer),
    }
}

/// Returns a text in double quotes, everything escaped that YAML does not print.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if is_printable(c) => quoted.push(c),
            c => write!(quoted, "\\U{:08x}", u32::from(c))
                .expect("a string takes whatever is written to it"),
        }
    }
    quoted.push('"');
    quoted
}

/// Returns whether YAML 1.2 prints a character and no reader breaks a line at it.
fn is_printable(c: char) -> bool {
    let breaks = matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}');
    !breaks
        && matches!(c, ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests;
