//! Whether enough is known to name a winner, and if not, what to ask.
//!
//! Two conventions, both printed with the method: half of the quick profile is enough; so are fewer answers when they
//! already lead the tree to one end.

use crate::outcome::TreeAnswer;
use crate::outcome::TreeResult;
use crate::profile::{Field, SiteProfile};
use crate::reason::{Figure, Reason};

/// So many quick answers are enough, whatever the tree says.
const ENOUGH: usize = 8;
/// So many are enough when no question on the tree's path is open.
const ENOUGH_WITH_A_PATH: usize = 6;

/// Returns when a winner may be named, for the method.
pub(super) fn method() -> Vec<Reason> {
    let n = Field::quick().count() as u64;
    vec![Reason::new(
        "method-enough",
        "a winner is named when {0} of the {1} quick questions are answered, or {2} of them and no question on the way \
         through the tree is open; until then the questions to answer next are named instead",
        vec![
            Figure::Count(ENOUGH as u64),
            Figure::Count(n),
            Figure::Count(ENOUGH_WITH_A_PATH as u64),
        ],
    )]
}

/// Returns the quick fields to answer before a winner may be named, most telling first: those that an open question of
/// the tree waits for, then others until enough are named. Empty when enough is known.
pub(super) fn fields(profile: &SiteProfile, tree: &TreeResult) -> Vec<Field> {
    let answered = Field::quick().filter(|field| profile.knows(*field)).count();
    let waiting = waiting(profile, tree);
    let enough = if waiting.is_empty() { ENOUGH_WITH_A_PATH } else { ENOUGH };
    if answered >= enough {
        return Vec::new();
    }
    let mut needed = waiting;
    for field in Field::quick().filter(|field| !profile.knows(*field)) {
        if answered + needed.len() >= ENOUGH {
            break;
        }
        if !needed.contains(&field) {
            needed.push(field);
        }
    }
    needed
}

fn waiting(profile: &SiteProfile, tree: &TreeResult) -> Vec<Field> {
    let mut waiting = Vec::new();
    let open = |answer| answer == TreeAnswer::Unknown;
    for question in
        tree.questions.iter().filter(|question| question.on_path && open(question.answer))
    {
        for field in question.from.iter().filter(|field| !profile.knows(**field)) {
            if !waiting.contains(field) {
                waiting.push(*field);
            }
        }
    }
    waiting
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Answer, Choice, Ssh};
    use crate::tree;

    fn needed(answers: &[(Field, Answer)]) -> Vec<Field> {
        let mut profile = SiteProfile::default();
        for (field, answer) in answers {
            assert!(profile.set(*field, Some(*answer)));
        }
        fields(&profile, &tree::walk(&profile, &[None; 5]))
    }

    const THIN: [(Field, Answer); 5] = [
        (Field::Tier, Answer::Choice(1)),
        (Field::Sites, Answer::Whole(50)),
        (Field::NodesPerSite, Answer::Whole(3)),
        (Field::LocalOperation, Answer::YesNo(true)),
        (Field::DeviceSync, Answer::YesNo(false)),
    ];

    #[test]
    fn five_answers_are_not_enough() {
        let needed = needed(&THIN);
        assert_eq!(needed[..2], [Field::Ssh, Field::HostChange]);
    }

    #[test]
    fn six_answers_that_lead_to_one_end_are_enough() {
        let banned = (Field::Ssh, Answer::Choice(Ssh::Banned.index()));
        assert_eq!(needed(&[&THIN[..], &[banned]].concat()), []);
    }

    #[test]
    fn answering_what_is_needed_is_enough() {
        let mut profile = SiteProfile::default();
        for field in needed(&[]) {
            assert!(profile.set(field, Some(field.assumption())));
        }
        assert_eq!(fields(&profile, &tree::walk(&profile, &[None; 5])), []);
    }
}
