//! Brings what a verb needs, and reuses what is there.
//!
//! Nothing that a person installed is replaced: a tool of the right version on the PATH is used as it is, any other
//! goes to a folder of our own, per user, that the next clone finds again.

pub mod browsers;
pub mod cargo_tools;
pub mod debian;
pub mod npm;
pub mod packages;
pub mod toolchain;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::{OrStop, Result};
use crate::workspace;
use toolchain::Toolchain;

/// What the set-up leaves: where the tools are, and which toolchain compiles for the browser.
#[derive(Debug)]
pub struct Tools {
    path: OsString,
    wasm: Toolchain,
}

impl Tools {
    /// What it takes to build and to serve.
    ///
    /// # Errors
    /// The first thing that is missing and cannot be brought, with what to do about it.
    pub fn to_build() -> Result<Self> {
        let path = search_path()?;
        let wasm = toolchain::for_wasm()?;
        cargo_tools::bring(&cargo_tools::trunk(), &path)?;
        cargo_tools::bring(&cargo_tools::wasm_bindgen()?, &path)?;
        cargo_tools::bring(&cargo_tools::wasm_split(), &path)?;
        npm::bring_binaryen(&path)?;
        Ok(Self { path, wasm })
    }

    /// What it takes to test as well: browsers, their drivers, and the licence check.
    ///
    /// # Errors
    /// As [`Self::to_build`].
    pub fn to_test() -> Result<Self> {
        let tools = Self::to_build()?;
        browsers::bring(&tools.path)?;
        cargo_tools::bring(&cargo_tools::geckodriver(), &tools.path)?;
        cargo_tools::bring(&cargo_tools::cargo_deny(), &tools.path)?;
        npm::bring_axe(&tools.path)?;
        Ok(tools)
    }

    /// What it takes to fuzz.
    ///
    /// # Errors
    /// As [`Self::to_build`].
    pub fn to_fuzz() -> Result<Self> {
        let path = search_path()?;
        cargo_tools::bring(&cargo_tools::cargo_fuzz(), &path)?;
        Ok(Self { path, wasm: toolchain::for_wasm()? })
    }

    /// A program that finds the tools.
    #[must_use]
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path).current_dir(workspace::root());
        command
    }

    /// A program that compiles for the browser, and keeps its products apart.
    #[must_use]
    pub fn wasm_command(&self, program: &str) -> Command {
        let mut command = self.command(program);
        self.wasm.choose_in(&mut command);
        command.env("CARGO_TARGET_DIR", workspace::wasm_target());
        command
    }

    /// The accessibility checker that the stories load into the page.
    ///
    /// # Errors
    /// When there is no cache folder.
    pub fn axe() -> Result<PathBuf> {
        npm::axe()
    }
}

/// Our own tools first, then the PATH.
fn search_path() -> Result<OsString> {
    let cache = workspace::cache()?;
    let ours = [cache.join("bin"), cache.join("npm/node_modules/.bin")];
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    let all = ours.into_iter().chain(std::env::split_paths(&theirs));
    std::env::join_paths(all).or_stop(|| "Clean the PATH up".to_owned())
}

/// Where a program of that name is, if it is anywhere on the path.
fn find(program: &str, path: &OsString) -> Option<PathBuf> {
    std::env::split_paths(path).map(|dir| dir.join(program)).find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}
