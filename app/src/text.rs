//! Every word on screen, one folder per language.
//!
//! [`Text`] says which words there are; `text/en/` holds them in English. A phrase with figures in it is a function that
//! returns the whole sentence, so that another language may order it as it likes. Nothing reactive and nothing of the
//! browser lives here. The sentences of the method itself come from rules-core as [`rules_core::reason::Reason`]s;
//! [`Method::reason`](method::Method) prints them.

pub mod certainty;
pub mod compare;
pub mod decision;
mod en;
pub mod facts_note;
pub mod fields;
pub mod keeping;
pub mod method;
pub mod method_page;
pub mod offline;
pub mod options;
pub mod rail;
pub mod record;
pub mod share;
pub mod shell;
pub mod site;
pub mod start;

/// The languages there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
}

/// All words of one language. Those of pages that arrive later are behind a function each: a table that pointed to them
/// would keep them in the first load.
pub struct Text {
    /// Which language.
    pub of: Language,
    /// Language tag, for `<html lang>`.
    pub language: &'static str,
    /// Header, navigation, status, sharing, messages that belong to no page.
    pub shell: shell::Shell,
    /// The Start page.
    pub start: start::Start,
    /// The Site page.
    pub site: site::Site,
    /// The answer rail.
    pub rail: rail::Rail,
    /// Questions of the profile, their answers, units and faults.
    pub fields: fields::Fields,
    /// What the method names: options, stacks, criteria, verdicts, sentences of rules.
    pub method: method::Method,
}

impl Text {
    /// The name of a stack that was tried, by its id; of one that the catalog does not know, the id.
    #[must_use]
    pub fn tried(&self, id: &str) -> String {
        let known = rules_core::stacks::candidate(id);
        known.map_or_else(|| id.to_owned(), |known| (self.decision().measured.tried)(&known.stack))
    }

    /// What is said of certainty on the Decision page and in the record.
    #[must_use]
    pub fn certainty(&self) -> &'static certainty::Certainty {
        match self.of {
            Language::English => &en::certainty::CERTAINTY,
        }
    }

    /// The Compare page.
    #[must_use]
    pub fn compare(&self) -> &'static compare::Compare {
        match self.of {
            Language::English => &en::compare::COMPARE,
        }
    }

    /// The Decision page.
    #[must_use]
    pub fn decision(&self) -> &'static decision::Decision {
        match self.of {
            Language::English => &en::decision::DECISION,
        }
    }

    /// Other tabs, history, backup.
    #[must_use]
    pub fn keeping(&self) -> &'static keeping::Keeping {
        match self.of {
            Language::English => &en::keeping::KEEPING,
        }
    }

    /// The Method page, which is a document as well.
    #[must_use]
    pub fn method_page(&self) -> &'static method_page::MethodPage {
        match self.of {
            Language::English => &en::method_page::METHOD_PAGE,
        }
    }

    /// The copy that the browser keeps.
    #[must_use]
    pub fn offline(&self) -> &'static offline::Offline {
        match self.of {
            Language::English => &en::offline::OFFLINE,
        }
    }

    /// The share panel.
    #[must_use]
    pub fn share(&self) -> &'static share::Share {
        match self.of {
            Language::English => &en::share::SHARE,
        }
    }

    /// The Options page and the fact sheets.
    #[must_use]
    pub fn options(&self) -> &'static options::Options {
        match self.of {
            Language::English => &en::options::OPTIONS,
        }
    }

    /// The Record page and the document.
    #[must_use]
    pub fn record(&self) -> &'static record::Record {
        match self.of {
            Language::English => &en::record::RECORD,
        }
    }
}

/// Returns the words of the language in use.
#[must_use]
pub fn t() -> &'static Text {
    &en::TEXT
}
