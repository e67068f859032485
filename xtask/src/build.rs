//! Builds the page, and builds it only when something it is made of has changed.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::args::BuildWish;
use crate::chunks::{self, Care};
use crate::fault::{OrStop, Result, Stop};
use crate::setup::Tools;
use crate::setup::toolchain::WASM;
use crate::single::{self, Single};
use crate::{offline, run, say, workspace};

/// Everything the page is made of.
const INPUTS: [&str; 13] = [
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    ".cargo",
    "app",
    "public",
    "rules-core",
    "xtask/src/chunks.rs",
    "xtask/src/chunks",
    "xtask/src/offline.rs",
    "xtask/src/single.rs",
    "xtask/src/single",
    "xtask/src/setup/cargo_tools.rs",
];

/// The finished page: static files that any server can serve, from any path.
#[derive(Debug)]
pub struct Dist {
    pub dir: PathBuf,
    /// It was there already, made of these very inputs.
    pub reused: bool,
}

/// `cargo xtask build`: sets up, builds, and says where it is.
///
/// # Errors
/// When something is missing that cannot be brought, or the build fails.
pub fn run(wish: &BuildWish) -> Result<()> {
    say::line("Setting up");
    let tools = Tools::to_build()?;
    say::line("Building");
    let dist = if wish.dev { dev(&tools)? } else { release(&tools)? };
    say::line(format_args!("The page is in {}", dist.dir.display()));
    if wish.single {
        let single = Single::of(&dist.dir)?;
        let file = dist.dir.join(single::NAME);
        say::line(format_args!("As one file: {}, {} bytes", file.display(), single.bytes));
        say::line(format_args!("SHA-256: {}", single.digest()));
    }
    Ok(())
}

/// Builds the release into `dist/`, or finds that it is up to date.
///
/// # Errors
/// When it does not compile, with the compiler's last words.
pub fn release(tools: &Tools) -> Result<Dist> {
    let dir = workspace::root().join("dist");
    let stamp = workspace::notes().join("dist.stamp");
    let noted = || fs::read_to_string(&stamp).unwrap_or_default();
    // Both sides count: a changed source, and a dist that someone else wrote to.
    let now =
        |dir: &Path| format!("{:016x} {:016x}", digest_inputs(), digest(&[dir.to_path_buf()]));
    if noted() == now(&dir) {
        return Ok(Dist { dir, reused: true });
    }
    let mut trunk = trunk(tools)?;
    trunk.arg("--release");
    run::must(
        "trunk",
        &mut trunk,
        "Mend what the compiler names, then run the same command again.",
    )?;
    chunks::cut(tools, &compiled("release"), &dir, Care::Small)?;
    single::pack(&dir)?;
    offline::seal(&dir)?;
    workspace::make(&workspace::notes())?;
    fs::write(&stamp, now(&dir)).or_stop(|| format!("Make {} writable", stamp.display()))?;
    Ok(Dist { dir, reused: false })
}

/// Builds quickly, for work on the page, into a folder of its own.
///
/// # Errors
/// As [`release`].
pub fn dev(tools: &Tools) -> Result<Dist> {
    let dir = workspace::notes().join("dev-dist");
    let mut trunk = trunk(tools)?;
    trunk.args(["--cargo-profile", "dev-wasm", "--dist"]).arg(&dir);
    run::must("trunk-dev", &mut trunk, "Mend what the compiler names.")?;
    chunks::cut(tools, &compiled("dev-wasm"), &dir, Care::Quick)?;
    offline::seal(&dir)?;
    Ok(Dist { dir, reused: false })
}

/// Which quick build is being served: changes when the next one is done.
#[must_use]
pub fn dev_build() -> u64 {
    digest(&[workspace::notes().join("dev-dist")])
}

/// Where the compiler puts the program.
fn compiled(profile: &str) -> PathBuf {
    workspace::wasm_target().join(WASM).join(profile).join("edgewise.wasm")
}

fn trunk(tools: &Tools) -> Result<std::process::Command> {
    let mut trunk = tools.wasm_command("trunk");
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rust_flags()?);
    // All its tools are here in the right version; what it cannot find it must not go and fetch.
    trunk.args(["--color=never", "--skip-version-check", "--offline=true", "build", "--locked"]);
    // Trunk reads NO_COLOR as a boolean and stops at any other value.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// What the compiler is told besides the profile. Takes the place of the flags in `.cargo/config.toml`.
fn rust_flags() -> Result<String> {
    // The relocations tell where the program can be cut.
    let mut flags =
        vec!["--cfg=erase_components".to_owned(), "-Clink-arg=--emit-relocs".to_owned()];
    // Messages name source files. Theirs should be the same on every machine, and tell nothing about this one.
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let home =
        home.ok_or_else(|| Stop::new("Set HOME or CARGO_HOME: cargo keeps sources there."))?;
    for sources in fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten() {
        flags.push(format!("--remap-path-prefix={}=crates", sources.path().display()));
    }
    flags.push(format!("--remap-path-prefix={}=edgewise", workspace::root().display()));
    Ok(flags.join(" "))
}

/// A figure that changes with the content of any input.
#[must_use]
pub fn digest_inputs() -> u64 {
    digest(&INPUTS.map(|input| workspace::root().join(input)))
}

/// When an input was last written to.
#[must_use]
pub fn last_change() -> SystemTime {
    let files = INPUTS.iter().flat_map(|input| files(&workspace::root().join(input)));
    files
        .filter_map(|file| file.metadata().and_then(|meta| meta.modified()).ok())
        .max()
        .unwrap_or(SystemTime::UNIX_EPOCH)
}

fn digest(places: &[PathBuf]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for file in places.iter().flat_map(|place| files(place)) {
        hasher.write(file.as_os_str().as_encoded_bytes());
        // A file that vanished in between changes the digest by its absence.
        let content = fs::read(&file).unwrap_or_default();
        hasher.write_usize(content.len());
        hasher.write(&content);
    }
    hasher.finish()
}

/// The files at and below a place, in one order.
#[must_use]
pub fn files(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_path_buf()];
    }
    let Ok(entries) = fs::read_dir(place) else { return Vec::new() };
    let mut inside: Vec<PathBuf> =
        entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    inside.sort();
    inside.iter().flat_map(|entry| files(entry)).collect()
}
