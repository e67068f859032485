//! English.

pub(super) mod certainty;
pub(super) mod compare;
pub(super) mod decision;
mod fields;
pub(super) mod keeping;
mod method;
pub(super) mod method_page;
pub(super) mod offline;
pub(super) mod options;
mod rail;
pub(super) mod record;
pub(super) mod share;
mod shell;
mod site;
mod start;

/// Every word in English.
pub static TEXT: super::Text = super::Text {
    of: super::Language::English,
    language: "en",
    shell: shell::SHELL,
    start: start::START,
    site: site::SITE,
    rail: rail::RAIL,
    fields: fields::FIELDS,
    method: method::METHOD,
};
