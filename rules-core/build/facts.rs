//! The facts of the catalog: read, checked, and written as sheets.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::emit::{Report, known_keys};

const KEYS: [&str; 13] = [
    "id",
    "topic",
    "claim",
    "value",
    "unit",
    "source",
    "path",
    "as_of",
    "note",
    "conflicts_with",
    "versions",
    "status",
    "more",
];
/// How a thread stood when it was read.
const STATUS: [&str; 3] = ["open", "closed", "merged"];

/// Every fact of every file, by id.
#[derive(Default)]
pub struct Facts {
    all: BTreeMap<String, Table>,
    /// First parts of ids: a literal that starts with one of them means to cite.
    owners: BTreeSet<String>,
}

impl Facts {
    /// Takes the facts out of a file.
    pub fn take(&mut self, file: &mut Table, owner: &str, place: &str, report: &mut Report) {
        self.owners.insert(owner.to_owned());
        let Some(Value::Array(list)) = file.remove("facts") else {
            report.fault(place, "facts", "should be a list of facts");
            return;
        };
        for (at, fact) in list.into_iter().enumerate() {
            let Value::Table(fact) = fact else { continue };
            let id = fact.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            let place = format!("{place}: facts[{at}] {id}");
            check(&fact, &id, owner, &place, report);
            if self.all.insert(id, fact).is_some() {
                report.fault(&place, "id", "is there twice");
            }
        }
    }

    /// Reports citations of facts that do not exist.
    pub fn check_citations(&self, report: &mut Report) {
        let missing: Vec<_> =
            report.cited.iter().filter(|(id, _)| !self.all.contains_key(id)).cloned().collect();
        for (id, place) in missing {
            report.fault(&place, &id, "is not a fact of the catalog");
        }
        let conflicts =
            self.all.iter().filter_map(|(id, fact)| Some((id, fact.get("conflicts_with")?)));
        for (id, other) in conflicts {
            if other.as_str().is_none_or(|other| !self.all.contains_key(other)) {
                report.fault(id, "conflicts_with", "is not a fact of the catalog");
            }
        }
    }

    /// Reports facts that a source file cites and that do not exist, by looking at its string literals.
    pub fn check_literals(&self, path: &Path, report: &mut Report) {
        let text = fs::read_to_string(path).expect("a source file is text");
        for literal in text.split('"').filter(|part| self.means_to_cite(part)) {
            if !self.all.contains_key(literal) {
                report.fault(&path.display().to_string(), literal, "is not a fact of the catalog");
            }
        }
    }

    fn means_to_cite(&self, literal: &str) -> bool {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c);
        literal.chars().all(plain)
            && literal.split_once('.').is_some_and(|(owner, rest)| {
                self.owners.contains(owner) && rest.contains('.') && !rest.ends_with('.')
            })
    }

    /// Returns every fact as JSON, in the order of the ids.
    pub fn sheets(&self) -> String {
        let all: Vec<BTreeMap<&str, String>> = self.all.values().map(sheet).collect();
        serde_json::to_string(&all).expect("texts have a JSON form")
    }
}

fn check(fact: &Table, id: &str, owner: &str, place: &str, report: &mut Report) {
    known_keys(fact, &KEYS, place, report);
    if !id.strip_prefix(owner).is_some_and(|rest| rest.starts_with('.')) {
        report.fault(place, "id", "should start with the id of the file and a full stop");
    }
    for key in ["topic", "claim", "source"] {
        if fact.get(key).and_then(Value::as_str).is_none_or(|text| text.trim().is_empty()) {
            report.fault(place, key, "should be a text");
        }
    }
    if fact.get("source").and_then(Value::as_str).is_some_and(|url| !url.starts_with("https://")) {
        report.fault(place, "source", "should start with https://");
    }
    if fact.get("status").is_some_and(|is| !is.as_str().is_some_and(|is| STATUS.contains(&is))) {
        report.fault(place, "status", "should be open, closed or merged");
    }
    let more = fact.get("more").map(|more| more.as_array().map_or(&[][..], Vec::as_slice));
    let is_link = |link: &Value| link.as_str().is_some_and(|url| url.starts_with("https://"));
    if more.is_some_and(|more| more.is_empty() || !more.iter().all(is_link)) {
        report.fault(place, "more", "should be a list of links that start with https://");
    }
    let day = fact.get("as_of").and_then(Value::as_datetime);
    if day.is_none_or(|day| day.date.is_none() || day.time.is_some()) {
        report.fault(place, "as_of", "should be a day, as in 2026-11-22 without quotes");
    }
}

/// A fact with every value as text, the way a reader would write it.
fn sheet(fact: &Table) -> BTreeMap<&str, String> {
    let shown = KEYS.into_iter().filter(|key| *key != "path");
    shown.filter_map(|key| Some((key, plain(fact.get(key)?)))).collect()
}

/// Returns a value as a reader would write it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Datetime(day) => day.to_string(),
        Value::Table(_) => String::new(),
    }
}
