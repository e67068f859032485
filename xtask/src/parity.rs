//! The same rules, native and as WebAssembly: both have to reach the same bytes.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::fault::{OrStop, Result, Stop};
use crate::setup::Tools;
use crate::setup::toolchain::WASM;
use crate::steps::Found;
use crate::{build, run, workspace};

/// The tests of the rules that hold bytes. `links` also runs natively; `parity` reads what [`native`] leaves.
const TESTS: [&str; 2] = ["links", "parity"];

/// Runs the rules as WebAssembly, over what the native rules just answered.
///
/// # Errors
/// When the native rules give no answer, or nothing can be run.
pub fn check(tools: &Tools) -> Result<Found> {
    let (profiles, decisions) = native()?;
    let cases = cases()?;
    let mut cargo = tools.wasm_command("cargo");
    cargo.args(["test", "--locked", "-p", "rules-core", "--target", WASM, "--no-fail-fast"]);
    cargo.args(TESTS.iter().flat_map(|name| ["--test", name]));
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    cargo.env("EDGEWISE_PROFILES", profiles).env("EDGEWISE_DECISIONS", decisions);
    cargo.env("EDGEWISE_CASES", cases);
    Ok(Found::of_tests(&run::logged("tests-wasm", &mut cargo)?))
}

/// Decides every scenario natively. Both files hold one entry after the other, each behind its name.
fn native() -> Result<(PathBuf, PathBuf)> {
    let (mut profiles, mut decisions) = (Vec::new(), Vec::new());
    for file in build::files(&workspace::root().join("rules-core/tests/scenarios")) {
        let name = file.file_stem().unwrap_or_default().display().to_string();
        let profile = fs::read_to_string(&file).or_stop(|| format!("Read {}", file.display()))?;
        let mut cargo = Command::new("cargo");
        cargo.args(["run", "--quiet", "--locked", "-p", "rules-core", "--example", "decide", "--"]);
        let answer = run::answer(cargo.arg(&file).arg("--json").current_dir(workspace::root()));
        let answer = answer.ok_or_else(|| {
            Stop::new(format!("The native rules do not decide {}.", file.display()))
        })?;
        profiles.push(format!("{name}\n{profile}"));
        decisions.push(format!("{name}\n{answer}"));
    }
    let dir = workspace::notes();
    let write = |name: &str, entries: &[String]| {
        let file = dir.join(name);
        fs::write(&file, entries.join("\n== "))
            .or_stop(|| format!("Make {} writable", file.display()))?;
        Ok(file)
    };
    workspace::make(&dir)?;
    Ok((write("profiles.txt", &profiles)?, write("decisions.txt", &decisions)?))
}

/// Answers generated profiles and tables natively: a line for each with what was asked and what came out.
fn cases() -> Result<PathBuf> {
    let file = workspace::notes().join("cases.txt");
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--locked", "-p", "rules-core", "--lib", "parity::cases_are_answered"]);
    cargo.args(["--", "--exact", "--ignored"]).env("EDGEWISE_CASES", &file);
    cargo.current_dir(workspace::root());
    run::must("parity-cases", &mut cargo, "The native rules do not answer the generated cases.")?;
    Ok(file)
}
