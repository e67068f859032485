//! Profiles as JSON: yes and no as booleans, numbers as numbers, sets as arrays, what is unknown left out.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, json};

use crate::file::{self, FileFault, FileProblem, Node, Value};
use crate::profile::{Answer, Draft, Field, Kind, SiteProfile};

/// Most bytes that are read. A whole exported decision has some hundred thousand.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Returns the object that stands under `profile` in a decision: the answered fields, and the name if there is one.
#[must_use]
pub fn value(profile: &SiteProfile) -> serde_json::Value {
    let mut object = Map::new();
    if !profile.name().is_empty() {
        object.insert("name".to_owned(), profile.name().into());
    }
    for field in Field::ALL.iter().copied() {
        if let Some(answer) = profile.answer(field) {
            object.insert(field.id().to_owned(), answer_value(field, answer));
        }
    }
    object.into()
}

/// Returns an answer as JSON.
#[must_use]
pub fn answer_value(field: Field, answer: Answer) -> serde_json::Value {
    match (field.kind(), answer) {
        (_, Answer::YesNo(yes)) => yes.into(),
        (_, Answer::Whole(number)) => number.into(),
        (Kind::Set { ids, .. }, Answer::Set(bits)) => {
            let members = ids.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            members.map(|(_, id)| *id).collect()
        }
        _ => field.print(answer).into(),
    }
}

/// Returns the profile as a file of its own.
#[must_use]
pub fn write(profile: &SiteProfile) -> String {
    format!("{:#}\n", json!({ "site": value(profile) }))
}

/// Reads a profile from JSON: its keys at the top or under `site`, or a whole exported decision.
///
/// # Errors
/// Every fault there is; of broken JSON, the first.
pub fn read(text: &str) -> Result<Draft, Vec<FileFault>> {
    file::check_size(text, MAX_BYTES)?;
    let text = text.trim_start_matches('\u{feff}');
    let root: Node = serde_json::from_str(text).map_err(|error| vec![syntax(&error)])?;
    file::take(root)
}

fn syntax(error: &serde_json::Error) -> FileFault {
    let told = error.to_string();
    let message = told.split(" at line ").next().unwrap_or_default().to_owned();
    FileFault::new(Some(error.line()), FileProblem::Syntax { message })
}

/// Own reading rather than [`serde_json::Value`]: that keeps the last of two equal keys and says nothing.
impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

fn text(scalar: &impl ToString) -> Node {
    node(Value::Text(scalar.to_string()))
}

fn node(value: Value) -> Node {
    Node { line: None, value }
}

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(node(Value::Nothing))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Node, E> {
        Ok(text(&yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(text(&number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(text(&number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(text(&number))
    }

    fn visit_str<E>(self, word: &str) -> Result<Node, E> {
        Ok(text(&word))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = seq.next_element()? {
            members.push(member);
        }
        Ok(node(Value::List(members)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Node>()? {
            entries.push((node(Value::Text(key)), value));
        }
        Ok(node(Value::Group(entries)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::profile::testing::any_profile;

    fn check(text: &str, expected: &str) {
        let read = match read(text) {
            Ok(draft) => value(&draft.parse().profile).to_string(),
            Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "),
        };
        assert_eq!(read, expected, "{text}");
    }

    const PLAIN: &str = r#"{"compliance":[],"cpu_architectures":["x86_64","arm64"],"local_operation":true,"sites":3400}"#;

    #[test]
    fn a_profile_is_found_at_the_top_under_site_and_in_a_decision() {
        check(PLAIN, PLAIN);
        check(&format!("{{\"site\":{PLAIN}}}"), PLAIN);
        let decision = format!(
            r#"{{"format":1,"versions":{{"rules":"1"}},"profile":{PLAIN},"stacks":[{{"id":"a"}}]}}"#
        );
        check(&decision, PLAIN);
        check(r#"{"sites":"3,400","tier":null}"#, r#"{"sites":3400}"#);
    }

    #[test]
    fn an_exported_decision_gives_its_profile_back() {
        let profile = read(PLAIN).expect("it is sound").parse().profile;
        let decision = crate::decide(&profile, &crate::Choices::default());
        let exported = crate::decision_json(&decision).to_string();
        assert_eq!(read(&exported).map(|draft| draft.parse().profile), Ok(profile));
        assert!(exported.len() < MAX_BYTES / 2, "{}", exported.len());
    }

    #[test]
    fn every_fault_is_told() {
        check(
            r#"{"sites":0,"sites":1,"tier":["near-edge"],"site_count":5,"ssh":{"policy":"banned"},"node_cpu_cores":1.5}"#,
            "sites answers the same as sites before it | tier takes one answer, not a list | no field is called \
             \"site_count\" | ssh takes one answer, not a group of keys | sites: 0 sites is below the minimum of 1 \
             sites | node_cpu_cores: 1.5 is not a whole number of cores",
        );
        check("[1]", "there is no profile in it");
        check("{\"sites\": }", "line 1: expected value");
        check(r#"{"format":2,"profile":{}}"#, "the file has format 2; this release reads format 1");
    }

    #[test]
    fn a_deep_or_huge_file_is_refused() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read(&deep).is_err());
        let faults = read(&" ".repeat(MAX_BYTES + 1)).expect_err("too long");
        assert!(matches!(faults[0].problem, FileProblem::TooLong { .. }));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(profile in any_profile()) {
            let read = read(&write(&profile)).map(|draft| draft.parse());
            prop_assert_eq!(read.map(|parsed| parsed.profile), Ok(profile));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[ -~]{0,60}|[\\[\\]{}\":,a-c0-9 ]{0,60}") {
            let _ = read(&text);
        }
    }
}
