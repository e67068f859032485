//! Someone sends a link, and someone else opens it.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

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

/// The line that names what to evaluate first.
fn first_named(answer: &str) -> String {
    let mut lines = answer.lines().skip_while(|line| !line.eq_ignore_ascii_case("Evaluate first"));
    lines.nth(1).unwrap_or_else(|| panic!("nothing is named first in {answer}")).to_owned()
}
