//! The five questions as a picture needs them: which lines the path takes, and where it ends.

use rules_core::outcome::{Leaf, Question, QuestionResult, TreeAnswer, TreeResult};

/// How far a part of the tree belongs to the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not on the path.
    Off,
    /// On one of the branches that an unknown answer leaves open.
    Open,
    /// On the path.
    Taken,
}

impl Mark {
    /// Returns the id used in style sheets.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Open => "open",
            Self::Taken => "taken",
        }
    }
}

/// A question, and one of its two branches.
pub type Branch = (Question, bool);

/// Returns what the tree says of a question.
#[must_use]
pub fn result(tree: &TreeResult, question: Question) -> Option<&QuestionResult> {
    tree.questions.iter().find(|result| result.question == question)
}

/// Returns how far a question belongs to the path.
#[must_use]
pub fn question(tree: &TreeResult, question: Question) -> Mark {
    match result(tree, question) {
        Some(result) if result.on_path && result.answer == TreeAnswer::Unknown => Mark::Open,
        Some(result) if result.on_path => Mark::Taken,
        _ => Mark::Off,
    }
}

/// Returns how far a branch belongs to the path.
#[must_use]
pub fn branch(tree: &TreeResult, (from, yes): Branch) -> Mark {
    match result(tree, from) {
        Some(result) if result.on_path && result.answer.may_be(yes) => question(tree, from),
        _ => Mark::Off,
    }
}

/// Returns how far a leaf belongs to the path: where the branch to it does.
#[must_use]
pub fn leaf(tree: &TreeResult, leaf: Leaf) -> Mark {
    branch(tree, to(leaf))
}

/// The branch that ends in a leaf.
fn to(leaf: Leaf) -> Branch {
    match leaf {
        Leaf::CloudEdgeSync => (Question::Q2, true),
        Leaf::Autonomy => (Question::Q2, false),
        Leaf::SmallAndRebuildable => (Question::Q3, true),
        Leaf::ImmutableHost => (Question::Q4, true),
        Leaf::SnapStandard => (Question::Q5, true),
        Leaf::FleetRequirements => (Question::Q5, false),
    }
}

/// Returns the questions of the path with their answers, in order.
#[must_use]
pub fn steps(tree: &TreeResult) -> Vec<(Question, TreeAnswer)> {
    let on_path = tree.questions.iter().filter(|result| result.on_path);
    on_path.map(|result| (result.question, result.answer)).collect()
}

#[cfg(test)]
mod tests {
    use rules_core::profile::{Answer, Field, SiteProfile};
    use rules_core::tree::walk;

    use super::*;

    fn tree(answers: &[(Field, Answer)]) -> TreeResult {
        let mut profile = SiteProfile::default();
        for (field, answer) in answers {
            assert!(profile.set(*field, Some(*answer)), "{}", field.id());
        }
        walk(&profile, &[None; 5])
    }

    const LOCAL: (Field, Answer) = (Field::LocalOperation, Answer::YesNo(true));
    const NO_SYNC: (Field, Answer) = (Field::DeviceSync, Answer::YesNo(false));
    const THREE: (Field, Answer) = (Field::NodesPerSite, Answer::Whole(3));

    #[test]
    fn settled_answers_take_one_branch_each() {
        let tree = tree(&[LOCAL, NO_SYNC, THREE]);
        assert_eq!(branch(&tree, (Question::Q1, true)), Mark::Taken);
        assert_eq!(branch(&tree, (Question::Q1, false)), Mark::Off);
        assert_eq!(leaf(&tree, Leaf::Autonomy), Mark::Taken);
        assert_eq!(leaf(&tree, Leaf::CloudEdgeSync), Mark::Off);
        assert_eq!(branch(&tree, (Question::Q3, false)), Mark::Taken);
    }

    #[test]
    fn unknown_answers_leave_both_branches_open() {
        let tree = tree(&[LOCAL, NO_SYNC, THREE]);
        assert_eq!(question(&tree, Question::Q4), Mark::Open);
        assert_eq!(leaf(&tree, Leaf::ImmutableHost), Mark::Open);
        assert_eq!(branch(&tree, (Question::Q4, false)), Mark::Open);
    }

    #[test]
    fn every_leaf_that_is_marked_is_one_that_the_tree_reaches() {
        const LEAVES: [Leaf; 6] = [
            Leaf::CloudEdgeSync,
            Leaf::Autonomy,
            Leaf::SmallAndRebuildable,
            Leaf::ImmutableHost,
            Leaf::SnapStandard,
            Leaf::FleetRequirements,
        ];
        for answers in [&[][..], &[LOCAL], &[LOCAL, NO_SYNC], &[NO_SYNC, THREE]] {
            let tree = tree(answers);
            for of in LEAVES {
                assert_eq!(leaf(&tree, of) != Mark::Off, tree.leaves.contains(&of), "{of:?}");
            }
        }
    }
}
