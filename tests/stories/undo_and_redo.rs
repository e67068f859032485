//! Someone takes back what they did, and does it again after all.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn answers_and_weights_are_taken_back_and_done_again_by_button() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "3,400");
    form.choose("Local data", "Rebuildable");

    let undo = browser.by_role("button", "Undo");
    undo.click();
    browser.announces("Undone. Local data: Don\u{2019}t know.");
    undo.click();
    browser.announces("Undone. Sites: Don\u{2019}t know.");
    assert_eq!(form.field("Sites").value(), "");
    browser.by_role("button", "Redo").click();
    browser.announces("Redone. Sites: 3,400");
    assert_eq!(form.field("Sites").value(), "3,400");
    form.is_saved();
    browser.is_accessible();

    browser.reload();
    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
    browser.has_no_complaints(&site);
}

#[test]
fn the_keyboard_takes_back_outside_of_fields_and_leaves_a_fields_own_undo_alone() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "3,400");
    form.choose("Local data", "Rebuildable");
    let rebuildable = || browser.by_role("group", "Local data").part("radio", "Rebuildable");

    rebuildable().focus();
    browser.press("Control+z");
    browser.announces("Undone. Local data: Don\u{2019}t know.");
    assert_eq!(form.field("Sites").value(), "3,400");
    browser.press("Control+Shift+z");
    browser.announces("Redone. Local data");

    form.field("Nodes per site").focus();
    browser.keyboard("3");
    browser.press("Control+z");
    browser.press("Tab");
    assert_eq!(form.field("Sites").value(), "3,400");
    browser.by_role("button", "Undo").is_there();
    browser.has_no_complaints(&site);
}
