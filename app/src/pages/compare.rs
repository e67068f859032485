//! The Compare page: one's own profile beside the shared one, or beside an earlier state of itself.

use leptos::prelude::*;

use crate::components::PlainTable;
use crate::drawing::Drawing;
use crate::state::Model;
use crate::state::compare::{Compared, Fate, Line, Said, Side};
use crate::text::t;

/// The Compare page.
#[component]
pub fn ComparePage() -> impl IntoView {
    let model = expect_context::<Model>();
    let compared = expect_context::<Drawing>().in_turn(move || {
        let other = model.preview.with(|preview| preview.as_ref().map(|one| one.work.clone()));
        other.map(|other| model.own.with(|own| Compared::of(own, &other)))
    });
    let words = t().compare();
    view! {
        <main class="page page--single stack compare">
            {move || match compared.get() {
                Some(compared) => view! { <Beside compared /> }.into_any(),
                None => {
                    view! {
                        <div class="stack">
                            <h1 tabindex="-1">{words.nothing}</h1>
                            <p class="lead">{words.nothing_body}</p>
                            <p>
                                <a class="button" href="#/">{t().shell.broken.close}</a>
                            </p>
                        </div>
                    }
                        .into_any()
                }
            }}
        </main>
    }
}

#[component]
fn Beside(compared: Compared) -> impl IntoView {
    let words = t().compare();
    let lines = compared.lines();
    let head = |first: &str| vec![first.to_owned(), words.own.to_owned(), words.other.to_owned()];
    let fates: Vec<_> = compared.options().iter().map(fate).collect();
    let mut options = head(words.option);
    options.push(words.change.to_owned());
    view! {
        <div class="stack">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{(words.lead)(compared.own.name(), compared.other.name())}</p>
        </div>
        <section class="card stack" aria-labelledby="compare-answer">
            <h2 id="compare-answer">{words.answer}</h2>
            <PlainTable caption=words.answer_caption head=head(words.what) rows=answer(&compared) />
        </section>
        <section class="card stack" aria-labelledby="compare-differ">
            <h2 id="compare-differ">{(words.differ)(lines.len())}</h2>
            {(!lines.is_empty())
                .then(|| {
                    let rows: Vec<_> = lines.iter().map(row).collect();
                    view! { <PlainTable caption=words.differ_caption head=head(words.what) rows /> }
                })}
        </section>
        <section class="card stack" aria-labelledby="compare-options">
            <h2 id="compare-options">{words.options}</h2>
            <PlainTable
                caption=words.options_caption
                head=options
                rows=fates
            />
        </section>
    }
}

/// The shortlist of both, place by place, and where the tree leads.
fn answer(compared: &Compared) -> Vec<Vec<String>> {
    let words = t().compare();
    let shortlists = [compared.own.shortlist(), compared.other.shortlist()];
    let cell = |at: usize, side: usize| match shortlists[side].get(at) {
        Some((stack, value)) => (words.stack)(&(t().method.stack)(stack), *value),
        None if at == 0 => words.not_enough.to_owned(),
        None => words.none.to_owned(),
    };
    let longest = shortlists.iter().map(Vec::len).max().unwrap_or_default().max(1);
    let places = words.places.iter().enumerate().take(longest);
    let places = places.map(|(at, place)| vec![(*place).to_owned(), cell(at, 0), cell(at, 1)]);
    let direction = |side: &Side| {
        let names = side.direction().iter().map(|id| (t().method.direction)(id));
        names.collect::<Vec<_>>().join(", ")
    };
    let direction =
        [words.direction.to_owned(), direction(&compared.own), direction(&compared.other)];
    places.chain([direction.to_vec()]).collect()
}

fn row(line: &Line) -> Vec<String> {
    let words = t().compare();
    match line {
        Line::Answer(field, own, other) => {
            let said = |said: &Said| match said {
                Said::Unknown => t().fields.unknown.to_owned(),
                Said::Answer(answer) => (t().fields.answer)(*field, *answer),
                Said::Unread(raw) => (words.unread)(raw),
            };
            vec![t().fields.label(*field).to_owned(), said(own), said(other)]
        }
        Line::Tree(question, own, other) => {
            let said = |answer: &Option<bool>| match answer {
                Some(true) => t().fields.yes.to_owned(),
                Some(false) => t().fields.no.to_owned(),
                None => words.derived.to_owned(),
            };
            let question = (words.tree)((t().method.question)(*question));
            vec![question, said(own), said(other)]
        }
        Line::Weight(criterion, own, other) => {
            let criterion = (words.weight)((t().method.criterion)(*criterion));
            vec![criterion, (words.share)(*own), (words.share)(*other)]
        }
        Line::Measured(stack, criterion, own, other) => {
            let score =
                |score: &Option<u8>| score.map_or(words.not_measured.to_owned(), words.score);
            let criterion = (t().method.criterion)(*criterion);
            let what = (words.measured)(criterion, &t().tried(stack));
            vec![what, score(own), score(other)]
        }
    }
}

fn fate(fate: &Fate) -> Vec<String> {
    let words = t().compare();
    let place = |rank: Option<u32>| rank.map_or(words.ruled_out.to_owned(), words.place);
    vec![
        (t().method.product)(fate.option),
        place(fate.own),
        place(fate.other),
        (words.moved)(fate.own, fate.other),
    ]
}
