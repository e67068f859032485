//! The cards of questions.

use leptos::prelude::*;
use rules_core::profile::{Field, Group};

use crate::components::{Asked, Question};
use crate::state::Model;
use crate::text::t;

/// The sixteen questions that fit one screen.
#[component]
pub fn QuickProfile() -> impl IntoView {
    let cards = &t().site.cards;
    let card = |title, fields: &'static [Field]| view! { <Card title fields=fields.to_vec() /> };
    view! {
        {card(cards.place, &[Field::Tier, Field::Sites, Field::NodesPerSite, Field::CpuArchitectures])}
        {card(cards.node, &[Field::NodeCpuCores, Field::NodeRamMib, Field::NodeDiskGib])}
        {card(cards.link, &[Field::LocalOperation, Field::WanOutageBudget, Field::ImageSupply])}
        {card(cards.work, &[Field::DeviceSync, Field::State])}
        {card(cards.people, &[Field::LocalLinuxAdmin, Field::Ssh, Field::HostChange, Field::OsStandard])}
    }
}

/// All questions, group by group.
#[component]
pub fn FullProfile() -> impl IntoView {
    Group::ALL
        .into_iter()
        .map(|group| {
            let fields: Vec<_> =
                Field::ALL.iter().copied().filter(|field| field.group() == group).collect();
            view! { <Card title=(t().fields.group)(group) fields progress=true /> }
        })
        .collect_view()
}

#[component]
fn Card(
    title: &'static str,
    fields: Vec<Field>,
    /// Whether to say how many are answered.
    #[prop(optional)]
    progress: bool,
) -> impl IntoView {
    let questions =
        fields.iter().map(|field| view! { <Question asked=asked(*field) /> }).collect_view();
    view! {
        <section class="card">
            <div class="card__head">
                <h2>{title}</h2>
                {progress.then(|| view! { <Progress fields /> })}
            </div>
            <div class="questions">{questions}</div>
        </section>
    }
}

#[component]
fn Progress(fields: Vec<Field>) -> impl IntoView {
    let model = expect_context::<Model>();
    let count = fields.len();
    let answered = move || {
        model
            .parsed
            .with(|parsed| fields.iter().filter(|field| parsed.profile.knows(**field)).count())
    };
    view! { <small>{move || (t().site.progress)(answered(), count)}</small> }
}

/// Puts a question together from the model.
fn asked(field: Field) -> Asked {
    let model = expect_context::<Model>();
    Asked {
        field,
        raw: model.raw(field),
        answer: Memo::new(move |_| model.parsed.with(|parsed| parsed.profile.answer(field))),
        fault: Memo::new(move |_| {
            let fault = model.fault(field)?;
            Some((t().fields.fault)(field, &fault))
        }),
        locked: Signal::derive(move || !model.editable.get()),
        on_answer: Callback::new(move |(field, raw)| model.type_in(field, raw)),
    }
}

#[cfg(test)]
mod tests {
    // The quick cards are laid out by hand; the table says which questions are quick.
    #[test]
    fn every_quick_question_is_on_a_card_once() {
        let source = include_str!("questions.rs").split("#[cfg(test)]").next().unwrap_or_default();
        for field in rules_core::profile::Field::quick() {
            let name = format!("Field::{field:?}");
            let count = source
                .split(|c: char| !c.is_alphanumeric() && c != ':')
                .filter(|word| *word == name)
                .count();
            assert_eq!(count, 1, "{name}");
        }
    }
}
