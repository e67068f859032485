//! `cargo xtask stories`: the user stories, told to real browsers over WebDriver.

use std::process::Command;
use std::time::Duration;

use crate::args::StoriesWish;
use crate::build::{self, Dist};
use crate::fault::Result;
use crate::setup::Tools;
use crate::steps::{Found, Steps};
use crate::{run, say};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// How long all stories of one engine may take: three times what they take on two cores.
const PATIENCE: Duration = Duration::from_secs(25 * 60);

/// Each engine that people meet the page with.
pub const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

impl Engine {
    /// How it is called on the command line and in the stories' environment.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

impl std::str::FromStr for Engine {
    type Err = String;

    fn from_str(id: &str) -> std::result::Result<Self, String> {
        let found = ENGINES.into_iter().find(|engine| engine.id() == id);
        found.ok_or_else(|| format!("the engines are chromium, firefox and webkit, not {id:?}"))
    }
}

/// Sets up, builds, and runs the stories that were asked for. True when all of them hold.
///
/// # Errors
/// When something is missing that cannot be brought, or the build fails.
pub fn run(wish: &StoriesWish) -> Result<bool> {
    say::line("Setting up");
    let tools = Tools::to_test()?;
    let dist = build::release(&tools)?;
    let mut steps = Steps::default();
    for engine in
        ENGINES.into_iter().filter(|engine| wish.engine.is_none_or(|wished| wished == *engine))
    {
        steps.step(&format!("stories, {}", engine.id()), || {
            in_engine(&tools, &dist, engine, wish.name.as_deref())
        });
    }
    Ok(steps.close())
}

/// Runs the stories in one engine.
///
/// # Errors
/// When they cannot be started.
pub fn in_engine(tools: &Tools, dist: &Dist, engine: Engine, name: Option<&str>) -> Result<Found> {
    let mut command = start(tools, engine);
    command.args(["test", "--locked", "-p", "edgewise-stories", "--test", "stories", "--"]);
    // Two at a time: each has a browser of its own, and the smallest machine we know has two cores.
    command.args(name).arg("--test-threads=2");
    command
        // What a story says when it fails is for a reader; a stack trace of the client is not.
        .env("RUST_BACKTRACE", "0")
        .env("EDGEWISE_ENGINE", engine.id())
        .env("EDGEWISE_DIST", &dist.dir)
        .env("EDGEWISE_AXE", Tools::axe()?);
    let log = format!("stories-{}", engine.id());
    Ok(Found::of_tests(&run::logged_within(&log, &mut command, PATIENCE)?))
}

/// cargo; for WebKitGTK, which knows no headless mode, on a display that nobody sees.
fn start(tools: &Tools, engine: Engine) -> Command {
    if engine != Engine::WebKit {
        return tools.command("cargo");
    }
    let mut command = tools.command("xvfb-run");
    command.args(["-a", "-s", "-screen 0 1280x1024x24", "cargo"]);
    command
}
