//! Someone who uses no mouse.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn a_profile_is_begun_and_answered_from_the_keyboard() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "");
    browser.until("the app to start", "return document.documentElement.dataset.start === 'ready'");
    browser.tab_to("link", "Near edge");
    browser.press("Enter");
    let form = Form::of(&browser);
    browser.tab_to("textbox", "Sites");
    browser.keyboard("3400");
    browser.tab_to("textbox", "Nodes per site");
    browser.keyboard("3");
    browser.tab_back_to("button", "Share");
    browser.press("Enter");
    browser.by_role("heading", "Share").is_there();
    browser.tab_to("textbox", "Link to this profile");
    assert!(browser.by_role("textbox", "Link to this profile").value().contains('#'));
    assert_eq!(
        (form.field("Sites").value(), form.field("Nodes per site").value()),
        ("3400".to_owned(), "3".to_owned())
    );
    browser.has_no_complaints(&site);
}
