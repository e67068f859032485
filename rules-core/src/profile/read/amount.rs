//! Amounts with units, in exact integer arithmetic: no float decides whether `1.1 h` is a whole number of minutes.

use super::super::field::Unit;
use super::synonyms::fold;

/// What was made of a typed amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// A whole number in the unit of the field.
    Whole(u64),
    /// A number with a minus sign.
    Negative,
    /// More than any field holds.
    Huge,
    /// Not whole in the unit of the field.
    Fraction,
    /// A number, and after it a unit that does not measure this.
    OtherUnit,
    /// No number.
    Nothing,
}

/// The bands in which an outage may be told instead of a figure, and the minutes each stands for: a long case of its
/// kind, not the longest (an hour, a shift of eight hours, a day, a long weekend, a fortnight, a quarter of a year).
pub const BANDS: [(&str, u32); 6] = [
    ("minutes", 60),
    ("hours", 8 * 60),
    ("a day", DAY),
    ("days", 3 * DAY),
    ("weeks", 14 * DAY),
    ("months", 90 * DAY),
];

const DAY: u32 = 24 * 60;

/// Digits beyond these are not told apart: no field comes near.
const MAX_DIGITS: usize = 15;
/// Decimal places that are read.
const MAX_PLACES: usize = 6;

/// A factor into the unit of a field, as a fraction, and whether a remainder is rounded away rather than refused.
struct Factor {
    over: u64,
    under: u64,
    rounds: bool,
}

const fn times(over: u64) -> Factor {
    Factor { over, under: 1, rounds: false }
}

const fn fraction(over: u64, under: u64, rounds: bool) -> Factor {
    Factor { over, under, rounds }
}

impl Amount {
    /// Reads an amount into `unit`; `up` rounds decimal bytes up rather than down.
    pub(super) fn read(typed: &str, unit: Unit, up: bool) -> Self {
        let folded = fold(typed);
        if unit == Unit::Minutes
            && let Some(minutes) = band(&folded)
        {
            return Self::Whole(u64::from(minutes));
        }
        if typed.starts_with(['-', '\u{2212}']) {
            return if typed.chars().any(|c| c.is_ascii_digit()) {
                Self::Negative
            } else {
                Self::Nothing
            };
        }
        let mut sum = 0_u64;
        let mut rest = typed.trim();
        let mut last_unit = String::new();
        if rest.is_empty() {
            return Self::Nothing;
        }
        // More than one term only for time: "1 h 30 min", and "1h30" whose last term is minutes.
        while !rest.is_empty() {
            let (digits, after) = split_at(rest, |c| !is_number_part(c));
            let (word, after) = split_at(after, |c| c.is_ascii_digit());
            let mut name = fold(word);
            if name.is_empty() && !last_unit.is_empty() {
                name = if is_hours(&last_unit) { "min".to_owned() } else { return Self::Nothing };
            } else if !last_unit.is_empty() && unit != Unit::Minutes {
                return Self::OtherUnit;
            }
            let number = match Decimal::read(digits) {
                Ok(number) => number,
                Err(what) => return what,
            };
            let Some(factor) = factor(unit, &name, word.trim()) else { return Self::OtherUnit };
            let term = match number.scaled(&factor, up) {
                Self::Whole(term) => term,
                other => return other,
            };
            sum = sum.saturating_add(term);
            last_unit = name;
            rest = after;
        }
        Self::Whole(sum)
    }
}

fn band(folded: &str) -> Option<u32> {
    let one = [
        ("an-hour", 60),
        ("hour", 60),
        ("day", DAY),
        ("a-week", 7 * DAY),
        ("week", 7 * DAY),
        ("a-month", 30 * DAY),
    ];
    BANDS
        .iter()
        .map(|(name, minutes)| (fold(name), *minutes))
        .chain(one.iter().map(|(name, minutes)| ((*name).to_owned(), *minutes)))
        .find(|(name, _)| name == folded)
        .map(|(_, minutes)| minutes)
}

fn is_hours(name: &str) -> bool {
    matches!(time_unit(name), Some(60))
}

/// Splits before the first character that ends the part.
fn split_at(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

fn is_number_part(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.' | '_' | '\'' | '\u{2019}') || c.is_whitespace()
}

/// A decimal number: `mantissa / 10^places`.
struct Decimal {
    mantissa: u64,
    places: u32,
}

impl Decimal {
    /// Reads digits with group separators or a decimal mark. `3,400` is grouped, `1,5` is one and a half, `3.400` is
    /// three point four: a point never groups.
    fn read(typed: &str) -> Result<Self, Amount> {
        let typed = typed.trim();
        let (whole, decimals) = split_decimals(typed);
        let digits = ungrouped(whole).ok_or(Amount::Nothing)?;
        if !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Amount::Nothing);
        }
        // "3.000" is three to one reader and three thousand to another: told, not guessed.
        if decimals.len() == 3 && typed.contains('.') {
            return Err(Amount::Fraction);
        }
        let decimals = decimals.trim_end_matches('0');
        let digits = digits.trim_start_matches('0');
        if digits.len() > MAX_DIGITS {
            return Err(Amount::Huge);
        }
        if decimals.len() > MAX_PLACES {
            return Err(Amount::Fraction);
        }
        let places = u32::try_from(decimals.len()).unwrap_or_default();
        let mantissa = format!("0{digits}{decimals}").parse().map_err(|_| Amount::Huge)?;
        Ok(Self { mantissa, places })
    }

    fn scaled(&self, factor: &Factor, up: bool) -> Amount {
        let over = u128::from(self.mantissa) * u128::from(factor.over);
        let under = 10_u128.pow(self.places) * u128::from(factor.under);
        let exact = over.is_multiple_of(under);
        if !exact && !factor.rounds {
            return Amount::Fraction;
        }
        let rounded = if up && !exact { over / under + 1 } else { over / under };
        u64::try_from(rounded).map_or(Amount::Huge, Amount::Whole)
    }
}

