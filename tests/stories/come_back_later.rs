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

#[test]
fn a_page_that_is_left_while_it_works_goes_on_when_one_comes_back() {
    let (site, browser) = (Website::open(), Browser::open());
    Form::begin(&browser, &site, "Near edge").fill_in_the_stores();
    for sites in ["11", "12", "13"] {
        let form = Form::of(&browser);
        form.fill("Sites", sites).is_saved();
        browser.go(&site.url("404.html"));
        browser.back();
        assert_eq!(Form::of(&browser).field("Sites").value(), sites);
    }
    browser.by_role("link", "Decision").click();
    browser.by_role("region", "What to find out next").says("worth");
    browser.has_no_complaints(&site);
}

#[test]
fn a_page_whose_work_was_stopped_half_way_is_loaded_anew_when_it_is_shown_again() {
    let site = Website::with_script(
        "const queue = window.queueMicrotask;
         window.queueMicrotask = (task) => window.stopped || queue.call(window, task);",
    );
    let browser = Browser::open();
    Form::begin(&browser, &site, "Near edge").fill("Sites", "3,400").is_saved();

    let shown_again = "window.stopped = true;
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    let _ = browser.script(shown_again);

    browser.until("the page to be loaded again", "return !window.stopped");
    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
    browser.has_no_complaints(&site);
}

/// The answer without what the last edit changed, which a reload has no memory of.
fn without_news(answer: &str) -> String {
    let news = answer.lines().find(|line| line.starts_with("What changed"));
    news.map_or_else(|| answer.to_owned(), |news| answer.replace(&format!("{news}\n"), ""))
}
