//! The table of all options by the seven criteria. Every score and every verdict opens, in a row of its own below.

mod gates;
mod score;

use leptos::prelude::*;
use rules_core::outcome::{CriterionId, ProductId, StackResult};

pub use self::gates::Gates;
use self::gates::GatesPanel;
pub use self::score::Parts;
use self::score::ScorePanel;
use super::facts::Evidence;
use super::field_links::FieldHref;
use crate::state::matrix::{Opened, Row};
use crate::text::t;

/// What is opened: of which option, and what of it.
type Open = RwSignal<Option<(ProductId, Opened)>>;

/// Tells the address at which a rule is explained.
pub type RuleHref = Callback<&'static str, String>;
/// Tells the address of the fact sheet of an option.
pub type SheetHref = Callback<ProductId, String>;

/// What stands behind a score or a gate, besides its rule.
#[derive(Clone, Copy)]
pub struct Behind {
    /// Where the questions of the profile are asked.
    pub href: FieldHref,
    /// Where a rule of the method is explained, by its id.
    pub rule_href: RuleHref,
    /// Where the fact sheet of an option is.
    pub sheet_href: SheetHref,
    /// The facts that are cited.
    pub evidence: Evidence,
}

/// How many columns the table has: option, seven criteria, total, gates.
const COLUMNS: usize = 2 + CriterionId::ALL.len() + 1;

/// The table, in a frame that scrolls by itself.
#[component]
pub fn Matrix(
    /// A row for each option.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// What stands behind a score.
    behind: Behind,
) -> impl IntoView {
    let words = &t().decision().matrix;
    let open: Open = RwSignal::new(None);
    view! {
        <div class="matrix" role="region" tabindex="0" aria-label=words.caption>
            <table>
                <caption class="hidden">{words.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.option}</th>
                        {CriterionId::ALL.into_iter().map(|criterion| view! { <Head criterion /> }).collect_view()}
                        <th scope="col">{words.total}</th>
                        <th scope="col">{words.gates}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|row| row.product let:row>
                        <Line product=row.product rows open behind />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Head(criterion: CriterionId) -> impl IntoView {
    view! {
        <th scope="col">
            <abbr title=(t().method.criterion)(criterion)>{(t().method.criterion_short)(criterion)}</abbr>
        </th>
    }
}

/// The row of one option, and below it what of it is opened. Follows its option when the order changes.
#[component]
fn Line(product: ProductId, rows: Signal<Vec<Row>>, open: Open, behind: Behind) -> impl IntoView {
    let row = Memo::new(move |_| {
        rows.with(|rows| rows.iter().find(|row| row.product == product).cloned())
    });
    let best = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.best.clone())));
    let opened =
        Memo::new(move |_| open.get().filter(|(of, _)| *of == product).map(|(_, what)| what));
    view! {
        <tr class="matrix__row" data-open=move || opened.get().map(|_| "")>
            <RowHead product best behind />
            {CriterionId::ALL
                .into_iter()
                .map(|criterion| view! { <ScoreCell product criterion row opened open /> })
                .collect_view()}
            <TotalCell row />
            <GatesCell product row opened open />
        </tr>
        {move || {
            opened.get().zip(best.get()).map(|(what, result)| view! { <Panel what result open behind /> })
        }}
    }
}

#[component]
fn RowHead(product: ProductId, best: Memo<Option<StackResult>>, behind: Behind) -> impl IntoView {
    let name = (t().method.product)(product);
    let through = {
        let name = name.clone();
        move || {
            let stack = best.with(|best| best.as_ref().map(|best| (t().method.stack)(&best.stack)));
            stack
                .filter(|stack| *stack != name)
                .map(|stack| (t().decision().matrix.through)(&stack))
        }
    };
    view! {
        <th scope="row">
            <a href=move || behind.sheet_href.run(product)>{name}</a>
            {move || through().map(|through| view! { <small>{through}</small> })}
            {move || best.with(Option::is_none).then(|| view! { <small>{t().decision().matrix.no_stack}</small> })}
        </th>
    }
}

#[component]
fn ScoreCell(
    product: ProductId,
    criterion: CriterionId,
    row: Memo<Option<Row>>,
    opened: Memo<Option<Opened>>,
    open: Open,
) -> impl IntoView {
    let what = Opened::Score(criterion);
    let cell = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.cell(criterion))));
    view! {
        <td>
            {move || {
                cell.get()
                    .map(|cell| {
                        let name = (t().method.product)(product);
                        let label = (t().decision().matrix.cell)(
                            &name,
                            (t().method.criterion)(criterion),
                            cell.score,
                            cell.level,
                        );
                        view! {
                            <button
                                type="button"
                                class="score"
                                data-score=cell.score
                                data-level=cell.level.id()
                                aria-label=label
                                aria-expanded=move || expanded(opened, what)
                                on:click=move |_| press(open, product, what)
                            >
                                {cell.score}
                            </button>
                        }
                    })
            }}
        </td>
    }
}

#[component]
fn TotalCell(row: Memo<Option<Row>>) -> impl IntoView {
    let words = &t().decision().matrix;
    let total = move || row.with(|row| row.as_ref().and_then(|row| row.total));
    view! {
        <td class="matrix__total">
            {move || match total() {
                Some(total) => view! { <b>{total}</b> }.into_any(),
                None => {
                    view! {
                        <span aria-hidden="true">{words.no_total_mark}</span>
                        <span class="hidden">{words.no_total}</span>
                    }
                        .into_any()
                }
            }}
        </td>
    }
}

#[component]
fn GatesCell(
    product: ProductId,
    row: Memo<Option<Row>>,
    opened: Memo<Option<Opened>>,
    open: Open,
) -> impl IntoView {
    let verdict = Memo::new(move |_| {
        row.with(|row| row.as_ref().filter(|row| row.best.is_some()).map(|row| row.verdict))
    });
    view! {
        <td>
            {move || {
                verdict
                    .get()
                    .map(|verdict| {
                        let word = (t().method.verdict)(verdict);
                        view! {
                            <button
                                type="button"
                                class="tag tag--button"
                                data-verdict=verdict.id()
                                aria-label=(t().decision().matrix.verdict)(&(t().method.product)(product), word)
                                aria-expanded=move || expanded(opened, Opened::Gates)
                                on:click=move |_| press(open, product, Opened::Gates)
                            >
                                {word}
                            </button>
                        }
                    })
            }}
        </td>
    }
}

/// What was opened, over the whole width of what can be seen of the table.
#[component]
fn Panel(what: Opened, result: StackResult, open: Open, behind: Behind) -> impl IntoView {
    view! {
        <tr class="matrix__opened">
            <td colspan=COLUMNS>
                <div class="opened">
                    <button type="button" class="button button--plain opened__close" on:click=move |_| open.set(None)>
                        {t().decision().matrix.close}
                    </button>
                    {match what {
                        Opened::Score(criterion) => view! { <ScorePanel criterion result behind /> }.into_any(),
                        Opened::Gates => view! { <GatesPanel result behind /> }.into_any(),
                    }}
                </div>
            </td>
        </tr>
    }
}

fn expanded(opened: Memo<Option<Opened>>, what: Opened) -> &'static str {
    if opened.get() == Some(what) { "true" } else { "false" }
}

/// Opens something, or closes it again.
fn press(open: Open, product: ProductId, what: Opened) {
    open.update(|open| {
        *open = if *open == Some((product, what)) { None } else { Some((product, what)) }
    });
}
