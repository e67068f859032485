//! Someone looks up what is known of an option, and where that comes from.

use edgewise_stories::{Browser, Website};

#[test]
fn a_fact_sheet_shows_a_fact_with_its_source() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "#/options");
    browser.by_role("heading", "Options").is_there();
    browser.by_role("link", "k3s").click();
    browser.by_role("heading", "k3s").is_there();
    let main = browser.by_role("main", "");
    main.says("a server node has to have 2 GB of RAM or more");
    main.says("docs.k3s.io");
    browser.until(
        "the source of a fact to be a link that opens elsewhere and gives nothing away",
        "return [...document.querySelectorAll('main a[href=\"https://docs.k3s.io/installation/requirements\"]')] \
         .some(link => link.rel.includes('noopener') && link.target === '_blank')",
    );
    assert!(browser.title().contains("k3s"), "{:?}", browser.title());
    browser.has_no_complaints(&site);
    browser.is_accessible();
}

#[test]
fn a_fact_sheet_fits_a_narrow_screen() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit_narrow(&site, "#/options/openshift");
    browser.by_role("heading", "OpenShift").is_there();
    browser.by_role("main", "").says("each with the page and the day it was read");
    browser.until("no sideways scrolling", "return document.documentElement.scrollWidth <= 320");
}

#[test]
fn an_option_that_does_not_exist_is_said_to_be_missing() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "#/options/k4s");
    browser.by_role("heading", "There is no such page").is_there();
}
