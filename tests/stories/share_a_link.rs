//! Someone sends a link, and someone else opens it.

use edgewise_stories::{Browser, Website, eventually};

use crate::form::{Form, STORES};

#[test]
fn the_link_opens_the_same_answer_and_leaves_the_receivers_work_alone() {
    let site = Website::open();
    let sender = Browser::open();
    let form = Form::begin(&sender, &site, "Near edge");
    form.fill_in_the_stores();
    form.answer().says("The five questions point to");
    sender.by_role("button", "Share").click();
    let link = sender.by_role("textbox", "Link to this profile").value();
    sender.is_accessible();
    let (base, payload) = link.split_once('#').expect("the link carries the profile behind its #");
    assert_eq!(base, site.url(""));
    sender.press("Escape");
    let sent = first_named(&form.answer().text());

    let receiver = Browser::open();
    let own = Form::begin(&receiver, &site, "Far edge");
    own.fill("Sites", "12");
    own.is_saved();
    receiver.go(&link);
    receiver.by_role("region", "You are looking at a shared profile").is_there();
    let shown = Form::of(&receiver);
    assert_eq!(shown.field("Sites").value().replace(',', ""), "3400");
    assert_eq!(first_named(&shown.answer().text()), sent);
    receiver.is_accessible();
    receiver.by_role("button", "Close").click();
    assert_eq!(Form::of(&receiver).field("Sites").value(), "12");

    let leaked: Vec<String> =
        site.requests().iter().map(|request| format!("{request:?}")).collect();
    assert!(leaked.iter().all(|request| !request.contains(payload)), "{leaked:?}");
    sender.has_no_complaints(&site);
}

#[test]
fn a_shared_profile_is_held_against_ones_own_and_neither_changes() {
    let (site, browser) = (Website::open(), Browser::open());
    let own = Form::begin(&browser, &site, "Near edge");
    own.fill_in_the_stores();
    own.is_saved();
    browser.go(&site.url("#tier=near-edge&sites=12&nodes_per_site=1"));
    browser.by_role("region", "You are looking at a shared profile").is_there();
    browser.by_role("link", "Compare with mine").click();
    browser.by_role("heading", "Compare with mine").is_there();
    let differences = browser.by_role("region", "What the two profiles say otherwise").and_more();
    differences.says("3,400 sites");
    differences.says("12 sites");
    browser
        .by_role("region", "The shortlist and the direction")
        .and_more()
        .says("Not enough known");
    browser.by_role("region", "The place of each option for both profiles").says("Talos");
    browser.is_accessible();
    browser.reload();
    differences.says("12 sites");
    browser.by_role("button", "Close").click();
    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
    browser.visit(&site, "#/compare");
    browser.by_role("heading", "Nothing to compare with").is_there();
    browser.is_accessible();
    browser.has_no_complaints(&site);
}

#[test]
fn a_link_that_names_no_first_leaves_nothing_of_the_last_ones_shortlist() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, &format!("#/decision?{STORES}"));
    browser.by_role("region", "Shortlist").says("Evaluate first");
    browser.go(&site.url("#/decision?tier=near-edge&sites=12"));
    let answer = browser.by_role("region", "Not enough known to name a first");
    answer.says("Local data");
    browser.by_role("region", "Shortlist").is_gone();
    browser.is_accessible();
    browser.go(&site.url(&format!("#/decision?{STORES}")));
    browser.by_role("region", "Shortlist").says("Evaluate first");
    browser.by_role("region", "Not enough known to name a first").is_gone();
    browser.has_no_complaints(&site);
}

#[test]
fn the_link_is_shown_as_a_code_and_handed_out_as_a_picture() {
    let (site, browser) = (Website::open(), Browser::open());
    Form::begin(&browser, &site, "Near edge").fill("Sites", "3,400");
    browser.by_role("button", "Share").click();
    browser.by_role("button", "Show as a code to scan").click();
    browser.by_role("img", "QR code of the link to this profile").is_there();
    browser.is_accessible();
    let file = browser.download(|| browser.by_role("button", "Download the code (.svg)").click());
    assert_eq!(std::path::Path::new(&file.name).extension(), Some("svg".as_ref()));
    assert!(
        file.text.starts_with("<svg ") && file.text.contains("<title>QR code"),
        "{}",
        file.text
    );
    browser.has_no_complaints(&site);
}

#[test]
fn the_name_travels_only_when_it_is_ticked() {
    let (site, browser) = (Website::open(), Browser::open());
    Form::begin(&browser, &site, "Near edge").fill("Sites", "3,400");
    browser.by_role("button", "Profile").and_more().click();
    browser.by_role("textbox", "Name of this profile").fill("Stores north");
    browser.press("Escape");
    browser.by_role("button", "Share").click();
    let link = || browser.by_role("textbox", "Link to this profile").value();
    let without = link();
    browser.by_role("checkbox", "The profile\u{2019}s name").check();
    eventually("the link to grow", || {
        let with = link();
        if with.len() > without.len() + 10 { Ok(()) } else { Err(with) }
    });
    browser.has_no_complaints(&site);
}

/// The line that names what to evaluate first.
fn first_named(answer: &str) -> String {
    let mut lines = answer.lines().skip_while(|line| !line.eq_ignore_ascii_case("Evaluate first"));
    lines.nth(1).unwrap_or_else(|| panic!("nothing is named first in {answer}")).to_owned()
}
