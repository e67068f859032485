//! Cuts the program into the part that a first visit loads and the chunks that come later, where `app/src/chunks.rs`
//! says so. Trunk knows no such step; this one takes what the compiler made and puts the pieces in the place of the one
//! file that Trunk wrote.

mod common;

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::fault::{OrStop, Result, Stop};
use crate::setup::Tools;
use crate::{build, run, workspace};

/// What browsers from 2023 on know, and wasm-opt may therefore use.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What wasm-split calls the script that fetches the chunks.
const LOADER: &str = "__wasm_split.js";

/// The digest that goes into names and into the page.
const DIGEST: &str = "const {createHash} = require('crypto'), {readFileSync} = require('fs');\
    for (const file of process.argv.slice(1)) \
    console.log(createHash('sha384').update(readFileSync(file)).digest('base64'))";

/// Whether the pieces are made as small as they can be, or as soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    Small,
    Quick,
}

/// Cuts the program that the compiler wrote to `compiled`, and makes the page in `dist` load the pieces.
///
/// # Errors
/// When a tool fails, or the page does not name the program in the way that Trunk does.
pub fn cut(tools: &Tools, compiled: &Path, dist: &Path, care: Care) -> Result<()> {
    let work = workspace::notes().join("chunks");
    if work.exists() {
        fs::remove_dir_all(&work).or_stop(|| format!("Make {} writable", work.display()))?;
    }
    let out = work.join("out");
    workspace::make(&out)?;
    split(tools, compiled, &work)?;
    bind(tools, &work, &out)?;
    finish_all(tools, &pieces(&work)?, care)?;
    if let Some(common) = common::gather(tools, &work)? {
        finish(tools, &common, care)?;
    }
    place(tools, &work, dist)?;
    place_facts(compiled, dist)
}

/// Puts the fact sheets beside the program: those whose name the program holds, among what the build script of
/// rules-core wrote on this and earlier occasions.
fn place_facts(compiled: &Path, dist: &Path) -> Result<()> {
    let program = fs::read(compiled).or_stop(|| "Build again, the program is gone".to_owned())?;
    let builds = compiled.with_file_name("build");
    let written = build::files(&builds).into_iter().filter(|file| is_facts(file));
    let mut own = written.filter(|file| {
        let name = file.file_name().unwrap_or_default().as_encoded_bytes();
        program.windows(name.len()).any(|part| part == name)
    });
    let facts = own.next().ok_or_else(|| {
        Stop::new(format!(
            "Remove {} and build again: the fact sheets are not there.",
            builds.display()
        ))
    })?;
    copy(&facts, &dist.join(facts.file_name().unwrap_or_default()))
}

fn is_facts(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("facts-") && name.ends_with(".json")
}

fn split(tools: &Tools, compiled: &Path, work: &Path) -> Result<()> {
    let mut split = tools.command("wasm-split-cli");
    split.arg(compiled).arg(work).args(["--out-name", "edgewise", "--target", "web"]);
    run::must("wasm-split", &mut split, "Read the log that is named above.").map(|_| ())
}

fn bind(tools: &Tools, work: &Path, out: &Path) -> Result<()> {
    let mut bind = tools.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"]).arg(out);
    bind.arg(work.join("edgewise.wasm"));
    run::must("wasm-bindgen", &mut bind, "Read the log that is named above.")?;
    let taken = ["edgewise.js", "edgewise_bg.wasm"].map(|name| (out.join(name), work.join(name)));
    for (from, to) in taken {
        fs::rename(&from, &to).or_stop(|| format!("Make {} writable", to.display()))?;
    }
    fs::remove_file(work.join("edgewise.wasm")).or_stop(|| "Build again".to_owned())
}

/// Each core takes the next piece until none is left: wasm-opt has one thread, and there are a hundred pieces.
fn finish_all(tools: &Tools, pieces: &[PathBuf], care: Care) -> Result<()> {
    let next = AtomicUsize::new(0);
    let take = || -> Result<()> {
        while let Some(piece) = pieces.get(next.fetch_add(1, Ordering::Relaxed)) {
            finish(tools, piece, care)?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let crews: Vec<_> = (0..cores).map(|_| scope.spawn(take)).collect();
        crews.into_iter().try_for_each(|crew| crew.join().expect("finishing does not panic"))
    })
}

fn finish(tools: &Tools, piece: &Path, care: Care) -> Result<()> {
    let level = if care == Care::Small { "-Oz" } else { "-O0" };
    let mut opt = tools.command("wasm-opt");
    opt.args([level, "--strip-debug"]).args(FEATURES).arg(piece).arg("-o").arg(piece);
    let log = format!("wasm-opt-{}", piece.file_stem().unwrap_or_default().display());
    run::must(&log, &mut opt, "Read the log that is named above.").map(|_| ())
}

fn pieces(work: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(work).or_stop(|| format!("Make {} readable", work.display()))?;
    let files = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut found: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "wasm"))
        .collect();
    found.sort();
    Ok(found)
}

