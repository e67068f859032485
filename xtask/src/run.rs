//! Runs other programs: quietly, with a log to read when they fail.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::fault::{OrStop, Result, Stop};
use crate::workspace;

/// How many lines of a failed program's output are shown.
const TAIL: usize = 60;

/// What a program left behind.
#[derive(Debug)]
pub struct Ran {
    pub ok: bool,
    /// Both streams, in the order they were written.
    pub text: String,
    pub log: PathBuf,
}

impl Ran {
    /// The end of the output, for a person to read.
    #[must_use]
    pub fn tail(&self) -> String {
        let lines: Vec<&str> = self.text.lines().collect();
        lines[lines.len().saturating_sub(TAIL)..].join("\n")
    }
}

/// Runs a program to its end and keeps what it printed in a log of that name.
///
/// # Errors
/// When the program cannot be started or the log cannot be written; a program that failed is an answer, not an error.
pub fn logged(name: &str, command: &mut Command) -> Result<Ran> {
    logged_within(name, command, Duration::from_secs(3 * 3600))
}

/// As [`logged`], and ends the program when it takes longer than that.
///
/// # Errors
/// As [`logged`].
pub fn logged_within(name: &str, command: &mut Command, limit: Duration) -> Result<Ran> {
    let dir = workspace::notes().join("logs");
    workspace::make(&dir)?;
    let log = dir.join(format!("{name}.log"));
    let cannot_log = || format!("Make {} writable", log.display());
    let out = File::create(&log).or_stop(cannot_log)?;
    let err = out.try_clone().or_stop(cannot_log)?;
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .spawn()
        .or_stop(|| format!("Install `{program}`, or put it on the PATH"))?;
    let started = Instant::now();
    let ok = loop {
        match child.try_wait().or_stop(|| format!("Run `{program}` by hand to see what it does"))? {
            Some(status) => break status.success(),
            None if started.elapsed() > limit => {
                // Already gone is as good as ended.
                let _ = child.kill();
                let _ = child.wait();
                break false;
            }
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    let text = String::from_utf8_lossy(&fs::read(&log).or_stop(cannot_log)?).into_owned();
    Ok(Ran { ok, text, log })
}

/// Runs a program that has to succeed.
///
/// # Errors
/// `advice`, with the end of the output, when it fails.
pub fn must(name: &str, command: &mut Command, advice: &str) -> Result<Ran> {
    let ran = logged(name, command)?;
    if ran.ok {
        return Ok(ran);
    }
    Err(Stop::new(format!(
        "{advice}\nIts last words (all of them in {}):\n{}",
        ran.log.display(),
        ran.tail()
    )))
}

/// What a short program prints on standard output, or nothing when it is missing or fails.
#[must_use]
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_an_answer_with_its_output() {
        let ran =
            logged("test-fails", Command::new("sh").args(["-c", "echo one; echo two >&2; exit 3"]))
                .expect("sh runs");
        assert!(!ran.ok);
        assert_eq!(ran.tail(), "one\ntwo");
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let limit = Duration::from_millis(50);
        let ran = logged_within("test-hangs", Command::new("sleep").arg("60"), limit)
            .expect("sleep runs");
        assert!(!ran.ok);
    }

    #[test]
    fn a_missing_program_says_what_to_install() {
        let fault = logged("test-missing", &mut Command::new("no-such-program-here"))
            .expect_err("it does not exist");
        assert!(fault.to_string().starts_with("Install `no-such-program-here`"), "{fault}");
    }
}
