//! Someone wants to know how answers come about.

use edgewise_stories::{Browser, Website};
use rules_core::{criteria, gates};

#[test]
fn the_method_lists_every_gate_and_criterion_with_its_rule() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "");
    browser.by_role("link", "Method").click();
    browser.by_role("heading", "Method").is_there();
    let main = browser.by_role("main", "");
    for gate in gates::ALL {
        main.says(gate.title);
        main.says(behind_the_first_letter(gate.formula));
    }
    for criterion in criteria::ALL {
        main.says(behind_the_first_letter(criterion.question));
    }
    browser.has_no_complaints(&site);
    browser.is_accessible();
}

/// The style sheet sets the first letter large, and engines differ in whether that is read.
fn behind_the_first_letter(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

#[test]
fn a_link_to_one_rule_puts_the_focus_there() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "#/method/memory-floor");
    browser.by_role("heading", "Method").is_there();
    browser.until(
        "the focus on the rule",
        "return document.activeElement && document.activeElement.id === 'm-memory-floor'",
    );
}
