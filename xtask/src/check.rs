//! `cargo xtask check`: the fast loop, natively, with nothing to set up.

use std::process::Command;

use crate::fault::Result;
use crate::run;
use crate::steps::{Found, Steps};
use crate::workspace;

/// Format, lints and tests of the crates that need no browser. True when all of it holds.
///
/// # Errors
/// Never by itself; a step that fails is counted.
pub fn run() -> Result<bool> {
    let mut steps = Steps::default();
    steps.step("format", format);
    steps.step("lints, native", lints);
    steps.step("tests, native", tests);
    Ok(steps.close())
}

/// rustfmt over all members.
///
/// # Errors
/// When cargo cannot be started.
pub fn format() -> Result<Found> {
    Ok(Found::of(&run::logged(
        "format",
        cargo(&["fmt", "--all", "--check"]).env("CARGO_TERM_COLOR", "never"),
    )?))
}

/// clippy over all members, tests included; a warning is a failure.
///
/// # Errors
/// When cargo cannot be started.
pub fn lints() -> Result<Found> {
    let words =
        ["clippy", "--locked", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    Ok(Found::of(&run::logged("clippy", &mut cargo(&words))?))
}

/// The tests that need no browser.
///
/// # Errors
/// When cargo cannot be started.
pub fn tests() -> Result<Found> {
    let words =
        ["test", "--locked", "--workspace", "--exclude", "edgewise-stories", "--no-fail-fast"];
    Ok(Found::of_tests(&run::logged("tests", &mut cargo(&words))?))
}

fn cargo(words: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(words).current_dir(workspace::root());
    cargo
}
