//! The page around the one script: styles and icon inside, and a policy that allows what is inside and nothing else.

use std::fs;
use std::path::Path;

use data_encoding::BASE64;

use super::{text, unknown};
use crate::fault::{OrStop, Result};
use crate::offline;

/// How parts of the page that only a site has are marked.
const SITE: (&str, &str) = ("<!--site-->", "<!--/site-->");
/// How words are that only the one file says; a site holds them as a comment.
const FILE: (&str, &str) = ("<!--file ", "-->");

/// Puts the page together.
pub(super) fn assemble(dist: &Path, page: &str, script: &str, held: &str) -> Result<String> {
    let page = without(page, SITE.0, SITE.1);
    let page = without(&page, "<!-- ", "-->").replace(FILE.0, "").replace(FILE.1, "");
    let page = replace_tags(&page, "<script src=", "</script>", |_| Ok(String::new()))?;
    let mut styles = String::new();
    let page = replace_tags(&page, "<link ", ">", |tag| link(dist, tag, &mut styles))?;
    if styles.contains("</style") || styles.contains("@import") {
        return Err(unknown("what to do with a style sheet that names another"));
    }
    let policy = policy(script, &styles);
    let page = replace_tags(&page, "<meta http-equiv=\"Content-Security-Policy\"", ">", |_| {
        Ok(format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"))
    })?;
    let lines: Vec<&str> = page.lines().filter(|line| !line.trim().is_empty()).collect();
    let ends = format!("{held}<script type=\"module\">{script}</script>\n</body>");
    let page = lines
        .join("\n")
        .replacen("<html ", "<html data-offline=\"file\" ", 1)
        .replacen("</head>", &format!("<style>{styles}</style>\n</head>"), 1)
        .replacen("</body>", &ends, 1);
    Ok(format!("{page}\n"))
}

/// What may run and show: this script, these styles, WebAssembly out of them, and pictures that the page draws itself.
/// There is nothing that may be fetched.
fn policy(script: &str, styles: &str) -> String {
    let [script, styles] = [script, styles].map(|text| offline::sha256(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{styles}'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
}

/// Style sheets go into one element, the icon into its own address; what is fetched for later has no place here.
fn link(dist: &Path, tag: &str, styles: &mut String) -> Result<String> {
    let file = |tag| -> Result<_> {
        let href = attribute(tag, "href").and_then(|href| href.strip_prefix("./"));
        Ok(dist.join(href.ok_or_else(|| unknown("where a link of the page leads"))?))
    };
    match attribute(tag, "rel") {
        Some("stylesheet") => styles.push_str(&text(&file(tag)?)?),
        Some("icon") => {
            let file = file(tag)?;
            let icon = fs::read(&file).or_stop(|| format!("Make {} readable", file.display()))?;
            let icon = BASE64.encode(&icon);
            return Ok(format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">"));
        }
        Some("apple-touch-icon" | "manifest" | "modulepreload" | "preload") => {}
        _ => return Err(unknown(&format!("what to do with `{tag}`"))),
    }
    Ok(String::new())
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// A script as it may stand between tags: HTML would end it at its closing tag, or not end it after a comment's start,
/// wherever in it these are. In strings, the only places where they can be, the backslash says nothing.
pub(super) fn guarded(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--").replace('\r', "")
}

/// Cuts out whatever stands between two marks, and the marks.
fn without(page: &str, start: &str, end: &str) -> String {
    let mut parts = page.split(start);
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once(end).map_or(part, |(_, after)| after));
    std::iter::once(first).chain(rest).collect()
}

/// Replaces each part that opens and ends like this by what is made of it.
fn replace_tags(
    page: &str,
    start: &str,
    end: &str,
    mut made: impl FnMut(&str) -> Result<String>,
) -> Result<String> {
    let mut out = String::new();
    let mut rest = page;
    while let Some(at) = rest.find(start) {
        let length = rest[at..].find(end).ok_or_else(|| unknown("a tag that has no end"))?;
        out.push_str(&rest[..at]);
        out.push_str(&made(&rest[at..at + length + end.len()])?);
        rest = &rest[at + length + end.len()..];
    }
    out.push_str(rest);
    Ok(out)
}
