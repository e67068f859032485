//! How certain the answer is, what would change it, and what to find out next.

use rules_core::certainty::Findings;

use crate::documents::certainty::{change, moved, numbers, scale};
use crate::documents::markdown::{Markdown, escape};
use crate::documents::record::RecordInput;
use crate::state::certain::{self, Certain, Of};
use crate::text::Text;

/// The word with its numbers and the first three places; then what would change the answer, and what to find out.
pub fn certainty(document: &mut Markdown, input: &RecordInput, words: &Text) {
    let own = words.certainty();
    if input.certain.missing {
        document.heading(2, own.title);
        document.paragraph(own.missing);
    }
    let Some(found) = input.certain.found.as_deref() else { return };
    let Some(headline) = certain::headline(input.certain) else { return };
    document.heading(2, own.title);
    let first = escape(&(words.method.stack)(&headline.first));
    document.paragraph(&format!(
        "**{}.** {}",
        (own.word)(headline.word),
        (own.means)(headline.word, &first)
    ));
    let rows = numbers(&headline, words).map(|(label, figure, means)| {
        format!("**{label}: {}.** {}", escape(&figure), escape(&means))
    });
    document.list(rows);
    places(document, found, words);
    flips(document, input, found, words);
    next(document, input.certain, words);
}

fn places(document: &mut Markdown, found: &Findings, words: &Text) {
    let own = words.certainty();
    let Some(ranked) = certain::ranked(found, Of::Near) else { return };
    document.paragraph(&format!("{}:", (own.shares.caption)((own.shares.set)(Of::Near))));
    let [first, second, third] = own.shares.ranks;
    let rows = ranked.iter().map(|one| {
        let [first, second, third] = one.ranks.map(own.share);
        [escape(&(words.method.stack)(&one.stack)), first, second, third]
    });
    document.table([own.shares.choice, first, second, third], rows);
}

fn flips(document: &mut Markdown, input: &RecordInput, found: &Findings, words: &Text) {
    let own = &words.certainty().flips;
    document.heading(2, own.title);
    // Nothing can be flipped while no winner may be named.
    let flips = input.certain.flips.as_ref().filter(|_| !input.decision.shortlist.is_empty());
    if let Some(changes) = flips {
        if changes.is_empty() {
            document.paragraph(own.none);
        }
        document.list(changes.iter().map(|one| escape(&change(one, words))));
    }
    document.paragraph(&escape(&moved(certain::moved(found).as_ref(), words)));
    document.paragraph(&escape(&scale(&certain::on_other_scales(found), words)));
}

fn next(document: &mut Markdown, found: &Certain, words: &Text) {
    let own = &words.certainty().next;
    let questions = found.questions.as_deref().map(|all| certain::worth_asking(all));
    let tests = found.found.as_deref().and_then(certain::tests);
    document.heading(2, own.title);
    document.paragraph(own.lead);
    if let Some((telling, idle)) = questions {
        let line = |(field, worth)| {
            format!("{}: {}", escape(words.fields.label(field)), (own.worth)(worth))
        };
        let rest = (idle > 0).then(|| (own.questions_nothing)(idle));
        document.paragraph(&format!("{}:", own.questions));
        document.list(telling.into_iter().map(line).chain(rest));
    }
    document.paragraph(&format!("{}:", own.tests));
    document.list(tests.into_iter().flatten().map(|test| {
        let with: Vec<_> = test.with.iter().map(|stack| (words.method.stack)(stack)).collect();
        let worth =
            if test.points > 0.0 { (own.worth)(test.points) } else { own.nothing.to_owned() };
        format!("{} {}: {worth}", (own.test)(test.id), escape(&(own.with)(&with)))
    }));
}
