//! What the last change did: who was first, who is first now, and which answer was changed.

use rules_core::outcome::{Decision, Stack};
use rules_core::profile::{Answer, Field};

/// Who is first, and with what value; `None` while no winner may be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// The stack.
    pub stack: Stack,
    /// Its value, rounded as it is shown.
    pub value: u32,
}

/// One change of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Who was first.
    pub before: Option<First>,
    /// Who is first now.
    pub after: Option<First>,
    /// The answer that was changed, if it was one: the field and what it says now.
    pub cause: Option<(Field, Option<Answer>)>,
}

/// The present first place, and how it came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail {
    whose: String,
    answers: [Option<Answer>; Field::COUNT],
    first: Option<First>,
    /// The last change of the answer; `None` after another profile was opened.
    pub change: Option<Change>,
}

impl Trail {
    /// Returns the trail after a decision. `whose` tells profiles apart: opening another one is not a change.
    #[must_use]
    pub fn next(last: Option<&Self>, whose: String, decision: &Decision) -> Self {
        let first = first(decision);
        let answers = std::array::from_fn(|at| decision.profile.answer(Field::ALL[at]));
        let change = last.filter(|last| last.whose == whose).and_then(|last| {
            if last.first == first {
                return last.change.clone();
            }
            Some(Change {
                before: last.first.clone(),
                after: first.clone(),
                cause: cause(&last.answers, &answers),
            })
        });
        Self { whose, answers, first, change }
    }
}

/// Returns the one answer in which two profiles differ.
fn cause(
    before: &[Option<Answer>; Field::COUNT],
    after: &[Option<Answer>; Field::COUNT],
) -> Option<(Field, Option<Answer>)> {
    let mut changed =
        Field::ALL.iter().filter(|field| before[**field as usize] != after[**field as usize]);
    let only = *changed.next()?;
    changed.next().is_none().then_some((only, after[only as usize]))
}

/// Returns who is to be evaluated first.
#[must_use]
pub fn first(decision: &Decision) -> Option<First> {
    let result = decision.stacks.get(decision.shortlist.first()?.stack)?;
    Some(First { stack: result.stack.clone(), value: super::answer::rounded(result.value) })
}

#[cfg(test)]
mod tests {
    use rules_core::profile::SiteProfile;
    use rules_core::{Choices, decide};

    use super::*;

    fn decided(answers: &[(Field, Answer)]) -> Decision {
        let mut profile = SiteProfile::default();
        for (field, answer) in answers {
            assert!(profile.set(*field, Some(*answer)), "{}", field.id());
        }
        decide(&profile, &Choices::default())
    }

    fn quick() -> Vec<(Field, Answer)> {
        Field::quick().map(|field| (field, field.assumption())).collect()
    }

    #[test]
    fn one_changed_answer_is_named_as_the_cause() {
        let before = Trail::next(None, "one".to_owned(), &decided(&quick()));
        let mut answers = quick();
        answers.push((Field::Ssh, Answer::Choice(2)));
        answers.push((Field::HostChange, Answer::Choice(2)));
        let both = Trail::next(Some(&before), "one".to_owned(), &decided(&answers));
        assert_eq!(both.change.expect("two policies change the first place").cause, None);
        answers.pop();
        let one = Trail::next(Some(&before), "one".to_owned(), &decided(&answers));
        if let Some(change) = one.change {
            assert_eq!(change.cause, Some((Field::Ssh, Some(Answer::Choice(2)))));
        }
    }

    #[test]
    fn opening_another_profile_is_not_a_change() {
        let before = Trail::next(None, "one".to_owned(), &decided(&[]));
        let after = Trail::next(Some(&before), "two".to_owned(), &decided(&quick()));
        assert_eq!(after.change, None);
    }
}
