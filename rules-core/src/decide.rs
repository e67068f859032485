//! From a profile to the whole answer: screen, score, rank, shortlist.
//!
//! One pure function. A gate that fails takes a stack out of the ranking whatever its score; a gate that is unknown or
//! conditional leaves it in, with the condition attached. Equal values share a rank. Among equals, the better verdict
//! stands first, then what the tree names, then the order of the catalog.

mod changes;
mod explain;
mod needed;
mod pattern;
mod shortlist;

pub use changes::{Changes, FirstStack, RankMove, VerdictChange, changes};
pub use explain::{Difference, explain};

use std::cmp::Ordering;

use crate::catalog::{Catalog, catalog};
use crate::criteria;
use crate::gates;
use crate::outcome::{
    Assumption, CriterionScore, Decision, GateResult, ProductId, ProductResult, Stack, StackResult,
    TreeResult, Verdict, Weights,
};
use crate::profile::{AssumedProfile, Field, SiteProfile};
use crate::stacks;
use crate::tree::{self, Overrides};
use crate::weights;

/// What the user decided beside the profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Own points for the criteria, at any scale; `None`, or points that make no sense, leave the derived weights.
    pub weights: Option<[f64; 7]>,
    /// Own answers to the questions of the tree.
    pub overrides: Overrides,
}

/// Two values closer than this are equal: below it lies only the rounding of the machine.
const EQUAL: f64 = 1e-9;

/// Decides.
#[must_use]
pub fn decide(profile: &SiteProfile, choices: &Choices) -> Decision {
    let assumed = profile.assume();
    let tree = tree::walk(profile, &choices.overrides);
    let weights =
        choices.weights.and_then(weights::chosen).unwrap_or_else(|| weights::derive(&assumed));
    let stacks = ranked(judge_all(profile, &assumed, &weights), &tree);
    let products = products(&stacks, catalog());
    let needed = needed::fields(profile, &tree);
    let shortlist = if needed.is_empty() { shortlist::choose(&stacks, &tree) } else { Vec::new() };
    Decision {
        profile: profile.clone(),
        assumptions: assumptions(profile, &assumed),
        warnings: crate::profile::contradictions(profile),
        pattern: pattern::advise(profile, &assumed),
        assumed,
        tree,
        weights,
        stacks,
        products,
        shortlist,
        needed,
    }
}

/// Returns the weighted value of scores, 0 to 100.
///
/// # Formula
/// `100 * sum(weight * (score - 1) / 4)`
#[must_use]
pub fn value(weights: &Weights, scores: &[CriterionScore]) -> f64 {
    let sum: f64 = weights.shares.iter().zip(scores).map(|(w, s)| w * (s.score - 1.0) / 4.0).sum();
    100.0 * sum
}

fn assumptions(profile: &SiteProfile, assumed: &AssumedProfile) -> Vec<Assumption> {
    Field::ALL
        .iter()
        .filter(|field| !profile.knows(**field))
        .map(|field| Assumption { field: *field, assumed: assumed.answer(*field) })
        .collect()
}

fn judge_all(
    profile: &SiteProfile,
    assumed: &AssumedProfile,
    weights: &Weights,
) -> Vec<StackResult> {
    stacks::all().iter().map(|stack| judge(profile, assumed, weights, stack)).collect()
}

fn judge(
    profile: &SiteProfile,
    assumed: &AssumedProfile,
    weights: &Weights,
    stack: &Stack,
) -> StackResult {
    let gates = gates::screen(profile, assumed, stack);
    let criteria = criteria::score_all(assumed, stack);
    StackResult {
        stack: stack.clone(),
        verdict: overall(&gates),
        value: value(weights, &criteria),
        gates,
        criteria,
        rank: None,
    }
}

