//! What was considered, what is to be evaluated, and what follows from it.

use std::collections::BTreeSet;

use rules_core::outcome::{Decision, GateResult, StackResult, Verdict};
use rules_core::profile::Field;

use crate::documents::agreement::sentences;
use crate::documents::markdown::{Markdown, escape};
use crate::documents::record::{RecordInput, first, gate_title};
use crate::state::answer::rounded;
use crate::text::Text;

/// All eleven options through their best stacks.
pub fn options(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let decision = input.decision;
    document.heading(2, own.options);
    document.paragraph(own.options_intro);
    document.table(
        [own.option, own.best, own.verdict, own.value, own.rank],
        decision.products.iter().map(|product| {
            let best = product.best.and_then(|at| decision.stacks.get(at));
            let nothing = || own.nothing.to_owned();
            [
                escape(&(words.method.product)(product.product)),
                best.map_or_else(nothing, |best| escape(&(words.method.stack)(&best.stack))),
                escape((words.method.verdict)(product.verdict)),
                ranked_value(best).unwrap_or_else(nothing),
                product.rank.map_or_else(nothing, |rank| rank.to_string()),
            ]
        }),
    );
}

fn ranked_value(best: Option<&StackResult>) -> Option<String> {
    best.filter(|best| best.rank.is_some()).map(|best| rounded(best.value).to_string())
}

/// The shortlist with reasons, the pattern, where the tree differs, and on which conditions.
pub fn outcome(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let decision = input.decision;
    document.heading(2, own.outcome);
    if first(decision).is_none() {
        document.paragraph(&no_winner(decision, words));
        return;
    }
    let shortlist: Vec<_> = decision
        .shortlist
        .iter()
        .filter_map(|entry| Some((decision.stacks.get(entry.stack)?, entry)))
        .collect();
    document.list(shortlist.iter().enumerate().map(|(at, (result, entry))| {
        let say = if at == 0 { own.first } else { own.compare };
        say(
            &escape(&(words.method.stack)(&result.stack)),
            &escape(&(words.method.reason)(&entry.reason)),
        )
    }));
    let why = (words.method.reason)(&decision.pattern.reason);
    document.paragraph(&(own.pattern)(
        &escape((words.method.pattern)(decision.pattern.pattern)),
        &escape(&why),
    ));
    document.paragraph(&escape(&sentences(decision, words).join(" ")));
    let conditions: Vec<_> =
        shortlist.iter().flat_map(|(result, _)| conditions(result, words)).collect();
    if !conditions.is_empty() {
        document.heading(3, own.conditions);
        document.list(conditions);
    }
}

fn no_winner(decision: &Decision, words: &Text) -> String {
    let own = &words.record().document;
    if decision.needed.is_empty() {
        return own.nothing_left.to_owned();
    }
    let labels: Vec<_> = decision.needed.iter().map(|field| words.fields.label(*field)).collect();
    escape(&(own.not_enough)(&labels))
}

/// What has to be done, one line each; then, in one line, the answers that the verdicts still wait for.
fn conditions(result: &StackResult, words: &Text) -> Vec<String> {
    let own = &words.record().document;
    let stack = escape(&(words.method.stack)(&result.stack));
    let needs_action = |gate: &&GateResult| gate.action.is_some() || gate.depends_on.is_empty();
    let open =
        result.gates.iter().filter(|gate| !matches!(gate.verdict, Verdict::Pass | Verdict::Fail));
    let mut lines: Vec<_> = open
        .clone()
        .filter(needs_action)
        .map(|gate| {
            let what = gate.action.as_ref().unwrap_or(&gate.reason);
            (own.condition)(
                &stack,
                &escape(gate_title(gate.gate)),
                &escape(&(words.method.reason)(what)),
            )
        })
        .collect();
    let fields: BTreeSet<Field> = open.flat_map(|gate| gate.depends_on.iter().copied()).collect();
    if !fields.is_empty() {
        let labels: Vec<_> = fields.into_iter().map(|field| words.fields.label(field)).collect();
        lines.push((own.depends)(&stack, &labels));
    }
    lines
}

/// What speaks for and against the first stack.
pub fn consequences(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let Some(leader) = first(input.decision) else { return };
    document.heading(2, own.consequences);
    let all = || {
        leader
            .criteria
            .iter()
            .flat_map(|score| score.contributions.iter().map(move |part| (score, part)))
    };
    let say = |positive: bool| {
        all()
            .filter(move |(_, part)| if positive { part.delta > 0.0 } else { part.delta < 0.0 })
            .map(move |(score, part)| {
                let say = if positive { own.good } else { own.bad };
                let criterion = (words.method.criterion)(score.criterion);
                say(&escape(criterion), &escape(&(words.method.reason)(&part.reason)))
            })
    };
    document.list(say(true).chain(say(false)));
}
