//! Readers from TOML to Rust source, one per type of the schema.

use toml::Value;

/// What was found wrong, and which facts were cited where.
#[derive(Default)]
pub struct Report {
    pub faults: Vec<String>,
    pub cited: Vec<(String, String)>,
}

impl Report {
    pub fn fault(&mut self, place: &str, key: &str, what: &str) {
        self.faults.push(format!("{place}: {key}: {what}"));
    }
}

/// A type that can be read from TOML and written as Rust source.
pub trait Emit {
    /// Returns the source of the value; what is wrong goes into the report.
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String;
}

/// Stands for the id of a fact.
pub struct FactId;
/// Stands for a cited property.
pub struct Cited<T>(std::marker::PhantomData<T>);
/// Stands for the profile's vocabulary.
pub struct CpuArchitecture;
/// Stands for the topology patterns.
pub struct Pattern;

impl Emit for u32 {
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String {
        let number =
            value.and_then(Value::as_integer).and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            report.fault(place, "value", "should be a whole number");
        }
        grouped(number.unwrap_or_default())
    }
}

/// Writes a number as Rust likes to read it: `100_000`.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

impl Emit for &'static str {
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String {
        let text = value.and_then(Value::as_str).unwrap_or_default();
        if text.trim().is_empty() {
            report.fault(place, "value", "should be a text");
        }
        format!("{text:?}")
    }
}

impl Emit for FactId {
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String {
        let text = <&'static str>::emit(value, place, report);
        let id = value.and_then(Value::as_str).unwrap_or_default();
        report.cited.push((id.to_owned(), place.to_owned()));
        text
    }
}

impl<T: Emit> Emit for Option<T> {
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String {
        match value {
            None => "None".to_owned(),
            value => format!("Some({})", T::emit(value, place, report)),
        }
    }
}

impl<T: Emit> Emit for &'static [T] {
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String {
        let empty = Vec::new();
        let items = match value {
            None => &empty,
            Some(Value::Array(items)) => items,
            Some(_) => {
                report.fault(place, "value", "should be a list");
                &empty
            }
        };
        let texts: Vec<_> = items
            .iter()
            .enumerate()
            .map(|(at, item)| T::emit(Some(item), &format!("{place}[{at}]"), report))
            .collect();
        format!("&[{}]", texts.join(", "))
    }
}

impl<T: Emit> Emit for Cited<T> {
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String {
        let Some(Value::Table(table)) = value else {
            report.fault(
                place,
                "value",
                "should be a table with value, or with unknown and the reason",
            );
            return String::new();
        };
        known_keys(table, &["value", "facts", "why", "unknown"], place, report);
        let facts = <&'static [FactId]>::emit(table.get("facts"), place, report);
        let (given, unknown) = (table.get("value"), table.get("unknown"));
        if given.is_some() == unknown.is_some() {
            report.fault(place, "value", "either a value or unknown, not both and not neither");
        }
        if given.is_some() && table.get("facts").is_none() && table.get("why").is_none() {
            report.fault(place, "facts", "a value rests on facts, or says why it was judged so");
        }
        let known =
            given.map_or("None".to_owned(), |_| format!("Some({})", T::emit(given, place, report)));
        let why = table.get("why").or(unknown).and_then(Value::as_str).unwrap_or_default();
        format!("Cited {{ value: {known}, facts: {facts}, why: {why:?} }}")
    }
}

impl Emit for CpuArchitecture {
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String {
        let ids =
            [("x86_64", "X86_64"), ("arm64", "Arm64"), ("armv7", "Armv7"), ("riscv64", "Riscv64")];
        one_of("CpuArchitecture", &ids, value, place, report)
    }
}

impl Emit for Pattern {
    fn emit(value: Option<&Value>, place: &str, report: &mut Report) -> String {
        one_of("Pattern", &[("a", "A"), ("b", "B"), ("c", "C"), ("d", "D")], value, place, report)
    }
}

/// Returns the variant whose id was given.
pub fn one_of(
    name: &str,
    ids: &[(&str, &str)],
    value: Option<&Value>,
    place: &str,
    report: &mut Report,
) -> String {
    let found = value.and_then(Value::as_str);
    if let Some((_, variant)) = ids.iter().find(|(id, _)| Some(*id) == found) {
        return format!("{name}::{variant}");
    }
    let allowed: Vec<_> = ids.iter().map(|(id, _)| *id).collect();
    let what = format!("{} is not one of {}", found.unwrap_or("this"), allowed.join(", "));
    report.fault(place, "value", &what);
    String::new()
}

/// Reports every key that the record does not have.
pub fn known_keys(table: &toml::Table, keys: &[&str], place: &str, report: &mut Report) {
    for key in table.keys().filter(|key| !keys.contains(&key.as_str())) {
        report.fault(place, key, "is not a key of this record");
    }
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal,)+ })+) => {$(
        pub struct $name;
        impl crate::emit::Emit for $name {
            fn emit(value: Option<&toml::Value>, place: &str, report: &mut crate::emit::Report) -> String {
                let ids = [$(($id, stringify!($variant)),)+];
                crate::emit::one_of(stringify!($name), &ids, value, place, report)
            }
        }
    )+};
}

macro_rules! record {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$fdoc:meta])* pub $field:ident: $type:ty,)+ })+) => {$(
        pub struct $name;
        impl crate::emit::Emit for $name {
            fn emit(value: Option<&toml::Value>, place: &str, report: &mut crate::emit::Report) -> String {
                let Some(toml::Value::Table(table)) = value else {
                    report.fault(place, "value", concat!("should be a ", stringify!($name)));
                    return String::new();
                };
                crate::emit::known_keys(table, &[$(stringify!($field),)+], place, report);
                let mut text = String::from(concat!(stringify!($name), " { "));
                $(
                    let inner = format!("{place}: {}", stringify!($field));
                    text.push_str(concat!(stringify!($field), ": "));
                    text.push_str(&<$type as crate::emit::Emit>::emit(table.get(stringify!($field)), &inner, report));
                    text.push_str(", ");
                )+
                text.push('}');
                text
            }
        }
    )+};
}
