//! Someone leaves the page and comes back.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn a_reload_keeps_every_answer() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "3,400").fill("Nodes per site", "3").choose("Local data", "Rebuildable");
    form.is_saved();
    let answer = form.answer().text();

    browser.reload();

    let form = Form::of(&browser);
    assert_eq!(form.field("Sites").value(), "3,400");
    assert_eq!(form.field("Nodes per site").value(), "3");
    assert_eq!(form.answer().text(), without_news(&answer));
    browser.has_no_complaints(&site);
}

/// The answer without what the last edit changed, which a reload has no memory of.
fn without_news(answer: &str) -> String {
    let news = answer.lines().find(|line| line.starts_with("What changed"));
    news.map_or_else(|| answer.to_owned(), |news| answer.replace(&format!("{news}\n"), ""))
}
