//! The program that drives a browser, and what each engine wants to be told.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};

use serde_json::{Map, Value, json};

use crate::wait::eventually;

/// The browser engine that the stories are told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engine that `EDGEWISE_ENGINE` names.
    ///
    /// # Panics
    /// When it names none; `cargo xtask stories` sets it.
    #[must_use]
    pub fn chosen() -> Self {
        match std::env::var("EDGEWISE_ENGINE").as_deref() {
            Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            other => {
                panic!("run the stories with `cargo xtask stories`: EDGEWISE_ENGINE is {other:?}")
            }
        }
    }

    fn program(self, port: u16) -> Command {
        let (program, argument) = match self {
            Self::Chromium => ("chromedriver", format!("--port={port}")),
            Self::Firefox => ("geckodriver", format!("--port={port}")),
            Self::WebKit => ("WebKitWebDriver", format!("--port={port}")),
        };
        let mut command = Command::new(program);
        command.arg(argument);
        command
    }

    /// What to ask of a new session: no window, no calls home, downloads into that folder, and a fresh profile unless
    /// there is one to go on with. WebKitGTK's sessions keep nothing.
    pub(crate) fn wishes(self, downloads: &Path, profile: Option<&Path>) -> Map<String, Value> {
        let profile = profile.map(|profile| profile.display().to_string());
        let wishes = match self {
            Self::Chromium => {
                let plain = [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--no-first-run",
                    "--force-color-profile=srgb",
                ];
                let kept = profile.map(|profile| format!("--user-data-dir={profile}"));
                let args: Vec<_> = plain.map(str::to_owned).into_iter().chain(kept).collect();
                json!({
                    "goog:chromeOptions": {
                        "args": args,
                        "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
                    },
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
            Self::Firefox => {
                let kept = profile.map(|profile| ["-profile".to_owned(), profile]);
                let args: Vec<_> = ["-headless".to_owned()]
                    .into_iter()
                    .chain(kept.into_iter().flatten())
                    .collect();
                json!({
                    "moz:firefoxOptions": {
                        "args": args,
                        "prefs": {
                            "browser.download.folderList": 2,
                            "browser.download.dir": downloads,
                            "browser.download.useDownloadDir": true,
                            "browser.download.always_ask_before_handling_new_types": false,
                            "dom.events.testing.asyncClipboard": true,
                        },
                    },
                })
            }
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        wishes.as_object().cloned().unwrap_or_default()
    }
}

/// Where Debian keeps WebKitGTK's own small browser, whatever the machine's architecture.
fn mini_browser() -> String {
    let libraries = std::fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path());
    let mut found =
        libraries.map(|dir| dir.join("webkit2gtk-4.1/MiniBrowser")).filter(|file| file.is_file());
    let file =
        found.next().expect("WebKitGTK's MiniBrowser is installed: `cargo xtask test` brings it");
    file.display().to_string()
}

/// A running driver; dropping it ends it, and with it the browser.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    pub(crate) address: String,
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it listens.
    pub(crate) fn start(engine: Engine) -> Self {
        let port = free_port();
        let mut command = engine.program(port);
        let process =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process =
            process.unwrap_or_else(|cause| panic!("{}: {cause}", command.get_program().display()));
        let driver = Self { process, address: format!("http://127.0.0.1:{port}") };
        eventually("the driver to listen", || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port))
                .map(drop)
                .map_err(|cause| cause.to_string())
        });
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that is free, from those that systems hand to nobody who asks for any: another story's server, or a browser's
/// connection, cannot take it before the driver does.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(20_000);
    loop {
        let port = NEXT.fetch_add(1, Ordering::Relaxed);
        assert!(port < 30_000, "none of 10,000 ports is free");
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
}
