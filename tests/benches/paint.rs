//! How long a key press takes until its answer is painted, in Chromium slowed down four times, as `cargo xtask bench` asks.
//!
//! Chromium itself measures: Event Timing gives the time from the press to the next paint in steps of 8 ms, from 16 ms up,
//! and Long Tasks gives every task over 50 ms.

#[path = "../stories/form.rs"]
#[expect(dead_code, reason = "the stories use the rest")]
mod form;

use std::time::Duration;

use edgewise_stories::{Browser, Website};
use form::Form;

/// A tablet of some years ago, by the measure of developer tools.
const SLOWER: u32 = 4;
/// As fast as somebody types.
const BETWEEN: Duration = Duration::from_millis(200);
const PRESSES: usize = 20;

fn main() {
    let (site, browser) = (Website::untouched(), Browser::open());
    let form = Form::begin(&browser, &site, "Near edge");
    form.fill_in_the_stores();
    // Without the comma: every digit typed behind it leaves a number.
    form.fill("Sites", "3400").is_saved();
    browser.announces("Works offline");
    // Asking for roles made the browser keep an accessibility tree of this tab, which is work that nobody asked for who uses
    // no such tool. In another tab, as large as a laptop shows it, things are found by their markup.
    browser.go("about:blank");
    browser.open_tab();
    browser.widen(1280, 900);
    browser.go(&site.url("#/site"));
    browser.until("all to be counted", COUNTED);
    let _ = browser.script(WATCH);
    browser.slow_down(SLOWER);

    browser.until("a field", FOCUS_ON_SITES);
    browser.press("End");
    measure(&browser, "answer", &["1", "Backspace"]);

    let _ = browser.script("location.hash = '#/decision'");
    browser.until("all to be counted", COUNTED);
    browser.until("a weight", FOCUS_ON_STORAGE);
    measure(&browser, "weight", &["ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"]);
}

/// Presses keys one after another and prints name, median and longest time to paint, the longest task that the page ran
/// meanwhile, and how long the median press waited for its turn and was worked on, in milliseconds.
#[expect(clippy::print_stdout, reason = "this is what it is run for")]
fn measure(browser: &Browser, name: &str, keys: &[&str]) {
    let press = |times: usize| {
        for key in keys.iter().cycle().take(times) {
            browser.press(key);
            std::thread::sleep(BETWEEN);
        }
    };
    // The first ones let the engine compile what they run.
    press(keys.len());
    let _ = browser.script("events.clear(); tasks.length = 0;");
    press(PRESSES);
    let seen = browser.script("return [[...events.values()], tasks]");
    let rows = |at: usize| seen[at].as_array().cloned().unwrap_or_default();
    let figure = |value: &serde_json::Value| value.as_f64().unwrap_or_default();
    let column = |at: usize, unseen: f64| {
        let mut column: Vec<f64> = rows(0).iter().map(|press| figure(&press[at])).collect();
        column.resize(PRESSES.max(column.len()), unseen);
        column.sort_by(f64::total_cmp);
        column
    };
    // What is painted sooner than 16 ms is not told.
    let paints = column(0, 16.0);
    let (median, longest) = (paints[PRESSES / 2], paints[paints.len() - 1]);
    let longest_task = rows(1).iter().map(figure).fold(0.0, f64::max);
    let [waited, worked] = [1, 2].map(|at| column(at, 0.0)[PRESSES / 2]);
    println!("{name} {median:.0} {longest:.0} {longest_task:.0} {waited:.0} {worked:.0}");
}

/// The word of certainty is there, and nothing is busy.
const COUNTED: &str = "
    return document.querySelector('.certain__word') !== null && !document.querySelector('.certain__updating:not([data-idle])')";
const FOCUS_ON_SITES: &str = "
    const label = [...document.querySelectorAll('label')].find((it) => it.innerText.startsWith('Sites'));
    label?.control.focus();
    return document.activeElement === label?.control";
const FOCUS_ON_STORAGE: &str = "
    const field = document.querySelector('[aria-label=\"Points for Storage\"]');
    field?.focus();
    return document.activeElement === field";

const WATCH: &str = "
    globalThis.events = new Map();
    globalThis.tasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
        if (!entry.interactionId || entry.duration <= (events.get(entry.interactionId)?.[0] ?? 0)) return;
        const { duration, startTime, processingStart, processingEnd } = entry;
        events.set(entry.interactionId, [duration, processingStart - startTime, processingEnd - processingStart]);
    })).observe({ type: 'event', durationThreshold: 16 });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => tasks.push(entry.duration)))
        .observe({ type: 'longtask' });";
