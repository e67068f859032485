//! The order of the stacks depends on the stacks alone: not on where they stand in the catalog, nor on who else is there.

use super::*;
use crate::stacks::candidates;

/// Ranks a list of judged stacks as the decision that it comes from did.
fn rank_again(decision: &Decision, stacks: Vec<StackResult>) -> Vec<StackResult> {
    ranked(stacks, decision.pattern.pattern, &decision.tree, &decision.weights)
}

fn id_of(result: &StackResult) -> &str {
    &result.stack.id
}

/// Ids with their ranks, by id.
fn ranks(stacks: &[StackResult]) -> Vec<(&str, Option<u32>)> {
    let mut ranks: Vec<_> = stacks.iter().map(|result| (id_of(result), result.rank)).collect();
    ranks.sort_unstable();
    ranks
}

/// The stacks in any order.
fn any_order() -> impl Strategy<Value = Vec<usize>> {
    Just((0..candidates().len()).collect::<Vec<_>>()).prop_shuffle()
}

/// A copy that is nowhere better and somewhere worse: in some criteria by some points.
fn worse(of: &StackResult, by: [f64; 7], weights: &Weights) -> StackResult {
    let mut copy = of.clone();
    copy.stack.id = "worse".to_owned();
    for (score, by) in copy.criteria.iter_mut().zip(by) {
        score.score = (score.score - by).max(criteria::ENDS.0);
        for part in &mut score.contributions {
            part.delta -= by;
        }
    }
    copy.value = value(weights, &copy.criteria);
    copy
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Each stack is judged for itself: the same alone as among all others.
    #[test]
    fn a_stack_is_judged_alike_alone_and_among_others(profile in any_profile()) {
        let decision = plain(&profile);
        let assumed = profile.assume();
        for candidate in candidates() {
            let gates = gates::screen_candidate(&profile, &assumed, candidate);
            let scores = crate::criteria::score_candidate(&assumed, candidate);
            let alone = judge(&decision.weights, candidate, gates, scores);
            let among = decision.stacks.iter().find(|one| one.stack.id == candidate.stack.id);
            let among = among.map(|one| StackResult { rank: None, ..one.clone() });
            prop_assert_eq!(Some(alone), among);
        }
    }

    /// Whatever the order of the catalog, each stack has its rank, and only those that are equal in all that counts
    /// change places.
    #[test]
    fn order_of_the_catalog_moves_no_rank(profile in any_profile(), order in any_order()) {
        let decision = plain(&profile);
        let shuffled = order.iter().map(|at| decision.stacks[*at].clone()).collect();
        let again = rank_again(&decision, shuffled);
        prop_assert_eq!(ranks(&decision.stacks), ranks(&again));
        for (before, after) in decision.stacks.iter().zip(&again) {
            let key = |result: &StackResult| {
                order_of(result, &decision)
            };
            prop_assert!(key(before) == key(after), "{} {}", id_of(before), id_of(after));
        }
    }

    /// A newcomer that is no better than one that is there leaves the others in their order and the shortlist as it is.
    #[test]
    fn a_dominated_newcomer_changes_nothing_for_the_rest(
        profile in any_profile(),
        of in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        by in prop::array::uniform7(0_u8..3).prop_filter("worse somewhere", |by| by.iter().any(|by| *by > 0)),
    ) {
        let decision = plain(&profile);
        let mut stacks = decision.stacks.clone();
        let newcomer = worse(of.get(&stacks), by.map(f64::from), &decision.weights);
        let better = of.get(&decision.stacks).stack.id.clone();
        // After its better, as an option that is added to the catalog is.
        let at = stacks.iter().position(|one| one.stack.id == better).unwrap_or_default() + 1;
        stacks.insert(at + place.index(stacks.len() - at + 1), newcomer);
        let again = rank_again(&decision, stacks);

        let rest: Vec<_> = again.iter().map(id_of).filter(|id| *id != "worse").collect();
        let before: Vec<_> = decision.stacks.iter().map(id_of).collect();
        prop_assert_eq!(rest, before);
        let listed = |stacks: &[StackResult]| -> Vec<String> {
            let list = shortlist::choose(stacks, &decision.tree);
            list.iter().map(|entry| stacks[entry.stack].stack.id.clone()).collect()
        };
        prop_assert_eq!(listed(&again), listed(&decision.stacks));
    }

    /// Without the stacks of one option the others keep their order.
    #[test]
    fn a_dropped_option_leaves_the_others_in_order(
        profile in any_profile(),
        option in prop::sample::select(catalog().products.to_vec()),
    ) {
        let decision = plain(&profile);
        let stays = |result: &&StackResult| !result.stack.products.contains(&option.id);
        let left: Vec<_> = decision.stacks.iter().filter(stays).cloned().collect();
        let again = rank_again(&decision, left.clone());
        prop_assert!(again.iter().map(id_of).eq(left.iter().map(id_of)));
        prop_assert_eq!(again.first().and_then(|one| one.rank).unwrap_or(1), 1);
    }
}

fn order_of(result: &StackResult, decision: &Decision) -> impl Ord + use<> {
    order(result, result.value, decision.pattern.pattern, &decision.tree, &decision.weights)
}
