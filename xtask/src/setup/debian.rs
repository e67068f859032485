//! The way to the browser target where rustup's servers are out of reach: Debian's own Rust.
//!
//! Debian packages a current compiler with its source, but no standard library for WebAssembly. The source is there to
//! build it from, once per compiler version.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fault::{OrStop, Result, Stop};
use crate::setup::packages;
use crate::setup::toolchain::{Toolchain, WASM};
use crate::{run, say, workspace};

/// What rustup calls Debian's toolchain, once linked.
pub const NAME: &str = "debian";

const PACKAGES: [&str; 5] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "rustfmt-web"];
const ADVICE: &str = "Run `rustup target add wasm32-unknown-unknown` where rustup's servers can be reached, then the same \
                      command again: Debian's Rust could not stand in.";

/// Whether rustup knows Debian's toolchain.
#[must_use]
pub fn is_linked() -> bool {
    let list = run::answer(Command::new("rustup").args(["toolchain", "list"])).unwrap_or_default();
    list.lines().any(|line| line.split_whitespace().next() == Some(NAME))
}

/// Installs, links and completes Debian's toolchain.
///
/// # Errors
/// When this is no Debian, or its packages are too old.
pub fn provide() -> Result<()> {
    if Command::new("/usr/bin/rustc").arg("-V").output().is_err()
        || !Path::new("/usr/lib/rustlib/src").exists()
    {
        packages::bring("Debian's Rust", &PACKAGES)?;
    }
    if !is_linked() {
        run::must(
            "rustup-link",
            Command::new("rustup").args(["toolchain", "link", NAME, "/usr"]),
            ADVICE,
        )?;
    }
    // Another clone may have left the rest already.
    if Toolchain::Named(NAME).compiles_for_wasm()? {
        return Ok(());
    }
    let about = Rustc::ask()?;
    provide_linker(&about)?;
    let libraries = build_std(&workspace::cache()?.join("std"))?;
    install_std(&libraries, &about.sysroot.join("lib/rustlib").join(WASM).join("lib"))?;
    if Toolchain::Named(NAME).compiles_for_wasm()? { Ok(()) } else { Err(Stop::new(ADVICE)) }
}

/// What a compiler says of itself.
struct Rustc {
    host: String,
    llvm: String,
    sysroot: PathBuf,
}

impl Rustc {
    fn ask() -> Result<Self> {
        let rustc =
            |words: &[&str]| run::answer(Toolchain::Named(NAME).command("rustc").args(words));
        let about = rustc(&["-vV"]).unwrap_or_default();
        let sysroot =
            rustc(&["--print", "sysroot"]).map(PathBuf::from).ok_or_else(|| Stop::new(ADVICE))?;
        let field = |name: &str| {
            about.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim()
        };
        let llvm = field("LLVM version:").split('.').next().unwrap_or_default();
        Ok(Self { host: field("host:").to_owned(), llvm: llvm.to_owned(), sysroot })
    }
}

/// Builds the standard library for WebAssembly from source, and names its parts.
///
/// # Errors
/// When the source does not build.
pub fn build_std(dir: &Path) -> Result<Vec<PathBuf>> {
    say::doing(
        "building Rust's standard library for WebAssembly from Debian's source (about a minute)",
    );
    let written = || format!("Make {} writable", dir.display());
    // What another compiler version left there must not be taken for this one's.
    let _ = fs::remove_dir_all(dir.join("target"));
    workspace::make(&dir.join("src"))?;
    // A crate of its own workspace, so that cargo looks no further up.
    let manifest = "[package]\nname = \"std-seed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\n\n[workspace]\n";
    fs::write(dir.join("Cargo.toml"), manifest).or_stop(written)?;
    fs::write(dir.join("src/lib.rs"), "#![no_std]\n").or_stop(written)?;
    let mut cargo = Toolchain::Named(NAME).command("cargo");
    cargo
        .args(["build", "--release", "-Zbuild-std=std,panic_abort,test", "--target", WASM])
        .current_dir(dir);
    // The stable compiler takes -Z only so; and without bitcode, link-time optimisation would find none.
    cargo
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", dir.join("target"));
    run::must("std", &mut cargo, ADVICE)?;
    let products = dir.join("target").join(WASM).join("release/deps");
    let entries = fs::read_dir(&products).or_stop(|| format!("Read {}", products.display()))?;
    let files = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    Ok(files.filter(|file| is_library(file)).collect())
}

/// A part of the standard library, as opposed to the empty crate that asked for it.
fn is_library(file: &Path) -> bool {
    let seed =
        file.file_name().and_then(OsStr::to_str).is_some_and(|name| name.contains("std_seed"));
    file.extension() == Some(OsStr::new("rlib")) && !seed
}

/// Replaces what an earlier compiler version left.
///
/// # Errors
/// When the folder cannot be written to.
pub fn install_std(libraries: &[PathBuf], to: &Path) -> Result<()> {
    let root = |program: &str| packages::as_root(program);
    run::must("std-clear", root("rm")?.arg("-rf").arg(to), ADVICE)?;
    run::must("std-make", root("mkdir")?.arg("-p").arg(to), ADVICE)?;
    run::must("std-copy", root("cp")?.args(libraries).arg(to), ADVICE)?;
    // Crates compiled against the older library would not be found with the new one.
    let stale = workspace::wasm_target();
    if stale.exists() {
        fs::remove_dir_all(&stale).or_stop(|| format!("Remove {}", stale.display()))
    } else {
        Ok(())
    }
}

/// rustc looks its WebAssembly linker up as `rust-lld`; Debian's LLVM of the same version serves.
fn provide_linker(about: &Rustc) -> Result<()> {
    let lld = PathBuf::from(format!("/usr/bin/wasm-ld-{}", about.llvm));
    if !lld.exists() {
        packages::bring("the linker", &[&format!("lld-{}", about.llvm)])?;
    }
    let bin = about.sysroot.join("lib/rustlib").join(&about.host).join("bin");
    run::must("linker-make", packages::as_root("mkdir")?.arg("-p").arg(&bin), ADVICE)?;
    let link = bin.join("rust-lld");
    run::must("linker-link", packages::as_root("ln")?.arg("-sfn").arg(&lld).arg(&link), ADVICE)
        .map(|_| ())
}
