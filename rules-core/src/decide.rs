//! From a profile to the whole answer: screen, score, rank, shortlist.
//!
//! One pure function. A gate that fails takes a stack out of the ranking whatever its score; a gate that is unknown or
//! conditional leaves it in, with the condition attached. Equal values share a rank. Among equals, the better verdict
//! stands first, then the advised pattern, fewer gates on which no project says anything, the better sums before rounding,
//! what the tree names, and the order of the catalog.

mod changes;
mod everywhere;
mod explain;
mod first_with;
mod lean;
mod needed;
mod pattern;
mod shortlist;

pub use changes::{Changes, FirstStack, RankMove, VerdictChange, changes};
pub use everywhere::{Everywhere, Substrate, everywhere};
pub use explain::{Comparison, CriterionPart, Difference, GatePart, Standing, compare, explain};
pub use first_with::first_with;
pub use lean::Lean;
pub(crate) use lean::is_read;

use std::cmp::Reverse;

use crate::catalog::{Catalog, catalog};
use crate::criteria;
use crate::gates::{self, Mark};
use crate::measured::Evidence;
use crate::outcome::{
    Assumption, CriterionScore, Decision, GateResult, Pattern, ProductId, ProductResult, Stack,
    StackResult, TreeResult, Verdict, Weights,
};
use crate::profile::{AssumedProfile, Field, SiteProfile};
use crate::reason::Reason;
use crate::stacks::{self, Candidate};
use crate::tree::{self, Overrides};
use crate::weights;

/// What the user decided beside the profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Own points for the criteria, at any scale; `None`, or points that make no sense, leave the derived weights.
    pub weights: Option<[f64; 7]>,
    /// Own answers to the questions of the tree.
    pub overrides: Overrides,
    /// Scores measured at one's own sites.
    pub evidence: Evidence,
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
    let pattern = pattern::advise(profile, &assumed);
    let stacks = ranked(
        judge_all(profile, &assumed, &weights, &choices.evidence),
        pattern.pattern,
        &tree,
        &weights,
    );
    let products = products(&stacks, catalog());
    let needed = needed::fields(profile, &tree);
    let shortlist = if needed.is_empty() { shortlist::choose(&stacks, &tree) } else { Vec::new() };
    Decision {
        profile: profile.clone(),
        assumptions: assumptions(profile, &assumed),
        warnings: crate::profile::contradictions(profile),
        pattern,
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
    value_of(&weights.shares, scores.iter().map(|score| score.score))
}

fn value_of(shares: &[f64; 7], scores: impl Iterator<Item = f64>) -> f64 {
    let sum: f64 = shares.iter().zip(scores).map(|(w, score)| w * (score - 1.0) / 4.0).sum();
    100.0 * sum
}

/// Returns how values and ranks come about, for the method.
fn ranking() -> Vec<Reason> {
    vec![
        Reason::plain(
            "method-value",
            "value of a stack = 100 x sum over the criteria of weight x (score - 1) / 4: 0 if every score is 1, 100 if \
             every score is 5",
        ),
        Reason::plain(
            "method-rank-fail",
            "a stack that fails a gate has no rank, whatever its value; conditions and open gates leave it in and stay \
             attached",
        ),
        Reason::plain("method-rank-ties", "equal values share a rank"),
        Reason::plain(
            "method-rank-order",
            "among equals are named first, in this order: the better verdict (pass, conditional, open), the advised \
             pattern, the fewer gates on which no project says anything, the better sums before rounding, what the \
             five questions name, and the order of the catalog",
        ),
        Reason::plain(
            "method-rank-option",
            "an option stands where its best stack stands; if all are ruled out, the one that fails the fewest gates \
             is shown",
        ),
        Reason::plain(
            "method-verdict",
            "the gates of a stack come to: ruled out if one fails, else conditional if one asks for an action, else \
             open if one is open, else passed",
        ),
    ]
}

/// Returns the sentences of the method that belong to no single gate, criterion, question or weight.
#[must_use]
pub fn method() -> Method {
    Method {
        unknown: gates::method(),
        ranking: ranking(),
        enough: needed::method(),
        shortlist: shortlist::method(),
        pattern: pattern::method(),
    }
}

