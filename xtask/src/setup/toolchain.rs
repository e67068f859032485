//! A Rust toolchain that compiles for the browser.
//!
//! A toolchain counts when it has compiled and linked a probe, so a standard library that is missing, half copied or
//! from another compiler version is noticed, whatever the folders look like.

use std::fs;
use std::process::Command;
use std::time::Duration;

use crate::fault::{OrStop, Result};
use crate::setup::debian;
use crate::{run, say, workspace};

/// The compilation target of the app.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The active toolchain, or one that rustup knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    Active,
    Named(&'static str),
}

impl Toolchain {
    /// Makes a command use this toolchain and no trace of the one that runs us.
    pub fn choose_in(self, command: &mut Command) {
        let Self::Named(name) = self else { return };
        command
            .env("RUSTUP_TOOLCHAIN", name)
            .env_remove("CARGO")
            .env_remove("RUSTC")
            .env_remove("LD_LIBRARY_PATH");
    }

    /// A program of this toolchain.
    #[must_use]
    pub fn command(self, program: &str) -> Command {
        let mut command = Command::new(program);
        self.choose_in(&mut command);
        command
    }

    /// Whether it compiles and links for the browser: a test, and with link-time optimisation as the release has it.
    ///
    /// # Errors
    /// When the probe cannot be written.
    pub fn compiles_for_wasm(self) -> Result<bool> {
        let dir = workspace::notes().join("probe");
        workspace::make(&dir)?;
        let source = dir.join("probe.rs");
        let text = "#[test]\nfn probe() { assert_eq!(vec![1; 3].len(), 3); }\n";
        fs::write(&source, text).or_stop(|| format!("Make {} writable", source.display()))?;
        let mut command = self.command("rustc");
        command.args(["--edition=2024", "--test", "-Cpanic=abort", "-Clto=fat", "--target", WASM]);
        command.arg("-o").arg(dir.join("probe.wasm")).arg(&source);
        Ok(run::logged("probe", &mut command)?.ok)
    }
}

/// Finds a toolchain for the browser, or makes one: rustup's own way first, then Debian's packages.
///
/// # Errors
/// When neither way works here, with what to do.
pub fn for_wasm() -> Result<Toolchain> {
    let debian = Toolchain::Named(debian::NAME);
    if Toolchain::Active.compiles_for_wasm()? {
        return Ok(Toolchain::Active);
    }
    if debian::is_linked() && debian.compiles_for_wasm()? {
        return Ok(debian);
    }
    say::doing(format_args!("adding the compilation target {WASM} with rustup"));
    // A rustup that cannot reach its servers fails within seconds; one that hangs is not waited for.
    let added = run::logged_within(
        "rustup",
        Command::new("rustup").args(["target", "add", WASM]),
        Duration::from_secs(300),
    );
    if added.is_ok_and(|ran| ran.ok) && Toolchain::Active.compiles_for_wasm()? {
        return Ok(Toolchain::Active);
    }
    debian::provide()?;
    Ok(debian)
}
