//! `cargo xtask VERB`: reads the command line, runs the verb, and ends a failure with one sentence.

use std::process::ExitCode;

use xtask::args::{self, Verb};
use xtask::{bench, build, check, fuzz, icons, peers, say, serve, stories, test};

fn main() -> ExitCode {
    let verb = match args::read(std::env::args_os().skip(1)) {
        Ok(verb) => verb,
        Err(fault) => return stopped(&fault),
    };
    let done = match verb {
        Verb::Help => {
            say::line(args::HELP);
            Ok(true)
        }
        Verb::Serve(wish) => serve::run(&wish).map(|()| true),
        Verb::Build(wish) => build::run(&wish).map(|()| true),
        Verb::Fuzz(seconds) => fuzz::run(seconds).map(|()| true),
        Verb::Icons => icons::run().map(|()| true),
        Verb::Check => check::run(),
        Verb::Test => test::run(),
        Verb::Bench => bench::run(),
        Verb::Peers => peers::run().map(|()| true),
        Verb::Stories(wish) => stories::run(&wish),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => stopped(&fault),
    }
}

fn stopped(fault: &xtask::fault::Stop) -> ExitCode {
    say::problem(fault);
    ExitCode::FAILURE
}
