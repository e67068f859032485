//! Profiles as files: what YAML and JSON have in common once their syntax is off.
//!
//! A file is a profile under `site:`, or one with its keys at the top, or a whole exported decision with the profile
//! under `profile`. Every fault is told at once, with its line where the syntax knows lines. A faulty file opens
//! nothing: half a profile would look like a whole one.

use thiserror::Error;

use crate::profile::{Draft, Intake, KeyFault, ProfileFault, shown, takes_list};
use crate::{FORMAT, json, yaml};

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}{problem}", at_line(*.line))]
pub struct FileFault {
    /// The line it stands in, counted from 1, where that is known.
    pub line: Option<usize>,
    /// What it is.
    pub problem: FileProblem,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileProblem {
    /// More than a profile can be.
    #[error("{found} bytes are more than the {max} that are read")]
    TooLong {
        /// Size of the file.
        found: usize,
        /// Largest size that is read.
        max: usize,
    },
    /// No YAML or JSON.
    #[error("{message}")]
    Syntax {
        /// What the parser says, in English.
        message: String,
    },
    /// Nothing in it, or no keys with answers.
    #[error("there is no profile in it")]
    NoProfile,
    /// More nested than any profile.
    #[error("nested deeper than any profile is")]
    TooDeep,
    /// A second document in the same file.
    #[error("a second document begins here; one file is one profile")]
    SecondDocument,
    /// A reference to another part of the file.
    #[error("an alias (*) stands here; profiles are written out in full")]
    Alias,
    /// Something other than plain text as a key.
    #[error("a key has to be plain text")]
    KeyShape,
    /// A list or a group where one answer belongs.
    #[error("{key} takes {}, not {found}", if *.list { "a list or one answer" } else { "one answer" })]
    AnswerShape {
        /// The key.
        key: String,
        /// What was found.
        found: Shape,
        /// Whether a list would do.
        list: bool,
    },
    /// The decision was exported by a later release.
    #[error("the file has format {found}; this release reads format {FORMAT}")]
    LaterFormat {
        /// The format found.
        found: String,
    },
    /// A key is unknown or repeated.
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// An answer could not be read.
    #[error(transparent)]
    Profile(#[from] ProfileFault),
}

/// The shape of a part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A list.
    List,
    /// Keys with values.
    Group,
}

impl std::fmt::Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::List => "a list",
            Self::Group => "a group of keys",
        })
    }
}

/// Reads a profile from YAML or JSON, whichever it is. The draft has each answer in its canonical form, as the controls
/// of a form want it.
///
/// # Errors
/// Every fault there is.
pub fn read(text: &str) -> Result<Draft, Vec<FileFault>> {
    if text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with('{') {
        json::read(text)
    } else {
        yaml::read(text)
    }
}

/// A part of a file, its syntax taken off.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) line: Option<usize>,
    pub(crate) value: Value,
}

/// What a part of a file is.
#[derive(Debug)]
pub(crate) enum Value {
    /// Null, or nothing at all.
    Nothing,
    /// Text, a number, true or false.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in the order of the file.
    Group(Vec<(Node, Node)>),
    /// A reference to another part.
    Alias,
}

impl FileFault {
    pub(crate) fn new(line: Option<usize>, problem: impl Into<FileProblem>) -> Self {
        Self { line, problem: problem.into() }
    }
}

/// Returns a fault if the text is longer than allowed.
pub(crate) fn check_size(text: &str, max: usize) -> Result<(), Vec<FileFault>> {
    let found = text.len();
    if found <= max {
        Ok(())
    } else {
        Err(vec![FileFault::new(None, FileProblem::TooLong { found, max })])
    }
}

/// Takes the profile out of a file.
pub(crate) fn take(root: Node) -> Result<Draft, Vec<FileFault>> {
    let mut taker = Taker { intake: Intake::new(), faults: Vec::new() };
    match root.value {
        Value::Group(entries) => taker.take_root(entries),
        _ => taker.fault(root.line, FileProblem::NoProfile),
    }
    taker.finish()
}

struct Taker {
    intake: Intake<Option<usize>>,
    faults: Vec<FileFault>,
}

