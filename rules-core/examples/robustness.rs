//! Runs the robustness core on one JSON document and prints its report as JSON.
//!
//! ```text
//! cargo run -p rules-core --example robustness -- FILE.json      (`-` reads standard input)
//! ```
//!
//! Fields are described at `rules_core::robustness::document`. Input that is refused names the field, what was found and
//! what is allowed on standard error, and ends with code 2.

use std::io::{Read, Write};
use std::process::ExitCode;

use rules_core::robustness::document::answer;

fn main() -> ExitCode {
    match run() {
        Ok(report) => write(std::io::stdout(), &report, ExitCode::SUCCESS),
        Err(message) => write(std::io::stderr(), &message, ExitCode::from(2)),
    }
}

fn run() -> Result<String, String> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        return Err("arguments: allowed one file name, or - for standard input".to_owned());
    };
    let text = read(&path).map_err(|error| format!("{path}: {error}"))?;
    let report = answer(&text).map_err(|fault| fault.to_string())?;
    serde_json::to_string_pretty(&report).map_err(|error| error.to_string())
}

fn read(path: &str) -> std::io::Result<String> {
    if path == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        return Ok(text);
    }
    std::fs::read_to_string(path)
}

fn write(mut to: impl Write, line: &str, code: ExitCode) -> ExitCode {
    // A reader that hangs up (`| head`) is no fault of the input.
    match writeln!(to, "{line}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => code,
    }
}
