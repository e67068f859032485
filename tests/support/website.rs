//! The built page on a server of the story's own.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use xtask::server::{self, Request, Server};

use crate::recorder;

/// A page that shows the site in a window of 320 pixels, for browsers whose own window cannot be that narrow.
const FRAME: &str = "<!doctype html><html lang=\"en\"><title>narrow</title>\
                     <iframe title=\"narrow\" width=\"320\" height=\"700\" frameborder=\"0\"></iframe></html>";

/// A running copy of the built page.
#[derive(Debug)]
pub struct Website {
    server: Mutex<Server>,
    address: String,
    mount: String,
}

impl Website {
    /// Serves the build at `/`, with a recorder for what goes wrong.
    #[must_use]
    pub fn open() -> Self {
        Self::at("/")
    }

    /// Serves the build at another path, as project pages of a shared host are.
    ///
    /// # Panics
    /// When there is no build; `cargo xtask stories` makes one.
    #[must_use]
    pub fn at(mount: &str) -> Self {
        Self::serve(recorder::install(server::site(&dist())), mount)
    }

    /// Serves the build byte for byte, without the recorder.
    #[must_use]
    pub fn untouched() -> Self {
        Self::serve(server::site(&dist()), "/")
    }

    fn serve(site: server::Site, mount: &str) -> Self {
        let site = site.at(mount).framed().with("/__frame", "text/html", || FRAME.to_owned());
        let server = Server::start(site, 0).unwrap_or_else(|fault| panic!("{fault}"));
        Self {
            address: format!("http://{}", server.address()),
            server: Mutex::new(server),
            mount: mount.to_owned(),
        }
    }

    /// The address of a path inside the site, which does not open with a slash.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.address, self.mount)
    }

    /// The address of the page that holds a narrow frame.
    #[must_use]
    pub fn frame_url(&self) -> String {
        format!("{}/__frame", self.address)
    }

    /// The origin: what every request has to open with.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.address
    }

    /// What the page asked for so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.all().into_iter().filter(|request| !recorder::is_own(request)).collect()
    }

    /// What went wrong on the page so far.
    #[must_use]
    pub fn reports(&self) -> Vec<String> {
        recorder::reports(&self.all())
    }

    /// Takes the site off the network.
    pub fn stop(&self) {
        self.server.lock().unwrap_or_else(PoisonError::into_inner).stop();
    }

    fn all(&self) -> Vec<Request> {
        self.server.lock().unwrap_or_else(PoisonError::into_inner).requests()
    }
}

fn dist() -> PathBuf {
    let named = std::env::var_os("EDGEWISE_DIST").map(PathBuf::from);
    let dir = named.unwrap_or_else(|| xtask::workspace::root().join("dist"));
    assert!(
        dir.join("index.html").is_file(),
        "run the stories with `cargo xtask stories`: {} has no page",
        dir.display()
    );
    dir
}
