//! Who may name whom: reads the sources and holds the rooms apart.

use std::fs;
use std::path::{Path, PathBuf};

/// A room and what its files never name.
const ABSENCES: &[(&str, &[&str])] = &[
    (
        "state",
        &[
            "web_sys",
            "gloo",
            "js_sys",
            "wasm_bindgen",
            "view!",
            "crate::platform",
            "crate::text",
            "crate::pages",
        ],
    ),
    (
        "text",
        &[
            "web_sys",
            "gloo",
            "leptos",
            "view!",
            "Signal<",
            "Memo<",
            "crate::platform",
            "crate::pages",
        ],
    ),
    (
        "components",
        &[
            "web_sys",
            "gloo",
            "js_sys",
            "wasm_bindgen",
            "Model",
            "crate::platform",
            "decide(",
            "context::<",
        ],
    ),
    ("drawing", &["web_sys", "gloo", "js_sys", "view!", "rules_core", "crate::text"]),
    ("frame", &["web_sys", "gloo", "js_sys", "wasm_bindgen", "decide("]),
    ("pages", &["web_sys", "gloo", "js_sys", "wasm_bindgen", "decide("]),
    ("platform", &["rules_core", "view!", "crate::state", "crate::text", "crate::pages"]),
    ("documents", &["web_sys", "gloo", "leptos", "crate::platform", "crate::pages"]),
];

/// What only the browser's room may name, wherever else the file is.
const BROWSER: &[&str] = &["web_sys", "gloo_", "js_sys", "indexed_db"];

fn sources(room: &str) -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&src.join(room), &mut found);
    let front = src.join(format!("{room}.rs"));
    if let Ok(text) = fs::read_to_string(&front) {
        found.push((front, text));
    }
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file can be read");
            found.push((path, text));
        }
    }
}

/// The code of a file: no comments, and nothing from its tests on.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]").next().unwrap_or_default();
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn rooms_do_not_name_what_they_must_not() {
    let mut slips = Vec::new();
    for (room, absent) in ABSENCES {
        for (path, text) in sources(room) {
            let code = code(&text);
            for name in absent.iter().filter(|name| code.contains(**name)) {
                slips.push(format!("{} names {name}", path.display()));
            }
        }
    }
    assert!(slips.is_empty(), "{}", slips.join("\n"));
}

#[test]
fn only_platform_names_the_browser() {
    let platform = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/platform");
    let slips: Vec<_> = sources("")
        .into_iter()
        .filter(|(path, _)| !path.starts_with(&platform))
        .filter(|(_, text)| BROWSER.iter().any(|name| code(text).contains(name)))
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(slips.is_empty(), "{}", slips.join("\n"));
}

#[test]
fn every_room_is_there_to_be_read() {
    for room in ["state", "text", "components", "frame", "pages", "platform"] {
        assert!(sources(room).len() > 1, "{room}");
    }
    assert!(sources("").len() > 40);
}

/// A word between tags would be a word outside the text room.
#[test]
fn views_hold_no_words() {
    let mut slips = Vec::new();
    for room in ["components", "frame", "pages"] {
        for (path, text) in sources(room) {
            for line in code(&text).lines().map(str::trim) {
                let literal = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                if literal.is_some_and(|literal| {
                    literal.chars().filter(|c| c.is_alphabetic()).count() > 1
                }) {
                    slips.push(format!("{}: {line}", path.display()));
                }
            }
        }
    }
    assert!(slips.is_empty(), "{}", slips.join("\n"));
}

/// A strict content policy forbids `style="..."`; `style:name=` and `style=(name, value)` go through the object model and
/// are allowed.
#[test]
fn no_view_has_an_inline_style() {
    for (path, text) in sources("") {
        let inline = code(&text).replace(" style=(", "").contains(" style=");
        assert!(!inline, "{}", path.display());
    }
}
