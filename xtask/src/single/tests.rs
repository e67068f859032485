use flate2::read::GzDecoder;
use tempfile::TempDir;

use super::*;
use crate::offline::sha256;

/// A build as small as one can be, with everything that the real one has; it goes when it is dropped.
fn dist() -> TempDir {
    let dist = tempfile::tempdir().expect("a temporary folder");
    let page = "<!doctype html>\n<html lang=\"en\">\n<head>\n\
        <!-- As in _headers, from ./_headers. -->\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">\n\
        <link rel=\"icon\" href=\"./icon-1.svg\" integrity=\"sha384-x\"/>\n\
        <link rel=\"manifest\" href=\"./manifest.webmanifest\">\n\
        <link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"sha384-x\"/>\n\
        <link rel=\"stylesheet\" href=\"./b-1.css\" integrity=\"sha384-x\"/>\n\
        <script src=\"./offline-1.js\" type=\"module\"></script>\n\
        <script src=\"./boot-1.js\" type=\"module\"></script>\n\
        <link rel=\"modulepreload\" href=\"./edgewise-2.js\">\n\
        <link rel=\"modulepreload\" href=\"./chunks-2.js\">\n\
        <link rel=\"preload\" href=\"./edgewise-2_bg.wasm\" as=\"fetch\">\n\
        </head>\n<body><p>Words<!--site--> of a <a href=\"?safe\">site</a><!--/site--><!--file  of a file--></p></body>\n</html>\n";
    let boot =
        format!("const wasm = {};\nconst {{ default: init }} = {};\n", script::LINK, script::LOADS);
    let glue = "import * as import1 from \"./chunks-2.js\"\nexport class A {}\nconst odd = \"</script><!--\";\n\
        function __wbg_init() { return import1; }\nexport { initSync, __wbg_init as default };\n";
    let chunks = "import { initSync } from \"./edgewise-2.js\";\nexport const __load_record = 1;\n";
    for (name, content) in [
        ("index.html", page),
        ("icon-1.svg", "<svg/>"),
        ("manifest.webmanifest", "{}"),
        ("a-1.css", "a { color: red }\n"),
        ("b-1.css", "b { color: red }\n"),
        ("offline-1.js", "register()"),
        ("boot-1.js", &boot),
        ("edgewise-2.js", glue),
        ("chunks-2.js", chunks),
        ("edgewise-2_bg.wasm", "\0asm"),
        ("record-2.wasm", "\0asm record"),
        ("facts-3.json", "{\"facts\": 1}"),
    ] {
        fs::write(dist.path().join(name), content).expect("the temporary folder is writable");
    }
    dist
}

fn packed() -> (TempDir, String) {
    let dist = dist();
    pack(dist.path()).unwrap_or_else(|fault| panic!("{fault}"));
    let file = text(&dist.path().join(NAME)).expect("it was written");
    (dist, file)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} in {rest}")).0
}

#[test]
fn nothing_of_the_page_is_elsewhere() {
    let (_, file) = packed();
    let outside = file.replace(between(&file, "<script type=\"module\">", "</script>"), "");
    for reference in ["src=", "href=\"./", "url(", "@import", "manifest", "_headers", "?safe"] {
        assert!(!outside.contains(reference), "{reference} in {outside}");
    }
    assert!(outside.contains("a { color: red }\nb { color: red }\n"), "{outside}");
    assert!(outside.contains("<p>Words of a file</p>"), "{outside}");
    let icon = BASE64.encode(b"<svg/>");
    assert!(outside.contains(&format!("href=\"data:image/svg+xml;base64,{icon}\"")), "{outside}");
}

#[test]
fn what_is_fetched_later_is_in_the_file_byte_for_byte() {
    let (_, file) = packed();
    for (name, content) in [
        ("edgewise-2_bg.wasm", "\0asm"),
        ("record-2.wasm", "\0asm record"),
        ("facts-3.json", "{\"facts\": 1}"),
    ] {
        let held = between(&file, &format!("data-file=\"{name}\">"), "</script>");
        let small = BASE64.decode(held.as_bytes()).expect("it is base64");
        let plain = io::read_to_string(GzDecoder::new(&small[..])).expect("it is gzip");
        assert_eq!(plain, content, "{name}");
    }
    assert_eq!(file.matches("<script type=\"application/").count(), 3);
}

#[test]
fn the_scripts_are_one_script_that_imports_nothing_and_ends_where_it_should() {
    let (_, file) = packed();
    let script = between(&file, "<script type=\"module\">", "</script>\n</body>");
    for line in script.lines() {
        assert!(!line.starts_with("import ") && !line.starts_with("export "), "{line}");
    }
    assert!(
        !script.contains("import(") && !script.contains("</script") && !script.contains("<!--")
    );
    assert!(script.contains("\"<\\/script><\\!--\""), "{script}");
    assert!(script.contains("const import1 = { __load_record };"), "{script}");
    assert!(script.contains("href: \"./edgewise-2_bg.wasm\""), "{script}");
    assert!(!script.contains("register()"), "a file has no service worker");
}

#[test]
fn the_policy_allows_this_script_and_these_styles_and_no_request() {
    let (_, file) = packed();
    let policy = between(&file, "Content-Security-Policy\" content=\"", "\"");
    let script = sha256(between(&file, "<script type=\"module\">", "</script>").as_bytes());
    let styles = sha256(between(&file, "<style>", "</style>").as_bytes());
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{styles}'; \
             img-src data: blob:; base-uri 'none'; form-action 'none'"
        )
    );
}

#[test]
fn the_page_knows_length_and_digest_of_the_file_and_packing_again_changes_nothing() {
    let (folder, file) = packed();
    let dist = folder.path();
    let page = text(&dist.join("index.html")).expect("it is there");
    let note = between(&page, "<meta name=\"one-file\" content=\"", "\"");
    let digest = HEXLOWER.encode(&Sha256::digest(file.as_bytes()));
    assert_eq!(note, format!("{} {digest} sha256-{}", file.len(), sha256(file.as_bytes())));
    assert_eq!(Single::of(dist).expect("it is there").digest(), digest);
    assert!(!file.contains("<meta name=\"one-file"), "a file does not offer itself");

    pack(dist).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(text(&dist.join("index.html")).expect("it is there"), page);
    assert_eq!(text(&dist.join(NAME)).expect("it is there"), file);
}

#[test]
fn a_page_that_is_built_in_another_way_is_not_packed_half() {
    for (file, change) in [
        ("boot-1.js", "import(elsewhere)"),
        ("edgewise-2.js", "import { a } from \"./other.js\";"),
        ("a-1.css", "@import \"other.css\";"),
        ("index.html", "<head><link rel=\"prefetch\" href=\"./other\"></head>"),
    ] {
        let dist = dist();
        fs::write(dist.path().join(file), change).expect("the temporary folder is writable");
        assert!(pack(dist.path()).is_err(), "{file}");
    }
}
