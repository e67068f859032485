//! A sentence of the method with its figures: written once beside the rule that says it, filled in by whoever prints it.
//!
//! The template is English with `{0}`, `{1}` ... for the figures. Its key is for ever, so that the text room of the app
//! can hold the same sentence in another language.

use crate::profile::{Answer, Choice, Field, Kind, Unit};

/// Why a rule says what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Names the sentence, for translation; kebab-case, unique in the crate.
    pub key: &'static str,
    /// The English sentence: no capital at its start unless it is a name, no full stop at its end.
    pub template: &'static str,
    /// What stands in the places of the template, in order.
    pub figures: Vec<Figure>,
}

/// One figure of a [`Reason`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A whole number with its unit, printed with a thousands separator: `2,048 MiB`.
    Whole(u64, Unit),
    /// A bare count.
    Count(u64),
    /// The label of a field.
    Field(Field),
    /// An answer to a field, in words.
    Answer(Field, Answer),
    /// A name or figure straight from the catalog, printed as it is.
    Name(&'static str),
}

impl Reason {
    /// Builds a reason without figures.
    #[must_use]
    pub const fn plain(key: &'static str, template: &'static str) -> Self {
        Self { key, template, figures: Vec::new() }
    }

    /// Builds a reason with figures.
    #[must_use]
    pub const fn new(key: &'static str, template: &'static str, figures: Vec<Figure>) -> Self {
        Self { key, template, figures }
    }

    /// Returns the sentence, each `{n}` of the template replaced by `print(figures[n])`. A place without a figure stays
    /// as it is, so that a slip is seen.
    pub fn fill(&self, template: &str, print: impl Fn(&Figure) -> String) -> String {
        let mut filled = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            filled.push_str(before);
            let close = from.find('}').map_or(from.len(), |at| at + 1);
            let place = &from[..close];
            match place
                .trim_matches(['{', '}'])
                .parse::<usize>()
                .ok()
                .and_then(|at| self.figures.get(at))
            {
                Some(figure) => filled.push_str(&print(figure)),
                None => filled.push_str(place),
            }
            rest = &from[close..];
        }
        filled.push_str(rest);
        filled
    }

    /// Returns the sentence in English, as the machine-readable decision prints it.
    #[must_use]
    pub fn english(&self) -> String {
        self.fill(self.template, Figure::english)
    }
}

impl Figure {
    /// Returns one value of the vocabulary of a field: the choice, or the member of a set that is spoken of.
    #[must_use]
    pub fn one(field: Field, value: impl Choice) -> Self {
        let at = value.index();
        let set = matches!(field.kind(), Kind::Set { .. });
        Self::Answer(field, if set { Answer::Set(1 << at) } else { Answer::Choice(at) })
    }

    /// Returns the figure in English: words for answers, ids for fields, a thousands separator in numbers.
    #[must_use]
    pub fn english(&self) -> String {
        match self {
            Self::Whole(number, unit) => format!("{} {}", grouped(*number), unit.after(*number)),
            Self::Count(number) => grouped(*number),
            Self::Field(field) => field.id().to_owned(),
            Self::Answer(field, answer) => field.words(*answer),
            Self::Name(name) => (*name).to_owned(),
        }
    }
}

/// Returns a whole number with a comma between groups of three digits.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_where_the_template_names_them() {
        let reason = Reason::new(
            "ram",
            "needs {0} + {1}, node has {0} {7}",
            vec![Figure::Whole(2048, Unit::Mib), Figure::Count(600)],
        );
        assert_eq!(reason.english(), "needs 2,048 MiB + 600, node has 2,048 MiB {7}");
    }
}
