//! How long a key press takes until its answer is painted: the part of `cargo xtask bench` that needs a browser.

use std::fmt;

use crate::build;
use crate::fault::{Result, Stop};
use crate::setup::Tools;
use crate::stories::Engine;
use crate::{run, say};

/// Milliseconds that a slow tablet may take until it has painted, and that one task may take at most.
const AIM: f64 = 50.0;

/// What was measured at one place of the page, in milliseconds.
#[derive(Debug, PartialEq)]
struct Painted {
    what: String,
    median: f64,
    longest: f64,
    longest_task: f64,
    /// Of the median: until the page began with it, and until the page had done with it; the rest is the browser's.
    waited: f64,
    worked: f64,
}

/// Measures on the release, in Chromium slowed down four times, and prints what it finds.
///
/// # Errors
/// When something is missing that cannot be brought, or the bench does not run.
pub fn measure(tools: &Tools) -> Result<()> {
    let dist = build::release(tools)?;
    say::line("Measuring key presses in Chromium, four times slower");
    let mut cargo = tools.command("cargo");
    // As the stories are compiled: the browser is what is measured.
    cargo.args(["test", "--locked", "-p", "edgewise-stories", "--bench", "paint"]);
    cargo.env("EDGEWISE_ENGINE", Engine::Chromium.id()).env("EDGEWISE_DIST", &dist.dir);
    let ran = run::must("bench-paint", &mut cargo, "Mend what the log names.")?;
    let found: Vec<_> = ran.text.lines().filter_map(read).collect();
    if found.is_empty() {
        return Err(Stop::new("The bench `paint` printed no figure; see its log.".to_owned()));
    }
    found.iter().for_each(say::line);
    Ok(())
}

/// Reads `answer 48 64 52 3 20`.
fn read(line: &str) -> Option<Painted> {
    let (what, figures) = line.split_once(' ')?;
    let figures: Vec<f64> =
        figures.split(' ').map(str::parse).collect::<std::result::Result<_, _>>().ok()?;
    let [median, longest, longest_task, waited, worked] = figures[..] else { return None };
    Some(Painted { what: what.to_owned(), median, longest, longest_task, waited, worked })
}

impl fmt::Display for Painted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, median, longest, longest_task, waited, worked } = self;
        let kept = |figure: &f64| if *figure <= AIM { "kept" } else { "MISSED" };
        write!(
            f,
            "{what:<10}painted after {median} ms ({}), of it {waited} ms waiting and {worked} ms at work; {longest} ms at most; ",
            kept(median)
        )?;
        match longest_task {
            0.0 => write!(f, "no task over {AIM} ms (kept)"),
            task => write!(f, "longest task {task} ms ({})", kept(task)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_and_held_against_the_aim() {
        let found = read("answer 48 64 0 3 20").expect("five figures");
        assert_eq!(
            found.to_string(),
            "answer    painted after 48 ms (kept), of it 3 ms waiting and 20 ms at work; 64 ms at most; no task over 50 ms (kept)"
        );
        assert!(
            read("weight 56 64 70 1 2")
                .expect("five figures")
                .to_string()
                .ends_with("70 ms (MISSED)")
        );
        assert_eq!(read("Running benches/paint.rs"), None);
    }
}
