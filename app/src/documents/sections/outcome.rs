//! What was considered, what is to be evaluated, and what follows from it.

use rules_core::outcome::{Decision, StackResult, Verdict};

use crate::documents::markdown::{Markdown, escape};
use crate::documents::record::{RecordInput, first};
use crate::state::answer::rounded;
use crate::text::Text;

/// All eleven options through their best stacks.
pub fn options(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record.document;
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
    let own = &words.record.document;
    let decision = input.decision;
    document.heading(2, own.outcome);
    let Some(leader) = first(decision) else {
        document.paragraph(&no_winner(decision, words));
        return;
    };
    let shortlist: Vec<_> = decision
        .shortlist
        .iter()
        .filter_map(|entry| Some((decision.stacks.get(entry.stack)?, entry)))
        .collect();
    document.list(shortlist.iter().enumerate().map(|(at, (result, entry))| {
        let say = if at == 0 { own.first } else { own.compare };
        say(&escape(&(words.method.stack)(&result.stack)), &escape(&(words.method.reason)(&entry.reason)))
    }));
    let why = (words.method.reason)(&decision.pattern.reason);
    document.paragraph(&(own.pattern)(&escape((words.method.pattern)(decision.pattern.pattern)), &escape(&why)));
    disagreement(document, decision, leader, words);
    let conditions: Vec<_> = shortlist.iter().flat_map(|(result, _)| conditions(result, words)).collect();
    if !conditions.is_empty() {
        document.heading(3, own.conditions);
        document.list(conditions);
    }
}

fn no_winner(decision: &Decision, words: &Text) -> String {
    let own = &words.record.document;
    if decision.needed.is_empty() {
        return own.nothing_left.to_owned();
    }
    let labels: Vec<_> = decision.needed.iter().map(|field| words.fields.label(*field)).collect();
    escape(&(own.not_enough)(&labels))
}

/// The tree and the ranking answer different questions; where they differ, the record says so.
fn disagreement(document: &mut Markdown, decision: &Decision, leader: &StackResult, words: &Text) {
    let local = decision.tree.direction.contains(&"local-site-cluster") && leader.stack.framework.is_none();
    let named = leader.stack.products.iter().any(|product| decision.tree.direction.contains(product));
    if !local && !named && !decision.tree.direction.is_empty() {
        let names: Vec<_> = decision.tree.direction.iter().map(|id| (words.method.direction)(id)).collect();
        let sentence = (words.record.document.disagreement)(&names, &(words.method.stack)(&leader.stack));
        document.paragraph(&escape(&sentence));
    }
}

fn conditions(result: &StackResult, words: &Text) -> Vec<String> {
    let own = &words.record.document;
    let stack = escape(&(words.method.stack)(&result.stack));
    let open = result.gates.iter().filter_map(|gate| {
        let name = escape((words.method.gate)(gate.gate));
        match (&gate.action, gate.verdict) {
            (Some(action), _) => Some((own.condition)(&stack, &name, &escape(&(words.method.reason)(action)))),
            (None, Verdict::Unknown) if gate.depends_on.is_empty() => {
                Some((own.condition)(&stack, &name, &escape(&(words.method.reason)(&gate.reason))))
            }
            (None, Verdict::Unknown) => {
                let labels: Vec<_> = gate.depends_on.iter().map(|field| words.fields.label(*field)).collect();
                Some((own.depends)(&stack, &name, &labels))
            }
            _ => None,
        }
    });
    open.collect()
}

/// What speaks for and against the first stack.
pub fn consequences(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record.document;
    let Some(leader) = first(input.decision) else { return };
    document.heading(2, own.consequences);
    let all = || leader.criteria.iter().flat_map(|score| score.contributions.iter().map(move |part| (score, part)));
    let say = |positive: bool| {
        all().filter(move |(_, part)| if positive { part.delta > 0.0 } else { part.delta < 0.0 }).map(
            move |(score, part)| {
                let say = if positive { own.good } else { own.bad };
                let criterion = (words.method.criterion)(score.criterion);
                say(&escape(criterion), &escape(&(words.method.reason)(&part.reason)))
            },
        )
    };
    document.list(say(true).chain(say(false)));
}
