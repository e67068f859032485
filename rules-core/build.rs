//! Reads `catalog/`, reports every fault at once, and writes what the rules read as Rust tables, so that no parser is
//! shipped and a fault never reaches a user.
//!
//! What is embedded: all typed properties, with the ids of the facts that they rest on. The facts themselves go to
//! `fact-sheets.json`, which the page loads as a file of its own.

use std::path::{Path, PathBuf};
use std::{env, fs};

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest, Sha256};
use toml::{Table, Value};

#[macro_use]
#[path = "build/emit.rs"]
mod emit;
#[path = "build/facts.rs"]
mod facts;
#[path = "build/reports.rs"]
mod reports;
/// The schema; its records are readers here.
#[path = "src/catalog/schema.rs"]
mod schema;

mod prelude {
    //! What the schema names besides its own types.
    pub use crate::emit::{Cited, CpuArchitecture, FactId, Pattern};
}

use emit::{Emit, Report};
use facts::Facts;

fn main() {
    println!("cargo::rerun-if-changed=catalog");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=build");
    let mut report = Report::default();
    let mut facts = Facts::default();
    let mut pairings = Table::new();
    let products = products(&mut facts, &mut pairings, &mut report);
    let hosts = list::<schema::Host>(Path::new("catalog/hosts.toml"), "hosts", &mut report);
    let compatibility = compatibility(&mut facts, pairings, &mut report);
    let companions = companions(&mut facts, &mut report);
    let reports = reports(&mut facts, &mut report);
    facts.check_citations(&mut report);
    for path in sources(Path::new("src")) {
        facts.check_literals(&path, &mut report);
    }
    if !report.faults.is_empty() {
        for fault in &report.faults {
            println!("cargo::error={}", fault.replace('\n', " "));
        }
        std::process::exit(1);
    }
    let sheets = facts.sheets();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let digest = Sha256::digest(&sheets);
    let name = format!("facts-{}.json", HEXLOWER.encode(&digest[..8]));
    let tables = format!(
        "static CATALOG: Catalog = Catalog {{ products: {products}, hosts: {hosts}, compatibility: {compatibility} \
         }};\n\
         static COMPANIONS: &[Companion] = {companions};\n\
         static REPORTS: &[FieldReport] = {reports};\n\
         {}",
        file(&name, &digest)
    );
    fs::write(out.join("catalog.rs"), tables).expect("OUT_DIR is writable");
    fs::write(out.join("fact-sheets.json"), &sheets).expect("OUT_DIR is writable");
    // Under this name, xtask finds the sheets that belong to a compiled program and puts them beside it.
    fs::write(out.join(name), sheets).expect("OUT_DIR is writable");
}

/// Writes how the sheets are called and what their digest is: with the digest in the name, a cache never gives a program
/// the facts of another one.
fn file(name: &str, digest: &[u8]) -> String {
    let integrity = BASE64.encode(digest);
    format!(
        "/// The fact sheets of this catalog.\npub const FACT_SHEETS: SheetsFile = SheetsFile {{ name: \
         \"{name}\", integrity: \"sha256-{integrity}\" }};\n"
    )
}

/// Reads the option files in the order that they state.
/// What they say about their own joints goes to `pairings`.
fn products(facts: &mut Facts, pairings: &mut Table, report: &mut Report) -> String {
    let mut found = Vec::new();
    for path in files(Path::new("catalog/options"), "toml") {
        let Some(mut table) = read(&path, report) else { continue };
        let place = path.display().to_string();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if table.get("id").and_then(Value::as_str) != Some(&stem) {
            report.fault(&place, "id", "is not the name of the file");
        }
        facts.take(&mut table, &stem, &place, report);
        for key in PAIRINGS {
            join(pairings, key, table.remove(key), &place, report);
        }
        let order = table.get("order").and_then(Value::as_integer).unwrap_or_default();
        let emitted = schema::Product::emit(Some(&Value::Table(table)), &place, report);
        found.push((order, place, emitted));
    }
    found.sort();
    for pair in found.windows(2) {
        if pair[0].0 == pair[1].0 {
            report.fault(&pair[1].1, "order", "is taken by another option");
        }
    }
    format!("&[{}]", found.into_iter().map(|(_, _, text)| text).collect::<Vec<_>>().join(", "))
}

/// What may stand on what: from the file that is about nothing else, and from options that bring their own joints along.
fn compatibility(facts: &mut Facts, pairings: Table, report: &mut Report) -> String {
    let path = Path::new("catalog/compatibility.toml");
    let Some(mut table) = read(path, report) else { return String::new() };
    let place = path.display().to_string();
    facts.take(&mut table, "compat", &place, report);
    for (key, list) in pairings {
        join(&mut table, &key, Some(list), &place, report);
    }
    schema::Compatibility::emit(Some(&Value::Table(table)), &place, report)
}

/// The lists of joints, which an option's file may hold as well, so that a new option is one file.
const PAIRINGS: [&str; 3] = ["on_host", "centre", "edge"];

fn join(into: &mut Table, key: &str, list: Option<Value>, place: &str, report: &mut Report) {
    match (list, into.entry(key).or_insert_with(|| Value::Array(Vec::new()))) {
        (Some(Value::Array(more)), Value::Array(list)) => list.extend(more),
        (None, _) => {}
        _ => report.fault(place, key, "should be a list of joints"),
    }
}

fn companions(facts: &mut Facts, report: &mut Report) -> String {
    let path = Path::new("catalog/companions.toml");
    let Some(mut table) = read(path, report) else { return String::new() };
    let place = path.display().to_string();
    facts.take(&mut table, "companions", &place, report);
    let rows = table.remove("companions");
    for key in table.keys() {
        report.fault(&place, key, "is not a key of this file");
    }
    <&'static [schema::Companion]>::emit(rows.as_ref(), &place, report)
}

fn reports(facts: &mut Facts, report: &mut Report) -> String {
    let path = Path::new("catalog/reports.toml");
    let Some(mut table) = read(path, report) else { return String::new() };
    reports::take(&mut table, &path.display().to_string(), facts, report)
}

/// Reads a file that holds one list of records.
fn list<T: Emit + 'static>(path: &Path, key: &str, report: &mut Report) -> String {
    let Some(table) = read(path, report) else { return String::new() };
    let place = path.display().to_string();
    for other in table.keys().filter(|other| *other != key) {
        report.fault(&place, other, "is not a key of this file");
    }
    <&'static [T]>::emit(table.get(key), &format!("{place}: {key}"), report)
}

fn read(path: &Path, report: &mut Report) -> Option<Table> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            report.fault(&path.display().to_string(), "file", &error.to_string());
            return None;
        }
    };
    match text.parse() {
        Ok(table) => Some(table),
        Err(error) => {
            report.fault(&path.display().to_string(), "file", &error.to_string());
            None
        }
    }
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("the folder is part of the crate")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|is| is == extension))
        .collect();
    found.sort();
    found
}

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = files(folder, "rs");
    for entry in fs::read_dir(folder).expect("the folder is part of the crate") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        }
    }
    found
}
