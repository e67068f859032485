//! Opens what people paste: a link, a whole address, a line of a mail, with what mail programs and chats do to links
//! undone where that is certain. A repair is certain because the checksum holds afterwards.

use super::{Fragment, LinkFault, Shared, decode, envelope, kind};
use crate::percent;
use crate::readable;

/// A link that opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it carries.
    pub shared: Shared,
    /// What had to be undone first, in the order in which it was.
    pub repairs: Vec<Repair>,
}

/// Something that was done to a link on its way, and was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// A mail scanner had put its own address around it.
    Unwrapped,
    /// Characters were written as `%23` and the like.
    PercentDecoded,
    /// `&` was written as `&amp;`.
    EntitiesDecoded,
    /// Hyphens had been made into dashes.
    DashesRestored,
    /// Line breaks, spaces, quote marks or escapes stood inside.
    GapsClosed,
    /// Punctuation or text stood behind it.
    TailRemoved,
}

impl Repair {
    /// Returns the id by which the words for it are found.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Unwrapped => "unwrapped",
            Self::PercentDecoded => "percent-decoded",
            Self::EntitiesDecoded => "entities-decoded",
            Self::DashesRestored => "dashes-restored",
            Self::GapsClosed => "gaps-closed",
            Self::TailRemoved => "tail-removed",
        }
    }
}

/// Most characters that are searched: a mail of several pages.
const MAX_PASTED: usize = 32 * 1024;
/// Most places behind a `#` that are tried, and most wrappers and encodings that are taken off.
const MAX_TRIES: usize = 8;
const MAX_LAYERS: usize = 4;

/// Opens a link, with or without `#`, as a whole address or inside other text, repairing what can be repaired.
///
/// # Errors
/// The most telling fault among the readings that were tried.
///
/// # Examples
/// ```
/// use rules_core::link;
/// use rules_core::profile::SiteProfile;
///
/// let link = link::encode(&SiteProfile::default());
/// let opened = link::open(&format!("see https://example.org/edgewise/%23{link}.")).expect("it can be repaired");
/// assert_eq!(opened.shared.profile, SiteProfile::default());
/// assert_eq!(opened.repairs, [link::Repair::PercentDecoded, link::Repair::TailRemoved]);
/// ```
pub fn open(pasted: &str) -> Result<Opened, LinkFault> {
    let found = pasted.chars().count();
    if found > MAX_PASTED {
        return Err(LinkFault::TooLong { found, max: MAX_PASTED });
    }
    let mut fault = LinkFault::Empty;
    for layer in layers(pasted.trim()) {
        for candidate in candidates(&layer) {
            match open_fragment(&candidate) {
                Ok(opened) => return Ok(opened),
                Err(other) if other.weight() > fault.weight() => fault = other,
                Err(_) => {}
            }
        }
    }
    Err(fault)
}

/// A text with what was undone to get it.
#[derive(Clone)]
struct Patient {
    text: String,
    repairs: Vec<Repair>,
}

impl Patient {
    /// Returns the patient after a treatment, which is noted if it changed anything.
    fn treated(mut self, repair: Repair, text: String) -> Self {
        if text != self.text {
            self.text = text;
            if !self.repairs.contains(&repair) {
                self.repairs.push(repair);
            }
        }
        self
    }
}

/// Returns the text as it is, and with each wrapper and each layer of percent-encoding taken off.
fn layers(pasted: &str) -> Vec<Patient> {
    let mut layers = vec![Patient { text: pasted.to_owned(), repairs: Vec::new() }];
    while layers.len() < MAX_LAYERS {
        let Some(next) = layers.last().and_then(unwrapped) else { break };
        layers.push(next);
    }
    layers
}

fn unwrapped(outer: &Patient) -> Option<Patient> {
    if let Some(inner) = wrapped_address(&outer.text).or_else(|| starred_address(&outer.text)) {
        return Some(outer.clone().treated(Repair::Unwrapped, inner));
    }
    let decoded = percent::decode(&outer.text);
    (decoded != outer.text).then(|| outer.clone().treated(Repair::PercentDecoded, decoded))
}

/// Returns the address that a mail scanner carries in its own: the parameter `url`, `u` or `q` of an address.
fn wrapped_address(text: &str) -> Option<String> {
    let (_, query) = text.split_once('?')?;
    query
        .split(['&', ' ', '\n', '#'])
        .map(|part| part.trim_start_matches("amp;"))
        .filter_map(|part| part.split_once('='))
        .filter(|(key, _)| matches!(*key, "url" | "u" | "q"))
        .find_map(|(_, value)| inner_address(value))
}

