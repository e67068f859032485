//! Weak scores over the fleet.

use crate::documents::fleet::told;
use crate::documents::markdown::{Markdown, escape};
use crate::documents::record::RecordInput;
use crate::text::Text;

/// What is missing at every site, and what that would change in a larger fleet.
pub fn fleet(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.decision().fleet;
    let Some(told) = told(input.decision, words) else { return };
    document.heading(2, own.title);
    document.paragraph(own.lead);
    let over = (own.over)(told.sites);
    let rows = told.rows.iter().map(|row| row.each_ref().map(|cell| escape(cell)));
    document.table([own.stack, own.weak, own.site, &over], rows);
    document.paragraph(own.convention);
    document.list(told.said.iter().map(|sentence| escape(sentence)));
}
