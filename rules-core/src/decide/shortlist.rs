//! The two or three stacks worth testing: different answers to the profile, never three spellings of one.

use crate::outcome::{HostFamily, ShortlistEntry, Stack, StackResult, TreeResult};
use crate::reason::{Figure, Reason};

use super::names;

/// Chooses from the ranked stacks: the first, the best one that differs from it, and the tree's direction where it
/// survives and is not among them yet.
pub(super) fn choose(stacks: &[StackResult], tree: &TreeResult) -> Vec<ShortlistEntry> {
    let mut list: Vec<_> = first(stacks).into_iter().collect();
    let second = runner_up(stacks, &list);
    list.extend(second);
    let third = by_direction(stacks, tree, &list).or_else(|| runner_up(stacks, &list));
    list.extend(third);
    list
}

fn first(stacks: &[StackResult]) -> Option<ShortlistEntry> {
    let first = stacks.first().filter(|result| result.rank.is_some())?;
    let tied = stacks.iter().filter(|result| result.rank == first.rank).count();
    let reason = if tied > 1 {
        Reason::new(
            "shortlist-first-of-equals",
            "highest value, shared by {0} stacks; their gates, then the five questions decide which is named first",
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
            vec![Figure::Name(name)],
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

/// Two stacks differ in a way worth testing when their host family or framework differs, or, on hosts that leave
/// Kubernetes to itself, when the Kubernetes differs. On an image-based host the image is what is tested.
fn differ(a: &Stack, b: &Stack) -> bool {
    let family = |stack: &Stack| stack.host_family();
    a.framework != b.framework
        || family(a) != family(b)
        || (family(a) == HostFamily::General && a.kubernetes != b.kubernetes)
}
