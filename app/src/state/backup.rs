//! Everything in one file: all profiles with their history, to take to another browser.
//!
//! The form has a version, and what was written once opens for ever: `app/tests/backups` holds a file of each. What the
//! page of last resort hands out, lines of `key: value`, is read as well. Reading is by hand rather than by derived
//! code, so that a broken file is told by the names of its fields, all at once.

use rules_core::measured::{Evidence, MeasuredFault};
use rules_core::profile::Field;
use serde::Serialize;
use serde_json::{Map, Value};

use super::evidence;
use super::history::{Entry, History};
use super::weighing::MOST;
use super::work::{FORMAT, Stored, Work};

/// What a backup says it is.
const KIND: &str = "backup";
/// More than a browser keeps for one site.
const MAX_BYTES: usize = 16_000_000;

/// One profile in a backup.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Saved {
    /// Its id in the browser that it comes from.
    pub id: String,
    /// Its present state.
    pub state: Stored,
    /// Its past.
    pub history: Vec<Entry>,
}

/// A backup as it is written.
#[derive(Serialize)]
struct File<'a> {
    edgewise: &'static str,
    format: u32,
    made: &'a str,
    profiles: &'a [Saved],
}

/// What is wrong with a backup; places are paths such as `profiles[2].state.answers.sites`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupFault {
    /// It is longer than any backup.
    TooLong,
    /// It is not JSON, or breaks off: where that was noticed.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// It is something else.
    NotABackup,
    /// A later version wrote it.
    Newer {
        /// The version of its form.
        found: u64,
    },
    /// A field is not there.
    Missing {
        /// Where it should be.
        at: String,
    },
    /// A field holds something else than it should.
    Wrong {
        /// Where.
        at: String,
        /// What it should hold.
        wanted: Wanted,
    },
}

/// What a field should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Text.
    Text,
    /// A whole number that is not negative.
    Number,
    /// A list.
    List,
    /// An object with named fields.
    Object,
    /// A question of this or an earlier version.
    Question,
    /// Five answers, each yes, no or none.
    Tree,
    /// Seven numbers from 0 to [`MOST`].
    Weights,
    /// Letters and digits alone.
    Id,
    /// One of the seven criteria.
    Criterion,
    /// A day, `yyyy-mm-dd`.
    Day,
    /// A whole number from 1 to 5.
    Score,
    /// Text of at most [`NOTE_MAX`](rules_core::measured::NOTE_MAX) characters.
    Note,
    /// The id of a stack, and of no more than [`MOST_STACKS`](rules_core::measured::MOST_STACKS) of them.
    Stack,
}

