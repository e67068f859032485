//! The body of a link of version 1, in bits:
//!
//! - 4 flags: name, overrides, points and measured scores are there
//! - 7 bits: how many slots follow; the last of them is answered, so what nobody answered costs nothing
//! - each slot: 1 bit whether it is answered, then the answer
//! - overrides: 2 bits for each question of the tree (0 none, 1 no, 2 yes)
//! - points: a whole number for each criterion
//! - measured scores: how many stacks, in the order of their ids; of each its id (how many characters, 6 bits each), and for
//!   each criterion 1 bit whether it was measured, then the score less one in 3 bits, the day (years since 2014 in 7 bits,
//!   month in 4, day in 5) and the note (how many bytes, then UTF-8)
//! - name: how many bytes, then UTF-8
//!
//! A body has one spelling only: equal contents give equal links.
//!
//! The crate is compiled for speed, of which a link needs none: what is not to be copied into every place that calls it, for
//! the sake of the first load, is marked.

use super::bits::{BitReader, BitWriter};
use super::slots::{Code, SLOTS, Slot, answer_of, number_of};
use super::{LinkFault, NamePolicy, Shared};
use crate::measured::{Day, Evidence, Measured, NOTE_MAX, STACK_CHARS, STACK_MAX};
use crate::outcome::CriterionId;
use crate::profile::SiteProfile;
use crate::tree::Overrides;

const COUNT_BITS: u32 = 7;
const OVERRIDE_BITS: u32 = 2;
const STACK_BITS: u32 = 6;
const SCORE_BITS: u32 = 3;
const YEAR_BITS: u32 = 7;
const MONTH_BITS: u32 = 4;
const DAY_BITS: u32 = 5;

#[inline(never)]
pub(super) fn write(shared: &Shared, name: NamePolicy) -> Vec<u8> {
    let name = match name {
        NamePolicy::Include => shared.profile.name(),
        NamePolicy::LeaveOut => "",
    };
    let overrides =
        Some(shared.overrides).filter(|overrides| overrides.iter().any(Option::is_some));
    let points = shared.points.filter(|points| points.iter().any(|point| *point > 0));

    let mut bits = BitWriter::default();
    let measured = !shared.evidence.is_empty();
    for flag in [!name.is_empty(), overrides.is_some(), points.is_some(), measured] {
        bits.bit(flag);
    }
    write_slots(&mut bits, &shared.profile);
    overrides
        .into_iter()
        .flatten()
        .for_each(|over| bits.bits(override_number(over), OVERRIDE_BITS));
    points.into_iter().flatten().for_each(|point| bits.number(u32::from(point)));
    if measured {
        write_evidence(&mut bits, shared.evidence.all());
    }
    if !name.is_empty() {
        write_text(&mut bits, name);
    }
    bits.finish()
}

fn write_slots(bits: &mut BitWriter, profile: &SiteProfile) {
    let answers: Vec<_> = SLOTS.iter().map(|slot| (slot, answer_number(slot, profile))).collect();
    let count = answers.iter().rposition(|(_, answer)| answer.is_some()).map_or(0, |last| last + 1);
    bits.bits(u32::try_from(count).unwrap_or_default(), COUNT_BITS);
    for (slot, answer) in &answers[..count] {
        bits.bit(answer.is_some());
        if let Some(number) = answer {
            write_number(bits, slot.code, *number);
        }
    }
}

fn answer_number(slot: &Slot, profile: &SiteProfile) -> Option<u32> {
    number_of(slot, profile.answer(slot.field)?)
}

fn write_number(bits: &mut BitWriter, code: Code, number: u32) {
    match code {
        Code::YesNo => bits.bits(number, 1),
        Code::Choice(width, _) => bits.bits(number, width),
        Code::Whole | Code::Set(_) => bits.number(number),
    }
}

#[inline(never)]
fn write_evidence(bits: &mut BitWriter, all: &[Measured]) {
    let stacks = || all.chunk_by(|one, next| one.stack == next.stack);
    bits.number(u32::try_from(stacks().count()).unwrap_or_default());
    for stack in stacks() {
        write_stack(bits, &stack[0].stack);
        for criterion in CriterionId::ALL {
            let measured = stack.iter().find(|one| one.criterion == criterion);
            bits.bit(measured.is_some());
            if let Some(measured) = measured {
                write_measured(bits, measured);
            }
        }
    }
}

fn write_stack(bits: &mut BitWriter, id: &str) {
    bits.number(u32::try_from(id.len()).unwrap_or_default());
    for byte in id.bytes() {
        let at = STACK_CHARS.iter().position(|known| *known == byte).unwrap_or_default();
        bits.bits(u32::try_from(at).unwrap_or_default(), STACK_BITS);
    }
}

fn write_measured(bits: &mut BitWriter, measured: &Measured) {
    bits.bits(u32::from(measured.score - 1), SCORE_BITS);
    let (year, month, day) = measured.day.parts();
    bits.bits(u32::from(year - Day::FIRST_YEAR), YEAR_BITS);
    bits.bits(u32::from(month), MONTH_BITS);
    bits.bits(u32::from(day), DAY_BITS);
    write_text(bits, &measured.note);
}

#[inline(never)]
fn write_text(bits: &mut BitWriter, text: &str) {
    bits.number(u32::try_from(text.len()).unwrap_or_default());
    text.bytes().for_each(|byte| bits.bits(u32::from(byte), 8));
}

fn override_number(over: Option<bool>) -> u32 {
    match over {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    }
}

