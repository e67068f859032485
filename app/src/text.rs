//! Every word on screen, one folder per language.
//!
//! [`Text`] says which words there are; `text/en/` holds them in English. A phrase with figures in it is a function that
//! returns the whole sentence, so that another language may order it as it likes. Nothing reactive and nothing of the
//! browser lives here. The sentences of the method itself come from rules-core as [`rules_core::reason::Reason`]s;
//! [`Method::reason`](method::Method) prints them.

pub mod decision;
mod en;
pub mod fields;
pub mod method;
pub mod rail;
pub mod record;
pub mod shell;
pub mod site;
pub mod start;

/// All words of one language.
pub struct Text {
    /// Language tag, for `<html lang>`.
    pub language: &'static str,
    /// Header, navigation, status, sharing, messages that belong to no page.
    pub shell: shell::Shell,
    /// The Start page.
    pub start: start::Start,
    /// The Site page.
    pub site: site::Site,
    /// The Decision page.
    pub decision: decision::Decision,
    /// The answer rail.
    pub rail: rail::Rail,
    /// The Record page and the document.
    pub record: record::Record,
    /// Questions of the profile, their answers, units and faults.
    pub fields: fields::Fields,
    /// What the method names: options, stacks, criteria, verdicts, sentences of rules.
    pub method: method::Method,
}

/// Returns the words of the language in use.
#[must_use]
pub fn t() -> &'static Text {
    &en::TEXT
}
