//! What comes after the start: fact sheets and chunks.

use leptos::prelude::*;
use rules_core::catalog::FACT_SHEETS;

use super::Desk;
use crate::chunks;
use crate::platform::{clock, fetch};
use crate::state::Sheets;

impl Desk {
    /// Fetches the fact sheets, unless they are here or on their way; once more when they did not arrive.
    pub fn fetch_sheets(self) {
        let sheets = self.model.sheets;
        if sheets.with_untracked(|sheets| !matches!(sheets, Sheets::Away | Sheets::Missing)) {
            return;
        }
        sheets.set(Sheets::Coming);
        fetch::text(FACT_SHEETS.name, FACT_SHEETS.integrity, move |text| {
            clock::task(async move {
                sheets.set(chunks::sheets(text).await.unwrap_or(Sheets::Missing));
            });
        });
    }

    /// Fetches what later pages need, now that the first one stands.
    pub(super) fn fetch_the_rest(self) {
        // What the parts begin to watch is to live as long as the page.
        let owner = Owner::current().unwrap_or_default();
        clock::soon(move || clock::task(chunks::load_all(self, owner)));
    }
}
