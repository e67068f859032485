//! Reads `catalog/`, reports every fault at once, and writes what the rules read as Rust tables, so that no parser is
//! shipped and a fault never reaches a user.
//!
//! What is embedded: all typed properties, and the facts that they or the source files cite. The complete fact sheets
//! go to `fact-sheets.json`, which is compiled in only with the feature of that name.

use std::path::{Path, PathBuf};
use std::{env, fs};

use toml::{Table, Value};

#[macro_use]
#[path = "build/emit.rs"]
mod emit;
#[path = "build/facts.rs"]
mod facts;
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
    let products = products(&mut facts, &mut report);
    let hosts = list::<schema::Host>(Path::new("catalog/hosts.toml"), "hosts", &mut report);
    let compatibility = compatibility(&mut facts, &mut report);
    companions(&mut facts, &mut report);
    facts.check_citations(&mut report);
    for path in sources(Path::new("src")) {
        facts.read_literals(&path, &mut report);
    }
    if !report.faults.is_empty() {
        for fault in &report.faults {
            println!("cargo::error={}", fault.replace('\n', " "));
        }
        std::process::exit(1);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let tables = format!(
        "static CATALOG: Catalog = Catalog {{ products: {products}, hosts: {hosts}, compatibility: {compatibility}, \
         facts: {} }};\n",
        facts.tables(&report)
    );
    fs::write(out.join("catalog.rs"), tables).expect("OUT_DIR is writable");
    fs::write(out.join("fact-sheets.json"), facts.sheets()).expect("OUT_DIR is writable");
}

/// Reads the option files in the order that they state.
fn products(facts: &mut Facts, report: &mut Report) -> String {
    let mut found = Vec::new();
    for path in files(Path::new("catalog/options"), "toml") {
        let Some(mut table) = read(&path, report) else { continue };
        let place = path.display().to_string();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if table.get("id").and_then(Value::as_str) != Some(&stem) {
            report.fault(&place, "id", "is not the name of the file");
        }
        facts.take(&mut table, &stem, &place, report);
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

fn compatibility(facts: &mut Facts, report: &mut Report) -> String {
    let path = Path::new("catalog/compatibility.toml");
    let Some(mut table) = read(path, report) else { return String::new() };
    let place = path.display().to_string();
    facts.take(&mut table, "compat", &place, report);
    schema::Compatibility::emit(Some(&Value::Table(table)), &place, report)
}

fn companions(facts: &mut Facts, report: &mut Report) {
    let path = Path::new("catalog/companions.toml");
    let Some(mut table) = read(path, report) else { return };
    let place = path.display().to_string();
    facts.take(&mut table, "companions", &place, report);
    for key in table.keys() {
        report.fault(&place, key, "is not a key of this file");
    }
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
