//! What comes ready made: wasm-opt and wasm-merge, whose packaged versions are too old, and the accessibility checker.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::fault::Result;
use crate::setup::cargo_tools::has_version;
use crate::setup::{find, packages};
use crate::{run, say, workspace};

/// Of which `wasm-opt` and `wasm-merge` are part.
const BINARYEN: &str = "132.0.0";
const AXE: &str = "4.14.1";

/// Makes sure that `wasm-opt` and `wasm-merge` are on the path, and node to run it and the WebAssembly tests.
///
/// # Errors
/// When npm is missing and cannot be installed, or cannot fetch.
pub fn bring_binaryen(path: &OsString) -> Result<()> {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    bring_node(path)?;
    let here = |program| {
        find(program, path).is_some_and(|program| has_version(with_path(program, path), major))
    };
    if here("wasm-opt") && here("wasm-merge") {
        return Ok(());
    }
    fetch("binaryen", BINARYEN, path)
}

/// Makes sure that the accessibility checker is there.
///
/// # Errors
/// As [`bring_binaryen`].
pub fn bring_axe(path: &OsString) -> Result<()> {
    let manifest = modules()?.join("axe-core/package.json");
    let wanted = format!("\"version\": \"{AXE}\"");
    if fs::read_to_string(manifest).is_ok_and(|text| text.contains(&wanted)) && axe()?.exists() {
        return Ok(());
    }
    bring_node(path)?;
    fetch("axe-core", AXE, path)
}

/// The accessibility checker's one file.
pub(super) fn axe() -> Result<PathBuf> {
    Ok(modules()?.join("axe-core/axe.min.js"))
}

fn modules() -> Result<PathBuf> {
    Ok(workspace::cache()?.join("npm/node_modules"))
}

fn bring_node(path: &OsString) -> Result<()> {
    if find("node", path).is_some() && find("npm", path).is_some() {
        return Ok(());
    }
    packages::bring("Node.js with npm", &["nodejs", "npm"])
}

fn fetch(name: &str, version: &str, path: &OsString) -> Result<()> {
    say::doing(format_args!("fetching {name} {version} with npm"));
    let dir = workspace::cache()?.join("npm");
    workspace::make(&dir)?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--no-update-notifier", "--prefix"]).arg(&dir);
    npm.arg(format!("{name}@{version}")).env("PATH", path);
    let advice = format!(
        "Run `npm install --prefix {} {name}@{version}`, then the same command again.",
        dir.display()
    );
    run::must(&format!("npm-{name}"), &mut npm, &advice).map(|_| ())
}

fn with_path(program: PathBuf, path: &OsString) -> Command {
    let mut command = Command::new(program);
    command.env("PATH", path);
    command
}
