//! Decides for one or more profiles, given as files or on standard input.
//!
//! ```text
//! cargo run -p rules-core --example decide -- PROFILE.yaml [PROFILE ...] [--json]
//! ```
//!
//! A profile is YAML or JSON; `-` is standard input. Without `--json` a summary to read is printed; with it, one JSON
//! object, or an array of them for several profiles. A profile at fault prints every fault and ends with code 2, and
//! nothing is decided.

mod answer;

use std::io::{self, Read, Write};
use std::process::ExitCode;

use answer::{Ask, Source};

const USAGE: &str = "usage: decide PROFILE.yaml [PROFILE ...] [--json]; - reads standard input";

fn main() -> ExitCode {
    let ask = Ask::from_args(std::env::args().skip(1));
    let Some(ask) = ask else {
        return end_badly(USAGE);
    };
    let sources: Result<Vec<_>, _> = ask.paths.iter().map(|path| read(path)).collect();
    match sources.and_then(|sources| answer::answer(&sources, ask.json)) {
        Ok(text) => print(&text),
        Err(faults) => end_badly(&faults),
    }
}

fn read(path: &str) -> Result<Source, String> {
    let text = if path == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    let name = if path == "-" { "standard input" } else { path };
    let text = text.map_err(|error| format!("{name}: {error}"))?;
    Ok(Source { name: name.to_owned(), text })
}

fn print(text: &str) -> ExitCode {
    // A reader that has seen enough and closed the pipe is no fault.
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => end_badly(&error.to_string()),
        _ => ExitCode::SUCCESS,
    }
}

fn end_badly(why: &str) -> ExitCode {
    // Nothing is left to tell it to when standard error is closed too.
    let _ = writeln!(io::stderr(), "{why}");
    ExitCode::from(2)
}
