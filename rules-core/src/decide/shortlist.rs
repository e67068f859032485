//! The two or three stacks worth testing: different answers to the profile, never three spellings of one.

use crate::catalog::catalog;
use crate::outcome::{HostFamily, ShortlistEntry, Stack, StackResult, TreeResult};
use crate::reason::{Figure, Reason};

use super::names;
use crate::tree::LOCAL_SITE_CLUSTER;

/// A third stack that lies further behind the first than this many points is not worth a proof of concept of its own.
const FAR: u32 = 15;

/// Chooses from the ranked stacks: the first, the best one that differs from it, and the tree's direction where it
/// survives and is not among them yet, or else another one that differs and is not far behind.
pub(super) fn choose(stacks: &[StackResult], tree: &TreeResult) -> Vec<ShortlistEntry> {
    let mut list: Vec<_> = first(stacks).into_iter().collect();
    let second = runner_up(stacks, &list).or_else(|| other_parts(stacks, &list));
    list.extend(second);
    let near =
        |entry: &ShortlistEntry| stacks[0].value - stacks[entry.stack].value <= f64::from(FAR);
    let third = by_direction(stacks, tree, &list).or_else(|| runner_up(stacks, &list).filter(near));
    list.extend(third);
    list
}

/// Returns how the shortlist is chosen, for the method.
pub(super) fn method() -> Vec<Reason> {
    vec![
        Reason::plain("method-shortlist-first", "first: the stack with the highest value"),
        Reason::plain(
            "method-shortlist-second",
            "second: the next in value that differs in host family, in framework, or, on a general-purpose Linux, in \
             Kubernetes; if none does, the next with another host or Kubernetes",
        ),
        Reason::new(
            "method-shortlist-third",
            "third: what the five questions name first, if it is not in the list yet and not ruled out; otherwise the \
             next that differs, unless it lies more than {0} points behind the first",
            vec![Figure::Count(FAR.into())],
        ),
    ]
}

fn first(stacks: &[StackResult]) -> Option<ShortlistEntry> {
    let first = stacks.first().filter(|result| result.rank.is_some())?;
    let tied = stacks.iter().filter(|result| result.rank == first.rank).count();
    let reason = if tied > 1 {
        Reason::new(
            "shortlist-first-of-equals",
            "highest value, shared by {0} stacks; gates, pattern and the sums before rounding decide which is named first",
            vec![Figure::Count(tied as u64)],
        )
    } else {
        Reason::plain("shortlist-first", "highest value of all that are not ruled out")
    };
    Some(ShortlistEntry { stack: 0, reason })
}

fn runner_up(stacks: &[StackResult], list: &[ShortlistEntry]) -> Option<ShortlistEntry> {
    let at = best(stacks, list, |_| true)?;
    let reason = Reason::plain(
        "shortlist-runner-up",
        "next in value among those that differ in host family, Kubernetes or framework",
    );
    Some(ShortlistEntry { stack: at, reason })
}

/// Where nothing differs in substance, other parts are better than nothing to compare with.
fn other_parts(stacks: &[StackResult], list: &[ShortlistEntry]) -> Option<ShortlistEntry> {
    let first = &stacks[list.first()?.stack].stack;
    let at = stacks.iter().position(|result| {
        let stack = &result.stack;
        let other = stack.host != first.host || stack.kubernetes != first.kubernetes;
        result.rank.is_some() && other
    })?;
    let reason =
        Reason::plain("shortlist-other-parts", "next in value with another host or Kubernetes");
    Some(ShortlistEntry { stack: at, reason })
}

/// The most direct part of the tree's direction that has a surviving stack, if nothing in the list stands for it.
fn by_direction(
    stacks: &[StackResult],
    tree: &TreeResult,
    list: &[ShortlistEntry],
) -> Option<ShortlistEntry> {
    let listed = |name: &str| list.iter().any(|entry| names(name, &stacks[entry.stack].stack));
    tree.direction.iter().filter(|name| !listed(name)).find_map(|name| {
        let at = best(stacks, list, |stack| names(name, stack))?;
        let reason = Reason::new(
            "shortlist-direction",
            "the five questions name {0}",
            vec![Figure::Name(spelled(name))],
        );
        Some(ShortlistEntry { stack: at, reason })
    })
}

/// The best ranked stack of a kind that differs in substance from everything in the list.
fn best(
    stacks: &[StackResult],
    list: &[ShortlistEntry],
    kind: impl Fn(&Stack) -> bool,
) -> Option<usize> {
    let new = |stack: &Stack| list.iter().all(|entry| differ(&stacks[entry.stack].stack, stack));
    stacks
        .iter()
        .position(|result| result.rank.is_some() && kind(&result.stack) && new(&result.stack))
}

/// Two stacks differ in a way worth testing when their host family or framework differs, or, where Kubernetes stands at
/// the site on a host that leaves it to itself, when the Kubernetes differs. On an image-based host the image is what is
/// tested, and with a framework the edge node is.
fn differ(a: &Stack, b: &Stack) -> bool {
    let plain = a.framework.is_none() && a.host_family() == HostFamily::General;
    a.framework != b.framework
        || a.host_family() != b.host_family()
        || (plain && a.kubernetes != b.kubernetes)
}
/// Returns what the direction of the tree is called in a sentence.
fn spelled(direction: &'static str) -> &'static str {
    match direction {
        LOCAL_SITE_CLUSTER => "a cluster at each site",
        id => catalog().product(id).map_or(id, |product| product.name),
    }
}
