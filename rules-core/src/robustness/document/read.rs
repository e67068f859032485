//! Reading the document: every fault names its field by path.

use serde_json::{Map, Value};

use super::super::points::STANDARD;
use super::super::problem::{Fault, length};
use super::super::regime::Regime;
use super::super::scores::Score;

/// The most points that are counted on.
pub const MAX_POINTS: usize = 1 << 20;

const FIELDS: [&str; 12] = [
    "alternatives",
    "criteria",
    "values",
    "weights",
    "regime",
    "score_probability",
    "score_uniform",
    "groups",
    "points",
    "name",
    "source",
    "note",
];

/// A document that was read, not yet checked as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Names of the alternatives.
    pub alternatives: Vec<String>,
    /// Names of the criteria.
    pub criteria: Vec<String>,
    /// Value table.
    pub values: Vec<Vec<f64>>,
    /// Weights, if given.
    pub weights: Option<Vec<f64>>,
    /// Which weights are meant.
    pub regime: Regime,
    /// What each cell may turn out to be, row by row.
    pub cells: Vec<Score>,
    /// Named groups of criteria.
    pub groups: Vec<(String, Vec<String>)>,
    /// How many points are counted on.
    pub points: usize,
}

impl Request {
    /// Reads a JSON text.
    ///
    /// # Errors
    /// A [`Fault`] that names the field, what was found and what is allowed.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let document: Value = serde_json::from_str(text).map_err(|error| Fault::Kind {
            field: "document".to_owned(),
            found: error.to_string(),
            allowed: "one JSON object",
        })?;
        let fields = object("document", &document)?;
        if let Some(unknown) = fields.keys().find(|name| !FIELDS.contains(&name.as_str())) {
            let allowed = "alternatives, criteria, values, weights, regime, score_probability, score_uniform, groups, \
                           points, name, source, note";
            return Err(Fault::Name {
                field: "document".to_owned(),
                found: unknown.clone(),
                allowed,
            });
        }
        let alternatives =
            each("alternatives", required(fields, "alternatives", "a list of names")?, text_of)?;
        let criteria = each("criteria", required(fields, "criteria", "a list of names")?, text_of)?;
        let values = table(
            "values",
            required(fields, "values", "a row of numbers per alternative")?,
            number,
        )?;
        check_shape("values", &values, alternatives.len(), criteria.len())?;
        Ok(Self {
            weights: optional(fields, "weights")
                .map(|weights| each("weights", weights, number))
                .transpose()?,
            regime: optional(fields, "regime").map_or(Ok(Regime::Any), regime)?,
            cells: cells(fields, &values, criteria.len())?,
            groups: optional(fields, "groups").map_or(Ok(Vec::new()), groups)?,
            points: optional(fields, "points").map_or(Ok(STANDARD), points)?,
            alternatives,
            criteria,
            values,
        })
    }
}

fn regime(value: &Value) -> Result<Regime, Fault> {
    let allowed = "\"any\", \"ordinal\", {\"box\": [[lo, hi], ..]} or {\"near\": r}";
    let kind = || Fault::Kind { field: "regime".to_owned(), found: shortened(value), allowed };
    match value {
        Value::String(name) if name == "any" => Ok(Regime::Any),
        Value::String(name) if name == "ordinal" => Ok(Regime::Ordinal),
        Value::Object(fields) if fields.len() == 1 => match fields.iter().next() {
            Some((name, radius)) if name == "near" => {
                Ok(Regime::Near { radius: number("regime.near", radius)? })
            }
            Some((name, bounds)) if name == "box" => {
                let bounds = table("regime.box", bounds, number)?;
                for (j, pair) in bounds.iter().enumerate() {
                    length(&format!("regime.box[{j}]"), pair.len(), 2)?;
                }
                let end = |at: usize| bounds.iter().map(|pair| pair[at]).collect();
                Ok(Regime::Box { low: end(0), high: end(1) })
            }
            _ => Err(kind()),
        },
        _ => Err(kind()),
    }
}

fn cells(fields: &Map<String, Value>, values: &[Vec<f64>], n: usize) -> Result<Vec<Score>, Fault> {
    let blank = || vec![vec![Value::Null; n]; values.len()];
    let grid = |name: &str| {
        let cells = optional(fields, name)
            .map_or(Ok(blank()), |value| table(name, value, |_, cell| Ok(cell.clone())))?;
        check_shape(name, &cells, values.len(), n)?;
        Ok(cells.concat())
    };
    let (levels, widths): (Vec<Value>, Vec<Value>) =
        (grid("score_probability")?, grid("score_uniform")?);
    let centres = values.iter().flatten();
    let at = |cell: usize| format!("[{}][{}]", cell / n, cell % n);
    centres
        .zip(levels)
        .zip(widths)
        .enumerate()
        .map(|(i, ((&v, l), w))| cell(&at(i), v, &l, &w))
        .collect()
}

