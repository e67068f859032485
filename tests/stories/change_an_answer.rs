//! Someone changes one answer and watches what that does.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn the_answer_follows_in_place_and_says_what_changed() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill_in_the_stores();
    form.answer().says("The five questions point to");
    let loads = site.requests().len();
    let (before, page) = (form.answer().text(), browser.url());

    form.choose("Device and cloud-edge sync as a core feature?", "Yes");

    form.answer().says("What changed: Device and cloud-edge sync as a core feature?: yes.");
    form.answer().says("KubeEdge");
    assert_ne!(form.answer().text(), before);
    assert_eq!((browser.url(), site.requests().len()), (page, loads), "nothing is loaded for it");
    browser.has_no_complaints(&site);
}