impl Taker {
    fn fault(&mut self, line: Option<usize>, problem: impl Into<FileProblem>) {
        self.faults.push(FileFault::new(line, problem));
    }

    fn take_root(&mut self, entries: Vec<(Node, Node)>) {
        let exported = entries.iter().any(|(key, value)| key.is("profile") && value.is_group());
        for (key, value) in entries {
            match value {
                value if exported && key.is("profile") => self.take_site(&key, value),
                value if exported && key.is("format") => self.check_format(&value),
                _ if exported || key.is("decision_flags") => {}
                value if key.is("site") => self.take_site(&key, value),
                value => self.take_answer(&key, &value),
            }
        }
    }

    /// The flags of an exported YAML are read off the tree, not the other way round: they are skipped above.
    fn take_site(&mut self, key: &Node, site: Node) {
        match site.value {
            Value::Group(entries) => {
                for (key, value) in &entries {
                    self.take_answer(key, value);
                }
            }
            Value::Nothing => {}
            Value::Alias => self.fault(site.line, FileProblem::Alias),
            Value::Text(_) | Value::List(_) => self.fault(key.line, FileProblem::NoProfile),
        }
    }

    /// Decisions of earlier formats have the same profile in them.
    fn check_format(&mut self, format: &Node) {
        let found = match &format.value {
            Value::Text(found) => found.as_str(),
            _ => "",
        };
        if found.parse().is_ok_and(|found: u32| found <= FORMAT) {
            return;
        }
        self.fault(format.line, FileProblem::LaterFormat { found: shown(found) });
    }

    fn take_answer(&mut self, key: &Node, value: &Node) {
        let Value::Text(name) = &key.value else {
            return self.fault(key.line, FileProblem::KeyShape);
        };
        let raw = match raw_of(name, value) {
            Ok(raw) => raw,
            Err(problem) => {
                self.fault(value.line.or(key.line), problem);
                String::new()
            }
        };
        if let Err(fault) = self.intake.put(name, raw, key.line) {
            self.fault(key.line, fault);
        }
    }

    fn finish(mut self) -> Result<Draft, Vec<FileFault>> {
        let (draft, answers) = self.intake.finish();
        let answers =
            answers.into_iter().map(|(line, fault)| FileFault::new(line.flatten(), fault));
        self.faults.extend(answers);
        self.faults.sort_by_key(|fault| fault.line.unwrap_or(usize::MAX));
        if self.faults.is_empty() { Ok(draft.parse().profile.to_draft()) } else { Err(self.faults) }
    }
}

impl Node {
    fn is(&self, key: &str) -> bool {
        matches!(&self.value, Value::Text(text) if text.replace('-', "_").eq_ignore_ascii_case(key))
    }

    fn is_group(&self) -> bool {
        matches!(self.value, Value::Group(_))
    }
}

/// Returns what a person would have typed for this answer.
fn raw_of(key: &str, value: &Node) -> Result<String, FileProblem> {
    let list = takes_list(key);
    let wrong = |found| FileProblem::AnswerShape { key: shown(key), found, list };
    match &value.value {
        Value::Nothing => Ok(String::new()),
        Value::Text(text) => Ok(text.clone()),
        Value::Alias => Err(FileProblem::Alias),
        Value::Group(_) => Err(wrong(Shape::Group)),
        Value::List(_) if !list => Err(wrong(Shape::List)),
        Value::List(members) if members.is_empty() => Ok("none".to_owned()),
        Value::List(members) => {
            let texts: Result<Vec<_>, _> =
                members.iter().map(|member| member_text(member, wrong)).collect();
            Ok(texts?.join(", "))
        }
    }
}

fn member_text(member: &Node, wrong: impl Fn(Shape) -> FileProblem) -> Result<&str, FileProblem> {
    match &member.value {
        Value::Text(text) => Ok(text),
        Value::Nothing => Ok(""),
        Value::Alias => Err(FileProblem::Alias),
        Value::List(_) => Err(wrong(Shape::List)),
        Value::Group(_) => Err(wrong(Shape::Group)),
    }
}

fn at_line(line: Option<usize>) -> String {
    line.map_or_else(String::new, |line| format!("line {line}: "))
}
