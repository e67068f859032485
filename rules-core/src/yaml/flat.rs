//! A profile that lost its line breaks on the way through a web page or a chat: `site: tier: near-edge sites: 3400`.
//!
//! That is no YAML, but the keys are known, so it can be read in one way only. Tried when the parser has given up, and
//! taken only if every answer in it is sound.

use crate::file::{Node, Value};
use crate::profile::is_key;

/// Returns the answers between the known keys of a text; `None` if it begins with anything else or has one key only.
pub(super) fn parse(text: &str) -> Option<Node> {
    let mut entries: Vec<(&str, Vec<&str>)> = Vec::new();
    for word in text.split_whitespace() {
        match (word.strip_suffix(':'), entries.last_mut()) {
            (Some("site"), None) => {}
            (Some("decision_flags"), Some(_)) => break,
            (Some(key), _) if is_key(key) => entries.push((key, Vec::new())),
            (_, Some((_, answer))) => answer.push(word),
            (_, None) => return None,
        }
    }
    let nodes = entries
        .iter()
        .map(|(key, answer)| (node((*key).to_owned()), node(unquoted(&answer.join(" ")))));
    (entries.len() > 1).then(|| Node { line: None, value: Value::Group(nodes.collect()) })
}

fn node(text: String) -> Node {
    Node { line: None, value: Value::Text(text) }
}

fn unquoted(answer: &str) -> String {
    let inside = |quote| answer.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(answer).to_owned()
}
