//! Small chunks become one. The cut gives every set of pages that share something a file of its own: a hundred files, most
//! of them below a kilobyte, and each costs a request.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{FEATURES, LOADER, pieces, text, write};
use crate::fault::{OrStop, Result, Stop};
use crate::run;
use crate::setup::Tools;

/// What pages share and is smaller than this, in bytes, comes with the rest of its kind.
const SMALL: u64 = 32 * 1024;
/// What the chunks call the program that they are cut off.
const PROGRAM: &str = "__wasm_split";
/// What it is called while they are put together: the tool knows it by the other name only inside.
const OUTSIDE: &str = "outside";
const ADVICE: &str = "Read the log that is named above.";

/// Puts the small shared chunks among the pieces into one, and makes the loader fetch that in their place. Returns it.
///
/// # Errors
/// When a tool fails, or the loader is not written in the way that wasm-split does.
pub(super) fn gather(tools: &Tools, work: &Path) -> Result<Option<PathBuf>> {
    let small = small(work)?;
    if small.len() < 2 {
        return Ok(None);
    }
    let names: Vec<_> = small.iter().map(|path| stem(path)).collect();
    // At first each brings its own memory and table, though they are the same.
    let apart = merge(tools, work, "apart", &small)?;
    let shared = work.join("shared.wat");
    write(&shared, &shared_imports(&apart))?;
    let together = merge(tools, work, "together", &[vec![shared.clone()], small.clone()].concat())?;
    let source = work.join("common.wat");
    write(&source, &of_the_program(&together))?;
    let common = work.join("common.wasm");
    let mut assemble = tools.command("wasm-opt");
    assemble.args(FEATURES).arg(&source).arg("-o").arg(&common);
    run::must("wasm-opt-common", &mut assemble, ADVICE)?;
    for file in small.iter().chain([&shared, &source]) {
        fs::remove_file(file).or_stop(|| format!("Make {} writable", file.display()))?;
    }
    let loader = work.join(LOADER);
    write(&loader, &load_as_one(&text(&loader)?, &names)?)?;
    Ok(Some(common))
}

