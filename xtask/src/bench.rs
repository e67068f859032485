//! `cargo xtask bench`: what the rules cost, natively and as the WebAssembly that ships, against the budget.

use std::process::Command;

use crate::fault::{Result, Stop};
use crate::setup::Tools;
use crate::setup::toolchain::WASM;
use crate::{paint, run, say, workspace};

/// The most that a whole decision may take natively, in microseconds, however much of the profile is known.
const DECISION: f64 = 300.0;
/// The bench that the budget is held against.
const BUDGETED: &str = "decision_full_profile";
/// What is aimed at, in microseconds: natively and as WebAssembly. Said beside the figures; only the budget is held.
const AIMS: [(&str, Option<f64>, Option<f64>); 7] = [
    (BUDGETED, Some(DECISION), None),
    ("certificate", Some(5.0), None),
    ("smaa_certain_any", Some(1_500.0), Some(3_000.0)),
    ("smaa_uncertain", None, Some(6_000.0)),
    ("all_flips_full_profile", Some(30_000.0), None),
    ("whole_edit_full_profile", None, Some(25_000.0)),
    ("whole_edit_quick_profile", None, Some(25_000.0)),
];

/// One bench: its median, and its fastest run.
#[derive(Debug, PartialEq)]
pub(crate) struct Measured {
    pub name: String,
    pub microseconds: f64,
    pub fastest: f64,
}

/// Runs every bench and prints a table. True when the budget is kept.
///
/// # Errors
/// When something is missing that cannot be brought, or a bench does not run.
pub fn run() -> Result<bool> {
    say::line("Setting up");
    let tools = Tools::to_test()?;
    say::line("Measuring natively");
    let native = native(&["decide", "robustness"], &[])?;
    say::line("Measuring as WebAssembly, compiled as it ships, in the engine of node");
    let wasm = wasm(&tools)?;
    say::line(format_args!("\n{:<36}{:>14}{:>14}{:>8}   aim", "median", "native", "wasm", "ratio"));
    for one in &native {
        say::line(row(one, wasm.iter().find(|other| other.name == one.name)));
    }
    let decision = native.iter().find(|one| one.name == BUDGETED);
    let decision =
        decision.ok_or_else(|| Stop::new(format!("Bring the bench {BUDGETED} back.")))?;
    let kept = decision.microseconds <= DECISION;
    let verdict = if kept { "kept" } else { "BROKEN" };
    say::line(format_args!("\nBudget of a whole decision, native: {DECISION} us, {verdict}\n"));
    paint::measure(&tools)?;
    Ok(kept)
}

fn row(native: &Measured, wasm: Option<&Measured>) -> String {
    let other = wasm.map_or_else(|| "-".to_owned(), |wasm| told(wasm.microseconds));
    let ratio = wasm
        .map_or_else(String::new, |wasm| format!("{:.2}", wasm.microseconds / native.microseconds));
    let aim = aim(native, wasm);
    let (name, time) = (&native.name, told(native.microseconds));
    format!("{name:<36}{time:>14}{other:>14}{ratio:>8}{aim}")
}

fn told(microseconds: f64) -> String {
    format!("{microseconds:.1} us")
}

/// What was aimed at, and whether it was reached.
fn aim(native: &Measured, wasm: Option<&Measured>) -> String {
    let Some((_, natively, as_wasm)) = AIMS.iter().find(|(name, ..)| *name == native.name) else {
        return String::new();
    };
    let held = |aim: &Option<f64>, found: Option<&Measured>, world: &str| {
        let (aim, found) = ((*aim)?, found?);
        let word = if found.microseconds <= aim { "kept" } else { "MISSED" };
        Some(format!("   {} {world} {word}", told(aim)))
    };
    let both = [held(natively, Some(native), "native"), held(as_wasm, wasm, "wasm")];
    both.into_iter().flatten().collect()
}

/// What these files of benches measure, or only the benches whose name contains one of `names`.
pub(crate) fn native(files: &[&str], names: &[&str]) -> Result<Vec<Measured>> {
    let bench = |more: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(["bench", "--locked", "-p", "rules-core"]);
        cargo.args(files.iter().flat_map(|file| ["--bench", file]));
        cargo.args(more).current_dir(workspace::root());
        run::must("bench", &mut cargo, "Mend what the log names.")
    };
    // Compiled apart, and long enough that a moment in which the machine does something else does not count.
    bench(&["--no-run"])?;
    let ran = bench(&[&["--", "--min-time", "0.5"], names].concat())?;
    Ok(ran.text.lines().filter_map(read_divan).collect())
}

