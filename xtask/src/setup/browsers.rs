//! The three engines that the stories run in, with the drivers that come from packages.

use std::ffi::OsString;

use crate::fault::Result;
use crate::setup::{find, packages};

/// A program that has to be there, and the package that brings it.
const PROGRAMS: [(&str, &str); 6] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("xvfb-run", "xvfb"),
    ("xauth", "xauth"),
];

/// Makes sure that the browsers are there.
///
/// # Errors
/// When one is missing and cannot be installed here.
pub fn bring(path: &OsString) -> Result<()> {
    let missing: Vec<&str> = PROGRAMS
        .iter()
        .filter(|(program, _)| find(program, path).is_none())
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        packages::bring("the browsers of the stories", &missing)
    }
}
