//! Unknown answers: the check is tried with every value that they may have.
//!
//! Of whole numbers the two ends are enough, because every check is monotone in each number; of sets, the empty one,
//! each single value and the full one. Beyond [`CAP`] combinations each unknown field is varied alone.

use std::sync::OnceLock;

use super::Gate;
use crate::outcome::Verdict;
use crate::profile::{Answer, AssumedProfile, Field, Kind, SiteProfile};
use crate::reason::{Figure, Reason};
use crate::stacks::Candidate;

/// Most combinations that are tried for one gate and one stack. No gate reads so many fields that it matters today.
const CAP: usize = 256;

/// Returns how unknown answers are handled, for the method.
pub(super) fn method() -> Vec<Reason> {
    vec![
        Reason::plain(
            "method-unknown-gates",
            "a gate that reads an unknown answer is tried with every value that the answer may have: every choice, and \
             both ends of a number, which are enough because no gate turns back within a range",
        ),
        Reason::plain(
            "method-unknown-same",
            "if every value leads to the same verdict, that is the verdict; otherwise the gate is open and names the \
             questions that it waits for",
        ),
        Reason::new(
            "method-unknown-cap",
            "where that makes more than {0} combinations, each unknown answer is varied by itself",
            vec![Figure::Count(CAP as u64)],
        ),
        Reason::plain(
            "method-unknown-facts",
            "a property that no source gives is unknown too: it passes no gate and earns no points",
        ),
        Reason::plain(
            "method-unknown-scores",
            "scores and weights reckon with a stated assumption for every unknown answer; assumptions are listed with \
             their reasons below",
        ),
    ]
}

/// What a gate reads and the profile does not say, with room to try its values: made once and used for every stack.
pub(super) struct Unknowns {
    fields: Vec<Field>,
    verdicts: Vec<Verdict>,
    turns: Vec<usize>,
}

impl Unknowns {
    pub fn of(gate: &Gate, profile: &SiteProfile) -> Self {
        let fields = gate.reads.iter().copied().filter(|field| !profile.knows(*field)).collect();
        Self { fields, verdicts: Vec::new(), turns: Vec::new() }
    }

    /// Returns the verdict over everything that the unknown fields may turn out to be, and the fields on which it hangs.
    pub fn settle(
        &mut self,
        gate: &Gate,
        assumed: &AssumedProfile,
        candidate: &Candidate,
        verdict: Verdict,
    ) -> (Verdict, Vec<Field>) {
        if self.fields.is_empty() {
            return (verdict, Vec::new());
        }
        let fields = std::mem::take(&mut self.fields);
        let hangs: Vec<Field> = if self.try_all(gate, assumed, candidate, &fields) {
            let matters = |at: &usize| matters(&self.verdicts, &fields, *at);
            (0..fields.len()).filter(matters).map(|at| fields[at]).collect()
        } else {
            let alone = |field: &Field| {
                self.try_all(gate, assumed, candidate, &[*field])
                    && self.verdicts.iter().any(|other| *other != verdict)
            };
            fields.iter().copied().filter(alone).collect()
        };
        self.fields = fields;
        if hangs.is_empty() { (verdict, hangs) } else { (Verdict::Unknown, hangs) }
    }

    /// Notes the verdict of every combination, the last field turning fastest; says no if there are too many.
    fn try_all(
        &mut self,
        gate: &Gate,
        assumed: &AssumedProfile,
        candidate: &Candidate,
        fields: &[Field],
    ) -> bool {
        let n: usize = fields.iter().map(|field| values(*field).len()).product();
        if n > CAP {
            return false;
        }
        let mut profile = *assumed;
        for field in fields {
            profile.put(*field, values(*field)[0]);
        }
        self.turns.clear();
        self.turns.resize(fields.len(), 0);
        self.verdicts.clear();
        for _ in 0..n {
            self.verdicts.push(gate.verdict(&profile, candidate));
            turn(&mut profile, fields, &mut self.turns);
        }
        true
    }
}

/// Turns to the next combination, as the wheels of a counter do.
fn turn(profile: &mut AssumedProfile, fields: &[Field], turns: &mut [usize]) {
    for (field, turn) in fields.iter().zip(turns).rev() {
        let values = values(*field);
        *turn = (*turn + 1) % values.len();
        profile.put(*field, values[*turn]);
        if *turn != 0 {
            break;
        }
    }
}

/// Returns whether two combinations that differ in one field alone have different verdicts.
fn matters(verdicts: &[Verdict], unknown: &[Field], field: usize) -> bool {
    let n_values = values(unknown[field]).len();
    let stride: usize = unknown[field + 1..].iter().map(|other| values(*other).len()).product();
    let first = |index: usize| index - (index / stride % n_values) * stride;
    verdicts.iter().enumerate().any(|(index, verdict)| *verdict != verdicts[first(index)])
}

/// Returns the answers that stand for all that a field takes.
pub(crate) fn values(field: Field) -> &'static [Answer] {
    static ALL: OnceLock<Vec<Vec<Answer>>> = OnceLock::new();
    let all = ALL.get_or_init(|| Field::ALL.iter().map(|field| span(field.kind())).collect());
    &all[field as usize]
}

/// Returns the assumed profile, and it again with each answer to each of these fields by itself.
pub(crate) fn varied(fields: &[Field]) -> Vec<AssumedProfile> {
    let assumed = SiteProfile::default().assume();
    let each = |&field: &Field| values(field).iter().map(move |answer| (field, *answer));
    let varied = fields.iter().flat_map(each).map(|(field, answer)| assumed.with(field, answer));
    std::iter::once(assumed).chain(varied).collect()
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
