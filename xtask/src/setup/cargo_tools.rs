//! Tools that cargo builds from source, each of one version.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::fault::Result;
use crate::setup::find;
use crate::{run, say, workspace};

/// A program that comes as a crate.
#[derive(Debug)]
pub struct CargoTool {
    name: &'static str,
    version: String,
    program: &'static str,
    /// Features to build it with, where its own choice is more than we need.
    features: Option<&'static str>,
    takes: &'static str,
}

/// Builds the page around the WebAssembly. Later versions ask for a newer compiler than Debian has.
#[must_use]
pub fn trunk() -> CargoTool {
    // It finds all its tools here, so it is built without any means to download one.
    CargoTool {
        features: Some(""),
        ..tool("trunk", "0.21.14", "trunk", "some ten minutes on two cores")
    }
}

/// Writes the JavaScript that loads it; has to be of the version that the app is compiled with.
///
/// # Errors
/// When the lock file does not say which.
pub fn wasm_bindgen() -> Result<CargoTool> {
    let version = workspace::locked_version("wasm-bindgen")?;
    Ok(CargoTool {
        version,
        ..tool("wasm-bindgen-cli", "", "wasm-bindgen", "some three minutes on two cores")
    })
}

/// Cuts the program into what is loaded first and what later.
#[must_use]
pub fn wasm_split() -> CargoTool {
    CargoTool {
        features: Some("build-binary"),
        ..tool("wasm_split_cli_support", "0.2.4", "wasm-split-cli", "some two minutes on two cores")
    }
}

/// Lets the stories drive Firefox.
#[must_use]
pub fn geckodriver() -> CargoTool {
    tool("geckodriver", "0.37.1", "geckodriver", "some three minutes on two cores")
}

/// Reads the licences and origins of all dependencies.
#[must_use]
pub fn cargo_deny() -> CargoTool {
    tool("cargo-deny", "0.20.2", "cargo-deny", "some six minutes on two cores")
}

/// Runs the targets in `fuzz/`.
#[must_use]
pub fn cargo_fuzz() -> CargoTool {
    tool("cargo-fuzz", "0.13.2", "cargo-fuzz", "a minute on two cores")
}

fn tool(
    name: &'static str,
    version: &str,
    program: &'static str,
    takes: &'static str,
) -> CargoTool {
    CargoTool { name, version: version.to_owned(), program, features: None, takes }
}

/// Makes sure that the tool is on the path in its version.
///
/// # Errors
/// When cargo cannot install it.
pub fn bring(tool: &CargoTool, path: &OsString) -> Result<()> {
    if find(tool.program, path).is_some_and(|program| is_of_version(&program, tool)) {
        return Ok(());
    }
    let spec = format!("{} {}", tool.name, tool.version);
    say::doing(format_args!("building {spec} from source, once: {}", tool.takes));
    let mut cargo = Command::new("cargo");
    cargo.args(["install", "--locked", "--force", tool.name, "--version", &tool.version]);
    cargo.arg("--root").arg(workspace::cache()?).env_remove("CARGO_TARGET_DIR");
    if let Some(features) = tool.features {
        cargo.args(["--no-default-features", "--features", features]);
    }
    // A tool that runs for seconds need not be the fastest, and unoptimised link time is most of the wait.
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_DEBUG", "false");
    let advice = format!(
        "Run `cargo install --locked {} --version {}`, then the same command again.",
        tool.name, tool.version
    );
    run::must(&format!("install-{}", tool.name), &mut cargo, &advice).map(|_| ())
}

/// Whether a program is of the version that is wanted: by its own word or, for one that does not tell, by what cargo
/// noted when it installed it into the same folder.
fn is_of_version(program: &Path, tool: &CargoTool) -> bool {
    let note = program.parent().and_then(Path::parent).map(|root| root.join(".crates.toml"));
    let note = note.and_then(|note| std::fs::read_to_string(note).ok()).unwrap_or_default();
    note.contains(&format!("\"{} {} (", tool.name, tool.version))
        || has_version(Command::new(program), &tool.version)
}

/// Whether a program says that it is of that version.
pub(super) fn has_version(mut program: Command, version: &str) -> bool {
    let answer = run::answer(program.arg("--version")).unwrap_or_default();
    names_version(&answer, version)
}

fn names_version(answer: &str, version: &str) -> bool {
    let first = answer.lines().next().unwrap_or_default();
    first.split(|c: char| c.is_whitespace() || c == '(' || c == ')').any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_whole_word_of_the_first_line() {
        assert!(names_version("geckodriver 0.37.1 (6a5ac5ed 2026-08-01)\n", "0.37.1"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!names_version("trunk 0.21.14", "0.21.1"));
        assert!(!names_version("", "1.0.0"));
    }
}
