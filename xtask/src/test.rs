//! `cargo xtask test`: everything that has to hold before a change goes in.

use std::time::Duration;

use crate::fault::Result;
use crate::setup::Tools;
use crate::setup::toolchain::WASM;
use crate::steps::{Found, Steps};
use crate::stories::{self, ENGINES};
use crate::{build, check, parity, room, run, say, size};

/// Sets up, then takes every step, whatever the earlier ones found. True when nothing failed.
///
/// # Errors
/// When there is too little room on the disk; a set-up that fails is counted like a step.
pub fn run() -> Result<bool> {
    room::check()?;
    let mut steps = Steps::default();
    steps.step("format", check::format);
    steps.step("lints, native", check::lints);
    steps.step("tests, native", check::tests);
    say::line("set-up");
    match Tools::to_test() {
        Ok(tools) => with_tools(&mut steps, &tools),
        Err(fault) => steps.missed("set-up", &fault.to_string()),
    }
    Ok(steps.close())
}

fn with_tools(steps: &mut Steps, tools: &Tools) {
    steps.step("licences and origins", || licences(tools));
    steps.step("known vulnerabilities", || advisories(tools));
    steps.step("lints, wasm", || lints(tools));
    steps.step("tests, wasm", || parity::check(tools));
    let mut dist = None;
    steps.step("release build", || {
        let built = build::release(tools)?;
        let note = if built.reused { "up to date" } else { "" };
        dist = Some(built);
        Ok(Found::pass(note))
    });
    let Some(dist) = dist else { return };
    steps.step("size", || size::check(tools, &dist.dir));
    for engine in ENGINES {
        steps.step(&format!("stories, {}", engine.id()), || {
            stories::in_engine(tools, &dist, engine, None)
        });
    }
}

/// clippy for the crates that go to the browser, compiled for it.
fn lints(tools: &Tools) -> Result<Found> {
    let mut cargo = tools.wasm_command("cargo");
    cargo.args([
        "clippy",
        "--locked",
        "--quiet",
        "-p",
        "rules-core",
        "-p",
        "edgewise-app",
        "--target",
        WASM,
    ]);
    Ok(Found::of(&run::logged("clippy-wasm", cargo.args(["--", "-D", "warnings"]))?))
}

fn licences(tools: &Tools) -> Result<Found> {
    let mut deny = tools.command("cargo-deny");
    deny.args([
        "--color",
        "never",
        "--log-level",
        "error",
        "--locked",
        "check",
        "bans",
        "licenses",
        "sources",
    ]);
    Ok(Found::of(&run::logged("licences", &mut deny)?))
}

/// Only where the advisory database can be fetched; where it cannot, says so and counts nothing.
fn advisories(tools: &Tools) -> Result<Found> {
    let mut fetch = tools.command("cargo-deny");
    fetch.args(["--color", "never", "fetch", "db"]);
    if !run::logged_within("advisories-fetch", &mut fetch, Duration::from_secs(60))?.ok {
        return Ok(Found {
            note: "not checked: the advisory database is out of reach".to_owned(),
            ..Found::default()
        });
    }
    let mut deny = tools.command("cargo-deny");
    deny.args([
        "--color",
        "never",
        "--log-level",
        "error",
        "check",
        "--disable-fetch",
        "advisories",
    ]);
    Ok(Found::of(&run::logged("advisories", &mut deny)?))
}