/// Gives the pieces names that hold one digest of them all, since they fit each other and nothing else, and writes those
/// names and the digest of each piece into what loads it.
fn place(tools: &Tools, work: &Path, dist: &Path) -> Result<()> {
    let wasm = pieces(work)?;
    let digests = digests(tools, &wasm)?;
    let stamp = stamp(&digests);
    let named: Vec<(String, String)> = wasm.iter().map(|path| names(path, &stamp)).collect();
    let mut loader = text(&work.join(LOADER))?;
    for ((plain, stamped), digest) in named.iter().zip(&digests) {
        let fetched = format!("fetch(new URL(\"./{plain}\", import.meta.url))");
        let held = format!(
            "fetch(new URL(\"./{stamped}\", import.meta.url), {{ integrity: \"sha384-{digest}\" }})"
        );
        loader = loader.replace(&fetched, &held);
    }
    let loader = loader.replace("./edgewise.js", &format!("./edgewise-{stamp}.js"));
    let program = text(&work.join("edgewise.js"))?;
    // Only where the script is imported: by that name, the program itself still asks for what the script exports.
    let program =
        program.replace("from \"./__wasm_split.js\"", &format!("from \"./chunks-{stamp}.js\""));
    let main = work.join("edgewise_bg.wasm");
    let main_digest = wasm.iter().position(|path| *path == main).map(|at| digests[at].clone());
    let main_digest = main_digest.ok_or_else(|| Stop::new("Build again: the program is gone."))?;
    write(&work.join("edgewise.js"), &program)?;
    write(&work.join(LOADER), &loader)?;
    let scripts = self::digests(tools, &[work.join("edgewise.js"), work.join(LOADER)])?;
    rewrite_page(dist, &stamp, &main_digest, &scripts)?;
    for (path, (_, stamped)) in wasm.iter().zip(&named) {
        copy(path, &dist.join(stamped))?;
    }
    copy(&work.join("edgewise.js"), &dist.join(format!("edgewise-{stamp}.js")))?;
    copy(&work.join(LOADER), &dist.join(format!("chunks-{stamp}.js")))
}

/// The name that the tools gave a piece, and the one that it is published under.
fn names(path: &Path, stamp: &str) -> (String, String) {
    let plain = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stem = plain.trim_end_matches(".wasm");
    let stamped = match stem.strip_suffix("_bg") {
        Some(program) => format!("{program}-{stamp}_bg.wasm"),
        None => format!("{}-{stamp}.wasm", stem.trim_start_matches("split_")),
    };
    (plain, stamped)
}

/// The first letters and digits of all digests together: changes when any piece does.
fn stamp(digests: &[String]) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    digests.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Trunk's names of the program in the page give way to ours, and its files go.
fn rewrite_page(dist: &Path, stamp: &str, wasm: &str, scripts: &[String]) -> Result<()> {
    let path = dist.join("index.html");
    let page = text(&path)?;
    let lost =
        || Stop::new("Trunk wrote the page in a way that xtask/src/chunks.rs does not know.");
    let start = page.find("<link rel=\"modulepreload\"").ok_or_else(lost)?;
    let length = page[start..].find("</head>").ok_or_else(lost)?;
    let [program, loader] = scripts else { return Err(lost()) };
    let module = |name: &str, digest: &str| {
        format!(
            "<link rel=\"modulepreload\" href=\"./{name}-{stamp}.js\" crossorigin=\"anonymous\" \
             integrity=\"sha384-{digest}\">\n  "
        )
    };
    let links = format!(
        "{}{}<link rel=\"preload\" href=\"./edgewise-{stamp}_bg.wasm\" crossorigin=\"anonymous\" \
         integrity=\"sha384-{wasm}\" as=\"fetch\" type=\"application/wasm\">\n",
        module("edgewise", program),
        module("chunks", loader)
    );
    for old in old_names(&page[start..start + length]) {
        let old = dist.join(old);
        fs::remove_file(&old).or_stop(|| format!("Make {} writable", old.display()))?;
    }
    write(&path, &format!("{}{links}{}", &page[..start], &page[start + length..]))
}

/// The files that Trunk's links name.
fn old_names(links: &str) -> Vec<&str> {
    let starts = links.split("href=\"./").skip(1);
    starts.filter_map(|rest| rest.split('"').next()).collect()
}

fn digests(tools: &Tools, files: &[PathBuf]) -> Result<Vec<String>> {
    let mut node = tools.command("node");
    node.args(["-e", DIGEST]).args(files);
    let answer = run::answer(&mut node).unwrap_or_default();
    let digests: Vec<_> = answer.lines().map(str::to_owned).collect();
    if digests.len() == files.len() {
        return Ok(digests);
    }
    Err(Stop::new("Run `node -p 1` to see why node cannot digest files."))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).or_stop(|| format!("Build again, {} is gone", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).or_stop(|| format!("Make {} writable", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(|_| ()).or_stop(|| format!("Make {} writable", to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_published_under_a_name_that_holds_the_stamp() {
        let name = |plain: &str| names(Path::new(plain), "00ff").1;
        assert_eq!(name("out/edgewise_bg.wasm"), "edgewise-00ff_bg.wasm");
        assert_eq!(name("out/split_record.wasm"), "record-00ff.wasm");
        assert_eq!(name("out/chunk_3.wasm"), "chunk_3-00ff.wasm");
    }

    #[test]
    fn the_links_that_trunk_wrote_are_found() {
        let links = "<link rel=\"modulepreload\" href=\"./a-1.js\"><link rel=\"preload\" href=\"./a-1_bg.wasm\">";
        assert_eq!(old_names(links), ["a-1.js", "a-1_bg.wasm"]);
    }
}
