//! Someone receives a link that was damaged on its way.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn a_cut_link_says_so_and_leaves_the_draft_alone() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "77");
    form.is_saved();
    browser.by_role("button", "Share").click();
    let link = browser.by_role("textbox", "Link to this profile").value();

    browser.go(&link[..link.len() - 4]);

    browser.by_role("heading", "This link cannot be opened").is_there();
    browser.by_role("main", "").says("The link is cut off");
    browser.is_accessible();
    browser.visit(&site, "#/site");
    assert_eq!(Form::of(&browser).field("Sites").value(), "77");
    browser.has_no_complaints(&site);
}

#[test]
fn the_link_of_another_page_is_told_apart_from_a_damaged_one() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "#pako:eNpVjk0KwjAQha8yzErBXqALwR_cuCi4");
    browser.by_role("heading", "This link cannot be opened").is_there();
    browser.by_role("main", "").says("Nothing was changed");
    browser.has_no_complaints(&site);
}