#[inline(never)]
pub(super) fn read(bytes: &[u8]) -> Result<Shared, LinkFault> {
    let mut bits = BitReader::new(bytes);
    let mut shared = Shared::default();
    let [named, overridden, weighted, measured] =
        read_flags(&mut bits).ok_or(LinkFault::NotUnderstood)?;
    read_slots(&mut bits, &mut shared.profile)?;
    if overridden {
        shared.overrides = read_overrides(&mut bits).ok_or(LinkFault::NotUnderstood)?;
    }
    if weighted {
        shared.points = Some(read_points(&mut bits).ok_or(LinkFault::NotUnderstood)?);
    }
    if measured {
        shared.evidence = read_evidence(&mut bits).ok_or(LinkFault::NotUnderstood)?;
    }
    if named {
        shared.profile.set_name(&read_name(&mut bits).ok_or(LinkFault::NotUnderstood)?);
    }
    if bits.ends_here() { Ok(shared) } else { Err(LinkFault::NotUnderstood) }
}

fn read_flags(bits: &mut BitReader) -> Option<[bool; 4]> {
    Some([bits.bit()?, bits.bit()?, bits.bit()?, bits.bit()?])
}

fn read_slots(bits: &mut BitReader, profile: &mut SiteProfile) -> Result<(), LinkFault> {
    let count = bits.bits(COUNT_BITS).ok_or(LinkFault::NotUnderstood)? as usize;
    let slots = SLOTS.get(..count).ok_or(LinkFault::NotUnderstood)?;
    for slot in slots {
        if bits.bit().ok_or(LinkFault::NotUnderstood)? {
            let number = read_number(bits, slot.code).ok_or(LinkFault::NotUnderstood)?;
            let answer = answer_of(slot, number).ok_or(LinkFault::NotUnderstood)?;
            if !profile.set(slot.field, Some(answer)) {
                return Err(LinkFault::BadField { field: slot.field });
            }
        }
    }
    let ends_answered = slots.last().is_none_or(|slot| profile.knows(slot.field));
    if ends_answered { Ok(()) } else { Err(LinkFault::NotUnderstood) }
}

fn read_number(bits: &mut BitReader, code: Code) -> Option<u32> {
    match code {
        Code::YesNo => bits.bits(1),
        Code::Choice(width, _) => bits.bits(width),
        Code::Whole | Code::Set(_) => bits.number(),
    }
}

fn read_overrides(bits: &mut BitReader) -> Option<Overrides> {
    let mut overrides = Overrides::default();
    for over in &mut overrides {
        *over = match bits.bits(OVERRIDE_BITS)? {
            0 => None,
            1 => Some(false),
            2 => Some(true),
            _ => return None,
        };
    }
    overrides.iter().any(Option::is_some).then_some(overrides)
}

fn read_points(bits: &mut BitReader) -> Option<[u16; 7]> {
    let mut points = [0; 7];
    for point in &mut points {
        *point = u16::try_from(bits.number()?).ok()?;
    }
    points.iter().any(|point| *point > 0).then_some(points)
}

/// Stacks stand in the order of their ids, and each has a measured score.
#[inline(never)]
fn read_evidence(bits: &mut BitReader) -> Option<Evidence> {
    let mut evidence = Evidence::default();
    let mut last = String::new();
    for _ in 0..bits.number()? {
        let stack = read_stack(bits).filter(|stack| *stack > last)?;
        let before = evidence.all().len();
        for criterion in CriterionId::ALL {
            if bits.bit()? {
                evidence.set(read_measured(bits, &stack, criterion)?).ok()?;
            }
        }
        if evidence.all().len() == before {
            return None;
        }
        last = stack;
    }
    Some(evidence).filter(|evidence| !evidence.is_empty())
}

#[inline(never)]
fn read_stack(bits: &mut BitReader) -> Option<String> {
    let length = bits.number().filter(|length| *length as usize <= STACK_MAX)?;
    let char = |at: u32| STACK_CHARS.get(at as usize).map(|byte| char::from(*byte));
    (0..length).map(|_| char(bits.bits(STACK_BITS)?)).collect()
}

#[inline(never)]
fn read_measured(bits: &mut BitReader, stack: &str, criterion: CriterionId) -> Option<Measured> {
    let score = u8::try_from(bits.bits(SCORE_BITS)? + 1).ok()?;
    let year = Day::FIRST_YEAR + u16::try_from(bits.bits(YEAR_BITS)?).ok()?;
    let month = u8::try_from(bits.bits(MONTH_BITS)?).ok()?;
    let day = u8::try_from(bits.bits(DAY_BITS)?).ok()?;
    let day = Day::new(year, month, day)?;
    let note = read_text(bits, NOTE_MAX)?;
    Some(Measured { stack: stack.to_owned(), criterion, score, day, note })
}

fn read_name(bits: &mut BitReader) -> Option<String> {
    read_text(bits, SiteProfile::NAME_MAX).filter(|name| !name.is_empty())
}

/// Reads a text of so many characters at most.
#[inline(never)]
fn read_text(bits: &mut BitReader, most: usize) -> Option<String> {
    // Four bytes are the longest character; a length beyond that is not worth reading.
    let length = bits.number().filter(|length| *length as usize <= most * 4)?;
    let bytes: Option<Vec<u8>> = (0..length).map(|_| u8::try_from(bits.bits(8)?).ok()).collect();
    String::from_utf8(bytes?).ok().filter(|text| text.chars().count() <= most)
}
