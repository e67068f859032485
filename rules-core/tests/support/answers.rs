//! Every answer of the rules to one generated case, told by digests: equal ones mean equal text and equal bits of every
//! number, since a number is printed with as many digits as it takes to read the same one back.

use std::fmt::{Debug, Write};

use rules_core::certainty::{Study, study};
use rules_core::counterfactual::{flips, questions};
use rules_core::outcome::Decision;
use rules_core::robustness::document;
use rules_core::{Choices, decide, file};

/// What a case asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The decision over a profile, what is exact of its certainty, every flip and every question.
    Decision,
    /// The same with certainty counted to the end, which takes as long as all of the rest a few times over.
    Study,
    /// Everything that the numeric core says of a table.
    Table,
}

/// Between name, input and answers of a case.
pub const TAB: char = '\t';

impl Asked {
    /// What the names of such cases begin with.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Study => "study",
            Self::Table => "table",
        }
    }

    /// Answers an input, part by part.
    pub fn answers(self, input: &str) -> String {
        match self {
            Self::Decision => of_profile(input, |decision| {
                digest(&Study::new(decision).map(Study::into_findings))
            }),
            Self::Study => of_profile(input, |decision| digest(&study(decision))),
            Self::Table => format!("report {}", digest(&document::answer(input))),
        }
    }
}

fn of_profile(input: &str, certainty: impl Fn(&Decision) -> String) -> String {
    let draft = file::read(input).unwrap_or_else(|faults| panic!("{input}: {faults:?}"));
    let (profile, choices) = (draft.parse().profile, Choices::default());
    let decision = decide(&profile, &choices);
    format!(
        "decision {}, certainty {}, flips {}, questions {}",
        digest(&decision),
        certainty(&decision),
        digest(&flips(&profile, &choices)),
        digest(&questions(&profile, &choices)),
    )
}

fn digest(answer: &impl Debug) -> String {
    const ALGORITHM: crc::Crc<u64> = crc::Crc::<u64>::new(&crc::CRC_64_XZ);
    let mut sum = Sum(ALGORITHM.digest());
    write!(sum, "{answer:?}").expect("a sum takes any text");
    format!("{:016x}", sum.0.finalize())
}

struct Sum<'a>(crc::Digest<'a, u64>);

impl Write for Sum<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}