fn wasm(tools: &Tools) -> Result<Vec<Measured>> {
    let mut cargo = tools.wasm_command("cargo");
    cargo.args([
        "bench",
        "--locked",
        "-p",
        "rules-core",
        "--bench",
        "decide_wasm",
        "--target",
        WASM,
    ]);
    cargo.args(["--profile", "release"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    let ran = run::must("bench-wasm", &mut cargo, "Mend what the log names.")?;
    Ok(read_criterion(&ran.text))
}

/// Reads a line of divan's tree: name, fastest, slowest, median.
fn read_divan(line: &str) -> Option<Measured> {
    let rest = line.strip_prefix("├─ ").or_else(|| line.strip_prefix("╰─ "))?;
    let (name, rest) = rest.split_once(' ')?;
    let mut figures = rest.split('│');
    let fastest = time(figures.next()?)?;
    let microseconds = time(figures.nth(1)?)?;
    Some(Measured { name: name.to_owned(), microseconds, fastest })
}

/// Reads what the WebAssembly runner prints, which is coloured: a name, `time:`, and three figures of which the middle one
/// is the estimate. A long name stands on a line of its own, before the others.
fn read_criterion(text: &str) -> Vec<Measured> {
    let mut above = String::new();
    let mut found = Vec::new();
    for line in text.lines() {
        let line = without_colours(line);
        let Some((name, rest)) = line.split_once("time:") else {
            line.trim().clone_into(&mut above);
            continue;
        };
        let name = if name.trim().is_empty() { &above } else { name.trim() };
        found.extend(figures(name, rest));
    }
    found
}

fn figures(name: &str, text: &str) -> Option<Measured> {
    let figures = text.trim().trim_start_matches('[').trim_end_matches(']');
    let words: Vec<&str> = figures.split_whitespace().collect();
    let figure = |at: usize| time(&format!("{} {}", words.get(at)?, words.get(at + 1)?));
    Some(Measured { name: name.to_owned(), microseconds: figure(2)?, fastest: figure(0)? })
}

fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

/// Reads `229.5 µs` and the like, in microseconds.
fn time(text: &str) -> Option<f64> {
    let (figure, unit) = text.trim().split_once(' ')?;
    let factor = match unit.trim() {
        "ns" => 1e-3,
        "µs" => 1.0,
        "ms" => 1e3,
        "s" => 1e6,
        _ => return None,
    };
    Some(figure.parse::<f64>().ok()? * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(name: &str, fastest: f64, microseconds: f64) -> Measured {
        Measured { name: name.to_owned(), microseconds, fastest }
    }

    #[test]
    fn an_aim_is_kept_or_missed_in_each_world() {
        let one = |microseconds| measured("smaa_certain_any", microseconds, microseconds);
        let told = aim(&one(1_400.0), Some(&one(3_100.0)));
        assert_eq!(told, "   1500.0 us native kept   3000.0 us wasm MISSED");
        assert_eq!(aim(&measured("points_built", 1.0, 1.0), None), "");
    }

    #[test]
    fn lines_of_both_runners_are_read() {
        let line =
            "├─ verdicts_alone   20.85 µs  │ 29.35 µs   │ 20.97 µs  │ 21.28 µs   │ 100     │ 100";
        assert_eq!(read_divan(line), Some(measured("verdicts_alone", 20.85, 20.97)));
        let short = "\u{1b}[32mfull\u{1b}[0m  time:   [\u{1b}[2m1.9 ms\u{1b}[0m \u{1b}[1m2.5 ms\u{1b}[0m \u{1b}[2m2.6 ms\u{1b}[0m]";
        let long = short.replace("full\u{1b}[0m", "a_long_name\u{1b}[0m\n\u{1b}[32m\u{1b}[0m");
        assert_eq!(
            read_criterion(&format!("Warming up for 3.0000 s\n{short}\nCollecting\n{long}")),
            [measured("full", 1900.0, 2500.0), measured("a_long_name", 1900.0, 2500.0)]
        );
        assert_eq!(read_divan("decide   fastest │ slowest"), None);
    }
}