/// The method beside its single rules: sentences, each written beside what it speaks of.
#[derive(Clone, Debug)]
pub struct Method {
    /// How unknown answers are handled.
    pub unknown: Vec<Reason>,
    /// How values and ranks come about.
    pub ranking: Vec<Reason>,
    /// When a winner may be named.
    pub enough: Vec<Reason>,
    /// How the shortlist is chosen.
    pub shortlist: Vec<Reason>,
    /// Which pattern is advised; the first whose condition holds.
    pub pattern: Vec<(Pattern, Reason)>,
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
    evidence: &Evidence,
) -> Vec<StackResult> {
    let screened = gates::screen_all(profile, assumed);
    let candidates = stacks::candidates().iter().zip(screened);
    candidates
        .map(|(candidate, gates)| {
            let mut criteria = criteria::score_candidate(assumed, candidate);
            evidence.apply(&candidate.stack.id, &mut criteria);
            judge(weights, candidate, gates, criteria)
        })
        .collect()
}

fn judge(
    weights: &Weights,
    candidate: &Candidate,
    gates: Vec<GateResult>,
    criteria: Vec<CriterionScore>,
) -> StackResult {
    StackResult {
        stack: candidate.stack.clone(),
        verdict: gates.iter().map(|gate| gate.verdict).fold(Verdict::Pass, Verdict::together),
        value: value(weights, &criteria),
        gates,
        criteria,
        rank: None,
    }
}

/// Orders the stacks and gives those that are not ruled out their ranks. The sort is stable: what is equal in all that
/// counts keeps the order of the catalog.
fn ranked(
    mut stacks: Vec<StackResult>,
    advised: Pattern,
    tree: &TreeResult,
    weights: &Weights,
) -> Vec<StackResult> {
    stacks.sort_by_cached_key(|result| order(result, result.value, advised, tree, weights));
    let mut rank = 0;
    let mut above = i64::MAX;
    for (at, result) in (1..).zip(&mut stacks) {
        if result.verdict == Verdict::Fail {
            break;
        }
        if steps(result.value) < above {
            rank = at;
            above = steps(result.value);
        }
        result.rank = Some(rank);
    }
    stacks
}

/// What orders the stacks, the first by the smallest: see [`ranked`].
fn order(
    result: &StackResult,
    value: f64,
    advised: Pattern,
    tree: &TreeResult,
    weights: &Weights,
) -> impl Ord + use<> {
    let sums = result.criteria.iter().map(|score| criteria::Bare::of(&score.contributions).sum);
    let merits = Merits {
        verdict: result.verdict,
        value,
        other_pattern: result.stack.pattern != advised,
        unsaid: unsaid(result),
        unrounded: unrounded(&weights.shares, sums),
        place: tree_place(&result.stack, tree),
    };
    merits.order()
}

/// All of a judged stack that decides where it stands: the explained answer and the lean one fill it alike.
struct Merits {
    verdict: Verdict,
    value: f64,
    other_pattern: bool,
    unsaid: usize,
    unrounded: f64,
    place: usize,
}

impl Merits {
    fn order(&self) -> impl Ord + use<> {
        let ruled_out = self.verdict == Verdict::Fail;
        let before_rounding = Reverse(steps(self.unrounded));
        let equals = (self.verdict, self.other_pattern, self.unsaid, before_rounding, self.place);
        (ruled_out, Reverse(steps(self.value)), equals)
    }
}

/// Counts the gates that stay open because no project says anything, whatever the user may still answer.
fn unsaid(result: &StackResult) -> usize {
    let unsaid = |gate: &&GateResult| Mark::of(gate.verdict, &gate.depends_on).unsaid;
    result.gates.iter().filter(unsaid).count()
}

/// Returns the weighted value that the sums of the contributions would have if scores were not rounded.
fn unrounded(shares: &[f64; 7], sums: impl Iterator<Item = f64>) -> f64 {
    shares.iter().zip(sums).map(|(weight, sum)| weight * sum).sum()
}

/// Returns a value in steps of [`EQUAL`], so that "equal" is the same for every pair.
#[expect(clippy::cast_possible_truncation, reason = "a value of 0 to 100 is at most 1e11 steps")]
fn steps(value: f64) -> i64 {
    (value / EQUAL).round() as i64
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

#[cfg(test)]
mod tests;
