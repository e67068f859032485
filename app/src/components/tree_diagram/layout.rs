//! Where everything of the tree stands: questions to the left, what they lead to on the right.

use rules_core::outcome::{Leaf, Question};

use crate::state::tree_path::Branch;

/// What the picture is drawn on.
pub const VIEW_BOX: &str = "0 0 910 478";

/// A box: left, top, width, height.
#[derive(Clone, Copy)]
pub struct Place {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

const fn place(x: u16, y: u16, width: u16, height: u16) -> Place {
    Place { x, y, width, height }
}

/// A line for a branch, and where its word stands.
pub struct Line {
    pub branch: Branch,
    pub path: &'static str,
    pub label: (u16, u16),
}

const fn line(from: Question, yes: bool, path: &'static str, label: (u16, u16)) -> Line {
    Line { branch: (from, yes), path, label }
}

/// The branches. "No" goes down, "yes" goes right, but for the last, which both go right.
pub const LINES: [Line; 10] = [
    line(Question::Q1, true, "M272 50H332", (290, 42)),
    line(Question::Q1, false, "M140 84V136", (149, 115)),
    line(Question::Q2, true, "M602 50H642", (607, 42)),
    line(Question::Q2, false, "M467 84V140", (476, 117)),
    line(Question::Q3, true, "M272 186H304V216H642", (600, 208)),
    line(Question::Q3, false, "M140 204V256", (149, 235)),
    line(Question::Q4, true, "M272 290H642", (600, 282)),
    line(Question::Q4, false, "M140 324V376", (149, 355)),
    line(Question::Q5, true, "M272 398H642", (600, 390)),
    line(Question::Q5, false, "M272 422H440V450H642", (600, 442)),
];

/// From "a cluster at each site" on to the question of what it should run on: the same branch as the way there.
pub const ONWARD: (Branch, &str) = ((Question::Q2, false), "M332 160H272");

/// Where a question stands.
pub fn question(question: Question) -> Place {
    match question {
        Question::Q1 => place(8, 16, 264, 68),
        Question::Q2 => place(332, 16, 270, 68),
        Question::Q3 => place(8, 136, 264, 68),
        Question::Q4 => place(8, 256, 264, 68),
        Question::Q5 => place(8, 376, 264, 68),
    }
}

/// Every leaf with its place.
pub const LEAVES: [(Leaf, Place); 6] = [
    (Leaf::CloudEdgeSync, place(642, 22, 260, 56)),
    (Leaf::Autonomy, place(332, 140, 270, 56)),
    (Leaf::SmallAndRebuildable, place(642, 188, 260, 56)),
    (Leaf::ImmutableHost, place(642, 262, 260, 56)),
    (Leaf::SnapStandard, place(642, 374, 260, 44)),
    (Leaf::FleetRequirements, place(642, 426, 260, 44)),
];
