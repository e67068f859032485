//! Someone at whose browser the program stops in the middle of their work.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn what_was_typed_is_handed_out_and_a_new_start_finds_it() {
    // A browser that refuses to make a certain element once it is told to: the program cannot go on.
    let site = Website::with_script(
        "const make = Document.prototype.createElement;
         Document.prototype.createElement = function (name, ...rest) {
            if (window.refuses && name === 'section') {
                window.refuses = false;
                throw new DOMException('refused', 'NotSupportedError');
            }
            return make.call(this, name, ...rest);
         };",
    );
    let browser = Browser::open();
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "3,400");
    form.is_saved();
    let _ = browser.script("window.refuses = true; return true");
    browser.by_role("link", "Record").is_there();
    let _ = browser.script("location.hash = '#/'; return true");

    browser.by_role("heading", "Edgewise has stopped").is_there();
    let kept = browser.by_role("textbox", "").value();
    assert!(kept.contains("sites=3400") && kept.contains("3,400"), "{kept}");
    browser.is_accessible();

    browser.by_role("link", "Start again").click();
    browser.by_role("heading", "Which Kubernetes for your edge sites?").is_there();
    browser.visit(&site, "#/site");
    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
}

#[test]
fn a_program_that_the_browser_stops_is_not_left_standing_half_drawn() {
    // By a script of the page: what one of the story throws, the page is not told.
    let site = Website::with_script(
        "addEventListener('the-browser-stops-it', () => {
            setTimeout(() => { throw new WebAssembly.RuntimeError('Out of bounds memory access'); });
         });",
    );
    let browser = Browser::open();
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill("Sites", "3,400");
    form.is_saved();
    let _ = browser.script("dispatchEvent(new Event('the-browser-stops-it'))");

    browser.by_role("heading", "Edgewise has stopped").is_there();
    browser.by_role("alert", "").says("Out of bounds memory access");
    let kept = browser.by_role("textbox", "").value();
    assert!(kept.contains("sites=3400"), "{kept}");

    browser.by_role("link", "Start again").click();
    browser.visit(&site, "#/site");
    assert_eq!(Form::of(&browser).field("Sites").value(), "3,400");
}
