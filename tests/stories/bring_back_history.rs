//! Someone wants back what a profile said earlier.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn a_state_that_was_named_is_looked_at_and_brought_back_and_that_can_be_undone() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "3,400");
    form.is_saved();
    open_history(&browser);
    browser.by_role("textbox", "Keep this state as").fill("agreed with operations");
    browser.by_role("button", "Keep").click();
    browser.announces("This state is in the history now.");
    browser.by_role("main", "").says("Same as now");
    browser.is_accessible();

    browser.by_role("link", "Site").click();
    form.fill("Sites", "12");
    form.is_saved();
    open_history(&browser);
    browser.by_role("main", "").says("Differs from now in one thing");
    browser.by_role("button", "Look at it agreed with operations").and_more().click();
    browser.by_role("region", "You are looking at an earlier state").is_there();
    let form = Form::of(&browser);
    browser.until("the earlier state", &sites_are("3,400"));
    browser.is_accessible();
    browser.by_role("button", "Bring it back").click();
    browser.announces("Brought back. Sites: 3,400");
    browser.by_role("region", "You are looking at an earlier state").is_gone();
    browser.until("the state that was brought back", &sites_are("3,400"));
    browser.by_role("button", "Undo").click();
    browser.until("the state before", &sites_are("12"));
    browser.by_role("button", "Redo").click();
    browser.until("the state that was brought back", &sites_are("3,400"));
    form.is_saved();

    // What was on the desk before is in the history, kept by itself, also after a new start.
    browser.reload();
    open_history(&browser);
    browser.by_role("button", "Bring it back Kept by itself").and_more().is_there();
    browser.has_no_complaints(&site);
}

fn open_history(browser: &Browser) {
    browser.by_role("button", "Profile").and_more().click();
    browser.by_role("link", "History of this profile").click();
    // The heading takes the focus when the page is drawn, which would end what is typed by then.
    browser.has_focus("heading", "History of this profile");
}

fn sites_are(number: &str) -> String {
    format!("return document.querySelector('#q-sites input')?.value === '{number}'")
}
