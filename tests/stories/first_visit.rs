//! Someone opens the page for the first time.

use edgewise_stories::{Browser, Website};

use crate::form::{STORES, counted};

#[test]
fn the_page_says_what_it_is() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "");
    browser.by_role("main", "").is_there();
    assert_eq!(browser.script("return document.querySelectorAll('h1').length"), 1);
    assert!(browser.title().contains("Edgewise"), "{:?}", browser.title());
    browser.has_no_complaints(&site);
    browser.is_accessible();
}

#[test]
fn nothing_is_asked_of_anyone_else() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "");
    browser.by_role("main", "").is_there();
    let foreign: Vec<String> =
        browser.loaded().into_iter().filter(|url| !url.starts_with(site.origin())).collect();
    assert!(foreign.is_empty(), "the page loaded {foreign:?}");
    assert!(site.requests().iter().any(|request| request.path.contains("_bg.wasm")));
}

#[test]
fn any_path_of_any_host_will_do() {
    let (site, browser) = (Website::at("/some/sub/path/"), Browser::open());
    browser.visit(&site, "");
    browser.by_role("main", "").is_there();
    browser.has_no_complaints(&site);
}

#[test]
fn a_narrow_screen_needs_no_sideways_scrolling() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit_narrow(&site, "");
    browser.by_role("main", "").is_there();
    browser.until("no sideways scrolling", "return document.documentElement.scrollWidth <= 320");
}

#[test]
fn a_link_that_is_there_stays_where_it_is_while_the_rest_arrives() {
    let (site, browser) = (Website::with_script(WHERE_METHOD_WAS), Browser::open());
    browser.visit(&site, "");
    browser.by_role("heading", "Backup").is_there();
    browser.by_role("contentinfo", "").says("offline");
    browser.by_role("link", "Method").is_there();
    assert_eq!(browser.script("return places.length"), 1, "{}", browser.script("return places"));
}

#[test]
fn a_link_that_is_there_stays_where_it_is_while_certainty_is_counted() {
    let (site, browser) = (Website::with_script(WHERE_METHOD_WAS), Browser::open());
    browser.visit(&site, &format!("#/decision?{STORES}"));
    counted(&browser);
    browser.by_role("link", "Method").is_there();
    assert_eq!(browser.script("return places.length"), 1, "{}", browser.script("return places"));
}

/// Notes each place at which the link to the method is shown.
const WHERE_METHOD_WAS: &str = r#"
    globalThis.places = [];
    const look = () => {
        const link = [...document.querySelectorAll("a")].find((it) => it.textContent === "Method");
        if (link?.checkVisibility({ visibilityProperty: true })) {
            const { x, y } = link.getBoundingClientRect();
            const place = `${Math.round(x)}, ${Math.round(y)}`;
            if (places.at(-1) !== place) places.push(place);
        }
        requestAnimationFrame(look);
    };
    look();
"#;
