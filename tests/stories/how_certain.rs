//! Someone asks how certain the answer is, and what would change it.

use edgewise_stories::{Browser, Website, eventually};

use crate::form::{Form, STORES, counted};

fn decision(browser: &Browser, site: &Website) {
    browser.visit(site, &format!("#/decision?{STORES}"));
    browser.by_role("heading", "Decision").is_there();
}

#[test]
fn the_word_stands_with_its_three_numbers_and_the_same_as_tables() {
    let (site, browser) = (Website::open(), Browser::open());
    decision(&browser, &site);
    let card = browser.by_role("region", "How certain that is");
    card.says("Settled");
    for label in ["First near these weights", "First with any weights", "Safe drift"] {
        card.says(label);
    }
    card.part("button", "Any").click();
    card.says("The same as a table");
    card.says("The curve as a table");
    browser.by_role("region", "What to find out next").says("worth");
    browser.has_no_complaints(&site);
    browser.is_accessible();
}

#[test]
fn the_leader_changes_exactly_at_the_end_of_a_band() {
    let (site, browser) = (Website::open(), Browser::open());
    decision(&browser, &site);
    browser.by_role("button", "Keep as a new profile").click();
    let holds = eventually("a weight whose band ends within the slider", || {
        end_of_band(&browser.by_role("region", "Weights").text(), "Storage")
    });
    let shortlist = browser.by_role("region", "Shortlist");
    let points = browser.by_role("spinbutton", "Points for Storage");
    let first = first_of(&shortlist.text());

    points.fill(&format!("{:.0}", holds.floor()));
    browser.by_role("region", "Weights").says("Storage");
    assert_eq!(first_of(&shortlist.text()), first, "within the band nothing changes");

    points.fill(&format!("{:.0}", holds.floor() + 1.0));
    eventually("another first beyond the band", || {
        let now = first_of(&shortlist.text());
        if now == first { Err(now) } else { Ok(()) }
    });
    browser.has_no_complaints(&site);
}

/// The points at which the band of a criterion ends, as said beside its slider.
fn end_of_band(weights: &str, criterion: &str) -> Result<f64, String> {
    let from = weights.find(criterion).ok_or_else(|| weights.to_owned())?;
    let said = weights[from..].lines().find(|line| line.contains("holds")).unwrap_or_default();
    let points = said.strip_suffix(" points").unwrap_or_default();
    points.rsplit(' ').next().unwrap_or_default().parse().map_err(|_| said.to_owned())
}

/// The name behind "Evaluate first".
fn first_of(shortlist: &str) -> String {
    let mut lines = shortlist.lines().skip_while(|line| !line.contains("Evaluate first"));
    lines.nth(1).unwrap_or_default().to_owned()
}

#[test]
fn a_change_that_flips_the_answer_opens_as_a_preview_with_the_winner_it_announces() {
    let (site, browser) = (Website::open(), Browser::open());
    decision(&browser, &site);
    let card = browser.by_role("region", "What would change the answer");
    let announced = eventually("a change with its winner", || {
        let text = card.text();
        text.lines().find(|line| line.starts_with("With ")).map(str::to_owned).ok_or(text)
    });
    let winner = announced.strip_suffix(" comes first.").and_then(|it| it.rsplit(", ").next());
    let winner = winner.expect("the sentence ends with the winner");

    browser.by_role("link", &format!("Look at it: {announced}")).click();

    eventually("the announced winner to be first", || {
        let first = first_of(&browser.by_role("region", "Shortlist").text());
        if first.starts_with(winner) { Ok(()) } else { Err(first) }
    });
    browser.has_no_complaints(&site);
}

#[test]
fn the_question_worth_most_is_named_and_answering_it_moves_the_certainty() {
    let (site, browser) = (Website::open(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill_in_the_stores();
    form.answer().says("The five questions point to");
    browser.by_role("link", "Decision").click();
    let next = browser.by_role("region", "What to find out next");
    next.says("Device and cloud-edge sync as a core feature?");
    next.part("link", "Device and cloud-edge sync as a core feature?").click();

    form.choose("Device and cloud-edge sync as a core feature?", "No");
    browser.by_role("link", "Decision").click();

    eventually("the question to be off the list", || {
        let text = browser.by_role("region", "What to find out next").text();
        if text.contains("Device and cloud-edge sync") { Err(text) } else { Ok(()) }
    });
    browser.has_no_complaints(&site);
}

#[test]
fn what_was_counted_stays_on_screen_until_it_is_counted_anew() {
    let (site, browser) = (Website::open(), Browser::open());
    decision(&browser, &site);
    browser.by_role("button", "Keep as a new profile").click();
    let before = counted(&browser);
    let _ = browser.script(WHAT_WENT);

    browser.by_role("spinbutton", "Points for Storage").fill("30");

    eventually("other figures", || match counted(&browser) {
        now if now == before => Err(now),
        _ => Ok(()),
    });
    let table = browser.by_role("region", "Scores and gates");
    eventually("the table to follow", || {
        let (total, first) = (table.text(), browser.by_role("region", "Shortlist").text());
        let value = first.lines().find_map(|line| line.split_once(" of 100")).expect("a value").0;
        if total.split_whitespace().any(|word| word == value) { Ok(()) } else { Err(total) }
    });
    assert_eq!(browser.script("return window.went"), serde_json::json!([]));
    browser.has_no_complaints(&site);
}

/// Notes what of certainty is not on the page for a frame.
const WHAT_WENT: &str = r#"
    window.went = [];
    const look = () => {
        const parts = ["certainty", "shares", "curve", "flips", "next"];
        window.went.push(...parts.filter((id) => document.getElementById(id) === null));
        requestAnimationFrame(look);
    };
    look();
"#;

#[test]
fn a_lead_is_told_by_few_criteria_and_weak_scores_over_the_fleet() {
    let (site, browser) = (Website::open(), Browser::open());
    decision(&browser, &site);
    let why = browser.by_role("region", "Why the first comes before the second");
    why.says("better at");

    let fleet = browser.by_role("region", "Weak scores over the fleet");
    fleet.says("Over 3,400 sites");
    fleet.says("sites on, Kairos + k3s comes first");
    browser.is_accessible();
    browser.has_no_complaints(&site);
}
