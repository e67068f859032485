//! The one-file form of the built page, opened from a disk.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use xtask::single::{NAME, Single};

use crate::website::dist;

/// A file that a browser can open.
#[derive(Debug)]
pub struct OneFile {
    path: PathBuf,
    /// Where a copy is, which goes when this is dropped.
    _folder: Option<TempDir>,
}

impl OneFile {
    /// The file beside the built page.
    ///
    /// # Panics
    /// When the build has none; `cargo xtask stories` makes one.
    #[must_use]
    pub fn built() -> Self {
        let path = dist().join(NAME);
        assert!(
            path.is_file(),
            "run the stories with `cargo xtask stories`: no {}",
            path.display()
        );
        Self { path, _folder: None }
    }

    /// A copy in which one letter of what it holds under a name is another.
    ///
    /// # Panics
    /// When it holds no such thing.
    #[must_use]
    pub fn damaged(held: &str) -> Self {
        let text = fs::read_to_string(dist().join(NAME)).expect("the file was built");
        let (start, length) = place(&text, held).expect("the file holds it");
        let at = start + length / 2;
        let other = if &text[at..=at] == "A" { "B" } else { "A" };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(NAME);
        fs::write(&path, format!("{}{other}{}", &text[..at], &text[at + 1..]))
            .expect("the temporary folder is writable");
        Self { path, _folder: Some(folder) }
    }

    /// Its address, with a fragment.
    ///
    /// # Panics
    /// When its folder was named from elsewhere, by a path that is not whole.
    #[must_use]
    pub fn url(&self, fragment: &str) -> String {
        let path = url::Url::from_file_path(&self.path).expect("the path is whole");
        format!("{path}{fragment}")
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Where what it holds under a name that begins so stands, and how long it is there.
fn place(text: &str, held: &str) -> Option<(usize, usize)> {
    let named = text.find(&format!("data-file=\"{held}"))?;
    let start = named + text[named..].find('>')? + 1;
    Some((start, text[start..].find('<')?))
}

/// SHA-256 of a file's text, as tools print it.
#[must_use]
pub fn digest(text: &str) -> String {
    Single::made(text.as_bytes()).digest()
}
