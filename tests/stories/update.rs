//! A newer version is deployed while people work.

use edgewise_stories::{Browser, Harm, Website, eventually};

use crate::form::Form;

const NOTICE: &str = "A new version is ready.";

#[test]
fn two_tabs_and_an_unsaved_edit_come_through_an_update_which_is_asked_for() {
    let (site, browser) = (Website::deployed("/"), Browser::open());
    Form::begin(&browser, &site, "Near edge").is_saved();
    browser.announces("Works offline");
    browser.open_tab();
    browser.visit(&site, "#/decision");
    browser.by_role("heading", "Decision").is_there();
    let old = build_of(&browser);

    site.deploy(1);
    browser.reload();

    browser.by_role("region", NOTICE).is_there();
    assert_eq!(build_of(&browser), old, "nothing is replaced before it is asked for");
    browser.is_accessible();
    let loads = browser.loads();
    browser.go_to_tab(0);
    browser.by_role("region", NOTICE).is_there();
    assert_eq!((browser.loads(), build_of(&browser)), (1, old.clone()));
    Form::of(&browser).fill("Sites", "77");
    browser.go_to_tab(1);
    browser.by_role("button", "Reload now").click();

    has_loaded(&browser, loads + 1);
    let new = build_of(&browser);
    assert_ne!(new, old);
    browser.go_to_tab(0);
    has_loaded(&browser, 2);
    assert_eq!(build_of(&browser), new);
    assert_eq!(Form::of(&browser).field("Sites").value(), "77");
    browser.announces("Works offline");
    site.stop();
    browser.reload();
    assert_eq!(Form::of(&browser).field("Sites").value(), "77");
    assert_eq!((browser.loads(), build_of(&browser)), (3, new));
}

#[test]
fn an_update_of_which_a_part_is_missing_leaves_the_version_that_is_here() {
    let (site, browser) = (Website::deployed("/"), Browser::open());
    browser.visit(&site, "");
    browser.announces("Works offline");
    let old = build_of(&browser);

    site.harm("/record-", Harm::Lost);
    site.deploy(1);
    browser.reload();

    eventually("the newer version to be tried", || {
        let asked = site.requests().iter().any(|request| request.path.contains("/record-01"));
        asked.then_some(()).ok_or_else(|| "nobody asked for it".to_owned())
    });
    browser.announces("Works offline");
    site.stop();
    browser.reload();
    browser.by_role("link", "Record").click();
    browser.by_role("heading", "Decision record").is_there();
    assert_eq!(build_of(&browser), old);
    assert_eq!(browser.by_role("region", NOTICE).count(), 0);
}

#[test]
fn later_puts_it_off_and_an_older_build_is_an_update_like_any_other() {
    let (site, browser) = (Website::deployed("/"), Browser::open());
    browser.visit(&site, "");
    browser.announces("Works offline");
    let first = build_of(&browser);
    site.deploy(1);
    browser.reload();
    browser.by_role("button", "Later").click();
    browser.by_role("region", NOTICE).is_gone();
    assert_eq!(build_of(&browser), first);
    browser.reload();
    let loads = browser.loads();
    browser.by_role("button", "Reload now").click();
    has_loaded(&browser, loads + 1);
    let second = build_of(&browser);

    site.deploy_first();
    browser.reload();
    browser.by_role("button", "Reload now").click();

    has_loaded(&browser, loads + 3);
    assert_eq!(build_of(&browser), first);
    assert_ne!(first, second);
}

/// The digest in the name of the program that this page runs.
fn build_of(browser: &Browser) -> String {
    let script = "return document.querySelector('link[type=\"application/wasm\"]').href";
    browser.script(script).as_str().expect("the page names its program").to_owned()
}

/// Waits until the tab has loaded the page so many times, and is ready.
fn has_loaded(browser: &Browser, times: u64) {
    let script = format!(
        "return Number(sessionStorage.loads) === {times} && document.documentElement.dataset.start === 'ready'"
    );
    browser.until(&format!("the page to be loaded {times} times"), &script);
}
