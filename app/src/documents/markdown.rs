//! The little Markdown that our documents need, written so that text from outside stays text.

use std::fmt::Write;

/// A document that grows line by line.
#[derive(Debug, Default)]
pub struct Markdown {
    text: String,
}

impl Markdown {
    /// Adds a heading; level 1 is the title.
    pub fn heading(&mut self, level: usize, text: &str) {
        self.gap();
        let _ = writeln!(self.text, "{} {}", "#".repeat(level), escape(text));
    }

    /// Adds a paragraph of ready Markdown.
    pub fn paragraph(&mut self, markdown: &str) {
        self.gap();
        let _ = writeln!(self.text, "{markdown}");
    }

    /// Adds a list of ready Markdown; nothing for no items.
    pub fn list<S: AsRef<str>>(&mut self, items: impl IntoIterator<Item = S>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.gap();
        }
        for item in items {
            let _ = writeln!(self.text, "- {}", item.as_ref());
        }
    }

    /// Adds a numbered list of ready Markdown.
    pub fn steps(&mut self, items: impl IntoIterator<Item = String>) {
        self.gap();
        for (at, item) in (1..).zip(items) {
            let _ = writeln!(self.text, "{at}. {item}");
        }
    }

    /// Adds a table of ready Markdown cells, of any width.
    pub fn rows(&mut self, head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
        self.gap();
        let heads: Vec<_> = head.iter().map(|cell| escape(cell)).collect();
        let _ = writeln!(self.text, "| {} |", heads.join(" | "));
        let _ = writeln!(self.text, "|{}", " --- |".repeat(head.len()));
        for row in rows {
            let _ = writeln!(self.text, "| {} |", row.join(" | "));
        }
    }

    /// Adds a table of ready Markdown cells.
    pub fn table<const N: usize>(
        &mut self,
        head: [&str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) {
        self.gap();
        let _ = writeln!(self.text, "| {} |", head.map(escape).join(" | "));
        let _ = writeln!(self.text, "|{}", " --- |".repeat(N));
        for row in rows {
            let _ = writeln!(self.text, "| {} |", row.join(" | "));
        }
    }

    /// Adds text as it is, in a fence that the text cannot close.
    pub fn fence(&mut self, language: &str, text: &str) {
        self.gap();
        let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let _ = writeln!(self.text, "{fence}{language}\n{}\n{fence}", text.trim_end());
    }

    /// Returns the document; it ends with one line break.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

/// Returns text that Markdown shows letter by letter, on one line: no markup, no table cell, no HTML, no link of its own.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '!' | '&' | '$' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            // A bare address would be made a link by many readers.
            ':' if escaped.ends_with("http") || escaped.ends_with("https") => {
                escaped.push_str("\\:");
            }
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Returns a link to one of our own sources.
#[must_use]
pub fn link(text: &str, address: &str) -> String {
    let address = address.replace('(', "%28").replace(')', "%29").replace(' ', "%20");
    format!("[{}]({address})", escape(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_text_stays_text() {
        assert_eq!(
            escape("<b>|x|</b> [a](b)\n# *c*"),
            "\\<b\\>\\|x\\|\\</b\\> \\[a\\](b) \\# \\*c\\*"
        );
        assert_eq!(escape("see https://a.example"), "see https\\://a.example");
    }

    #[test]
    fn a_fence_is_longer_than_any_in_its_text() {
        let mut document = Markdown::default();
        document.fence("yaml", "name: '````'");
        assert_eq!(document.finish(), "`````yaml\nname: '````'\n`````\n");
    }

    #[test]
    fn a_list_without_items_leaves_no_gap() {
        let mut document = Markdown::default();
        document.paragraph("one");
        document.list(Vec::<String>::new());
        document.paragraph("two");
        assert_eq!(document.finish(), "one\n\ntwo\n");
    }
}
