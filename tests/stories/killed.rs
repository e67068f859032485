//! The browser is killed, as by a crash, an empty battery or the system, and started again.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn a_kill_one_second_after_a_keystroke_loses_nothing() {
    let site = Website::open();
    let profile = tempfile::tempdir().expect("a temporary folder");
    // WebKitGTK's driver starts sessions that keep nothing, so there is nothing to come back to.
    let Some(browser) = Browser::open_again(profile.path()) else { return };
    let form = Form::begin(&browser, &site, "Near edge");
    form.choose("Local data", "Rebuildable");
    form.fill("Sites", "3,400");
    one_second(&browser);
    browser.kill(profile.path());

    let browser = Browser::open_again(profile.path()).expect("as before");
    browser.visit(&site, "#/site");
    let form = Form::of(&browser);
    browser.until(
        "the last keystroke to be there",
        "return [...document.querySelectorAll('input')].some(input => input.value === '3,400')",
    );
    // A known state is typed over, and killed again: the later state wins over the one that the storage still has.
    form.fill("Sites", "3,500");
    one_second(&browser);
    browser.kill(profile.path());

    let browser = Browser::open_again(profile.path()).expect("as before");
    browser.visit(&site, "#/site");
    browser.until(
        "the last keystroke to be there",
        "return [...document.querySelectorAll('input')].some(input => input.value === '3,500')",
    );
    browser.by_role("group", "Local data").part("radio", "Rebuildable").is_there();
    browser.visit(&site, "#/");
    browser.by_role("button", "Open Unnamed profile").is_there();
    assert_eq!(browser.by_role("button", "Open Unnamed profile").count(), 1);
    browser.has_no_complaints(&site);
}

/// The second that the promise allows; time itself is what is waited for.
fn one_second(browser: &Browser) {
    browser.until(
        "a second to pass",
        "window.__since ??= performance.now(); return performance.now() - window.__since > 1000",
    );
}
