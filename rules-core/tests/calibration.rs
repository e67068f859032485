//! What organisations chose, beside what Edgewise says of their sites: `docs/calibration.md` is written from this.

#[path = "calibration/page.rs"]
mod page;
#[path = "calibration/run.rs"]
mod run;
mod support;

use std::path::{Path, PathBuf};

use rules_core::profile::{Field, SiteProfile};
use run::{Run, Standing};
use support::case::Case;

/// Set to anything, writes the page anew.
const RENEW: &str = "EDGEWISE_RENEW";

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/calibration.md")
}

#[test]
fn the_page_is_up_to_date() {
    let page = page::page(&Case::all());
    if std::env::var_os(RENEW).is_some() {
        std::fs::write(file(), &page).expect("docs/calibration.md can be written");
    }
    let kept = std::fs::read_to_string(file()).unwrap_or_default();
    let stale = page.lines().zip(kept.lines()).position(|(now, then)| now != then);
    let line = stale.unwrap_or_else(|| kept.lines().count().min(page.lines().count())) + 1;
    assert!(
        kept == page,
        "docs/calibration.md differs from line {line} on; look at what `{RENEW}=1 cargo test -p rules-core --test \
         calibration` changes in it",
    );
}

#[test]
fn what_follows_from_a_choice_is_never_an_input() {
    let known = |profile: &SiteProfile| -> Vec<Field> {
        Field::ALL.iter().copied().filter(|field| profile.knows(*field)).collect()
    };
    for case in Case::all() {
        let outcome = known(&case.outcome_profile());
        assert_eq!(outcome.len(), case.outcome.len(), "{}", case.id);
        let inputs = known(&case.profile(true));
        assert_eq!(inputs.len(), case.stated.len() + case.implied.len(), "{}: twice", case.id);
        assert!(outcome.iter().all(|field| !inputs.contains(field)), "{}", case.id);
        assert_eq!(known(&case.profile(false)).len(), case.stated.len(), "{}", case.id);
    }
}

#[test]
fn every_case_has_its_sources_and_every_entry_its_ground() {
    for case in Case::all() {
        assert!(!case.sources.is_empty() && !case.reasons.is_empty(), "{}", case.id);
        let links = case.sources.iter().chain(&case.origins);
        assert!(links.into_iter().all(|link| link.starts_with("https://")), "{}", case.id);
        let entries = case.stated.iter().chain(&case.implied).chain(&case.outcome);
        for (key, entry) in entries {
            assert!(!entry.why.is_empty(), "{} {key}", case.id);
        }
    }
}

#[test]
fn what_was_chosen_can_be_built_from_the_catalog() {
    for case in Case::all() {
        let run = Run::of(&case, true);
        assert_ne!(run.standing(&case.chosen.parts()), Standing::Elsewhere, "{}", case.id);
        let left = case.left.iter().filter(|left| left.option.is_some());
        for left in left {
            let standing = run.standing(&left.parts());
            assert_ne!(standing, Standing::Elsewhere, "{} {}", case.id, left.what);
        }
    }
}

/// An answer that names something else than was chosen says why; where the choice is always listed no excuse is left.
#[test]
fn a_miss_is_explained_and_a_hit_is_not() {
    for case in Case::all() {
        let runs = [true, false].map(|implied| Run::of(&case, implied));
        let listed = |run: &Run| run.standing(&case.chosen.parts()).is_listed();
        if runs.iter().any(|run| !run.abstains() && !listed(run)) {
            assert!(case.miss.is_some(), "{}: the answer differs, and nothing says why", case.id);
        }
        if runs.iter().all(listed) {
            assert!(case.miss.is_none(), "{}: an excuse without a miss", case.id);
        }
    }
}
