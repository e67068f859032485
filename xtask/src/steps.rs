//! Named and timed steps, and the one line that a run ends with.

use std::time::{Duration, Instant};

use crate::fault::Result;
use crate::run::Ran;
use crate::say;

/// What a step found.
#[derive(Debug, Default)]
pub struct Found {
    pub passed: usize,
    pub failed: usize,
    /// A figure or a reservation, printed beside the step.
    pub note: String,
    /// What to read when something failed.
    pub detail: String,
}

impl Found {
    /// A step that is one check, and holds.
    #[must_use]
    pub fn pass(note: impl Into<String>) -> Self {
        Self { passed: 1, note: note.into(), ..Self::default() }
    }

    /// A step that is one check, and does not hold.
    #[must_use]
    pub fn fail(detail: impl Into<String>) -> Self {
        Self { failed: 1, detail: detail.into(), ..Self::default() }
    }

    /// A program that is one check: its exit decides.
    #[must_use]
    pub fn of(ran: &Ran) -> Self {
        if ran.ok { Self::pass("") } else { Self::fail(ran.tail()) }
    }

    /// A program that ran tests: counted from the summaries it printed.
    #[must_use]
    pub fn of_tests(ran: &Ran) -> Self {
        let (passed, failed) = counts(&ran.text);
        let note = format!("{passed} passed, {failed} failed");
        if ran.ok {
            // No test at all would be a mistake in how they are named, not a success.
            return Self {
                passed,
                failed: usize::from(passed == 0),
                note,
                detail: "No test ran.".to_owned(),
            };
        }
        // A build that broke has no summary, and is a failure all the same.
        Self { passed, failed: failed.max(1), note, detail: ran.tail() }
    }
}

/// Adds up libtest's `test result:` lines.
fn counts(text: &str) -> (usize, usize) {
    let number = |line: &str, word: &str| -> usize {
        let before = line.split(word).next().unwrap_or_default().trim_end();
        before.rsplit(' ').next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
    };
    let summaries = text.lines().filter(|line| line.starts_with("test result:"));
    summaries.fold((0, 0), |(passed, failed), line| {
        (passed + number(line, " passed"), failed + number(line, " failed"))
    })
}

/// The steps of one run.
#[derive(Debug, Default)]
pub struct Steps {
    passed: usize,
    failed: usize,
    broken: Vec<String>,
}

impl Steps {
    /// Runs one step, prints its name, result and time, and goes on whatever it found. True when all of it held.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Found>) -> bool {
        say::open(format_args!("{name:<28}"));
        let started = Instant::now();
        let found = work().unwrap_or_else(|fault| Found::fail(fault.to_string()));
        let verdict = if found.failed == 0 { "ok" } else { "FAILED" };
        let note = if found.note.is_empty() { String::new() } else { format!("  {}", found.note) };
        say::line(format_args!("{verdict:<7}{:>8}{note}", seconds(started.elapsed())));
        self.passed += found.passed;
        self.failed += found.failed;
        if found.failed > 0 {
            say::line(format_args!("{}\n", found.detail.trim_end()));
            self.broken.push(name.to_owned());
        }
        found.failed == 0
    }

    /// Notes a step that could not be tried, since what it needs is missing.
    pub fn missed(&mut self, name: &str, why: &str) {
        say::line(format_args!("{name:<28}FAILED          {why}"));
        self.failed += 1;
        self.broken.push(name.to_owned());
    }

    /// Prints the closing lines. True when nothing failed.
    #[must_use]
    pub fn close(self) -> bool {
        if !self.broken.is_empty() {
            say::line(format_args!("\nTo mend: {}", self.broken.join(", ")));
        }
        say::line(format_args!("\n{} passed, {} failed", self.passed, self.failed));
        self.failed == 0
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(ok: bool, text: &str) -> Ran {
        Ran { ok, text: text.to_owned(), log: "x.log".into() }
    }

    #[test]
    fn summaries_add_up() {
        let text = "test result: ok. 3 passed; 0 failed; 0 ignored\nnoise\ntest result: FAILED. 40 passed; 2 failed; 1 ignored";
        assert_eq!(counts(text), (43, 2));
    }

    #[test]
    fn a_broken_build_and_an_empty_run_both_fail() {
        assert_eq!(Found::of_tests(&ran(false, "error: could not compile")).failed, 1);
        assert_eq!(Found::of_tests(&ran(true, "test result: ok. 0 passed; 0 failed")).failed, 1);
        assert_eq!(Found::of_tests(&ran(true, "test result: ok. 5 passed; 0 failed")).failed, 0);
    }
}
