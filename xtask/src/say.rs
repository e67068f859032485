//! All that the tooling prints goes through here.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool talks to a person"
)]

use std::fmt::Display;
use std::io::Write;

/// Prints one line.
pub fn line(text: impl Display) {
    println!("{text}");
}

/// Opens a line that [`line`] will end, and shows it at once.
pub fn open(text: impl Display) {
    print!("{text}");
    // A closed pipe shows at the next line; nothing is lost here.
    let _ = std::io::stdout().flush();
}

/// Says what is being done, before something that takes time.
pub fn doing(text: impl Display) {
    println!("  {text}");
}

/// Prints why the run stopped.
pub fn problem(text: impl Display) {
    eprintln!("\nStopped. {text}");
}