/// Returns a backup as text. `made` is the day.
#[must_use]
pub fn write(profiles: &[Saved], made: &str) -> String {
    let states = profiles.iter().flat_map(|profile| {
        std::iter::once(&profile.state).chain(profile.history.iter().map(|entry| &entry.state))
    });
    let format = states.map(Stored::format).max().unwrap_or(1);
    let file = File { edgewise: KIND, format, made, profiles };
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Reads a backup.
///
/// # Errors
/// Says everything that is wrong with it, by the names of its fields.
pub fn read(text: &str) -> Result<Vec<Saved>, Vec<BackupFault>> {
    if text.len() > MAX_BYTES {
        return Err(vec![BackupFault::TooLong]);
    }
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = Reader::default();
    let saved = if text.lines().any(|line| line.starts_with(LINE)) {
        reader.lines(text)
    } else {
        reader.file(text)
    };
    if reader.faults.is_empty() { Ok(saved) } else { Err(reader.faults) }
}

/// How a line with a profile begins in what the page of last resort hands out.
const LINE: &str = "edgewise:profile:";

#[derive(Default)]
struct Reader {
    faults: Vec<BackupFault>,
}

impl Reader {
    fn file(&mut self, text: &str) -> Vec<Saved> {
        let value = match serde_json::from_str::<Value>(text) {
            Ok(value) => value,
            Err(fault) => {
                let (line, column) = (fault.line(), fault.column());
                self.faults.push(BackupFault::NotJson { line, column });
                return Vec::new();
            }
        };
        let Some(file) =
            value.as_object().filter(|file| file.get("edgewise") == Some(&KIND.into()))
        else {
            self.faults.push(BackupFault::NotABackup);
            return Vec::new();
        };
        if !self.current(file, "") {
            return Vec::new();
        }
        let profiles = self.list(file, "", "profiles");
        profiles
            .iter()
            .enumerate()
            .map(|(n, it)| self.saved(it, &format!("profiles[{n}]")))
            .collect()
    }

    /// Lines of the page of last resort; what was set aside there as unreadable stays aside.
    fn lines(&mut self, text: &str) -> Vec<Saved> {
        let mut saved = Vec::new();
        for line in text.lines() {
            let Some((id, state)) = line.strip_prefix(LINE).and_then(|rest| rest.split_once(": "))
            else {
                continue;
            };
            if id.contains(':') {
                continue;
            }
            let at = format!("{LINE}{id}");
            match serde_json::from_str::<Value>(state) {
                Ok(state) => {
                    let (id, state) = (self.id(&id.into(), &at), self.state(&state, &at));
                    saved.push(Saved { id, state, history: Vec::new() });
                }
                Err(_) => self.wrong(&at, Wanted::Object),
            }
        }
        saved
    }

    fn saved(&mut self, value: &Value, at: &str) -> Saved {
        let nothing = Map::new();
        let object = self.object(value, at).unwrap_or(&nothing);
        let id = match object.get("id") {
            Some(id) => self.id(id, &format!("{at}.id")),
            None => self.missing(at, "id"),
        };
        let state = if let Some(state) = object.get("state") {
            self.state(state, &format!("{at}.state"))
        } else {
            self.missing(at, "state");
            Work::default().store()
        };
        let history = if object.contains_key("history") {
            let entries = self.list(object, at, "history");
            let path = |n: usize| format!("{at}.history[{n}]");
            entries.iter().enumerate().map(|(n, it)| self.entry(it, &path(n))).collect()
        } else {
            Vec::new()
        };
        Saved { id, state, history }
    }

    fn entry(&mut self, value: &Value, at: &str) -> Entry {
        let nothing = Map::new();
        let object = self.object(value, at).unwrap_or(&nothing);
        let when = object.get("at").and_then(Value::as_u64).unwrap_or_else(|| {
            self.wrong(&format!("{at}.at"), Wanted::Number);
            0
        });
        let name = object.get("name").map(|name| self.text(name, &format!("{at}.name")));
        let state = self.state(object.get("state").unwrap_or(&Value::Null), &format!("{at}.state"));
        Entry { at: when, name, state }
    }

    /// A state of a profile: as it is kept, checked part by part.
    fn state(&mut self, value: &Value, at: &str) -> Stored {
        let mut work = Work::default();
        let Some(object) = self.object(value, at) else { return work.store() };
        if !self.current(object, &format!("{at}.")) {
            return work.store();
        }
        if let Some(name) = object.get("name") {
            work.draft.name = self.text(name, &format!("{at}.name"));
        }
        if let Some(answers) = object.get("answers") {
            let path = format!("{at}.answers");
            for (id, raw) in self.object(answers, &path).into_iter().flatten() {
                let path = format!("{path}.{id}");
                let raw = self.text(raw, &path);
                match Field::by_id(id) {
                    Some(field) => work.draft.set_raw(field, raw),
                    None => self.wrong(&path, Wanted::Question),
                }
            }
        }
        match serde_json::from_value(object.get("tree").cloned().unwrap_or(Value::Null)) {
            Ok(tree) => work.overrides = tree,
            Err(_) if !object.contains_key("tree") => {}
            Err(_) => self.wrong(&format!("{at}.tree"), Wanted::Tree),
        }
        work.weights = self.weights(object.get("weights"), &format!("{at}.weights"));
        if let Some(measured) = object.get("measured") {
            work.evidence = self.measured(measured, &format!("{at}.measured"));
        }
        work.store()
    }

    fn weights(&mut self, value: Option<&Value>, at: &str) -> Option<[f64; 7]> {
        let value = value.filter(|value| !value.is_null())?;
        let weights = serde_json::from_value::<[f64; 7]>(value.clone()).ok();
        let weights = weights.filter(|all| all.iter().all(|points| (0.0..=MOST).contains(points)));
        if weights.is_none() {
            self.wrong(at, Wanted::Weights);
        }
        weights
    }

    fn measured(&mut self, value: &Value, at: &str) -> Evidence {
        let text = self.text(value, at);
        let wrong = |line: usize, fault| self.wrong(&format!("{at}, line {line}"), wanted(fault));
        evidence::read(&text, wrong).unwrap_or_default()
    }

    /// Whether this version can read a thing; says so if not.
    fn current(&mut self, object: &Map<String, Value>, at: &str) -> bool {
        match object.get("format").and_then(Value::as_u64) {
            Some(found) if found > u64::from(FORMAT) => {
                self.faults.push(BackupFault::Newer { found });
                false
            }
            Some(_) => true,
            None => {
                self.wrong(&format!("{at}format"), Wanted::Number);
                false
            }
        }
    }

    fn object<'v>(&mut self, value: &'v Value, at: &str) -> Option<&'v Map<String, Value>> {
        let object = value.as_object();
        if object.is_none() {
            self.wrong(at, Wanted::Object);
        }
        object
    }

    fn list<'v>(&mut self, of: &'v Map<String, Value>, at: &str, name: &str) -> &'v [Value] {
        let path = if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        match of.get(name) {
            Some(Value::Array(list)) => list,
            Some(_) => {
                self.wrong(&path, Wanted::List);
                &[]
            }
            None => {
                self.faults.push(BackupFault::Missing { at: path });
                &[]
            }
        }
    }

    /// An id becomes part of a key, so it may hold nothing that a key means something by.
    fn id(&mut self, value: &Value, at: &str) -> String {
        let id = self.text(value, at);
        let fits =
            !id.is_empty() && id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric());
        if !fits && value.is_string() {
            self.wrong(at, Wanted::Id);
        }
        id
    }

    fn text(&mut self, value: &Value, at: &str) -> String {
        if !value.is_string() {
            self.wrong(at, Wanted::Text);
        }
        value.as_str().unwrap_or_default().to_owned()
    }

    fn wrong(&mut self, at: &str, wanted: Wanted) {
        self.faults.push(BackupFault::Wrong { at: at.to_owned(), wanted });
    }

    fn missing(&mut self, at: &str, name: &str) -> String {
        self.faults.push(BackupFault::Missing { at: format!("{at}.{name}") });
        String::new()
    }
}

