//! Links reach people in twelve states of damage: each opens, or says what is wrong with it; nothing else changes.

use std::time::{Duration, Instant};

use edgewise_stories::{Browser, Website};
use rules_core::link;
use rules_core::profile::{Answer, Field, SiteProfile};

use crate::form::Form;

/// What becomes of a link.
enum End {
    /// It opens, with 3,400 sites.
    Opens,
    /// It is refused, with these words.
    Says(&'static str),
}
use End::{Opens, Says};

#[test]
fn twelve_kinds_of_damage_are_mended_or_explained() {
    let (site, browser) = (Website::at("/some/folder/"), Browser::open());
    let form = Form::begin(&browser, &site, "Far edge");
    form.fill("Sites", "12");
    form.is_saved();
    let link = link();
    let base = site.url("");
    let half = link.len() / 2;
    let cases = [
        (format!("{base}#{}", &link[..link.len() - 1]), Says("cut off")),
        (format!("{base}#{}", &link[..half]), Says("cut off")),
        (
            format!("{base}#{}{}", &link[..link.len() - 1], other(&link)),
            Says("was changed on its way"),
        ),
        (format!("{base}#tier=near-edge&amp;sites=3400"), Opens),
        (format!("{base}#{link}."), Opens),
        (format!("{base}#{link})"), Opens),
        (format!("{base}#{link}_"), Opens),
        (format!("{base}#{}%0A{}", &link[..half], &link[half..]), Opens),
        (format!("{base}#9{}", &link[1..]), Says("later version")),
        (format!("{base}#pako:eNpVjk0KwjAQha8yzErBXqAL"), Says("not a link of Edgewise")),
        (format!("{base}#{}", "1Ax".repeat(100 * 1024 / 3)), Says("longer than any link")),
        (format!("{base}%23{link}"), Opens),
    ];
    let kept = storage(&browser);
    for (address, end) in cases {
        let shown = &address[..address.len().min(120)];
        let begun = Instant::now();
        let _ = browser.script(&format!("location.href = '{address}'"));
        match end {
            Opens => {
                browser.by_role("region", "You are looking at a shared profile").is_there();
                assert_eq!(Form::of(&browser).field("Sites").value(), "3400", "{shown}");
            }
            Says(words) => {
                browser.by_role("main", "").says(words);
                browser.has_focus("heading", "This link cannot be opened");
            }
        }
        // The page itself answers within a second; the rest is the machine's that runs many browsers.
        assert!(begun.elapsed() < Duration::from_secs(10), "{shown}: {:?}", begun.elapsed());
        assert_eq!(storage(&browser), kept, "{shown} changed what is kept");
    }
    browser.is_accessible();
}

#[test]
fn a_link_in_the_wrapper_of_a_mail_scanner_is_pasted() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "");
    let inner = format!("https%3A%2F%2Fexample.org%2F%23{}", link());
    browser
        .by_role("textbox", "Paste a link or a profile")
        .fill(&format!("https://eur01.safelinks.protection.outlook.com/?url={inner}&data=05"));
    browser.by_role("button", "Open what I pasted").click();
    assert_eq!(Form::of(&browser).field("Sites").value(), "3400");
    browser.has_no_complaints(&site);
}

fn link() -> String {
    let mut profile = SiteProfile::default();
    assert!(profile.set(Field::Sites, Some(Answer::Whole(3_400))));
    link::encode(&profile)
}

/// Another character than the link's last.
fn other(link: &str) -> char {
    if link.ends_with('a') { 'b' } else { 'a' }
}

/// What is kept of one's own profiles. The history may gain an entry when a page is left: it holds the same answers.
fn storage(browser: &Browser) -> String {
    let kept = "return JSON.stringify(Object.entries(localStorage)
        .filter(([key]) => !key.startsWith('edgewise:history:')).sort())";
    browser.script(kept).to_string()
}
