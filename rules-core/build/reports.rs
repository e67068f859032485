//! Field reports: what each says is a fact, and when it concerns a site is a row of a table.

use toml::{Table, Value};

use crate::emit::{Emit, Report};
use crate::facts::Facts;
use crate::schema;

/// Takes the reports out of their file; returns the rows as Rust source.
pub fn take(file: &mut Table, place: &str, facts: &mut Facts, report: &mut Report) -> String {
    let rows: Vec<_> = file
        .get_mut("facts")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
        .filter_map(Value::as_table_mut)
        .map(|fact| row(fact, place, report))
        .collect();
    facts.take(file, "reports", place, report);
    for key in file.keys() {
        report.fault(place, key, "is not a key of this file");
    }
    format!("&[{}]", rows.join(",\n"))
}

fn row(fact: &mut Table, place: &str, report: &mut Report) -> String {
    let id = fact.get("id").cloned().unwrap_or(Value::Boolean(false));
    let place = format!("{place}: {}", id.as_str().unwrap_or_default());
    if fact.get("of").and_then(Value::as_array).is_none_or(Vec::is_empty) {
        report.fault(&place, "of", "should name the parts of a stack that it is about");
    }
    if !fact.contains_key("when") {
        report.fault(&place, "when", "should be a list of conditions, empty if it always concerns");
    }
    let matching = ["of", "when"].into_iter().filter_map(|key| Some((key, fact.remove(key)?)));
    let mut row: Table = matching.map(|(key, value)| (key.to_owned(), value)).collect();
    row.insert("id".to_owned(), id);
    schema::FieldReport::emit(Some(&Value::Table(row)), &place, report)
}
