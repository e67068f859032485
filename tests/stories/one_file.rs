//! Someone takes Edgewise along on a stick, to where no network is.

use edgewise_stories::{Browser, Harm, OneFile, Website, digest};

use crate::form::{Form, STORES, counted};

/// What the Decision page says, once all of it is there.
fn decided(browser: &Browser, url: &str) -> [String; 2] {
    browser.go(url);
    browser.by_role("heading", "Decision").is_there();
    let counted = counted(browser);
    [browser.by_role("region", "Shortlist").text(), counted]
}

#[test]
fn the_file_gives_the_answers_of_the_site_and_asks_nothing_of_any_network() {
    let (site, file, browser) = (Website::open(), OneFile::built(), Browser::open());
    let fragment = format!("#/decision?{STORES}");
    let of_site = decided(&browser, &site.url(&fragment));
    assert!(of_site[0].contains("Evaluate first"), "{of_site:?}");
    drop((site, browser));

    let browser = Browser::open();
    assert_eq!(decided(&browser, &file.url(&fragment)), of_site);
    browser.is_accessible();
    browser.announces("Works offline");
    browser.by_role("link", "Options").click();
    browser.by_role("link", "k3s").click();
    browser.by_role("main", "").says("docs.k3s.io");
    browser.by_role("link", "Record").click();
    browser.by_role("main", "").says("Each with its source and the day");

    let address = file.url("");
    let loaded = browser.loaded();
    let elsewhere: Vec<_> = loaded
        .iter()
        .filter(|url| !url.starts_with(&address) && !url.starts_with("data:"))
        .collect();
    assert!(elsewhere.is_empty(), "the file loaded {elsewhere:?}");
    let complaints = browser.console();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn what_is_typed_is_there_when_the_file_is_opened_again() {
    let (file, browser) = (OneFile::built(), Browser::open());
    let form = Form::begin_at(&browser, &file.url(""), "Near edge");
    form.fill_in_the_stores();
    form.answer().says("The five questions point to");
    form.is_saved();

    browser.reload();

    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
}

#[test]
fn what_is_shared_from_the_file_opens_in_the_site_and_in_another_file() {
    let (site, file, browser) = (Website::open(), OneFile::built(), Browser::open());
    Form::begin_at(&browser, &file.url(""), "Near edge").fill("Sites", "41").is_saved();
    browser.by_role("button", "Share").click();
    let link = browser.by_role("textbox", "Link to this profile").value();
    assert!(link.starts_with('#'), "where the file lies is nobody else's business: {link}");
    browser.is_accessible();
    browser.press("Escape");

    let receiver = Browser::open();
    receiver.go(&file.url(""));
    receiver.by_role("textbox", "Paste a link or a profile").fill(&link);
    receiver.by_role("button", "Open what I pasted").click();
    receiver.by_role("region", "You are looking at a shared profile").is_there();
    assert_eq!(Form::of(&receiver).field("Sites").value(), "41");

    receiver.go(&site.url(&link));
    receiver.by_role("region", "You are looking at a shared profile").is_there();
    assert_eq!(Form::of(&receiver).field("Sites").value(), "41");
}

#[test]
fn the_site_hands_out_the_file_whose_digest_it_shows() {
    // Without the recorder, which would stand in the file as well and make another of it.
    let (site, file, browser) = (Website::untouched(), OneFile::built(), Browser::open());
    browser.visit(&site, "");
    let main = browser.by_role("main", "");
    main.says("SHA-256 of the file");
    let taken = browser.download(|| browser.by_role("button", "Download edgewise.html").click());
    browser.announces("is downloaded");
    assert_eq!(taken.name, "edgewise.html");
    main.says(&digest(&taken.text));
    let built = std::fs::read_to_string(file.path()).expect("it was built");
    assert!(taken.text == built, "what was handed out is another file");
    browser.has_no_complaints(&site);
    browser.is_accessible();
}

#[test]
fn another_file_than_the_digest_stands_for_is_not_handed_out() {
    let (site, browser) = (Website::untouched(), Browser::open());
    site.harm("edgewise.html", Harm::Changed);
    browser.visit(&site, "");
    browser.by_role("button", "Download edgewise.html").click();
    browser.announces("belongs to another version");
}

#[test]
fn a_damaged_file_says_so() {
    let browser = Browser::open();
    let file = OneFile::damaged("edgewise-");
    browser.go(&file.url(""));
    browser.by_role("alert", "").says("A part of this file is damaged");

    let file = OneFile::damaged("decision-");
    browser.go(&file.url("#/decision"));
    browser.by_role("heading", "This page did not arrive").is_there();
}
