//! The built page on a server of the story's own.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use xtask::offline;
use xtask::server::{self, Answer, Request, Server};

use crate::copy::Copy;
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
    harm: Arc<Mutex<Option<(&'static str, Harm)>>>,
    /// The files, where the story may change them.
    copy: Option<Copy>,
}

/// What happens to a file on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// It does not arrive.
    Lost,
    /// One byte of it is another.
    Changed,
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

    /// Serves a copy of the build that can be replaced by [another](Self::deploy) while it is served, and that counts
    /// how often each tab loads it. Nothing else is put into it: its digests hold, and it can be kept for work offline.
    ///
    /// # Panics
    /// As [`Self::at`].
    #[must_use]
    pub fn deployed(mount: &str) -> Self {
        let copy = Copy::of(&dist());
        offline::seal(copy.dir()).unwrap_or_else(|fault| panic!("{fault}"));
        let site = server::site(copy.dir());
        Self { copy: Some(copy), ..Self::serve(site, mount) }
    }

    /// Puts another version in the place of the deployed one: the same program with every file of it under another
    /// name.
    ///
    /// # Panics
    /// When the site is not a [deployed](Self::deployed) one.
    pub fn deploy(&self, version: u8) {
        self.replace(|copy| copy.becomes(&dist(), version));
    }

    /// Puts the version back that was deployed first.
    ///
    /// # Panics
    /// As [`Self::deploy`].
    pub fn deploy_first(&self) {
        self.replace(|copy| copy.becomes_first(&dist()));
    }

    fn replace(&self, change: impl FnOnce(&Copy)) {
        let copy = self.copy.as_ref().expect("the site was deployed");
        change(copy);
        offline::seal(copy.dir()).unwrap_or_else(|fault| panic!("{fault}"));
    }

    /// Serves the build with a script that runs before anything else of the page: how a browser is made that lacks
    /// something.
    #[must_use]
    pub fn with_script(script: &'static str) -> Self {
        let site = recorder::install(server::site(&dist()));
        Self::serve(site.with_script("/__before.js", move || script.to_owned()), "/")
    }

    fn serve(site: server::Site, mount: &str) -> Self {
        let harm = Arc::new(Mutex::new(None::<(&str, Harm)>));
        let present = Arc::clone(&harm);
        let site = site.at(mount).framed().with("/__frame", "text/html", || FRAME.to_owned());
        let site = site.harmed(move |request, answer| {
            match *present.lock().unwrap_or_else(PoisonError::into_inner) {
                Some((part, harm)) if request.path.contains(part) => harm.befall(answer),
                _ => {}
            }
        });
        let server = Server::start(site, 0).unwrap_or_else(|fault| panic!("{fault}"));
        Self {
            address: format!("http://{}", server.address()),
            server: Mutex::new(server),
            mount: mount.to_owned(),
            harm,
            copy: None,
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

    /// Lets something happen to every file whose path contains this, until it is [`healed`](Self::heal).
    pub fn harm(&self, part: &'static str, harm: Harm) {
        *self.harm.lock().unwrap_or_else(PoisonError::into_inner) = Some((part, harm));
    }

    /// Lets every file arrive as it is.
    pub fn heal(&self) {
        *self.harm.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Takes the site off the network.
    pub fn stop(&self) {
        self.server.lock().unwrap_or_else(PoisonError::into_inner).stop();
    }

    fn all(&self) -> Vec<Request> {
        self.server.lock().unwrap_or_else(PoisonError::into_inner).requests()
    }
}

impl Harm {
    fn befall(self, answer: &mut Answer) {
        match self {
            Self::Lost => {
                answer.status = "503 Service Unavailable";
                answer.body.clear();
            }
            Self::Changed => {
                if let Some(byte) = answer.body.last_mut() {
                    *byte ^= 1;
                }
            }
        }
    }
}

/// The build that the stories are told of.
pub(crate) fn dist() -> PathBuf {
    let named = std::env::var_os("EDGEWISE_DIST").map(PathBuf::from);
    let dir = named.unwrap_or_else(|| xtask::workspace::root().join("dist"));
    assert!(
        dir.join("index.html").is_file(),
        "run the stories with `cargo xtask stories`: {} has no page",
        dir.display()
    );
    dir
}
