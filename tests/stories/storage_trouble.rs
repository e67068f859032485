//! Someone whose browser keeps nothing, or has no room left.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn a_browser_that_gives_no_storage_still_answers_and_says_that_nothing_is_saved() {
    let site = Website::with_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });",
    );
    let browser = Browser::open();
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill_in_the_stores();
    form.answer().says("The five questions point to");
    browser.announces("Not saved");
    browser.by_role("button", "Share").click();
    assert!(browser.by_role("textbox", "Link to this profile").value().contains('#'));
    browser.has_no_complaints(&site);
    browser.is_accessible();
}

#[test]
fn a_full_storage_is_said_and_what_is_typed_stays_on_screen() {
    let site = Website::with_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };",
    );
    let browser = Browser::open();
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "77");
    browser.announces("Not saved");
    assert_eq!(form.field("Sites").value(), "77");
    browser.has_no_complaints(&site);
}

#[test]
fn what_is_stored_and_cannot_be_read_is_set_aside_not_deleted() {
    let site = Website::with_script(
        "if (!localStorage.getItem('told')) {
            localStorage.setItem('told', 'yes');
            localStorage.setItem('edgewise:index', '{\"current\": 5, broken');
        }",
    );
    let browser = Browser::open();
    browser.visit(&site, "");
    browser.by_role("heading", "Which Kubernetes for your edge sites?").is_there();
    browser.until(
        "the unreadable text to be kept under another name",
        "return Object.entries(localStorage).some(([key, text]) =>
            key !== 'edgewise:index' && text.includes('broken'))",
    );
    browser.has_no_complaints(&site);
}
