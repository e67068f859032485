//! Someone takes the decision record away.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn the_downloaded_record_is_the_one_on_screen() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill_in_the_stores();
    form.answer().says("The five questions point to");
    browser.by_role("link", "Record").click();
    browser.by_role("heading", "Decision record").is_there();
    let shown = record_on(&browser);

    let file = browser.download(|| browser.by_role("button", "Download record (.md)").click());

    assert_eq!(file.name, "edge-decision.md");
    assert_eq!(file.text, shown);
    for part in ["3,400", "Talos", "Kairos"] {
        assert!(file.text.contains(part), "no {part} in {}", file.text);
    }
    browser.announces("edge-decision.md");
    browser.has_no_complaints(&site);
    browser.is_accessible();
}

#[test]
fn the_same_answers_give_the_same_record_in_another_browser() {
    let site = Website::open();
    let records = [(), ()].map(|()| {
        let browser = Browser::open();
        browser.visit(&site, "#/record?tier=near-edge&sites=3400&nodes_per_site=3");
        browser.by_role("heading", "Decision record").is_there();
        record_on(&browser)
    });
    assert_eq!(records[0], records[1]);
}

/// The record on screen, once the facts that it cites have arrived.
fn record_on(browser: &Browser) -> String {
    let record = browser.by_role("region", "The record, as it is copied and downloaded");
    record.says("# Kubernetes at the edge");
    record.whole_text()
}
