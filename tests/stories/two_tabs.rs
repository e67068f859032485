//! Someone has the same profile open in two tabs.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

const ELSEWHERE: &str = "This profile is open in another tab";

#[test]
fn the_second_tab_is_told_reads_along_and_takes_over_with_every_edit() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "3,400");
    form.is_saved();

    browser.open_tab();
    browser.visit(&site, "#/site");
    browser.by_role("region", ELSEWHERE).is_there();
    browser.announces(ELSEWHERE);
    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
    browser.is_accessible();

    browser.go_to_tab(0);
    form.fill("Nodes per site", "3");
    browser.go_to_tab(1);
    browser.until("the other tab's edit to appear", &shows("3"));
    browser.by_role("button", "Continue here").click();
    browser.by_role("region", ELSEWHERE).is_gone();
    form.fill("Nodes per site", "5");
    form.is_saved();

    browser.go_to_tab(0);
    browser.by_role("region", ELSEWHERE).is_there();
    browser.until("the other tab's edit to appear", &shows("5"));
    browser.by_role("button", "Work on a copy").click();
    browser.by_role("region", ELSEWHERE).is_gone();
    form.fill("Nodes per site", "7");
    form.is_saved();

    browser.go_to_tab(1);
    assert_eq!(form.field("Nodes per site").value(), "5");
    browser.visit(&site, "#/");
    browser.by_role("button", "Open Unnamed profile (copy)").click();
    browser.by_role("region", ELSEWHERE).is_there();
    browser.until("the copy's own edit", &shows("7"));
    assert_eq!(form.field("Sites").value(), "3,400");
    browser.has_no_complaints(&site);
}

#[test]
fn when_the_first_tab_is_left_the_second_goes_on_by_itself() {
    let (site, browser) = (Website::open(), Browser::open());
    Form::begin(&browser, &site, "Near edge").fill("Sites", "3,400").is_saved();
    browser.open_tab();
    browser.visit(&site, "#/site");
    browser.by_role("region", ELSEWHERE).is_there();

    browser.go_to_tab(0);
    browser.go("about:blank");

    browser.go_to_tab(1);
    browser.by_role("region", ELSEWHERE).is_gone();
    let form = Form::of(&browser);
    form.fill("Sites", "12");
    form.is_saved();
    browser.has_no_complaints(&site);
}

/// Without Web Locks, as on a page that was not loaded securely.
const NO_LOCKS: &str =
    "Object.defineProperty(Navigator.prototype, 'locks', { get() { return undefined } });";

#[test]
fn without_locks_the_tab_that_wrote_last_has_the_profile_and_the_other_is_told() {
    let site = Website::with_script(NO_LOCKS);
    let browser = Browser::open();
    let form = edited_in_both(&browser, &site);

    browser.go_to_tab(0);
    browser.by_role("region", ELSEWHERE).is_there();
    browser.until("the other tab's edit to appear", &shows("3"));
    browser.by_role("button", "Continue here").click();
    form.fill("Sites", "12");
    form.is_saved();

    browser.go_to_tab(1);
    browser.by_role("region", ELSEWHERE).is_there();
    assert_eq!(form.field("Nodes per site").value(), "3");
    browser.has_no_complaints(&site);
}

#[test]
fn two_edits_at_once_are_both_kept() {
    // Tabs that hear nothing of each other: the storage's word is all there is.
    let site = Website::with_script(
        "Object.defineProperty(Navigator.prototype, 'locks', { get() { return undefined } });
         window.addEventListener('storage', event => event.stopImmediatePropagation(), true);",
    );
    let browser = Browser::open();
    let form = edited_in_both(&browser, &site);

    browser.go_to_tab(0);
    form.fill("Sites", "12");
    browser.by_role("region", "Two tabs wrote this profile at once").is_there();
    browser.announces("Both states were kept");
    browser.is_accessible();
    browser.by_role("link", "See all profiles").click();
    browser.by_role("button", "Open Unnamed profile (from another tab)").click();
    assert_eq!(Form::of(&browser).field("Nodes per site").value(), "3");
    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
    browser.has_no_complaints(&site);
}

fn shows(nodes: &str) -> String {
    format!("return document.querySelector('#q-nodes_per_site input').value === '{nodes}'")
}

/// A profile with an answer from the first tab and one from the second, which is in front.
fn edited_in_both<'a>(browser: &'a Browser, site: &Website) -> Form<'a> {
    let form = Form::begin(browser, site, "Near edge");
    form.fill("Sites", "3,400").is_saved();
    browser.open_tab();
    browser.visit(site, "#/site");
    form.fill("Nodes per site", "3").is_saved();
    form
}
