//! The page as one file, which lies beside the page. The build notes in the page how long it is and what it digests to.

use super::{fetch, files};

/// The file, as the page knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Single {
    /// Its length.
    pub bytes: usize,
    /// Its SHA-256, in the letters that tools print.
    pub digest: String,
    /// The same, as browsers check it.
    integrity: String,
}

/// What it is called, beside the page and where it is taken to.
pub const NAME: &str = "edgewise.html";

/// How taking it along went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The browser has it.
    Yes,
    /// It did not arrive, or is not the file that the digest stands for.
    NotArrived,
    /// The browser did not take it.
    Refused,
}

impl Single {
    /// Returns the file that belongs to this page; a quick build has none, and the file itself offers none.
    #[must_use]
    pub fn offered() -> Option<Self> {
        let note = web_sys::window()?
            .document()?
            .query_selector("meta[name=one-file]")
            .ok()??
            .get_attribute("content")?;
        let mut parts = note.split(' ');
        let mut next = || parts.next().map(str::to_owned);
        Some(Self { bytes: next()?.parse().ok()?, digest: next()?, integrity: next()? })
    }

    /// Fetches it and hands it out: never another one than the digest stands for.
    pub fn take(self, done: impl FnOnce(Taken) + 'static) {
        fetch::text(NAME, self.integrity, move |text| {
            done(match text {
                Some(text) if files::download(NAME, "text/html", &text) => Taken::Yes,
                Some(_) => Taken::Refused,
                None => Taken::NotArrived,
            });
        });
    }
}
