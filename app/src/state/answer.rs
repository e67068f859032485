//! The answer as the rail shows it: the stack to evaluate first, what speaks for and against it, and the candidates.

use rules_core::outcome::{CriterionId, Decision, Stack, StackResult, Verdict};
use rules_core::profile::Field;
use rules_core::reason::Reason;

use super::matrix;

/// What the rail opens with.
#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    /// A stack to evaluate first.
    First {
        /// The stack.
        stack: Stack,
        /// The others of the shortlist.
        compare: Vec<Stack>,
        /// What speaks for and against it.
        points: Vec<Point>,
    },
    /// Too little is known to name one.
    NotEnough,
    /// Every stack is ruled out.
    NothingLeft,
}

/// One reason for or against a stack.
#[derive(Clone, Debug, PartialEq)]
pub enum Point {
    /// Speaks for it, in one criterion.
    For(CriterionId, Reason),
    /// Speaks against it, in one criterion.
    Against(CriterionId, Reason),
    /// It passes only if something is done.
    OnlyIf(Reason),
    /// Answers that a gate waits for.
    DependsOn(Vec<Field>),
}

/// One line of the list of candidates.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The stack.
    pub stack: Stack,
    /// Its place among the candidates; equals share one.
    pub place: usize,
    /// The worst of its gates.
    pub verdict: Verdict,
    /// Its value, rounded.
    pub value: u32,
    /// Points of the value by criterion; they sum to the value.
    pub parts: [f64; 7],
    /// Points of the value that its stack reaches for certain, and at most, given the intervals of its scores.
    pub range: (f64, f64),
}

/// Returns what the rail opens with.
#[must_use]
pub fn lead(decision: &Decision) -> Lead {
    let mut shortlist =
        decision.shortlist.iter().filter_map(|entry| decision.stacks.get(entry.stack));
    match shortlist.next() {
        Some(first) => Lead::First {
            stack: first.stack.clone(),
            compare: shortlist.map(|result| result.stack.clone()).collect(),
            points: points(decision, first),
        },
        None if ruled_out(decision) == decision.stacks.len() && !decision.stacks.is_empty() => {
            Lead::NothingLeft
        }
        None => Lead::NotEnough,
    }
}

/// Most reasons of one kind that the rail shows; the decision shows all.
const SHOWN: usize = 2;

/// One contribution to a score, with what it moves.
struct Weighed<'a> {
    criterion: CriterionId,
    /// Points of the value that it brings, less what it brings to others as well.
    effect: f64,
    reason: &'a Reason,
}

/// Returns the reasons that set a stack apart: the more points they bring and the fewer others have them, the earlier.
#[must_use]
pub fn points(decision: &Decision, result: &StackResult) -> Vec<Point> {
    let mut weighed = weigh(decision, result);
    weighed.sort_by(|a, b| b.effect.total_cmp(&a.effect));
    let pros = weighed.iter().filter(|one| one.effect > 0.0).take(SHOWN);
    let cons = weighed.iter().rev().filter(|one| one.effect < 0.0).take(SHOWN);
    let mut points: Vec<_> =
        pros.map(|one| Point::For(one.criterion, one.reason.clone())).collect();
    points.extend(conditions(result));
    points.extend(cons.map(|one| Point::Against(one.criterion, one.reason.clone())));
    points
}

fn weigh<'a>(decision: &Decision, result: &'a StackResult) -> Vec<Weighed<'a>> {
    let rivals: Vec<_> =
        best_stacks(decision).filter(|rival| rival.stack != result.stack).collect();
    let parts = result
        .criteria
        .iter()
        .flat_map(|score| score.contributions.iter().map(move |part| (score.criterion, part)));
    parts
        .map(|(criterion, part)| {
            let share = decision.weights.shares[criterion as usize];
            let effect = share * part.delta * rarity(&rivals, criterion, &part.reason);
            Weighed { criterion, effect, reason: &part.reason }
        })
        .collect()
}

/// Returns how rare a reason is among rivals: 1 if none has it, near 0 if all have. Never quite 0, so that a reason
/// that all share still comes before none at all.
#[expect(clippy::cast_precision_loss, reason = "a handful of rivals")]
fn rarity(rivals: &[&StackResult], criterion: CriterionId, reason: &Reason) -> f64 {
    let has = |rival: &&&StackResult| {
        let score = rival.criteria.iter().find(|score| score.criterion == criterion);
        score.is_some_and(|score| {
            score.contributions.iter().any(|part| part.reason.key == reason.key)
        })
    };
    let shared = rivals.iter().filter(has).count();
    1.0 - shared as f64 / (rivals.len() + 1) as f64
}

