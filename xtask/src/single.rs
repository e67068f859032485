//! The whole page as one file that a browser opens from a disk or a stick, with no network: what the page loads is put
//! into it. Nothing is compiled for it, so it gives the same answers as the page that it is made of.

mod page;
mod script;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use data_encoding::{BASE64, HEXLOWER};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

use crate::fault::{OrStop, Result, Stop};
use crate::{build, workspace};

/// Its name beside the page, where it is offered for download.
pub const NAME: &str = "edgewise.html";

/// What the page itself knows of the file: the length in bytes and the digest, as tools print it and as browsers check it.
const NOTE: &str = "one-file";

/// The finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Single {
    pub bytes: usize,
    digest: [u8; 32],
}

impl Single {
    /// The file beside the page in this folder.
    ///
    /// # Errors
    /// When it is not there.
    pub fn of(dist: &Path) -> Result<Self> {
        Ok(Self::made(text(&dist.join(NAME))?.as_bytes()))
    }

    /// A file of these bytes.
    #[must_use]
    pub fn made(file: &[u8]) -> Self {
        Self { bytes: file.len(), digest: Sha256::digest(file).into() }
    }

    /// Its SHA-256, as `sha256sum` prints it.
    #[must_use]
    pub fn digest(&self) -> String {
        HEXLOWER.encode(&self.digest)
    }

    /// What the page holds of it.
    fn note(&self) -> String {
        let integrity = BASE64.encode(&self.digest);
        let digest = self.digest();
        format!("<meta name=\"{NOTE}\" content=\"{} {digest} sha256-{integrity}\">\n", self.bytes)
    }
}

/// Packs the page in a folder into one file beside it, and notes its digest in the page. Comes before the service worker
/// is written, which holds a digest of the page.
///
/// # Errors
/// When the build looks otherwise than this step knows, or the folder is not writable.
pub fn pack(dist: &Path) -> Result<Single> {
    let index = dist.join("index.html");
    let page = unnoted(&text(&index)?);
    let file = whole(dist, &page)?;
    write(&dist.join(NAME), &file)?;
    let single = Single::made(file.as_bytes());
    write(&index, &page.replacen("</head>", &format!("{}</head>", single.note()), 1))?;
    Ok(single)
}

/// The page without what an earlier packing noted in it.
fn unnoted(page: &str) -> String {
    let Some((before, rest)) = page.split_once(&format!("<meta name=\"{NOTE}\"")) else {
        return page.to_owned();
    };
    let after = rest.split_once(">\n").map_or(rest, |(_, after)| after);
    format!("{before}{after}")
}

fn whole(dist: &Path, page: &str) -> Result<String> {
    let seam = text(&workspace::root().join("app/inside.js"))?;
    let script = format!("{seam}{}", script::bundle(dist, page)?);
    let script = page::guarded(&script);
    let mut held = String::new();
    for file in build::files(dist) {
        if let Some(kind) = kind(&file) {
            held.push_str(&block(&file, kind)?);
        }
    }
    page::assemble(dist, page, &script, &held)
}

/// The type of a file that is fetched after the page has come; of the others, [`page::assemble`] takes what it needs.
fn kind(file: &Path) -> Option<&'static str> {
    match file.extension()?.to_str()? {
        "wasm" => Some("application/wasm"),
        "json" => Some("application/json"),
        _ => None,
    }
}

/// A file as an element that browsers neither run nor show; `app/inside.js` reads it.
fn block(file: &Path, kind: &str) -> Result<String> {
    let bytes = fs::read(file).or_stop(|| format!("Make {} readable", file.display()))?;
    let small = gzip(&bytes).or_stop(|| format!("Build again, {} is odd", file.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!("<script type=\"{kind}\" data-file=\"{name}\">{}</script>\n", BASE64.encode(&small)))
}

/// The same bytes for the same content: neither a name nor a time goes in.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).or_stop(|| format!("Build again, {} is gone", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).or_stop(|| format!("Make {} writable", path.display()))
}

/// What stops the packing when the build has changed and this step has not.
fn unknown(what: &str) -> Stop {
    Stop::new(format!("Teach xtask/src/single.rs {what}, or write it as before."))
}

#[cfg(test)]
mod tests;
