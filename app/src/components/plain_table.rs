//! A table that is read row by row, and scrolls by itself where it is wider than the screen.

use leptos::prelude::*;

/// The first cell of a row heads it.
#[component]
pub fn PlainTable(
    /// What the table is; names the region as well.
    caption: &'static str,
    /// Over the columns.
    head: Vec<String>,
    /// The rows, as long as the head.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let first = cells.next();
        view! {
            <tr>
                <th scope="row">{first}</th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="matrix" role="region" tabindex="0" aria-label=caption>
            <table class="plain">
                <caption class="hidden">{caption}</caption>
                <thead>
                    <tr>
                        {head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
