//! Someone opens the page for the first time.

use edgewise_stories::{Browser, Website};

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
