//! English.

mod decision;
mod fields;
mod method;
mod rail;
mod record;
mod shell;
mod site;
mod start;

/// Every word in English.
pub static TEXT: super::Text = super::Text {
    language: "en",
    shell: shell::SHELL,
    start: start::START,
    site: site::SITE,
    decision: decision::DECISION,
    rail: rail::RAIL,
    record: record::RECORD,
    fields: fields::FIELDS,
    method: method::METHOD,
};
