//! One file per place.

mod broken;
mod compare;
mod decision;
mod history;
mod method;
mod missing;
mod options;
mod record;
mod site;
mod start;

pub use broken::Broken;
pub use compare::ComparePage;
pub use decision::DecisionPage;
pub use history::HistoryPage;
pub use method::MethodPage;
pub use missing::Missing;
pub use options::OptionsPage;
pub use record::RecordPage;
pub use site::Site;
pub use start::{Profiles, Start};

use leptos::prelude::*;

use crate::components::Again;
use crate::desk::Desk;
use crate::state::Sheets;
use crate::text::facts_note::FactsNote;

/// What is to be said when the facts that a page shows are not here.
fn facts_note(sheets: &Sheets, desk: Desk, words: &'static FactsNote) -> Option<AnyView> {
    match sheets {
        Sheets::Here(_) => None,
        Sheets::Away | Sheets::Coming => {
            Some(view! { <p role="status">{words.coming}</p> }.into_any())
        }
        Sheets::Missing => Some(
            view! {
                <Again
                    missing=words.missing
                    again=words.again
                    on_again=move || desk.fetch_sheets()
                />
            }
            .into_any(),
        ),
    }
}
