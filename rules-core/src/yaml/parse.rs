//! From YAML events to a tree of parts, each with its line. No recursion, no expansion.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::file::{FileFault, FileProblem, Node, Value};

/// Deepest nesting: a list in a group in `site`, and room for what is skipped.
const MAX_DEPTH: usize = 16;

/// A list or group that is still open.
enum Open {
    List { line: usize, members: Vec<Node> },
    Group { line: usize, entries: Vec<(Node, Node)>, key: Option<Node> },
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
}

/// Returns the one document in a text.
pub(super) fn parse(text: &str) -> Result<Node, Vec<FileFault>> {
    let mut builder = Builder::default();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| {
            let message = error.info().to_owned();
            vec![FileFault::new(Some(error.marker().line()), FileProblem::Syntax { message })]
        })?;
        builder
            .take(event, &span)
            .map_err(|problem| vec![FileFault::new(Some(line_of(&span)), problem)])?;
    }
    builder.root.ok_or_else(|| vec![FileFault::new(None, FileProblem::NoProfile)])
}

fn line_of(span: &Span) -> usize {
    span.start.line()
}

impl Builder {
    fn take(&mut self, event: Event, span: &Span) -> Result<(), FileProblem> {
        let line = line_of(span);
        match event {
            Event::Scalar(text, style, ..) => self.add(line, scalar(&text, style)),
            Event::Alias(_) => self.add(line, Value::Alias),
            Event::SequenceStart(..) => self.enter(Open::List { line, members: Vec::new() })?,
            Event::MappingStart(..) => {
                self.enter(Open::Group { line, entries: Vec::new(), key: None })?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(),
            Event::DocumentStart(_) => self.begin_document()?,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn begin_document(&mut self) -> Result<(), FileProblem> {
        self.documents += 1;
        if self.documents > 1 { Err(FileProblem::SecondDocument) } else { Ok(()) }
    }

    fn enter(&mut self, open: Open) -> Result<(), FileProblem> {
        self.open.push(open);
        if self.open.len() > MAX_DEPTH { Err(FileProblem::TooDeep) } else { Ok(()) }
    }

    fn leave(&mut self) {
        match self.open.pop() {
            Some(Open::List { line, members }) => self.add(line, Value::List(members)),
            Some(Open::Group { line, entries, .. }) => self.add(line, Value::Group(entries)),
            None => {}
        }
    }

    fn add(&mut self, line: usize, value: Value) {
        let node = Node { line: Some(line), value };
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { members, .. }) => members.push(node),
            Some(Open::Group { entries, key, .. }) => match key.take() {
                None => *key = Some(node),
                Some(key) => entries.push((key, node)),
            },
        }
    }
}

/// Only plain text can be null: `"null"` in quotes is a word.
fn scalar(text: &str, style: ScalarStyle) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" if style == ScalarStyle::Plain => Value::Nothing,
        text => Value::Text(text.to_owned()),
    }
}
