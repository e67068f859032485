//! One question on screen: what it is, what was typed, what it was read as, and where an answer goes.

use leptos::prelude::*;
use rules_core::profile::{Answer, Field};

/// Everything a question on screen needs. Small enough to hand on as it is.
#[derive(Clone, Copy)]
pub struct Asked {
    /// Which question.
    pub field: Field,
    /// What was typed; empty while unknown.
    pub raw: Memo<String>,
    /// What that was read as.
    pub answer: Memo<Option<Answer>>,
    /// Why it cannot be used, as a sentence.
    pub fault: Memo<Option<String>>,
    /// Whether the answer may only be looked at.
    pub locked: Signal<bool>,
    /// Takes a new text; the empty one makes the answer unknown.
    pub on_answer: Callback<(Field, String)>,
}

impl Asked {
    /// Takes a new text.
    pub fn type_in(self, raw: String) {
        self.on_answer.run((self.field, raw));
    }

    /// Gives an answer.
    pub fn give(self, answer: Answer) {
        self.type_in(self.field.print(answer));
    }

    /// Makes the answer unknown.
    pub fn forget(self) {
        self.type_in(String::new());
    }

    /// Returns whether nothing was typed.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.raw.with(String::is_empty)
    }

    /// The element that holds the question.
    #[must_use]
    pub fn id(self) -> String {
        format!("q-{}", self.field.id())
    }

    /// The input, where there is one alone.
    #[must_use]
    pub fn input_id(self) -> String {
        format!("{}-input", self.field.id())
    }

    /// The help line.
    #[must_use]
    pub fn help_id(self) -> String {
        format!("{}-help", self.field.id())
    }

    /// The fault.
    #[must_use]
    pub fn fault_id(self) -> String {
        format!("{}-fault", self.field.id())
    }

    /// What describes the input: the help line, and the fault while there is one.
    #[must_use]
    pub fn described_by(self) -> String {
        if self.fault.with(Option::is_some) {
            format!("{} {}", self.help_id(), self.fault_id())
        } else {
            self.help_id()
        }
    }

    /// Whether the input is marked as faulty, as ARIA spells it.
    #[must_use]
    pub fn invalid(self) -> Option<&'static str> {
        self.fault.with(Option::is_some).then_some("true")
    }
}
