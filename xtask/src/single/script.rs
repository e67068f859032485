//! The scripts of the page as one script: a file on a disk may not import others.

use std::path::Path;

use super::{text, unknown};
use crate::fault::Result;

/// How `app/boot.js` gets the program, and what stands in that place in one script.
pub(super) const LOADS: &str = "await import(wasm.href.replace(/_bg\\.wasm$/, \".js\"))";
const HAS: &str = "{ default: __wbg_init }";
/// How it learns where the program is, and where that is said in one file.
pub(super) const LINK: &str =
    "document.querySelector('link[rel=\"preload\"][type=\"application/wasm\"]')";

/// Glue, loader of chunks, what the one takes from the other, and start, in this order.
pub(super) fn bundle(dist: &Path, page: &str) -> Result<String> {
    let lost = || unknown("how the page names its scripts");
    let named = |start: &str, end: &str| {
        let starts = page.match_indices("\"./").map(|(at, mark)| &page[at + mark.len()..]);
        let mut names = starts.filter_map(|rest| rest.split('"').next());
        names.find(|name| name.starts_with(start) && name.ends_with(end)).ok_or_else(lost)
    };
    let source = |start, end| text(&dist.join(named(start, end)?));
    let loader = loader(&source("chunks-", ".js")?)?;
    let (glue, imports) = glue(&source("edgewise-", ".js")?, &loader.exports)?;
    let boot = boot(&source("boot-", ".js")?, named("edgewise-", "_bg.wasm")?)?;
    Ok([glue, loader.source, imports, boot].join("\n"))
}

/// The loader of chunks, with what it exports.
struct Loader {
    source: String,
    exports: Vec<String>,
}

fn loader(source: &str) -> Result<Loader> {
    let mut exports = Vec::new();
    let mut plain = String::new();
    for line in source.lines() {
        if line.starts_with("import { initSync } from ") {
            continue;
        }
        let inner = line.strip_prefix("export ");
        let name = inner.and_then(|inner| inner.strip_prefix("const ")?.split([' ', '=']).next());
        exports.extend(name.map(str::to_owned));
        push(&mut plain, inner.unwrap_or(line))?;
    }
    Ok(Loader { source: plain, exports })
}

/// The glue, and in objects of the same names what it imports from the loader. It looks at them only when it starts the
/// program, so they may come after it.
fn glue(source: &str, loader: &[String]) -> Result<(String, String)> {
    let mut plain = String::new();
    let mut imports = Vec::new();
    for line in source.lines() {
        let import = line.strip_prefix("import * as ");
        if let Some((name, _)) = import.and_then(|rest| rest.split_once(" from \"./chunks-")) {
            imports.push(format!("const {name} = {{ {} }};\n", loader.join(", ")));
        } else if line != "export { initSync, __wbg_init as default };" {
            push(&mut plain, line.strip_prefix("export ").unwrap_or(line))?;
        }
    }
    Ok((plain, imports.concat()))
}

/// The start: it names the program by a link that this file does not have.
fn boot(source: &str, program: &str) -> Result<String> {
    if source.matches(LINK).count() != 1 || source.matches(LOADS).count() != 1 {
        return Err(unknown("how app/boot.js loads the program"));
    }
    let link = format!("{{ href: \"./{program}\", integrity: \"\" }}");
    Ok(source.replace(LINK, &link).replace(LOADS, HAS))
}

/// Adds a line that is nobody's import or export any more.
fn push(script: &mut String, line: &str) -> Result<()> {
    if line.starts_with("import ") || line.starts_with("export ") {
        return Err(unknown(&format!("what to do with the line `{line}`")));
    }
    script.push_str(line);
    script.push('\n');
    Ok(())
}