/// What a line of a measured score should hold.
fn wanted(fault: MeasuredFault) -> Wanted {
    match fault {
        MeasuredFault::Criterion => Wanted::Criterion,
        MeasuredFault::Day => Wanted::Day,
        MeasuredFault::Score => Wanted::Score,
        MeasuredFault::Note => Wanted::Note,
        MeasuredFault::Stack | MeasuredFault::TooManyStacks => Wanted::Stack,
    }
}

/// What a restored profile becomes beside those that are there.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// It is not here yet.
    New,
    /// It is here, and the same.
    Same,
    /// It is here with other content: it becomes a copy.
    Copy,
}

/// Decides what to do with a profile from a backup. `here` is what is kept under its id.
#[must_use]
pub fn place(saved: &Saved, here: Option<&Work>) -> Place {
    match here {
        None => Place::New,
        Some(here) if saved.state.clone().open().as_ref() == Some(here) => Place::Same,
        Some(_) => Place::Copy,
    }
}

/// Returns the history that a restored profile has, joined with what is here.
#[must_use]
pub fn joined(mut here: History, from: Vec<Entry>) -> History {
    here.merge(History::of(from));
    here
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = include_str!("../../tests/backups/format-1.json");
    const SECOND: &str = include_str!("../../tests/backups/format-2.json");
    const LAST_RESORT: &str = include_str!("../../tests/backups/last-resort.txt");

    fn stores() -> Work {
        let mut work = Work::default();
        work.draft.name = "Stores".to_owned();
        work.draft.set_raw(Field::Sites, "about 3,400".to_owned());
        work.draft.set_raw(Field::NodesPerSite, "3".to_owned());
        work.overrides[3] = Some(true);
        work.weights = Some([1.0, 0.0, 3.0, 10.0, 5.0, 6.5, 7.0]);
        work
    }

    fn saved() -> Vec<Saved> {
        let mut history = History::default();
        history.keep_as(&stores(), "agreed with operations", 1_795_000_000_000);
        let state = stores().store();
        vec![Saved { id: "0a1b2c3d4e5f".to_owned(), state, history: history.entries }]
    }

    fn measured() -> Vec<Saved> {
        let mut saved = saved();
        let mut work = stores();
        work.measure_for_test();
        saved[0].state = work.store();
        saved
    }

    fn check(change: impl FnOnce(&mut Value), fault: &BackupFault) {
        let mut file: Value = serde_json::from_str(SECOND).expect("the sample is JSON");
        change(&mut file);
        let faults = read(&file.to_string()).expect_err("a broken file is refused");
        assert!(faults.contains(fault), "{faults:?} has no {fault:?}");
    }

    fn wrong(at: &str, wanted: Wanted) -> BackupFault {
        BackupFault::Wrong { at: at.to_owned(), wanted }
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(read(&write(&saved(), "2026-11-22")), Ok(saved()));
    }

    #[test]
    fn the_first_form_opens_for_ever_and_is_still_what_is_written() {
        assert_eq!(read(FIRST), Ok(saved()));
        assert_eq!(write(&saved(), "2026-11-22"), FIRST);
    }

    #[test]
    fn the_second_form_opens_for_ever_and_is_written_where_something_was_measured() {
        assert_eq!(read(SECOND), Ok(measured()));
        assert_eq!(write(&measured(), "2026-11-23"), SECOND);
    }

    #[test]
    fn what_the_page_of_last_resort_hands_out_opens_too() {
        let read = read(LAST_RESORT).expect("two sound profiles");
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].state.clone().open(), Some(stores()));
    }

    #[test]
    fn a_broken_file_is_told_by_the_names_of_its_fields() {
        check(|file| file["profiles"] = 5.into(), &wrong("profiles", Wanted::List));
        check(
            |file| file["profiles"][0]["state"]["answers"]["sites"] = 3400.into(),
            &wrong("profiles[0].state.answers.sites", Wanted::Text),
        );
        check(
            |file| file["profiles"][0]["state"]["answers"]["colour"] = "red".into(),
            &wrong("profiles[0].state.answers.colour", Wanted::Question),
        );
        check(
            |file| file["profiles"][0]["history"][0]["state"]["weights"] = vec![1; 6].into(),
            &wrong("profiles[0].history[0].state.weights", Wanted::Weights),
        );
        check(
            |file| file["profiles"][0]["state"]["weights"] = vec![1_001; 7].into(),
            &wrong("profiles[0].state.weights", Wanted::Weights),
        );
        let line = "profiles[0].state.measured, line 1";
        for (text, wanted) in [
            ("k3s/a colour 3 2026-11-20 ".to_owned(), Wanted::Criterion),
            ("k3s/a storage 3 yesterday ".to_owned(), Wanted::Day),
            ("k3s/a storage 6 2026-11-20 ".to_owned(), Wanted::Score),
            (format!("k3s/a storage 3 2026-11-20 {}", "x".repeat(201)), Wanted::Note),
            ("K3s storage 3 2026-11-20 ".to_owned(), Wanted::Stack),
        ] {
            let fault = wrong(line, wanted);
            check(|file| file["profiles"][0]["state"]["measured"] = text.into(), &fault);
        }
        check(
            |file| file["profiles"][0]["id"] = "a:b".into(),
            &wrong("profiles[0].id", Wanted::Id),
        );
        check(
            |file| {
                file["profiles"][0].as_object_mut().expect("an object").remove("state");
            },
            &BackupFault::Missing { at: "profiles[0].state".to_owned() },
        );
        check(|file| file["format"] = 3.into(), &BackupFault::Newer { found: 3 });
        check(|file| file["edgewise"] = "profile".into(), &BackupFault::NotABackup);
        let half = &FIRST[..FIRST.len() / 2];
        assert!(
            matches!(read(half), Err(faults) if matches!(faults[..], [BackupFault::NotJson { .. }]))
        );
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let faults = read(
            "{\"edgewise\": \"backup\", \"format\": 1, \"profiles\": [{\"id\": 5}, {\"state\": 7}]}",
        );
        assert_eq!(faults.expect_err("four faults").len(), 4);
    }

    #[test]
    fn what_is_here_with_other_content_becomes_a_copy() {
        let saved = &saved()[0];
        assert_eq!(place(saved, None), Place::New);
        assert_eq!(place(saved, Some(&stores())), Place::Same);
        assert_eq!(place(saved, Some(&Work::default())), Place::Copy);
    }
}
