//! `cargo xtask icons`: draws the icons in the sizes that systems ask for, from our own drawings.
//!
//! The pictures are kept in the repository, since drawing them takes a library that nothing else here needs. The note
//! beside them says what they were drawn from, and a test compares.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::fault::{OrStop, Result};
use crate::{offline, run, workspace};

/// Each picture: its name, the drawing it is made from, and its width and height in pixels.
pub const PICTURES: [(&str, &str, u32); 5] = [
    ("icon-192.png", "icon.svg", 192),
    ("icon-512.png", "icon.svg", 512),
    ("maskable-192.png", "maskable.svg", 192),
    ("maskable-512.png", "maskable.svg", 512),
    ("touch-180.png", "maskable.svg", 180),
];

/// Where drawings and pictures are.
#[must_use]
pub fn folder() -> PathBuf {
    workspace::root().join("public/icons")
}

/// Draws every picture anew.
///
/// # Errors
/// When the library does not build, or a file cannot be written.
pub fn run() -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--locked", "--quiet", "-p", "xtask", "--features", "icons"]);
    cargo.args(["--example", "icons"]).current_dir(workspace::root());
    run::must("icons", &mut cargo, "Mend what the compiler names.")?;
    let note = workspace::root().join("xtask/src/icons.txt");
    fs::write(&note, drawn_from()?).or_stop(|| format!("Make {} writable", note.display()))
}

/// The digests of the drawings, in the order of [`PICTURES`].
fn drawn_from() -> Result<String> {
    let digest = |(picture, drawing, _): (&str, &str, u32)| {
        let file = folder().join(drawing);
        let bytes = fs::read(&file).or_stop(|| format!("Check {} out again", file.display()))?;
        Ok(format!("{picture} {drawing} {}\n", offline::sha256(&bytes)))
    };
    PICTURES.into_iter().map(digest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pictures_were_drawn_from_the_drawings_of_today() {
        let noted = include_str!("icons.txt");
        assert_eq!(drawn_from().expect("the drawings are there"), noted, "run `cargo xtask icons`");
    }

    #[test]
    fn the_manifest_names_pictures_of_their_size() {
        let manifest = fs::read_to_string(workspace::root().join("public/manifest.webmanifest"));
        let manifest = manifest.expect("the manifest is there");
        for (picture, _, size) in PICTURES {
            let bytes = fs::read(folder().join(picture)).expect("it was drawn");
            assert_eq!(&bytes[12..16], b"IHDR", "{picture}");
            for at in [16, 20] {
                let found: [u8; 4] = bytes[at..at + 4].try_into().expect("four bytes");
                assert_eq!(u32::from_be_bytes(found), size, "{picture}");
            }
            let named = format!("\"icons/{picture}\", \"sizes\": \"{size}x{size}\"");
            assert!(manifest.contains(&named) || picture.starts_with("touch"), "{picture}");
        }
    }
}