/// Returns the stacks that speak for the options, and those of the shortlist, ruled out ones aside; each once, by rank.
fn best_stacks(decision: &Decision) -> impl Iterator<Item = &StackResult> {
    let mut stacks: Vec<usize> =
        decision.products.iter().filter_map(|product| product.best).collect();
    stacks.extend(decision.shortlist.iter().map(|entry| entry.stack));
    stacks.sort_unstable();
    stacks.dedup();
    let results = stacks.into_iter().filter_map(|at| decision.stacks.get(at));
    results.filter(|result| result.rank.is_some())
}

fn conditions(result: &StackResult) -> Vec<Point> {
    let actions = result.gates.iter().filter_map(|gate| gate.action.clone());
    let mut points: Vec<_> = actions.take(1).map(Point::OnlyIf).collect();
    let mut fields: Vec<Field> = result
        .gates
        .iter()
        .filter(|gate| gate.verdict == Verdict::Unknown)
        .flat_map(|gate| gate.depends_on.iter().copied())
        .collect();
    fields.sort_unstable();
    fields.dedup();
    if !fields.is_empty() {
        points.push(Point::DependsOn(fields));
    }
    points
}

/// Returns the candidates: the shortlist first, then the best stack of each option, by rank, without repetition.
#[must_use]
pub fn candidates(decision: &Decision) -> Vec<Candidate> {
    let ranked: Vec<_> = best_stacks(decision).collect();
    let ahead = |of: &StackResult| ranked.iter().filter(|other| other.rank < of.rank).count();
    ranked
        .iter()
        .map(|result| Candidate {
            stack: result.stack.clone(),
            place: 1 + ahead(result),
            verdict: result.verdict,
            value: rounded(result.value),
            parts: parts(decision, result),
            range: matrix::range(decision, result),
        })
        .collect()
}

/// Returns how many points of a stack's value each criterion brings.
#[must_use]
pub fn parts(decision: &Decision, result: &StackResult) -> [f64; 7] {
    let mut parts = [0.0; 7];
    for score in &result.criteria {
        let at = score.criterion as usize;
        parts[at] = decision.weights.shares[at] * (score.score - 1.0) / 4.0 * 100.0;
    }
    parts
}

/// Returns how many stacks are ruled out.
#[must_use]
pub fn ruled_out(decision: &Decision) -> usize {
    decision.stacks.iter().filter(|result| result.verdict == Verdict::Fail).count()
}

/// Returns a value as it is shown. Values are within 0 and 100 by construction.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=100 first"
)]
pub fn rounded(value: f64) -> u32 {
    value.clamp(0.0, 100.0).round() as u32
}

/// Returns the parts of a bar with their criteria, rounded, for those who hear it.
#[must_use]
pub fn spoken(parts: &[f64; 7]) -> Vec<(CriterionId, u32)> {
    CriterionId::ALL
        .iter()
        .map(|criterion| (*criterion, rounded(parts[*criterion as usize])))
        .collect()
}

#[cfg(test)]
mod tests {
    use rules_core::profile::SiteProfile;
    use rules_core::{Choices, decide};

    use super::*;
    use crate::state::examples;

    #[test]
    fn the_parts_of_a_bar_make_up_its_value() {
        let mut profile = SiteProfile::default();
        for field in Field::quick() {
            profile.set(field, Some(field.assumption()));
        }
        let decision = decide(&profile, &Choices::default());
        let candidates = candidates(&decision);
        assert!(!candidates.is_empty());
        for candidate in candidates {
            let sum: f64 = candidate.parts.iter().sum();
            assert_eq!(rounded(sum), candidate.value, "{}", candidate.stack.id);
        }
    }

    #[test]
    fn nothing_known_names_no_winner() {
        let decision = decide(&SiteProfile::default(), &Choices::default());
        assert_eq!(lead(&decision), Lead::NotEnough);
    }

    #[test]
    fn reasons_that_all_share_come_last() {
        let decision = decide(&examples::retail("").draft.parse().profile, &Choices::default());
        let Lead::First { points, .. } = lead(&decision) else {
            panic!("the example has a first stack")
        };
        let rivals: Vec<_> = best_stacks(&decision).skip(1).collect();
        for point in &points {
            if let Point::For(criterion, reason) = point {
                assert!(rarity(&rivals, *criterion, reason) > 0.3, "{}", reason.english());
            }
        }
        assert!(points.iter().any(|point| matches!(point, Point::For(..))));
    }
}
