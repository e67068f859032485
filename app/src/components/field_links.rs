//! Questions of the profile as links to where they are asked.

use leptos::prelude::*;
use rules_core::profile::Field;

use crate::text::t;

/// Tells the address at which a question is asked.
pub type FieldHref = Callback<Field, String>;

/// The names of some questions, each leading to its place in the profile.
#[component]
pub fn FieldLinks(
    /// Which questions.
    fields: Vec<Field>,
    /// Where they are asked.
    href: FieldHref,
) -> impl IntoView {
    view! {
        <ul class="links">
            {fields
                .into_iter()
                .map(|field| view! { <li><FieldLink field href /></li> })
                .collect_view()}
        </ul>
    }
}

/// The name of a question, leading to its place in the profile.
#[component]
pub fn FieldLink(
    /// Which question.
    field: Field,
    /// Where it is asked.
    href: FieldHref,
) -> impl IntoView {
    view! { <a href=move || href.run(field)>{t().fields.label(field)}</a> }
}
