//! The build's checks of the catalog: every fault of a file is reported, with file and key, in one go.

#[macro_use]
#[path = "../build/emit.rs"]
mod emit;
#[allow(dead_code, reason = "what writes the tables is the build's alone")]
#[path = "../build/facts.rs"]
mod facts;
#[path = "../build/reports.rs"]
mod reports;
#[allow(dead_code, reason = "the checks of one record are enough here")]
#[path = "../src/catalog/schema.rs"]
mod schema;

mod prelude {
    pub use crate::emit::{Cited, CpuArchitecture, FactId, Pattern};
}

use emit::{Emit, Report};
use facts::Facts;
use toml::{Table, Value};

const GOOD: &str = include_str!("../catalog/options/k3s.toml");

/// Checks the text of an option file as the build does, and returns the faults.
fn faults(text: &str) -> Vec<String> {
    let mut table: Table = text.parse().expect("the text is TOML");
    let (mut facts, mut report) = (Facts::default(), Report::default());
    facts.take(&mut table, "k3s", "k3s.toml", &mut report);
    schema::Product::emit(Some(&Value::Table(table)), "k3s.toml", &mut report);
    facts.check_citations(&mut report);
    report.faults
}

fn check(good: &str, bad: &str, expected: &str) {
    assert!(GOOD.contains(good), "{good}");
    let found = faults(&GOOD.replacen(good, bad, 1));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("k3s.toml") && found[0].contains(expected), "{found:?}");
}

#[test]
fn good_file_has_no_fault() {
    assert_eq!(faults(GOOD), Vec::<String>::new());
}

#[test]
fn unknown_key_is_a_fault() {
    check("order = 1", "order = 1\nmascot = \"hat\"", "mascot: is not a key");
}

#[test]
fn word_outside_the_vocabulary_is_a_fault() {
    check("kind = \"distribution\"", "kind = \"toy\"", "toy is not one of distribution");
}

#[test]
fn value_without_fact_or_judgment_is_a_fault() {
    let good = "datastore = { value = \"sqlite\", facts = [\"k3s.datastore.default\"] }";
    check(good, "datastore = { value = \"sqlite\" }", "datastore: facts: a value rests on facts");
}

#[test]
fn property_that_is_blank_is_a_fault() {
    let good = "datastore = { value = \"sqlite\", facts = [\"k3s.datastore.default\"] }";
    check(good, "datastore = { facts = [] }", "either a value or unknown");
    check(good, "", "datastore: value: should be a table");
}

#[test]
fn citation_of_a_missing_fact_is_a_fault() {
    let good = "facts = [\"k3s.arch.server-runs-workloads\"]";
    check(good, "facts = [\"k3s.arch.no-such\"]", "k3s.arch.no-such: is not a fact");
}

#[test]
fn link_without_encryption_is_a_fault() {
    check("source = \"https://", "source = \"http://", "source: should start with https://");
}

#[test]
fn date_in_quotes_is_a_fault() {
    check("as_of = 2026-07-22", "as_of = \"22 July\"", "as_of: should be a day");
}

#[test]
fn fact_of_another_option_is_a_fault() {
    let fact = "\n[[facts]]\nid = \"k0s.x.y\"\ntopic = \"t\"\nclaim = \"c\"\nsource = \"https://a\"\nas_of = 2026-01-01\n";
    let found = faults(&format!("{GOOD}{fact}"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("should start with the id of the file"), "{found:?}");
}

#[test]
fn fact_that_is_there_twice_is_a_fault() {
    let first = GOOD.find("[[facts]]").expect("there are facts");
    let second = GOOD[first + 1..].find("[[facts]]").expect("there are more") + first + 1;
    let found = faults(&format!("{GOOD}\n{}", &GOOD[first..second]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("is there twice"), "{found:?}");
}

#[test]
fn all_faults_are_reported_at_once() {
    let bad = GOOD
        .replacen("kind = \"distribution\"", "kind = \"toy\"", 1)
        .replacen("as_of = 2026-07-22", "as_of = 2026", 1)
        .replacen("source = \"https://", "source = \"ftp://", 1)
        .replacen("order = 1", "order = \"first\"", 1);
    assert_eq!(faults(&bad).len(), 4, "{:?}", faults(&bad));
}

const REPORTS: &str = include_str!("../catalog/reports.toml");

/// Checks the text of the field reports as the build does, and returns the faults.
fn report_faults(text: &str) -> Vec<String> {
    let mut table: Table = text.parse().expect("the text is TOML");
    let (mut facts, mut report) = (Facts::default(), Report::default());
    reports::take(&mut table, "reports.toml", &mut facts, &mut report);
    facts.check_citations(&mut report);
    report.faults
}

fn check_report(good: &str, bad: &str, expected: &str) {
    assert!(REPORTS.contains(good), "{good}");
    let found = report_faults(&REPORTS.replacen(good, bad, 1));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("reports.k3s.") && found[0].contains(expected), "{found:?}");
}

#[test]
fn good_reports_have_no_fault() {
    assert_eq!(report_faults(REPORTS), Vec::<String>::new());
}

#[test]
fn report_that_is_about_nothing_is_a_fault() {
    check_report("of = [\"k3s\"]\n", "", "of: should name the parts");
}

#[test]
fn report_without_conditions_says_so() {
    check_report("when = [\"small-memory\"]\n", "", "when: should be a list");
}

#[test]
fn condition_outside_the_vocabulary_is_a_fault() {
    check_report("when = [\"small-memory\"]", "when = [\"bad-luck\"]", "bad-luck is not one of");
}

#[test]
fn standing_of_a_thread_is_of_a_closed_list() {
    check_report("status = \"closed\"", "status = \"fixed, I think\"", "status: should be open");
}

#[test]
fn further_links_are_links() {
    let good = "more = [\"https://github.com/k3s-io/k3s/issues/770\"]";
    check_report(good, "more = \"issue 770\"", "more: should be a list of links");
}
