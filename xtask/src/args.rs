//! The command line.

use std::ffi::OsString;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::fault::{OrStop, Result, Stop};
use crate::stories::Engine;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask serve [--port N] [--open] [--dev]
    sets up what is missing, builds the release and serves it on this machine
    --port N   listen on this port (8080, or a free one when that is taken)
    --open     show it in the browser
    --dev      a quick build that is made again at every change
cargo xtask build [--single | --dev]
    builds the page into dist/, and beside it the same as one file, edgewise.html
    --single   says where that file is, and its SHA-256
    --dev      a quick build, for work on the page; no file of it
cargo xtask check
    the fast loop: format, lints and native tests, without any set-up
cargo xtask test
    everything: also WebAssembly, the release build, its size, licences, and the stories in three browsers
cargo xtask bench [--peers]
    what the rules cost, natively and as WebAssembly, against the budget
    --peers    instead, what shares of first places cost here, with numpy and with four Python packages
cargo xtask stories [--engine chromium|firefox|webkit] [NAME]
    only the browser stories, or those whose name contains NAME
cargo xtask fuzz [--seconds N]
    damaged links and files at every border, for N seconds (60)
cargo xtask icons
    draws the icons anew, after their drawing in public/icons has changed";

/// One thing to do.
#[derive(Debug, PartialEq)]
pub enum Verb {
    Help,
    Serve(ServeWish),
    Build(BuildWish),
    Check,
    Test,
    Bench,
    Peers,
    Stories(StoriesWish),
    Icons,
    /// For so many seconds.
    Fuzz(u32),
}

/// How to serve.
#[derive(Debug, Default, PartialEq)]
pub struct ServeWish {
    pub port: Option<u16>,
    pub open: bool,
    pub dev: bool,
}

/// What to build.
#[derive(Debug, Default, PartialEq)]
pub struct BuildWish {
    pub dev: bool,
    /// Say where the one file is; a quick build has none.
    pub single: bool,
}

/// Which stories to run, and where.
#[derive(Debug, Default, PartialEq)]
pub struct StoriesWish {
    /// Every engine when none is named.
    pub engine: Option<Engine>,
    pub name: Option<String>,
}

/// Reads what was typed after `cargo xtask`.
///
/// # Errors
/// A word or option that no verb knows.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Verb> {
    let mut parser = lexopt::Parser::from_args(words);
    match parser.next().or_stop(usage)? {
        None | Some(Short('h') | Long("help")) => Ok(Verb::Help),
        Some(Value(verb)) => match verb.to_str() {
            Some("help") => Ok(Verb::Help),
            Some("serve") => serve(&mut parser),
            Some("build") => build(&mut parser),
            Some("fuzz") => fuzz(&mut parser),
            Some("icons") => last(&mut parser, Verb::Icons),
            Some("check") => last(&mut parser, Verb::Check),
            Some("test") => last(&mut parser, Verb::Test),
            Some("bench") => bench(&mut parser),
            Some("stories") => stories(&mut parser),
            _ => Err(Stop::new(format!(
                "There is no verb `{}`: `cargo xtask help` lists them.",
                verb.display()
            ))),
        },
        Some(other) => Err(Stop::new(format!("{}: {}", usage(), other.unexpected()))),
    }
}

fn usage() -> String {
    "The command line is not understood, `cargo xtask help` shows what is".to_owned()
}

fn last(parser: &mut lexopt::Parser, verb: Verb) -> Result<Verb> {
    match parser.next().or_stop(usage)? {
        None => Ok(verb),
        Some(other) => Err(Stop::new(format!("{}: {}", usage(), other.unexpected()))),
    }
}

fn serve(parser: &mut lexopt::Parser) -> Result<Verb> {
    let mut wish = ServeWish::default();
    while let Some(word) = parser.next().or_stop(usage)? {
        match word {
            Long("port") => {
                wish.port = Some(parser.value().and_then(|v| v.parse()).or_stop(usage)?);
            }
            Long("open") => wish.open = true,
            Long("dev") => wish.dev = true,
            other => return Err(Stop::new(format!("{}: {}", usage(), other.unexpected()))),
        }
    }
    Ok(Verb::Serve(wish))
}

fn build(parser: &mut lexopt::Parser) -> Result<Verb> {
    let mut wish = BuildWish::default();
    while let Some(word) = parser.next().or_stop(usage)? {
        match word {
            Long("dev") if !wish.single => wish.dev = true,
            Long("single") if !wish.dev => wish.single = true,
            other => return Err(Stop::new(format!("{}: {}", usage(), other.unexpected()))),
        }
    }
    Ok(Verb::Build(wish))
}

fn bench(parser: &mut lexopt::Parser) -> Result<Verb> {
    match parser.next().or_stop(usage)? {
        None => Ok(Verb::Bench),
        Some(Long("peers")) => last(parser, Verb::Peers),
        Some(other) => Err(Stop::new(format!("{}: {}", usage(), other.unexpected()))),
    }
}

fn fuzz(parser: &mut lexopt::Parser) -> Result<Verb> {
    let mut seconds = 60;
    while let Some(word) = parser.next().or_stop(usage)? {
        match word {
            Long("seconds") => seconds = parser.value().and_then(|v| v.parse()).or_stop(usage)?,
            other => return Err(Stop::new(format!("{}: {}", usage(), other.unexpected()))),
        }
    }
    Ok(Verb::Fuzz(seconds))
}

fn stories(parser: &mut lexopt::Parser) -> Result<Verb> {
    let mut wish = StoriesWish::default();
    while let Some(word) = parser.next().or_stop(usage)? {
        match word {
            Long("engine") => {
                wish.engine = Some(parser.value().and_then(|v| v.parse()).or_stop(usage)?);
            }
            Value(name) if wish.name.is_none() => wish.name = Some(name.string().or_stop(usage)?),
            other => return Err(Stop::new(format!("{}: {}", usage(), other.unexpected()))),
        }
    }
    Ok(Verb::Stories(wish))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: Option<&Verb>) {
        assert_eq!(
            read(typed.split_whitespace().map(OsString::from)).ok().as_ref(),
            expected,
            "{typed}"
        );
    }

    #[test]
    fn verbs_and_their_options_are_read() {
        check("", Some(&Verb::Help));
        check("check", Some(&Verb::Check));
        check("bench", Some(&Verb::Bench));
        check("bench --peers", Some(&Verb::Peers));
        let wish = ServeWish { port: Some(9000), open: true, dev: false };
        check("serve --open --port 9000", Some(&Verb::Serve(wish)));
        check("build --dev", Some(&Verb::Build(BuildWish { dev: true, single: false })));
        check("build --single", Some(&Verb::Build(BuildWish { dev: false, single: true })));
        check("icons", Some(&Verb::Icons));
        check("fuzz --seconds 5", Some(&Verb::Fuzz(5)));
        let wish = StoriesWish { engine: Some(Engine::WebKit), name: Some("reload".to_owned()) };
        check("stories --engine webkit reload", Some(&Verb::Stories(wish)));
    }

    #[test]
    fn what_no_verb_knows_is_refused() {
        for typed in [
            "serv",
            "check --fast",
            "build --single --dev",
            "bench --peer",
            "serve --port many",
            "stories --engine lynx",
            "--port 1",
        ] {
            check(typed, None);
        }
    }
}