fn cell(at: &str, value: f64, levels: &Value, width: &Value) -> Result<Score, Fault> {
    let field = format!("score_probability{at}");
    let levels =
        if levels.is_null() { Vec::new() } else { pairs(&field, object(&field, levels)?)? };
    match (levels.is_empty(), width.is_null()) {
        (true, true) => Ok(Score::Certain(value)),
        (false, true) => Score::levels(levels, &field),
        (true, false) => {
            let field = format!("score_uniform{at}");
            Score::uniform(value, number(&field, width)?, &field)
        }
        (false, false) => Err(Fault::Kind {
            field: format!("score_uniform{at}"),
            found: shortened(width),
            allowed: "null where score_probability says something",
        }),
    }
}

fn pairs(field: &str, levels: &Map<String, Value>) -> Result<Vec<(f64, f64)>, Fault> {
    let pair = |(level, probability): (&String, &Value)| {
        let parsed = level.trim().parse().map_err(|_| Fault::Kind {
            field: format!("{field}, level"),
            found: level.clone(),
            allowed: "a number",
        })?;
        Ok((parsed, number(&format!("{field}, level {level}"), probability)?))
    };
    levels.iter().map(pair).collect()
}

fn groups(value: &Value) -> Result<Vec<(String, Vec<String>)>, Fault> {
    let group = |(name, members): (&String, &Value)| {
        Ok((name.clone(), each(&format!("groups.{name}"), members, text_of)?))
    };
    object("groups", value)?.iter().map(group).collect()
}

fn points(value: &Value) -> Result<usize, Fault> {
    let kind = || Fault::Kind {
        field: "points".to_owned(),
        found: shortened(value),
        allowed: "a whole number from 1 to 1048576",
    };
    let found = value.as_u64().and_then(|count| usize::try_from(count).ok()).ok_or_else(kind)?;
    if (1..=MAX_POINTS).contains(&found) {
        Ok(found)
    } else {
        Err(Fault::Count { field: "points".to_owned(), found, min: 1, max: MAX_POINTS })
    }
}

fn required<'a>(
    fields: &'a Map<String, Value>,
    name: &str,
    allowed: &'static str,
) -> Result<&'a Value, Fault> {
    optional(fields, name).ok_or_else(|| Fault::Missing { field: name.to_owned(), allowed })
}

fn optional<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    fields.get(name).filter(|value| !value.is_null())
}

fn each<T>(
    field: &str,
    value: &Value,
    read: impl Fn(&str, &Value) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let Value::Array(entries) = value else {
        return Err(Fault::Kind {
            field: field.to_owned(),
            found: shortened(value),
            allowed: "a list",
        });
    };
    entries.iter().enumerate().map(|(at, entry)| read(&format!("{field}[{at}]"), entry)).collect()
}

fn table<T>(
    field: &str,
    value: &Value,
    read: impl Fn(&str, &Value) -> Result<T, Fault>,
) -> Result<Vec<Vec<T>>, Fault> {
    each(field, value, |field, row| each(field, row, &read))
}

fn check_shape<T>(field: &str, rows: &[Vec<T>], m: usize, n: usize) -> Result<(), Fault> {
    length(field, rows.len(), m)?;
    rows.iter().enumerate().try_for_each(|(i, row)| length(&format!("{field}[{i}]"), row.len(), n))
}

fn object<'a>(field: &str, value: &'a Value) -> Result<&'a Map<String, Value>, Fault> {
    let kind =
        || Fault::Kind { field: field.to_owned(), found: shortened(value), allowed: "an object" };
    value.as_object().ok_or_else(kind)
}

fn number(field: &str, value: &Value) -> Result<f64, Fault> {
    let kind =
        || Fault::Kind { field: field.to_owned(), found: shortened(value), allowed: "a number" };
    value.as_f64().ok_or_else(kind)
}

fn text_of(field: &str, value: &Value) -> Result<String, Fault> {
    let kind =
        || Fault::Kind { field: field.to_owned(), found: shortened(value), allowed: "a text" };
    value.as_str().map(str::to_owned).ok_or_else(kind)
}

/// The JSON of a value, cut where it gets long.
fn shortened(value: &Value) -> String {
    const MOST: usize = 40;
    let text = value.to_string();
    if text.chars().count() <= MOST {
        text
    } else {
        text.chars().take(MOST).chain("..".chars()).collect()
    }
}