/// One gate that fails rules a stack out. Short of that, an action that is known to be needed says more than an answer
/// that is still open.
fn overall(gates: &[GateResult]) -> Verdict {
    let any = |verdict| gates.iter().any(|gate| gate.verdict == verdict);
    let order = [Verdict::Fail, Verdict::Conditional, Verdict::Unknown];
    order.into_iter().find(|verdict| any(*verdict)).unwrap_or(Verdict::Pass)
}

/// Orders the stacks and gives those that are not ruled out their ranks.
fn ranked(mut stacks: Vec<StackResult>, tree: &TreeResult) -> Vec<StackResult> {
    let catalog_order: Vec<_> = stacks.iter().map(|result| result.stack.id.clone()).collect();
    let place = |result: &StackResult| {
        catalog_order.iter().position(|id| *id == result.stack.id).unwrap_or(usize::MAX)
    };
    stacks.sort_by(|a, b| {
        let ruled_out = (a.verdict == Verdict::Fail).cmp(&(b.verdict == Verdict::Fail));
        ruled_out
            .then_with(|| by_value(a.value, b.value))
            .then_with(|| a.verdict.cmp(&b.verdict))
            .then_with(|| tree_place(&a.stack, tree).cmp(&tree_place(&b.stack, tree)))
            .then_with(|| place(a).cmp(&place(b)))
    });
    let mut rank = 0;
    let mut above = f64::INFINITY;
    for (at, result) in (1..).zip(&mut stacks) {
        if result.verdict == Verdict::Fail {
            break;
        }
        if above - result.value > EQUAL {
            rank = at;
            above = result.value;
        }
        result.rank = Some(rank);
    }
    stacks
}

/// Higher values first. Values are rounded to the size of [`EQUAL`] so that "equal" is the same for every pair.
fn by_value(a: f64, b: f64) -> Ordering {
    let steps = |value: f64| (value / EQUAL).round();
    steps(b).total_cmp(&steps(a))
}

/// Where the tree's direction names a stack; stacks that it does not name come last.
fn tree_place(stack: &Stack, tree: &TreeResult) -> usize {
    tree.direction.iter().position(|name| names(name, stack)).unwrap_or(usize::MAX)
}

/// Returns whether a part of the direction means this stack. An option means the stacks that speak for it; the
/// local-site cluster means every whole cluster at the site.
fn names(direction: &str, stack: &Stack) -> bool {
    if direction == tree::LOCAL_SITE_CLUSTER {
        stack.is_local_cluster()
    } else {
        stack.products.contains(&direction)
    }
}

/// Says of each option how its best stack fares.
fn products(stacks: &[StackResult], catalog: &Catalog) -> Vec<ProductResult> {
    let best_of = |product: ProductId| best_for(product, stacks);
    let mut results: Vec<_> = catalog
        .products
        .iter()
        .map(|product| {
            let best = best_of(product.id);
            let verdict = best.map_or(Verdict::Fail, |at| stacks[at].verdict);
            ProductResult { product: product.id, verdict, best, rank: None }
        })
        .collect();
    let ranks: Vec<_> =
        results.iter().map(|result| result.best.and_then(|at| stacks[at].rank)).collect();
    for (result, own) in results.iter_mut().zip(&ranks) {
        result.rank = own.map(|own| {
            let ahead = ranks.iter().flatten().filter(|other| **other < own).count();
            u32::try_from(ahead + 1).unwrap_or(u32::MAX)
        });
    }
    results
}

/// The stacks are ordered, so the first that speaks for an option is its best; of those ruled out, the one that the
/// fewest gates stand against.
fn best_for(product: ProductId, stacks: &[StackResult]) -> Option<usize> {
    let fails = |result: &StackResult| {
        result.gates.iter().filter(|gate| gate.verdict == Verdict::Fail).count()
    };
    let own =
        stacks.iter().enumerate().filter(|(_, result)| result.stack.products.contains(&product));
    own.min_by_key(|(at, result)| (fails(result), *at)).map(|(at, _)| at)
}
