//! Someone with 3,400 stores types in what is known of them.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn stores_without_linux_hands_are_pointed_at_image_based_hosts() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.answer().says("Not enough is known yet");
    form.fill_in_the_stores();
    form.answer().says("The five questions point to");
    let answer = form.answer().text();
    for name in ["Talos", "Kairos"] {
        assert!(answer.contains(name), "no {name} in {answer}");
    }
    assert!(!answer.contains("Not enough is known"), "{answer}");
    browser.has_no_complaints(&site);
    browser.is_accessible();
}

#[test]
fn an_answer_out_of_range_is_named_and_the_rest_still_decides() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Nodes per site", "plenty");
    assert_eq!(form.field("Nodes per site").attribute("aria-invalid").as_deref(), Some("true"));
    browser.by_role("heading", "One answer cannot be used yet").is_there();
    form.answer().says("One answer cannot be used yet");
    browser.is_accessible();
}