/// Splits off what follows the decimal mark.
fn split_decimals(typed: &str) -> (&str, &str) {
    if let Some((whole, decimals)) = typed.split_once('.') {
        return (whole, decimals);
    }
    match typed.rsplit_once(',') {
        Some((whole, decimals)) if decimals.len() != 3 || whole.is_empty() => (whole, decimals),
        _ => (typed, ""),
    }
}

/// Returns the digits alone if every group but the first has three of them.
fn ungrouped(typed: &str) -> Option<String> {
    let groups: Vec<_> = typed.split(|c: char| is_number_part(c) && !c.is_ascii_digit()).collect();
    let (first, rest) = groups.split_first()?;
    let sound = !first.is_empty()
        && (rest.is_empty() || first.len() <= 3)
        && rest.iter().all(|group| group.len() == 3);
    sound.then(|| groups.concat())
}

/// Returns the factor from a unit's name into the unit of the field. `typed` is the name as it stands, for the one case
/// where capitals matter: `MB/s` is not `Mb/s`.
fn factor(unit: Unit, name: &str, typed: &str) -> Option<Factor> {
    if name.is_empty() {
        return Some(times(1));
    }
    match unit {
        Unit::Minutes => time_unit(name).map(times),
        Unit::Hours => time_unit(name)
            .filter(|minutes| *minutes <= 60)
            .map(|minutes| fraction(minutes, 60, false)),
        Unit::Mib => bytes_unit(name, 1 << 20),
        Unit::Gib => bytes_unit(name, 1 << 30),
        Unit::Mbps => bandwidth_unit(name, typed),
        Unit::Sites => is_word(name, &["site", "sites"]),
        Unit::Nodes => is_word(name, &["node", "nodes"]),
        Unit::Cores => is_word(name, &["core", "cores", "cpu", "cpus", "vcpu", "vcpus"]),
        Unit::Pods => is_word(name, &["pod", "pods"]),
        Unit::Classes => is_word(name, &["class", "classes", "model", "models"]),
        Unit::People => is_word(name, &["person", "people", "fte"]),
        Unit::PerYear => is_word(name, &["a-year", "per-year", "/-year", "/year"]),
    }
}

fn is_word(name: &str, words: &[&str]) -> Option<Factor> {
    words.contains(&name).then(|| times(1))
}

/// Returns the minutes in a unit of time.
fn time_unit(name: &str) -> Option<u64> {
    let minutes = match name {
        "m" | "min" | "mins" | "minute" | "minutes" | "хв" | "хвилин" | "хвилини" | "хвилина" => {
            1
        }
        "h" | "hr" | "hrs" | "hour" | "hours" | "год" | "години" | "годин" | "година" => {
            60
        }
        "d" | "day" | "days" | "день" | "дні" | "днів" | "доба" | "доби" | "діб" => {
            24 * 60
        }
        "w" | "wk" | "week" | "weeks" | "тижд" | "тиждень" | "тижні" | "тижнів" => {
            7 * 24 * 60
        }
        "mo" | "month" | "months" | "міс" | "місяць" | "місяці" | "місяців" => {
            30 * 24 * 60
        }
        "y" | "year" | "years" | "рік" | "роки" => 365 * 24 * 60,
        _ => return None,
    };
    Some(minutes)
}

/// Returns the factor from a unit of bytes into units of `into` bytes. Decimal units do not come out even and are
/// rounded; so are binary ones that are smaller than the unit of the field.
fn bytes_unit(name: &str, into: u64) -> Option<Factor> {
    let bytes = match name {
        "kib" | "ki" => 1 << 10,
        "mib" | "mi" => 1 << 20,
        "gib" | "gi" => 1 << 30,
        "tib" | "ti" => 1 << 40,
        "kb" | "k" => 1_000,
        "mb" | "m" => 1_000_000,
        "gb" | "g" => 1_000_000_000,
        "tb" | "t" => 1_000_000_000_000,
        _ => return None,
    };
    Some(fraction(bytes, into, true))
}

/// Returns the factor from a unit of bandwidth into Mbit/s. Bytes a second are refused: an eightfold slip is easily
/// made and hard to see.
fn bandwidth_unit(name: &str, typed: &str) -> Option<Factor> {
    if typed.contains('B') {
        return None;
    }
    match name {
        "kbit/s" | "kbps" | "kb/s" | "kbit" => Some(fraction(1, 1_000, true)),
        "mbit/s" | "mbps" | "mb/s" | "mbit" => Some(times(1)),
        "gbit/s" | "gbps" | "gb/s" | "gbit" => Some(times(1_000)),
        _ => None,
    }
}
