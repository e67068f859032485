//! A technician opened Edgewise once in the office, and stands at a site without a network now.

use edgewise_stories::{Browser, Harm, Website};

use crate::form::Form;

#[test]
fn after_one_visit_everything_works_without_a_network() {
    let (site, browser) = (Website::deployed("/"), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "41");
    form.is_saved();
    browser.announces("Works offline");
    browser.is_accessible();
    browser.has_no_complaints(&site);

    site.stop();
    browser.reload();

    let form = Form::of(&browser);
    assert_eq!(form.field("Sites").value(), "41");
    form.fill_in_the_stores();
    form.answer().says("The five questions point to");
    browser.announces("Works offline");
    for (page, heading) in [
        ("Decision", "Decision"),
        ("Options", "Options"),
        ("Method", "Method"),
        ("Record", "Decision record"),
    ] {
        browser.by_role("link", page).click();
        browser.by_role("heading", heading).and_more().is_there();
    }
    browser.by_role("main", "").says("Each with its source and the day");
    let record = browser.download(|| browser.by_role("button", "Download record (.md)").click());
    assert!(record.text.contains("3,400"), "{}", record.text);

    browser.visit(&site, "#/site?tier=far-edge&sites=7");
    browser.by_role("region", "You are looking at a shared profile").is_there();
    assert_eq!(Form::of(&browser).field("Sites").value(), "7");
}

#[test]
fn it_works_from_a_folder_and_a_link_whose_hash_was_encoded_opens_without_a_network_as_well() {
    let (site, browser) = (Website::deployed("/some/folder/"), Browser::open());
    browser.visit(&site, "");
    browser.announces("Works offline");

    site.stop();
    browser.go(&site.url("%23tier=far-edge&sites=7"));

    browser.by_role("region", "You are looking at a shared profile").is_there();
    assert_eq!(Form::of(&browser).field("Sites").value(), "7");
}

#[test]
fn a_part_that_does_not_arrive_leaves_the_page_working_and_comes_at_the_next_visit() {
    let (site, browser) = (Website::deployed("/"), Browser::open());
    site.harm("/icons/", Harm::Lost);
    browser.visit(&site, "");
    browser.announces("Not ready to work offline");
    Form::begin(&browser, &site, "Near edge").fill_in_the_stores();

    site.heal();
    browser.reload();

    browser.announces("Works offline");
    site.stop();
    browser.reload();
    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
}

#[test]
fn a_part_that_was_changed_on_its_way_is_not_kept() {
    let (site, browser) = (Website::deployed("/"), Browser::open());
    site.harm("/icons/", Harm::Changed);
    browser.visit(&site, "");
    browser.announces("Not ready to work offline");
}

#[test]
fn the_kept_copy_can_be_left_behind() {
    let (site, browser) = (Website::deployed("/"), Browser::open());
    Form::begin(&browser, &site, "Near edge").fill("Sites", "41").is_saved();
    browser.announces("Works offline");

    browser.visit(&site, "?safe#/site");

    assert_eq!(Form::of(&browser).field("Sites").value(), "41");
    browser.until(
        "the copy to be gone",
        "caches.keys().then(names => { window.gone = names.length === 0 }); return window.gone === true",
    );
    browser.visit(&site, "#/site");
    browser.announces("Works offline");
}