/// Decodes an address that is percent-encoded, or in the older spelling with `-` for `%` and `_` for `/`.
fn inner_address(value: &str) -> Option<String> {
    let scheme = value.get(..4)?;
    if !scheme.eq_ignore_ascii_case("http") {
        None
    } else if value.contains('%') {
        Some(percent::decode(value))
    } else {
        value.contains("-3A__").then(|| percent::decode(&value.replace('-', "%").replace('_', "/")))
    }
}

/// Returns the address between the double underscores of a scanner that puts `*` for what it cannot write.
fn starred_address(text: &str) -> Option<String> {
    let (_, inner) = text.split_once("/v3/__")?;
    let starred = inner.starts_with("http") && inner.contains('*');
    starred.then(|| inner.replacen('*', "#", 1))
}

/// Returns what may be the fragment: whatever follows a `#`, and the whole text unless it is an address.
fn candidates(layer: &Patient) -> Vec<Patient> {
    let behind = layer.text.match_indices('#').map(|(at, _)| &layer.text[at + 1..]);
    let whole = (!layer.text.contains("://")).then_some(layer.text.as_str());
    behind
        .chain(whole)
        .take(MAX_TRIES)
        .map(|text| Patient { text: text.trim().to_owned(), repairs: layer.repairs.clone() })
        .collect()
}

fn open_fragment(patient: &Patient) -> Result<Opened, LinkFault> {
    match kind(&patient.text) {
        Fragment::Nothing => Err(LinkFault::Empty),
        Fragment::Route => Err(LinkFault::NotOurs),
        Fragment::Readable => open_readable(patient.clone()),
        Fragment::Compact => open_compact(patient.clone()),
    }
}

fn open_readable(patient: Patient) -> Result<Opened, LinkFault> {
    // A soft line break of a mail ends in "=", which would make a compact link look like this form.
    if envelope::claimed_length(&patient.text).is_some() {
        return open_compact(patient);
    }
    let plain = patient.text.replace("&amp;", "&").replace("&#38;", "&");
    let patient = patient.treated(Repair::EntitiesDecoded, plain);
    let joined =
        patient.text.split(['\r', '\n']).map(|line| line.trim_matches(['>', ' '])).collect();
    let patient = patient.treated(Repair::GapsClosed, joined);
    let trimmed =
        patient.text.trim_end_matches(['.', ',', ')', '>', ']', '"', '\'', ' ']).to_owned();
    let patient = patient.treated(Repair::TailRemoved, trimmed);
    let profile = readable::read_ours(&patient.text)
        .ok_or(LinkFault::NotOurs)?
        .map_err(LinkFault::Readable)?;
    Ok(Opened { shared: Shared { profile, ..Shared::default() }, repairs: patient.repairs })
}

/// Tries the link as it stands, then with gaps closed and cut at the length that the link itself claims.
fn open_compact(patient: Patient) -> Result<Opened, LinkFault> {
    let word = first_word(&patient.text).to_owned();
    let fault = match decode(&word) {
        Ok(shared) => {
            return Ok(Opened {
                shared,
                repairs: patient.treated(Repair::TailRemoved, word).repairs,
            });
        }
        // A lone figure in front of other words is no link of which the rest is missing.
        Err(LinkFault::CutOff { expected: None, .. }) if word != patient.text => LinkFault::NotOurs,
        Err(fault) => fault,
    };
    let hyphens = with_hyphens(&patient.text);
    let patient = patient.treated(Repair::DashesRestored, hyphens);
    let closed = without_gaps(&patient.text);
    let Some(link) = envelope::claimed_length(&closed).and_then(|length| closed.get(..length))
    else {
        return Err(fault);
    };
    let shared = decode(link).map_err(|_| fault)?;
    let patient = if patient.text.starts_with(link) {
        patient
    } else {
        patient.treated(Repair::GapsClosed, closed.clone())
    };
    Ok(Opened { shared, repairs: patient.treated(Repair::TailRemoved, link.to_owned()).repairs })
}

/// Returns the text up to the first character that no link has.
fn first_word(text: &str) -> &str {
    let end = text.find(|c| !envelope::is_link_char(c)).unwrap_or(text.len());
    &text[..end]
}

/// Returns the text with the dashes that word processors make of hyphens turned back.
fn with_hyphens(text: &str) -> String {
    text.replace('\u{2014}', "--")
        .replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}'], "-")
}

/// Returns the text without what breaks a line or quotes it: white space, invisible characters, `>` `=` `\` and `*`.
fn without_gaps(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !is_gap(*c)).collect()
}

fn is_gap(c: char) -> bool {
    matches!(
        c,
        '>' | '=' | '\\' | '*' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}
