//! The fact sheet of an option: its facts by topic, and how it fares for the profile on screen.

use std::collections::BTreeMap;

use rules_core::catalog::{Fact, FactSheets};
use rules_core::outcome::{Decision, ProductId, StackResult, Verdict};

use super::answer::rounded;

/// Facts that stand together: one, or two that disagree.
pub type Together<'a> = Vec<&'a Fact>;

/// Returns the facts of an option by topic, those that disagree side by side, without field reports.
#[must_use]
pub fn topics<'a>(sheets: &'a FactSheets, product: &'a str) -> Vec<(&'a str, Vec<Together<'a>>)> {
    let mut topics: BTreeMap<&str, Vec<Together>> = BTreeMap::new();
    for fact in sheets.of(product) {
        let group = topics.entry(fact.topic.as_str()).or_default();
        let pair = group.iter_mut().find(|others| others.iter().any(|other| disagree(other, fact)));
        match pair {
            Some(others) => others.push(fact),
            None => group.push(vec![fact]),
        }
    }
    topics.into_iter().collect()
}

fn disagree(one: &Fact, other: &Fact) -> bool {
    one.conflicts_with.as_ref() == Some(&other.id) || other.conflicts_with.as_ref() == Some(&one.id)
}

/// Returns the field reports about an option.
#[must_use]
pub fn reports<'a>(sheets: &'a FactSheets, product: &str) -> Vec<&'a Fact> {
    let of = |fact: &&Fact| {
        fact.id.strip_prefix("reports.").and_then(|rest| rest.split('.').next()) == Some(product)
    };
    sheets.all().iter().filter(of).collect()
}

/// Returns whether a fact is older than twelve months on a day. Both days are `yyyy-mm-dd`; a day that is not known ages
/// nothing.
#[must_use]
pub fn is_stale(as_of: &str, today: &str) -> bool {
    let a_year_on = as_of
        .split_once('-')
        .and_then(|(year, rest)| Some(format!("{:04}-{rest}", year.parse::<u32>().ok()? + 1)));
    a_year_on.is_some_and(|day| day.as_str() < today)
}

/// How an option fares.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Its best stack, also when that is ruled out.
    pub best: StackResult,
    /// The verdict of that stack.
    pub verdict: Verdict,
    /// Its place among the options and its value; none while no winner may be named, or when it is ruled out.
    pub place: Option<(u32, u32)>,
}

/// Returns how an option fares; nothing if it has no stack at all.
#[must_use]
pub fn standing(decision: &Decision, product: ProductId) -> Option<Standing> {
    let result = decision.products.iter().find(|result| result.product == product)?;
    let best = decision.stacks.get(result.best?)?;
    let named = decision.needed.is_empty();
    let place = result.rank.filter(|_| named).map(|rank| (rank, rounded(best.value)));
    Some(Standing { best: best.clone(), verdict: result.verdict, place })
}

#[cfg(test)]
mod tests {
    use rules_core::catalog::catalog;
    use rules_core::profile::SiteProfile;
    use rules_core::{Choices, decide};

    use super::*;

    #[test]
    fn a_fact_is_stale_from_the_day_after_its_anniversary() {
        assert!(!is_stale("2026-07-22", "2026-07-22"));
        assert!(!is_stale("2026-07-22", "2027-07-22"));
        assert!(is_stale("2026-07-22", "2027-07-23"));
        assert!(is_stale("2024-02-29", "2025-03-01"));
        assert!(!is_stale("2026-07-22", ""));
        assert!(!is_stale("some day", "2027-07-23"));
    }

    #[test]
    fn every_fact_of_an_option_stands_under_its_topic_once() {
        let sheets = FactSheets::built_in();
        for product in catalog().products {
            let topics = topics(&sheets, product.id);
            let n: usize = topics.iter().flat_map(|(_, facts)| facts).map(Vec::len).sum();
            assert_eq!(n, sheets.of(product.id).count(), "{}", product.id);
            assert!(topics.is_sorted_by_key(|(topic, _)| *topic));
        }
    }

    #[test]
    fn facts_that_disagree_stand_together() {
        let text = r#"[
            {"id":"k3s.a","topic":"t","claim":"one","source":"s","as_of":"2026-01-01"},
            {"id":"k3s.b","topic":"t","claim":"two","source":"s","as_of":"2026-01-01"},
            {"id":"k3s.c","topic":"t","claim":"other","source":"s","as_of":"2026-01-01","conflicts_with":"k3s.a"}
        ]"#;
        let sheets = FactSheets::read(text).expect("sound");
        let (_, facts) = &topics(&sheets, "k3s")[0];
        let ids: Vec<Vec<_>> = facts
            .iter()
            .map(|together| together.iter().map(|fact| fact.id.as_str()).collect())
            .collect();
        assert_eq!(ids, [vec!["k3s.a", "k3s.c"], vec!["k3s.b"]]);
    }

    #[test]
    fn reports_are_those_about_the_option() {
        let text = r#"[
            {"id":"reports.k3s.a","topic":"t","claim":"one","source":"s","as_of":"2026-01-01"},
            {"id":"reports.k3sup.a","topic":"t","claim":"two","source":"s","as_of":"2026-01-01"}
        ]"#;
        let sheets = FactSheets::read(text).expect("sound");
        let ids: Vec<_> = reports(&sheets, "k3s").iter().map(|fact| fact.id.as_str()).collect();
        assert_eq!(ids, ["reports.k3s.a"]);
    }

    #[test]
    fn no_place_is_named_while_too_little_is_known() {
        let decision = decide(&SiteProfile::default(), &Choices::default());
        let k3s = standing(&decision, "k3s").expect("it has stacks");
        assert_eq!(k3s.place, None);
        assert!(k3s.best.stack.products.contains(&"k3s"));
    }
}
