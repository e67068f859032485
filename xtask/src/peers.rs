//! `cargo xtask bench --peers`: shares of first places here, with numpy and with Python packages, on one machine and in
//! one run. The packages are named and measured in `tests/peers/`; nothing else of the project needs Python.

use std::fs;
use std::process::Command;

use crate::fault::{OrStop, Result, Stop};
use crate::setup::packages;
use crate::{bench, run, say, workspace};

/// The bench that the packages are set beside.
const OURS: &str = "smaa_certain_any";
/// What all of them are given.
const TABLE: &str = "rules-core/benches/table.json";

/// Measures ours and theirs, and prints the table.
///
/// # Errors
/// When Python is missing and cannot be brought, or something does not run; a package that cannot be installed or
/// measured is a row that says so.
pub fn run() -> Result<()> {
    if run::answer(Command::new("python3").args(["-c", "import ensurepip, venv"])).is_none() {
        packages::bring("Python", &["python3", "python3-venv"])?;
    }
    say::line("Measuring ours");
    let ours = bench::native(&["robustness"], &[OURS])?;
    let ours = ours.into_iter().find(|one| one.name == OURS);
    let ours = ours.ok_or_else(|| Stop::new(format!("Bring the bench {OURS} back.")))?;
    let report = workspace::notes().join("peers-report.json");
    fs::write(&report, shares()?).or_stop(|| format!("Make {} writable", report.display()))?;
    say::line("Measuring theirs: some minutes, the first time for their installation as well");
    let mut script = Command::new("python3");
    script.arg("tests/peers/measure.py").current_dir(workspace::root());
    script.arg("--environment").arg(workspace::notes().join("peers"));
    script.args(["--table", TABLE, "--microseconds", &ours.fastest.to_string()]);
    script.arg("--report").arg(report);
    let ran = run::must("peers", &mut script, "Mend what the log names.")?;
    say::line(
        ran.text.lines().skip_while(|line| !line.starts_with('|')).collect::<Vec<_>>().join("\n"),
    );
    Ok(())
}

/// What our core answers to the table.
fn shares() -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--profile", "bench", "-p", "rules-core"]);
    cargo.args(["--example", "robustness", "--", TABLE]).current_dir(workspace::root());
    run::answer(&mut cargo).ok_or_else(|| Stop::new(format!("The core does not answer {TABLE}.")))
}
