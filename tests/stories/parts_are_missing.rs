//! Someone whose line is so poor that a part of Edgewise does not arrive, or arrives changed.

use edgewise_stories::{Browser, Harm, Website};

use crate::form::Form;

#[test]
fn a_page_that_does_not_arrive_says_so_and_can_be_asked_for_again() {
    let (site, browser) = (Website::open(), Browser::open());
    site.harm("/decision-", Harm::Lost);
    browser.visit(&site, "#/decision");
    browser.by_role("heading", "This page did not arrive").is_there();
    browser.is_accessible();

    site.heal();
    browser.by_role("button", "Try again").click();

    browser.by_role("heading", "Decision").is_there();
    browser.is_accessible();
}

#[test]
fn a_program_that_does_not_arrive_leaves_a_message_that_can_be_read() {
    let (site, browser) = (Website::open(), Browser::open());
    site.harm("_bg.wasm", Harm::Lost);
    browser.visit(&site, "");
    browser.by_role("alert", "").says("A part of the page did not arrive");
    browser.is_accessible();
}

#[test]
fn a_program_that_was_changed_on_its_way_does_not_run() {
    let (site, browser) = (Website::open(), Browser::open());
    site.harm("_bg.wasm", Harm::Changed);
    browser.visit(&site, "");
    browser.by_role("alert", "").says("Edgewise could not start");
}

#[test]
fn a_chunk_that_was_changed_on_its_way_does_not_run() {
    let (site, browser) = (Website::open(), Browser::open());
    site.harm("/record-", Harm::Changed);
    browser.visit(&site, "#/record");
    browser.by_role("heading", "This page did not arrive").is_there();
}

#[test]
fn a_record_without_fact_sheets_says_so_until_they_are_fetched() {
    let (site, browser) = (Website::open(), Browser::open());
    site.harm("/facts-", Harm::Lost);
    Form::begin(&browser, &site, "Near edge").fill_in_the_stores();
    browser.by_role("link", "Record").click();
    browser.by_role("main", "").says("The fact sheets did not arrive");

    site.heal();
    browser.by_role("button", "Fetch the facts again").click();

    browser.by_role("main", "").says("Each with its source and the day");
    browser.is_accessible();
}

#[test]
fn a_browser_without_web_assembly_is_told_so() {
    let site = Website::with_script("delete window.WebAssembly;");
    let browser = Browser::open();
    browser.visit(&site, "");
    browser.by_role("alert", "").says("This browser does not run WebAssembly");
    browser.is_accessible();
}

#[test]
fn certainty_that_did_not_arrive_is_asked_for_again() {
    let (site, browser) = (Website::open(), Browser::open());
    site.harm("/certainty-", Harm::Lost);
    Form::begin(&browser, &site, "Near edge").fill_in_the_stores();
    browser.by_role("link", "Decision").click();
    let card = browser.by_role("region", "How certain that is");
    card.says("did not arrive");
    browser.is_accessible();

    site.heal();
    card.part("button", "Fetch it again").click();

    card.says("First near these weights");
}