/// The chunks that belong to no page alone, as far as they are small.
fn small(work: &Path) -> Result<Vec<PathBuf>> {
    let shared = pieces(work)?.into_iter().filter(|path| stem(path).starts_with("chunk_"));
    let is_small = |path: &PathBuf| fs::metadata(path).is_ok_and(|file| file.len() < SMALL);
    Ok(shared.filter(is_small).collect())
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Several modules as the text of one; the first one, when it is a text itself, gives the others what they import.
fn merge(tools: &Tools, work: &Path, name: &str, modules: &[PathBuf]) -> Result<String> {
    let file = work.join(format!("{name}.wat"));
    let mut merge = tools.command("wasm-merge");
    merge.args(FEATURES).arg("--enable-multimemory");
    for module in modules {
        let text = module.extension().is_some_and(|extension| extension == "wat");
        merge.arg(module).arg(if text { PROGRAM.to_owned() } else { stem(module) });
    }
    merge.arg("-S").arg("-o").arg(&file);
    run::must(&format!("wasm-merge-{name}"), &mut merge, ADVICE)?;
    let merged = text(&file)?;
    fs::remove_file(&file).or_stop(|| format!("Make {} writable", file.display()))?;
    Ok(merged)
}

/// A module that hands on each thing that the chunks import from the program, once.
fn shared_imports(modules: &str) -> String {
    let from_program = format!(" (import \"{PROGRAM}\" ");
    let imports: BTreeMap<_, _> = modules
        .lines()
        .filter_map(|line| {
            let (name, kind) = line.strip_prefix(&from_program)?.split_once(' ')?;
            // `(memory $mimport$9 21))`
            let mut words = kind.trim_start_matches('(').splitn(3, ' ');
            let (kind, _, limits) = (words.next()?, words.next()?, words.next()?);
            Some((name, (kind, limits)))
        })
        .collect();
    let lines = imports.iter().enumerate().map(|(at, (name, (kind, limits)))| {
        format!(
            " (import \"{OUTSIDE}\" {name} ({kind} $shared{at} {limits}\n \
             (export {name} ({kind} $shared{at}))\n"
        )
    });
    format!("(module\n{})\n", lines.collect::<String>())
}

/// The merged module as one that imports from the program, and exports nothing.
fn of_the_program(merged: &str) -> String {
    let outside = format!(" (import \"{OUTSIDE}\" ");
    let lines = merged.lines().filter(|line| !line.starts_with(" (export "));
    let lines = lines.map(|line| match line.strip_prefix(&outside) {
        Some(rest) => format!(" (import \"{PROGRAM}\" {rest}\n"),
        None => format!("{line}\n"),
    });
    lines.collect()
}

/// The loader with one fetch in the place of several: the others wait for the first.
fn load_as_one(loader: &str, names: &[String]) -> Result<String> {
    let lost = |name: &String| {
        Stop::new(format!(
            "Look how wasm-split loads {name}: xtask/src/chunks/common.rs does not know."
        ))
    };
    let mut loader = loader.to_owned();
    for name in names {
        let start = format!("const __{name} = ");
        let end = ", []);";
        let from = loader.find(&start).ok_or_else(|| lost(name))? + start.len();
        let length = loader[from..].find(end).ok_or_else(|| lost(name))? + end.len();
        let block = &loader[from..from + length];
        let file = format!("\"./{name}.wasm\"");
        if block.matches("makeLoad(").count() != 1 || block.matches(&file).count() != 1 {
            return Err(lost(name));
        }
        let block = if *name == names[0] {
            block.replace(&file, "\"./common.wasm\"")
        } else {
            format!("__{};", names[0])
        };
        loader.replace_range(from..from + length, &block);
    }
    Ok(loader)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_chunks_import_is_handed_on_once() {
        let apart = " (import \"__wasm_split\" \"memory\" (memory $a 21))\n \
                     (import \"__wasm_split\" \"memory\" (memory $b 21))\n \
                     (import \"__wasm_split\" \"stack\" (global $c (mut i32)))\n";
        assert_eq!(
            shared_imports(apart),
            "(module\n \
             (import \"outside\" \"memory\" (memory $shared0 21))\n (export \"memory\" (memory $shared0))\n \
             (import \"outside\" \"stack\" (global $shared1 (mut i32)))\n (export \"stack\" (global $shared1))\n)\n"
        );
    }

    #[test]
    fn what_they_became_imports_from_the_program_and_exports_nothing() {
        let together = "(module\n (import \"outside\" \"memory\" (memory $a 21))\n (export \"memory\" (memory $a))\n)\n";
        let one = "(module\n (import \"__wasm_split\" \"memory\" (memory $a 21))\n)\n";
        assert_eq!(of_the_program(together), one);
    }

    #[test]
    fn the_loader_fetches_one_file_for_all_of_them() {
        let of = |name: &str| {
            format!("const __{name} = makeLoad(() => fetch(\"./{name}.wasm\")\n, []);\n")
        };
        let loader = ["chunk_1", "chunk_2", "chunk_3"].map(of).concat();
        let gathered = load_as_one(&loader, &["chunk_1".to_owned(), "chunk_3".to_owned()]);
        let first = of("chunk_1").replace("./chunk_1", "./common");
        let expected = format!("{first}{}const __chunk_3 = __chunk_1;\n", of("chunk_2"));
        assert_eq!(gathered.expect("the loader is known"), expected);
    }

    #[test]
    fn a_loader_that_is_written_otherwise_stops_the_build() {
        let stop = load_as_one("const __chunk_1 = load();", &["chunk_1".to_owned()]);
        assert!(stop.is_err_and(|stop| stop.to_string().contains("chunk_1")));
    }
}
