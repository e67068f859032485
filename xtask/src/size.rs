//! What a first visit downloads, and the budget it has to keep to.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::build;
use crate::fault::{OrStop, Result, Stop};
use crate::run;
use crate::setup::Tools;
use crate::steps::Found;

/// Everything together, and the WebAssembly alone, in bytes after brotli. At the 1.6 Mbit/s of a poor mobile line the
/// whole is there in a second and a half.
const TOTAL: u64 = 300_000;
const WASM: u64 = 250_000;

/// One file of the first load.
#[derive(Debug)]
struct Part {
    name: String,
    raw: u64,
    brotli: u64,
}

/// Weighs the first load against the budget.
///
/// # Errors
/// When the files cannot be read or compressed.
pub fn check(tools: &Tools, dist: &Path) -> Result<Found> {
    let first = first_load(dist)?;
    let parts = weigh_all(tools, dist, &first)?;
    let total: u64 = parts.iter().map(|part| part.brotli).sum();
    let wasm: u64 = parts
        .iter()
        .filter(|part| is_a(Path::new(&part.name), "wasm"))
        .map(|part| part.brotli)
        .sum();
    let later = weigh_all(tools, dist, &later(dist, &first))?;
    let later: u64 = later.iter().map(|part| part.brotli).sum();
    let note = format!(
        "first load {} brotli, of which wasm {}; chunks and facts that come later {}",
        kilobytes(total),
        kilobytes(wasm),
        kilobytes(later)
    );
    if wasm == 0 {
        return Ok(Found::fail(
            "The page names no WebAssembly file: index.html and Trunk.toml no longer fit together.",
        ));
    }
    if total <= TOTAL && wasm <= WASM {
        return Ok(Found::pass(note));
    }
    let limits =
        format!("The budget is {} in all and {} of wasm.", kilobytes(TOTAL), kilobytes(WASM));
    let rows: Vec<String> = parts
        .iter()
        .map(|part| {
            format!(
                "  {:>10} of {:>10} raw  {}",
                kilobytes(part.brotli),
                kilobytes(part.raw),
                part.name
            )
        })
        .collect();
    Ok(Found::fail(format!("{note}. {limits}\n{}", rows.join("\n"))))
}

fn weigh_all(tools: &Tools, dist: &Path, files: &[PathBuf]) -> Result<Vec<Part>> {
    files.iter().map(|file| weigh(tools, dist, file)).collect()
}

/// What is fetched once the first page stands.
fn later(dist: &Path, first: &[PathBuf]) -> Vec<PathBuf> {
    let mut all = build::files(dist);
    all.retain(|file| !first.contains(file) && (is_a(file, "wasm") || is_a(file, "json")));
    all
}

fn weigh(tools: &Tools, dist: &Path, file: &Path) -> Result<Part> {
    let name = file.strip_prefix(dist).unwrap_or(file).display().to_string();
    let raw = file.metadata().or_stop(|| format!("Build again, {name} is gone"))?.len();
    // Node is here for the WebAssembly tests anyway, and has the reference encoder built in.
    let script =
        "require('zlib').brotliCompressSync(require('fs').readFileSync(process.argv[1])).length";
    let mut node = tools.command("node");
    let length =
        run::answer(node.args(["-p", script]).arg(file)).and_then(|length| length.parse().ok());
    let brotli = length.ok_or_else(|| {
        Stop::new(format!("Run `node -p 1` to see why node cannot compress {name}."))
    })?;
    Ok(Part { name, raw, brotli })
}

/// The page and every file that it, its styles or its scripts name.
fn first_load(dist: &Path) -> Result<Vec<PathBuf>> {
    let all = build::files(dist);
    let mut wanted = BTreeSet::from([dist.join("index.html")]);
    let mut unread: Vec<PathBuf> = wanted.iter().cloned().collect();
    while let Some(file) = unread.pop() {
        let text = fs::read_to_string(&file)
            .or_stop(|| format!("Build again, {} is missing", file.display()))?;
        for other in all.iter().filter(|other| names(&text, other)) {
            if wanted.insert(other.clone()) && is_followed(other) {
                unread.push(other.clone());
            }
        }
    }
    Ok(wanted.into_iter().collect())
}

/// Whether a text names a file, by the file's whole name.
fn names(text: &str, file: &Path) -> bool {
    let Some(name) = file.file_name().and_then(|name| name.to_str()) else { return false };
    let opens = |before: &str| before.ends_with(['/', '"', '\'', '(', '`', ' ', '=']);
    text.match_indices(name).any(|(at, _)| opens(&text[..at]))
}

/// The loader of chunks and the service worker name files that are fetched after the first load.
fn is_followed(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    ["js", "css", "html"].iter().any(|extension| is_a(file, extension))
        && !name.starts_with("chunks-")
        && name != crate::offline::WORKER
}

fn is_a(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|found| found == extension)
}

#[expect(clippy::cast_precision_loss, reason = "a page of petabytes would fail the budget anyway")]
fn kilobytes(bytes: u64) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_when_it_is_whole() {
        let text = "<script src=\"./app-12.js\"></script> url(x.css)";
        assert!(names(text, Path::new("dist/app-12.js")) && names(text, Path::new("dist/x.css")));
        assert!(!names(text, Path::new("dist/12.js")) && !names(text, Path::new("dist/y.css")));
    }

    #[test]
    fn the_first_load_follows_scripts_but_neither_the_loader_of_chunks_nor_the_service_worker() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dist = folder.path();
        let files = [
            ("index.html", "<script src=\"./boot.js\">"),
            ("boot.js", "import('./app.js'); register('./sw.js')"),
            ("app.js", "fetch('app.wasm'); import './chunks-1.js'"),
            ("app.wasm", ""),
            ("chunks-1.js", "fetch('record.wasm')"),
            ("record.wasm", ""),
            ("sw.js", "['later.js']"),
            ("later.js", ""),
        ];
        for (name, content) in files {
            fs::write(dist.join(name), content).expect("the temporary folder is writable");
        }
        let found = first_load(dist).expect("all files are there");
        let names: Vec<_> = found
            .iter()
            .map(|file| file.file_name().and_then(|n| n.to_str()).unwrap_or_default())
            .collect();
        assert_eq!(names, ["app.js", "app.wasm", "boot.js", "chunks-1.js", "index.html", "sw.js"]);
    }
}
