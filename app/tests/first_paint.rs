//! What is on screen before the program comes is what the Start page draws: nothing may jump or change its words.

use edgewise_app::text::t;

const INDEX: &str = include_str!("../index.html");

#[test]
fn index_holds_the_words_of_the_start_page() {
    let start = &t().start;
    for words in [start.title, start.lead, start.begin] {
        assert!(INDEX.contains(&format!(">{words}<")), "{words}");
    }
    for (id, name, places) in start.tiers {
        let tier =
            format!("<a class=\"tier\" href=\"#/new/{id}\"><b>{name}</b><span>{places}</span></a>");
        assert!(INDEX.contains(&tier), "{tier}");
    }
    let (edge, wise) = t().shell.brand;
    assert!(INDEX.contains(&format!("{edge}<b>{wise}</b>")));
    assert!(INDEX.contains(&format!("<html lang=\"{}\">", t().language)));
}

#[test]
fn index_has_no_inline_script_or_style() {
    assert!(
        !INDEX.contains("<style") && !INDEX.contains(" style=") && !INDEX.contains(" onclick=")
    );
    let scripts = INDEX.matches("<script").count();
    assert_eq!(scripts, INDEX.matches("<script data-trunk type=\"module\" src=").count());
}

#[test]
fn every_sheet_is_linked_tokens_first() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut links = INDEX.lines().filter(|line| line.contains("rel=\"css\""));
    assert!(links.next().is_some_and(|first| first.contains("styles/tokens.css")));
    for folder in ["styles", "styles/components"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("the styles are there") {
            let path = entry.expect("an entry can be read").path();
            if path.extension().is_some_and(|extension| extension == "css") {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                assert!(INDEX.contains(&format!("href=\"{folder}/{name}\"")), "{folder}/{name}");
            }
        }
    }
}
