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
cargo xtask check
    the fast loop: format, lints and native tests, without any set-up
cargo xtask test
    everything: also WebAssembly, the release build, its size, licences, and the stories in three browsers
cargo xtask stories [--engine chromium|firefox|webkit] [NAME]
    only the browser stories, or those whose name contains NAME";

/// One thing to do.
#[derive(Debug, PartialEq)]
pub enum Verb {
    Help,
    Serve(ServeWish),
    Check,
    Test,
    Stories(StoriesWish),
}

/// How to serve.
#[derive(Debug, Default, PartialEq)]
pub struct ServeWish {
    pub port: Option<u16>,
    pub open: bool,
    pub dev: bool,
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
            Some("check") => last(&mut parser, Verb::Check),
            Some("test") => last(&mut parser, Verb::Test),
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
        let wish = ServeWish { port: Some(9000), open: true, dev: false };
        check("serve --open --port 9000", Some(&Verb::Serve(wish)));
        let wish = StoriesWish { engine: Some(Engine::WebKit), name: Some("reload".to_owned()) };
        check("stories --engine webkit reload", Some(&Verb::Stories(wish)));
    }

    #[test]
    fn what_no_verb_knows_is_refused() {
        for typed in
            ["serv", "check --fast", "serve --port many", "stories --engine lynx", "--port 1"]
        {
            check(typed, None);
        }
    }
}
