//! People open links of every kind, each with nothing kept from before. The page shows what the rules give for the
//! profile, its own link is the same again, and no server hears of it.

use edgewise_stories::{Browser, Website, eventually};
use rules_core::decide;
use rules_core::decide::Choices;
use rules_core::link::{NamePolicy, Shared, decode};
use rules_core::outcome::Decision;
use serde_json::{Value, json};

const FIRST: &str = include_str!("../../rules-core/tests/links/v1.txt");
const MORE: &str = include_str!("../../rules-core/tests/links/v1-more.txt");
const MEASURED: &str = include_str!("../../rules-core/tests/links/v1-measured.txt");

/// What the page shows once it stands: its own link, every score and every total. It is asked anew until it is so.
const SHOWN: &str = "
    const link = document.querySelector('#share-link')?.value.split('#')[1];
    const rows = [...document.querySelectorAll('.matrix__row')].map(row => [
        row.querySelector('th a')?.getAttribute('href').split('?')[0],
        ...[...row.querySelectorAll('.score')].map(score => Number(score.dataset.score)),
        row.querySelector('.matrix__total b')?.innerText ?? null,
    ]);
    const kept = Object.keys(localStorage).filter(key => key.includes('profile'));
    return JSON.stringify([link ?? null, rows, kept]);";

#[test]
fn forty_links_of_every_kind_of_answer() {
    open_each(&first_words(FIRST));
}

#[test]
fn eighty_links_that_vary_them() {
    open_each(&more(0));
}

#[test]
fn eighty_links_that_vary_them_further() {
    open_each(&more(80));
}

#[test]
fn twenty_links_with_measured_scores() {
    open_each(&first_words(MEASURED));
}

/// The links of entries that begin with one.
fn first_words(corpus: &'static str) -> Vec<&'static str> {
    corpus.split("\n\n").filter_map(|entry| entry.lines().next()).collect()
}

/// Eighty of the links that have a line each.
fn more(from: usize) -> Vec<&'static str> {
    MORE.lines().filter_map(|line| line.split(' ').next()).skip(from).take(80).collect()
}

fn open_each(links: &[&str]) {
    assert!(links.len() >= 20, "{links:?}");
    let (site, browser) = (Website::open(), Browser::open());
    for (at, link) in links.iter().enumerate() {
        let shared = decode(link).unwrap_or_else(|fault| panic!("{link}: {fault}"));
        // Another address each time, so that the page is loaded and not only told of another fragment.
        browser.go(&site.url(&format!("?{at}#/decision?{link}")));
        let expected = expected(&shared);
        eventually(&format!("{link} to show what the rules give"), || {
            let shown = browser.try_script(SHOWN)?;
            let shown: Value = serde_json::from_str(shown.as_str().unwrap_or_default())
                .map_err(|cause| cause.to_string())?;
            if shown == expected {
                return Ok(());
            }
            let page = browser.try_script("return document.body.innerText")?;
            Err(format!("{shown}, not {expected}; the page: {page}"))
        });
        let _ = browser.script("localStorage.clear(); sessionStorage.clear()");
    }
    let asked: Vec<_> = site.requests().iter().map(|request| format!("{request:?}")).collect();
    for link in links {
        // The first characters of links are alike.
        let payload = &link[3..];
        assert!(asked.iter().all(|request| !request.contains(payload)), "a server heard of {link}");
    }
    // Leaving a page ends what it is still fetching, which says so in the console.
    let ended =
        ["NetworkError when attempting to fetch", "AbortError", "Failed to fetch", "Load failed"];
    let complaints = browser.complaints(&site);
    let complaints: Vec<_> =
        complaints.iter().filter(|one| !ended.iter().any(|words| one.contains(words))).collect();
    assert!(complaints.is_empty(), "the page has complaints: {complaints:#?}");
}

fn expected(shared: &Shared) -> Value {
    let evidence = shared.evidence.clone().without_notes();
    let link = Shared { evidence: evidence.clone(), ..shared.clone() }.encode(NamePolicy::LeaveOut);
    let choices = Choices {
        weights: shared.points.map(|points| points.map(f64::from)),
        overrides: shared.overrides,
        evidence,
    };
    json!([link, rows(&decide(&shared.profile, &choices)), []])
}

/// All options: by rank where a winner may be named, else in the order of the catalog.
fn rows(decision: &Decision) -> Vec<Value> {
    let named = decision.needed.is_empty();
    let mut products: Vec<_> = decision.products.iter().collect();
    if named {
        products.sort_by_key(|product| product.rank.unwrap_or(u32::MAX));
    }
    let row = |product: &&rules_core::outcome::ProductResult| {
        let best = product.best.map(|at| &decision.stacks[at]);
        let scores = best.into_iter().flat_map(|best| &best.criteria);
        #[expect(clippy::cast_possible_truncation, reason = "scores and values are small")]
        let whole = |number: f64| number.round() as i64;
        let total = best
            .filter(|_| named && product.rank.is_some())
            .map_or(Value::Null, |best| whole(best.value).to_string().into());
        let mut cells = vec![format!("#/options/{}", product.product).into()];
        cells.extend(scores.map(|score| Value::from(whole(score.score))));
        cells.push(total);
        Value::from(cells)
    };
    products.iter().map(row).collect()
}
