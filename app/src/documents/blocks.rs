//! Text that is a page and a file at once: parts made of blocks. The page draws them, [`markdown`] prints them, so that
//! the two cannot differ.

use rules_core::catalog::FactSheets;
use rules_core::outcome::FactId;

use super::markdown::{Markdown, escape, link};

/// A part with a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What an address calls it; for ever.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// What it consists of.
    pub blocks: Vec<Block>,
}

/// A piece of a part. All text is plain.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// Points in any order.
    List(Vec<String>),
    /// Points one after the other.
    Steps(Vec<String>),
    /// A table; every row is as long as the head.
    Table {
        /// What it shows, for those who do not see it.
        caption: &'static str,
        /// Heads of the columns.
        head: Vec<&'static str>,
        /// Rows.
        rows: Vec<Vec<String>>,
    },
    /// Something with a name, and what is said of it.
    Entry(Entry),
    /// Facts in full.
    Facts(Vec<FactId>),
}

/// Something with a name, and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What an address calls it, if it can be linked to.
    pub id: Option<&'static str>,
    /// Its name.
    pub title: String,
    /// What is said: term and words.
    pub terms: Vec<(&'static str, String)>,
    /// The facts that it rests on.
    pub facts: Vec<FactId>,
}

/// Prints parts under a title. `facts` is the term before the ids of an entry's facts.
#[must_use]
pub fn markdown(
    title: &str,
    lead: &[&str],
    parts: &[Part],
    facts: &str,
    sheets: &FactSheets,
) -> String {
    let mut document = Markdown::default();
    document.heading(1, title);
    for paragraph in lead {
        document.paragraph(&escape(paragraph));
    }
    for part in parts {
        document.heading(2, part.title);
        for block in &part.blocks {
            print(&mut document, block, facts, sheets);
        }
    }
    document.finish()
}

fn print(document: &mut Markdown, block: &Block, facts: &str, sheets: &FactSheets) {
    match block {
        Block::Text(text) => document.paragraph(&escape(text)),
        Block::List(items) => document.list(items.iter().map(|item| escape(item))),
        Block::Steps(items) => document.steps(items.iter().map(|item| escape(item))),
        Block::Table { head, rows, .. } => {
            let rows = rows.iter().map(|row| row.iter().map(|cell| escape(cell)).collect());
            document.rows(head, rows);
        }
        Block::Entry(entry) => print_entry(document, entry, facts),
        Block::Facts(ids) => {
            document.list(ids.iter().filter_map(|id| sheets.fact(id)).map(|fact| {
                let source = link(site(&fact.source), &fact.source);
                format!("`{}`: {} ({source}, {})", fact.id, escape(&fact.claim), fact.as_of)
            }));
        }
    }
}

fn print_entry(document: &mut Markdown, entry: &Entry, facts: &str) {
    document.heading(3, &entry.title);
    let ids: Vec<_> = entry.facts.iter().map(|id| format!("`{id}`")).collect();
    let terms = entry.terms.iter().map(|(term, said)| format!("{term}: {}", escape(said)));
    let cited = (!ids.is_empty()).then(|| format!("{facts}: {}", ids.join(", ")));
    document.list(terms.chain(cited));
}

/// Returns the site of an address: `docs.k3s.io`.
#[must_use]
pub fn site(source: &str) -> &str {
    let address = source.split_once("://").map_or(source, |(_, rest)| rest);
    address.split('/').next().unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_of_an_address_is_its_host() {
        assert_eq!(site("https://docs.k3s.io/installation/requirements"), "docs.k3s.io");
        assert_eq!(site("a book"), "a book");
    }

    #[test]
    fn blocks_are_printed_in_their_order() {
        let entry = Entry {
            id: None,
            title: "Memory".to_owned(),
            terms: vec![("Rule", "a <= b".to_owned())],
            facts: vec!["k3s.server.min-ram"],
        };
        let table = Block::Table {
            caption: "",
            head: vec!["A", "B"],
            rows: vec![vec!["1".to_owned(), "2|3".to_owned()]],
        };
        let steps = Block::Steps(vec!["one".to_owned(), "two".to_owned()]);
        let part =
            Part { id: "gates", title: "Gates", blocks: vec![Block::Entry(entry), table, steps] };
        let text = markdown("Method", &["Lead."], &[part], "Facts", &FactSheets::default());
        assert_eq!(
            text,
            "# Method\n\nLead.\n\n## Gates\n\n### Memory\n\n- Rule: a \\<= b\n- Facts: `k3s.server.min-ram`\n\n\
             | A | B |\n| --- | --- |\n| 1 | 2\\|3 |\n\n1. one\n2. two\n"
        );
    }
}
