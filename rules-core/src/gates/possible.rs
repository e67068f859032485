//! Unknown answers: the check is tried with every value that they may have.
//!
//! Of whole numbers the two ends are enough, because every check is monotone in each number; of sets, the empty one,
//! each single value and the full one. Beyond [`CAP`] combinations each unknown field is varied alone.

use std::sync::OnceLock;

use super::Gate;
use crate::outcome::Verdict;
use crate::profile::{Answer, AssumedProfile, Field, Kind, SiteProfile};
use crate::stacks::Candidate;

/// Most combinations that are tried for one gate and one stack. No gate reads so many fields that it matters today.
const CAP: usize = 256;

/// Returns the verdict over everything that the unknown fields may turn out to be, and the fields on which it hangs.
pub(super) fn settle(
    gate: &Gate,
    profile: &SiteProfile,
    assumed: &AssumedProfile,
    candidate: &Candidate,
    verdict: Verdict,
) -> (Verdict, Vec<Field>) {
    if gate.reads.iter().all(|field| profile.knows(*field)) {
        return (verdict, Vec::new());
    }
    let unknown: Vec<Field> =
        gate.reads.iter().copied().filter(|field| !profile.knows(*field)).collect();
    let verdicts = try_all(gate, assumed, candidate, &unknown);
    let hangs: Vec<Field> = match &verdicts {
        Some(verdicts) => unknown
            .iter()
            .enumerate()
            .filter(|(at, _)| matters(verdicts, &unknown, *at))
            .map(|(_, field)| *field)
            .collect(),
        None => unknown
            .into_iter()
            .filter(|field| {
                let alone = try_all(gate, assumed, candidate, &[*field]).unwrap_or_default();
                alone.iter().any(|other| *other != verdict)
            })
            .collect(),
    };
    if hangs.is_empty() { (verdict, hangs) } else { (Verdict::Unknown, hangs) }
}

/// Returns the verdict of every combination, the last field turning fastest; nothing if there are too many.
fn try_all(
    gate: &Gate,
    assumed: &AssumedProfile,
    candidate: &Candidate,
    unknown: &[Field],
) -> Option<Vec<Verdict>> {
    let n: usize = unknown.iter().map(|field| values(*field).len()).product();
    if n > CAP {
        return None;
    }
    let mut profile = *assumed;
    for field in unknown {
        profile = profile.with(*field, values(*field)[0]);
    }
    let mut turns = vec![0; unknown.len()];
    let mut verdicts = Vec::with_capacity(n);
    for _ in 0..n {
        verdicts.push(gate.verdict(&profile, candidate));
        profile = next(profile, unknown, &mut turns);
    }
    Some(verdicts)
}

/// Turns to the next combination, as the wheels of a counter do.
fn next(mut profile: AssumedProfile, unknown: &[Field], turns: &mut [usize]) -> AssumedProfile {
    for (field, turn) in unknown.iter().zip(turns).rev() {
        let values = values(*field);
        *turn = (*turn + 1) % values.len();
        profile = profile.with(*field, values[*turn]);
        if *turn != 0 {
            break;
        }
    }
    profile
}

/// Returns whether two combinations that differ in one field alone have different verdicts.
fn matters(verdicts: &[Verdict], unknown: &[Field], field: usize) -> bool {
    let n_values = values(unknown[field]).len();
    let stride: usize = unknown[field + 1..].iter().map(|other| values(*other).len()).product();
    let first = |index: usize| index - (index / stride % n_values) * stride;
    verdicts.iter().enumerate().any(|(index, verdict)| *verdict != verdicts[first(index)])
}

/// Returns the answers that stand for all that a field takes.
pub(super) fn values(field: Field) -> &'static [Answer] {
    static ALL: OnceLock<Vec<Vec<Answer>>> = OnceLock::new();
    let all = ALL.get_or_init(|| Field::ALL.iter().map(|field| span(field.kind())).collect());
    &all[field as usize]
}

fn span(kind: Kind) -> Vec<Answer> {
    match kind {
        Kind::YesNo => vec![Answer::YesNo(false), Answer::YesNo(true)],
        Kind::Choice(ids) => (0..).take(ids.len()).map(Answer::Choice).collect(),
        Kind::Set { ids, empty } => {
            let full = (1_u16 << ids.len()) - 1;
            let singles = (0..ids.len()).map(|at| 1_u16 << at);
            let none = empty.then_some(0);
            none.into_iter().chain(singles).chain([full]).map(Answer::Set).collect()
        }
        Kind::Whole { min, max, .. } => vec![Answer::Whole(min), Answer::Whole(max)],
    }
}
