//! An opened score: the criterion's question and rule, and what the score is made of.

use leptos::prelude::*;
use rules_core::criteria::{self, Criterion};
use rules_core::outcome::{Contribution, CriterionId, CriterionScore, StackResult};

use crate::components::facts::Facts;
use crate::components::field_links::FieldLinks;
use crate::components::matrix::Behind;
use crate::state::answer::rounded;
use crate::text::t;

/// All about one score.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "components own their properties")]
pub fn ScorePanel(criterion: CriterionId, result: StackResult, behind: Behind) -> impl IntoView {
    let words = &t().decision().matrix;
    let rule = criteria::ALL.iter().find(|rule| rule.id == criterion);
    let score = result.criteria.iter().find(|score| score.criterion == criterion).cloned();
    let stack = (t().method.stack)(&result.stack);
    score.map(|score| {
        view! {
            <h3>
                {(words.score_of)((t().method.criterion)(criterion), &stack, rounded(score.score))}
            </h3>
            {rule.map(|rule| view! { <Rule rule behind /> })}
            <h4>{words.made_of}</h4>
            <Parts parts=score.contributions.clone() behind />
            <p>{sum(&score)}</p>
        }
    })
}

fn sum(score: &CriterionScore) -> String {
    let sum = score.contributions.iter().map(|part| part.delta).sum();
    (t().decision().matrix.sum)(sum, rounded(score.score), score.low, score.high, score.level)
}

/// The criterion itself.
#[component]
fn Rule(rule: &'static Criterion, behind: Behind) -> impl IntoView {
    let words = &t().decision().matrix;
    view! {
        <dl class="rule">
            <dt>{words.asks}</dt>
            <dd>{rule.question}</dd>
            <dt>{words.strong}</dt>
            <dd>{rule.strong}</dd>
            <dt>{words.suspicious}</dt>
            <dd>{rule.warning}</dd>
            <dt>{words.formula}</dt>
            <dd>{rule.formula}</dd>
            <dt>{words.reads}</dt>
            <dd><FieldLinks fields=rule.reads.to_vec() href=behind.href /></dd>
        </dl>
        <p><a href=move || behind.rule_href.run(rule.id.id())>{words.in_method}</a></p>
    }
}

/// What raised or lowered a score, in the order given.
#[component]
pub fn Parts(
    /// What did.
    parts: Vec<Contribution>,
    /// What stands behind them.
    behind: Behind,
) -> impl IntoView {
    view! {
        <ul class="parts">
            {parts.into_iter().map(|part| view! { <Part part behind /> }).collect_view()}
        </ul>
    }
}

/// What raised or lowered the score.
#[component]
fn Part(part: Contribution, behind: Behind) -> impl IntoView {
    view! {
        <li>
            <b class="parts__delta">{(t().decision().matrix.delta)(part.delta)}</b>
            <div>
                <p>{(t().method.sentence)(&part.reason)}</p>
                <Facts ids=part.facts.into_owned() evidence=behind.evidence />
            </div>
        </li>
    }
}
