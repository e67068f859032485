//! The body of a link of version 1, in bits:
//!
//! - 4 flags: name, overrides and points are there; the fourth is kept at zero for what may come
//! - 7 bits: how many slots follow; the last of them is answered, so what nobody answered costs nothing
//! - each slot: 1 bit whether it is answered, then the answer
//! - overrides: 2 bits for each question of the tree (0 none, 1 no, 2 yes)
//! - points: a whole number for each criterion
//! - name: how many bytes, then UTF-8
//!
//! A body has one spelling only: equal contents give equal links.

use super::bits::{BitReader, BitWriter};
use super::slots::{Code, SLOTS, Slot, answer_of, number_of};
use super::{LinkFault, NamePolicy, Shared};
use crate::profile::SiteProfile;
use crate::tree::Overrides;

const COUNT_BITS: u32 = 7;
const OVERRIDE_BITS: u32 = 2;

pub(super) fn write(shared: &Shared, name: NamePolicy) -> Vec<u8> {
    let name = match name {
        NamePolicy::Include => shared.profile.name(),
        NamePolicy::LeaveOut => "",
    };
    let overrides =
        Some(shared.overrides).filter(|overrides| overrides.iter().any(Option::is_some));
    let points = shared.points.filter(|points| points.iter().any(|point| *point > 0));

    let mut bits = BitWriter::default();
    for flag in [!name.is_empty(), overrides.is_some(), points.is_some(), false] {
        bits.bit(flag);
    }
    write_slots(&mut bits, &shared.profile);
    overrides
        .into_iter()
        .flatten()
        .for_each(|over| bits.bits(override_number(over), OVERRIDE_BITS));
    points.into_iter().flatten().for_each(|point| bits.number(u32::from(point)));
    write_name(&mut bits, name);
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

fn write_name(bits: &mut BitWriter, name: &str) {
    if !name.is_empty() {
        bits.number(u32::try_from(name.len()).unwrap_or_default());
        name.bytes().for_each(|byte| bits.bits(u32::from(byte), 8));
    }
}

fn override_number(over: Option<bool>) -> u32 {
    match over {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Shared, LinkFault> {
    let mut bits = BitReader::new(bytes);
    let mut shared = Shared::default();
    let [named, overridden, weighted, later] =
        read_flags(&mut bits).ok_or(LinkFault::NotUnderstood)?;
    if later {
        return Err(LinkFault::NotUnderstood);
    }
    read_slots(&mut bits, &mut shared.profile)?;
    if overridden {
        shared.overrides = read_overrides(&mut bits).ok_or(LinkFault::NotUnderstood)?;
    }
    if weighted {
        shared.points = Some(read_points(&mut bits).ok_or(LinkFault::NotUnderstood)?);
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

fn read_name(bits: &mut BitReader) -> Option<String> {
    let length = bits.number()?;
    // Four bytes are the longest character; a length beyond that is not worth reading.
    if length == 0 || length as usize > SiteProfile::NAME_MAX * 4 {
        return None;
    }
    let bytes: Option<Vec<u8>> = (0..length).map(|_| u8::try_from(bits.bits(8)?).ok()).collect();
    String::from_utf8(bytes?).ok().filter(|name| name.chars().count() <= SiteProfile::NAME_MAX)
}
