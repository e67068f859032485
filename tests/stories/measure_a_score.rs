//! Someone tried a stack at a site, and notes what came out.

use edgewise_stories::{Browser, Website, eventually};

use crate::form::Form;

#[test]
fn a_measured_score_counts_is_kept_is_recorded_and_is_taken_out_again() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill_in_the_stores();
    form.is_saved();
    browser.visit(&site, "#/decision");
    let form = || browser.by_role("region", "Measured at your own sites");
    form().part("textbox", "How it was measured").fill("restore took a minute");
    form().part("combobox", "Stack that was tried").select("Talos, local cluster");
    form().part("combobox", "Criterion").select("Storage");
    form().part("combobox", "Score").select("5 of 5: strong");
    form().part("button", "Use this score").click();
    form().says("Storage of Talos, local cluster counts as 5 of 5 now.");
    form().says("restore took a minute");
    assert_eq!(form().part("combobox", "Stack that was tried").value(), "talos+talos/b");
    browser.by_role("button", "Storage of Talos: 5 of 5, measured").click();
    browser.by_role("region", "Scores and gates").says("by the rules it would be");
    browser.is_accessible();

    browser.reload();
    form().says("Storage: 5 of 5. Talos, local cluster");
    browser.visit(&site, "#/record");
    browser.by_role("main", "").says("Storage of Talos, local cluster: 5 of 5, measured on 20");
    browser.by_role("main", "").says("restore took a minute");

    browser.visit(&site, "#/decision");
    form().part("button", "Take out: Storage of Talos, local cluster").click();
    browser.until(
        "the heading of the list to have the focus",
        "return document.activeElement.id === 'measured'",
    );
    browser.by_role("button", "Storage of Talos: 5 of 5, measured").is_gone();
    browser.by_role("button", "Undo").click();
    browser.announces("A measured score: Storage.");
    form().says("restore took a minute");
    browser.has_no_complaints(&site);
}

#[test]
fn a_day_that_is_none_is_refused_by_name_and_what_was_typed_stays() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "#/decision");
    let form = || browser.by_role("region", "Measured at your own sites");
    form().part("textbox", "How it was measured").fill("two power cuts");
    let _ = browser.script(
        "const day = document.querySelector('input[type=date]'); day.value = '';
         day.dispatchEvent(new Event('input', { bubbles: true }))",
    );
    form().part("button", "Use this score").click();
    form().says("Day: empty or not a day");
    assert_eq!(form().part("textbox", "How it was measured").value(), "two power cuts");
    browser.is_accessible();
    browser.has_no_complaints(&site);
}

#[test]
fn measured_scores_travel_unless_unticked_and_notes_only_when_ticked() {
    let site = Website::open();
    let sender = Browser::open();
    let form = Form::begin(&sender, &site, "Near edge");
    form.fill_in_the_stores();
    sender.visit(&site, "#/decision");
    let measured = sender.by_role("region", "Measured at your own sites");
    measured.part("textbox", "How it was measured").fill("seen twice");
    measured.part("button", "Use this score").click();
    measured.says("counts as 3 of 5 now.");
    sender.by_role("button", "Share").click();
    let link = || sender.by_role("textbox", "Link to this profile").value();
    let without_notes = link();
    sender.by_role("checkbox", "My notes on them").check();
    let with_notes = changed(link, &without_notes);
    sender.by_role("checkbox", "The scores that I measured").click();
    let without_scores = changed(link, &with_notes);
    sender.is_accessible();

    let receiver = Browser::open();
    let shown = || receiver.by_role("region", "Measured at your own sites");
    let decision = |link: &str| link.replacen('#', "#/decision?", 1);
    receiver.go(&decision(&with_notes));
    shown().says("seen twice");
    shown().part("button", "Use this score").is_gone();
    receiver.is_accessible();
    receiver.go(&decision(&without_notes));
    receiver.by_role("main", "").says("3 of 5.");
    assert!(!shown().text().contains("seen twice"), "{}", shown().text());
    receiver.go(&decision(&without_scores));
    receiver.by_role("region", "Measured at your own sites").is_gone();
    receiver.has_no_complaints(&site);
}

/// The link, once it is another one.
fn changed(link: impl Fn() -> String, before: &str) -> String {
    eventually("the link to change", || {
        let now = link();
        if now == before { Err(now) } else { Ok(now) }
    })
}
