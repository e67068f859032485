//! The cited facts of the catalog: read, checked, and written as a table and as sheets.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::emit::{Report, known_keys};

const KEYS: [&str; 10] =
    ["id", "topic", "claim", "value", "unit", "source", "path", "as_of", "note", "conflicts_with"];

/// Every fact of every file, by id.
#[derive(Default)]
pub struct Facts {
    all: BTreeMap<String, Table>,
    /// First parts of ids: a literal that starts with one of them means to cite.
    owners: BTreeSet<String>,
    cited_in_source: BTreeSet<String>,
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

    /// Notes every fact that a source file cites, by looking at its string literals.
    pub fn read_literals(&mut self, path: &Path, report: &mut Report) {
        let text = fs::read_to_string(path).expect("a source file is text");
        let cited: Vec<_> = text.split('"').filter(|part| self.means_to_cite(part)).collect();
        for literal in cited {
            if self.all.contains_key(literal) {
                self.cited_in_source.insert(literal.to_owned());
            } else {
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

    /// Returns the cited facts as Rust source, in the order of their ids.
    pub fn tables(&self, report: &Report) -> String {
        let cited: BTreeSet<_> =
            report.cited.iter().map(|(id, _)| id).chain(&self.cited_in_source).collect();
        let rows: Vec<_> = self
            .all
            .iter()
            .filter(|(id, _)| cited.contains(id))
            .map(|(id, fact)| row(id, fact))
            .collect();
        format!("&[{}]", rows.join(",\n"))
    }

    /// Returns every fact as JSON, in the order of the ids.
    pub fn sheets(&self) -> String {
        let all: Vec<_> = self.all.values().collect();
        serde_json::to_string(&all).expect("tables of texts and numbers have a JSON form")
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
    let day = fact.get("as_of").and_then(Value::as_datetime);
    if day.is_none_or(|day| day.date.is_none() || day.time.is_some()) {
        report.fault(place, "as_of", "should be a day, as in 2026-11-22 without quotes");
    }
}

fn row(id: &str, fact: &Table) -> String {
    let text = |key: &str| fact.get(key).map(plain);
    format!(
        "Fact {{ id: {id:?}, topic: {:?}, claim: {:?}, value: {:?}, unit: {:?}, source: {:?}, as_of: {:?}, note: {:?}, \
         conflicts_with: {:?} }}",
        text("topic").unwrap_or_default(),
        text("claim").unwrap_or_default(),
        text("value"),
        text("unit"),
        text("source").unwrap_or_default(),
        text("as_of").unwrap_or_default(),
        text("note"),
        text("conflicts_with"),
    )
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
