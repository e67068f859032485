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
/// The budget is not kept yet (see CHANGELOG.md). Until it is, this ceiling, a little over what was last measured, keeps
/// the page from growing further; lower it with every saving, and delete it when it reaches the budget.
const CEILING_TOTAL: u64 = 440_000;
const CEILING_WASM: u64 = 420_000;

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
    let parts = first_load(dist)?
        .iter()
        .map(|file| weigh(tools, dist, file))
        .collect::<Result<Vec<_>>>()?;
    let total: u64 = parts.iter().map(|part| part.brotli).sum();
    let wasm: u64 =
        parts.iter().filter(|part| is(&part.name, "wasm")).map(|part| part.brotli).sum();
    let note = format!("first load {} brotli, of which wasm {}", kilobytes(total), kilobytes(wasm));
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
    if total <= CEILING_TOTAL && wasm <= CEILING_WASM {
        return Ok(Found::pass(format!("OVER BUDGET, below the ceiling: {note}. {limits}")));
    }
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

/// The page and every file that it, its styles or its scripts name. A service worker's list is not followed: it
/// fetches after the first load.
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

fn is_followed(file: &Path) -> bool {
    let name = file.display().to_string();
    ["js", "css", "html"].iter().any(|extension| is(&name, extension))
        && !name.contains("service-worker")
}

fn is(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
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
    fn the_first_load_follows_scripts_but_not_the_service_worker() {
        let dist = std::env::temp_dir().join(format!("edgewise-size-{}", std::process::id()));
        fs::create_dir_all(&dist).expect("the temporary folder is writable");
        let files = [
            ("index.html", "<script src=\"./boot.js\">"),
            ("boot.js", "import('./app.js'); register('./service-worker.js')"),
            ("app.js", "fetch('app.wasm')"),
            ("app.wasm", ""),
            ("service-worker.js", "['later.js']"),
            ("later.js", ""),
        ];
        for (name, content) in files {
            fs::write(dist.join(name), content).expect("the temporary folder is writable");
        }
        let found = first_load(&dist).expect("all files are there");
        let names: Vec<_> = found
            .iter()
            .map(|file| file.file_name().and_then(|n| n.to_str()).unwrap_or_default())
            .collect();
        assert_eq!(names, ["app.js", "app.wasm", "boot.js", "index.html", "service-worker.js"]);
    }
}
