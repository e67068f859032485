//! The list of answers that cannot be used yet, each leading to its question.

use leptos::prelude::*;
use rules_core::profile::ProfileFault;

use crate::state::{Model, Place};
use crate::text::t;

/// Nothing while every answer can be used.
#[component]
pub fn Faults() -> impl IntoView {
    let model = expect_context::<Model>();
    let faults = Memo::new(move |_| model.parsed.with(|parsed| parsed.faults.clone()));
    move || {
        let faults = faults.get();
        (!faults.is_empty()).then(|| {
            view! {
                <section class="note" data-tone="bad">
                    <b aria-hidden="true">"!"</b>
                    <div>
                        <h2>{(t().site.faults)(faults.len())}</h2>
                        <ul>{faults.into_iter().map(|fault| view! { <Line fault /> }).collect_view()}</ul>
                    </div>
                </section>
            }
        })
    }
}

#[component]
fn Line(fault: ProfileFault) -> impl IntoView {
    let model = expect_context::<Model>();
    match fault {
        ProfileFault::Field { field, fault } => {
            let text = (t().fields.fault)(field, &fault);
            view! {
                <li>
                    <a href=move || model.href(Place::of_field(field))>{t().fields.label(field)}</a>
                    ": "
                    {text}
                </li>
            }
            .into_any()
        }
        ProfileFault::NameTooLong { found, max } => {
            view! { <li>{(t().fields.name_too_long)(found, max)}</li> }.into_any()
        }
    }
}
