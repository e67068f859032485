//! Where things are: the workspace, its build products, and the tools kept for the next clone.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{OrStop, Result, Stop};

/// The folder of the workspace's Cargo.toml.
#[must_use]
pub fn root() -> PathBuf {
    // cargo run names the folder of this very checkout; the compiled-in path serves a copied binary.
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .filter(|_| std::env::var("CARGO_PKG_NAME").is_ok_and(|n| n == "xtask"));
    let manifest = here.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map_or_else(|| manifest.clone(), Path::to_path_buf)
}

/// Native build products.
#[must_use]
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// WebAssembly build products: apart, since another toolchain may make them and the two would undo each other's work.
#[must_use]
pub fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// What the tooling notes for itself: logs, stamps, the probe.
#[must_use]
pub fn notes() -> PathBuf {
    target().join("xtask")
}

/// Tools that cargo and npm fetched for us, per user, so that the next clone finds them.
///
/// # Errors
/// When the environment names neither a cache folder nor a home.
pub fn cache() -> Result<PathBuf> {
    let named = std::env::var_os("XDG_CACHE_HOME").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let base = named
        .or_else(home)
        .ok_or_else(|| Stop::new("Set HOME or XDG_CACHE_HOME: the tools are kept there."))?;
    Ok(base.join("edgewise"))
}

/// Makes a folder and those above it.
///
/// # Errors
/// When the folder cannot be made.
pub fn make(dir: &Path) -> Result<()> {
    fs::create_dir_all(dir).or_stop(|| format!("Make {} writable", dir.display()))
}

/// The version of a crate in Cargo.lock.
///
/// # Errors
/// When the lock file does not name the crate.
pub fn locked_version(name: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).or_stop(|| format!("Check {} out again", path.display()))?;
    version_in(&lock, name)
        .ok_or_else(|| Stop::new(format!("Cargo.lock names no {name}: run `cargo build` once.")))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let entry = format!("name = \"{name}\"\nversion = \"");
    let rest = &lock[lock.find(&entry)? + entry.len()..];
    rest.split('"').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_that_of_the_crate_with_exactly_this_name() {
        let lock = "name = \"tidy-up\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"tidy\"\nversion = \"2.3.4\"\n";
        assert_eq!(version_in(lock, "tidy").as_deref(), Some("2.3.4"));
        assert_eq!(version_in(lock, "ti"), None);
    }
}
