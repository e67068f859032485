//! `cargo xtask fuzz`: libFuzzer, led by what each input reaches, against every border from links to backups (`fuzz/`).

use std::path::PathBuf;
use std::process::Command;

use crate::fault::{Result, Stop};
use crate::setup::{Tools, packages};
use crate::{run, say, workspace};

/// The borders, by the names of their targets.
const TARGETS: [&str; 4] = ["link", "yaml", "json_record", "backup"];

/// Tries for so many seconds, and says how many inputs that were.
///
/// # Errors
/// With the input, when one stopped the program, took too long or was refused without a reason.
pub fn run(seconds: u32) -> Result<()> {
    let tools = Tools::to_fuzz()?;
    if run::answer(tools.command("c++").arg("--version")).is_none() {
        packages::bring("a C++ compiler", &["g++"])?;
    }
    say::doing(
        "building the targets with their counters: ten minutes the first time, on two cores",
    );
    let advice = "Mend what does not compile in fuzz/, then run the same command again.";
    run::must("fuzz-build", &mut cargo_fuzz(&tools, "build"), advice)?;
    let each = seconds.div_ceil(u32::try_from(TARGETS.len()).unwrap_or(1));
    let mut all = 0;
    for target in TARGETS {
        let tried = run_target(&tools, target, each)?;
        say::line(format_args!("{target}: {tried} inputs"));
        all += tried;
    }
    say::line(format_args!(
        "{all} inputs in all: none stopped the program, took 100 ms or was refused without a reason"
    ));
    Ok(())
}

fn run_target(tools: &Tools, target: &str, seconds: u32) -> Result<u64> {
    let folder = workspace::root().join("fuzz");
    // What is found on the way stays out of the repository, for the next run to begin with.
    let found = products().join("corpus").join(target);
    workspace::make(&found)?;
    let mut fuzz = cargo_fuzz(tools, "run");
    fuzz.arg(target).arg(&found).arg(folder.join("corpus").join(target)).arg("--");
    fuzz.arg(format!("-dict={}", folder.join("dictionary.txt").display()));
    fuzz.arg(format!("-max_total_time={seconds}")).arg("-print_final_stats=1");
    let advice = "Mend what the input below shows, and make a test of it.";
    let ran = run::must(&format!("fuzz-{target}"), &mut fuzz, advice)?;
    tried(&ran.text).ok_or_else(|| {
        Stop::new(format!("libFuzzer does not say how much it tried: see {}", ran.log.display()))
    })
}

/// Reads how many inputs were tried from what libFuzzer prints at its end.
fn tried(told: &str) -> Option<u64> {
    let count = told.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    count?.trim().parse().ok()
}

/// Without sanitizers, which only nightly compilers have: nothing here is unsafe.
fn cargo_fuzz(tools: &Tools, verb: &str) -> Command {
    let mut cargo = tools.command("cargo");
    cargo.args(["fuzz", verb, "--sanitizer", "none", "--fuzz-dir", "fuzz", "--target-dir"]);
    cargo.arg(products());
    cargo
}

fn products() -> PathBuf {
    workspace::target().join("fuzz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_of_inputs_is_read() {
        let told = "#9\tDONE   cov: 1\nstat::number_of_executed_units: 22623\nstat::new_units: 1\n";
        assert_eq!(tried(told), Some(22_623));
        assert_eq!(tried("panicked"), None);
    }

    #[test]
    fn every_border_has_a_target_and_a_corpus() {
        let folder = workspace::root().join("fuzz");
        for target in TARGETS {
            assert!(folder.join(format!("targets/{target}.rs")).is_file(), "{target}");
            let corpus = std::fs::read_dir(folder.join("corpus").join(target));
            assert!(corpus.is_ok_and(|mut files| files.next().is_some()), "{target}");
        }
        let targets = std::fs::read_dir(folder.join("targets")).into_iter().flatten().count();
        assert_eq!(targets, TARGETS.len());
    }
}
