//! What the decision is about: site class, direction, drivers.

use rules_core::outcome::{CriterionId, QuestionResult, WeightStep};
use rules_core::profile::{Answer, Field};

use crate::documents::markdown::{Markdown, escape};
use crate::documents::record::{RecordInput, answer};
use crate::text::Text;

/// The site class first, then every answer, what was assumed and what does not go together.
pub fn context(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let decision = input.decision;
    document.heading(2, own.context);
    let known = |field| decision.profile.answer(field).map(|answer| measured(field, answer, words));
    let tier = Field::Tier;
    let tier = (words.fields.answer)(
        tier,
        decision.profile.answer(tier).unwrap_or_else(|| tier.assumption()),
    );
    let class = (own.site_class)(
        &tier,
        known(Field::Sites).as_deref(),
        known(Field::NodesPerSite).as_deref(),
    );
    document.paragraph(&escape(&class));
    let answered = Field::ALL.iter().filter(|field| decision.profile.knows(**field));
    document.table(
        [own.question, own.answer],
        answered.map(|field| [escape(words.fields.label(*field)), answer(decision, *field, words)]),
    );
    assumptions(document, input, words);
    if !decision.warnings.is_empty() {
        document.heading(3, own.contradictions);
        document.list(
            decision
                .warnings
                .iter()
                .map(|warning| escape(&(words.method.sentence)(&warning.message))),
        );
    }
}

fn measured(field: Field, answer: Answer, words: &Text) -> String {
    (words.fields.answer)(field, answer)
}

fn assumptions(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let assumptions = &input.decision.assumptions;
    if assumptions.is_empty() {
        return;
    }
    document.heading(3, own.assumptions);
    document.paragraph(own.assumptions_intro);
    document.table(
        [own.question, own.assumed, own.why],
        assumptions.iter().map(|assumption| {
            [
                escape(words.fields.label(assumption.field)),
                escape(&(words.fields.answer)(assumption.field, assumption.assumed)),
                escape(assumption.field.assumption_reason()),
            ]
        }),
    );
}

/// The five questions with their answers, and where they lead.
pub fn direction(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let tree = &input.decision.tree;
    document.heading(2, own.direction);
    let names: Vec<_> = tree.direction.iter().map(|id| (words.method.direction)(id)).collect();
    document.paragraph(&escape(&(own.direction_is)(&names)));
    document.table(
        [own.question, own.answer, own.why],
        tree.questions.iter().map(|question| {
            [
                escape((words.method.question)(question.question)),
                escape(&tree_answer(question, words)),
                escape(&(words.method.reason)(&question.reason)),
            ]
        }),
    );
}

fn tree_answer(question: &QuestionResult, words: &Text) -> String {
    let own = &words.record().document;
    let answer = (words.method.tree_answer)(question.answer);
    if !question.on_path {
        return own.not_asked.to_owned();
    }
    if question.overridden {
        return (own.overridden)(answer, (words.method.tree_answer)(question.derived));
    }
    answer.to_owned()
}

/// The seven weights and what made them.
pub fn drivers(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = &words.record().document;
    let weights = &input.decision.weights;
    document.heading(2, own.drivers);
    document.paragraph(if input.own_weights { own.own_weights } else { own.derived_weights });
    document.table(
        [own.criterion, own.weight, own.why],
        CriterionId::ALL.map(|criterion| {
            let steps = weights.derivation.iter().filter(|step| step.criterion == criterion);
            [
                escape((words.method.criterion)(criterion)),
                (own.share)(weights.shares[criterion as usize]),
                escape(&reasons(steps, words)),
            ]
        }),
    );
}

/// What raised a weight; where nothing did, that all start alike.
fn reasons<'a>(steps: impl Iterator<Item = &'a WeightStep>, words: &Text) -> String {
    let steps: Vec<_> = steps.collect();
    let raised = if steps.len() > 1 { &steps[1..] } else { &steps[..] };
    let reasons: Vec<String> =
        raised.iter().map(|step| (words.method.reason)(&step.reason)).collect();
    if reasons.is_empty() { words.record().document.nothing.to_owned() } else { reasons.join("; ") }
}
