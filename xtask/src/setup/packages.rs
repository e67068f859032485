//! The system's package manager.

use std::process::Command;
use std::time::Duration;

use crate::fault::{Result, Stop};
use crate::{run, say};

/// Installs Debian packages; on another system, says which things to install by hand.
///
/// # Errors
/// When the packages cannot be installed here; `what` is how a person calls them.
pub fn bring(what: &str, packages: &[&str]) -> Result<()> {
    if run::answer(Command::new("apt-get").arg("--version")).is_none() {
        let advice = "with this system's package manager, then run the same command again.";
        return Err(Stop::new(format!(
            "Install {what} (on Debian: {}) {advice}",
            packages.join(" ")
        )));
    }
    say::doing(format_args!("installing {what}: {}", packages.join(" ")));
    // Stale lists only matter when the install fails, and that says so itself.
    let _ = run::logged_within(
        "apt-update",
        apt(&["update", "-q"])?.env("LC_ALL", "C"),
        Duration::from_secs(300),
    );
    let mut install = apt(&["install", "-y", "-q", "--no-install-recommends"])?;
    install.args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    let advice = format!(
        "Install {what} with `apt-get install {}`, then run the same command again.",
        packages.join(" ")
    );
    run::must("apt-install", &mut install, &advice).map(|_| ())
}

/// `apt-get`, with the rights it needs.
fn apt(words: &[&str]) -> Result<Command> {
    let mut command = as_root("apt-get")?;
    command.args(words);
    Ok(command)
}

/// A program with the rights to change the system.
///
/// # Errors
/// When this is not root and sudo would have to ask for a password.
pub fn as_root(program: &str) -> Result<Command> {
    if run::answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Ok(Command::new(program));
    }
    if run::answer(Command::new("sudo").args(["-n", "true"])).is_some() {
        let mut command = Command::new("sudo");
        command.args(["-n", program]);
        return Ok(command);
    }
    Err(Stop::new(format!(
        "Run `sudo -v` first, then the same command again: `{program}` needs root to go on."
    )))
}
