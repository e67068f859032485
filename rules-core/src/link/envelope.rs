//! The text around the body: version, length and checksum.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use data_encoding::BASE64URL_NOPAD;

use super::{LinkFault, VERSION};

/// No table: a link has some forty bytes, and a table would weigh a kilobyte in the download.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

const VERSION_CHARS: usize = 1;
const LENGTH_CHARS: usize = 2;
const HEAD: usize = VERSION_CHARS + LENGTH_CHARS;
const SUM: usize = 6;
/// The shortest body has 2 bytes.
const SHORTEST: usize = HEAD + 3 + SUM;
/// The longest link of version 1: more cannot be told in the characters for the length. Anything that claims more is some
/// other text that begins with a 1.
pub(super) const LONGEST: usize = 64 * 64 - 1;

const BASE_64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE_62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Returns whether a character may stand in a link.
pub(super) fn is_link_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// Returns whether a link can carry a body.
pub(super) fn has_room(body: &[u8]) -> bool {
    HEAD + BASE64URL_NOPAD.encode_len(body.len()) + SUM <= LONGEST
}

/// Returns the link that carries a body.
pub(super) fn seal(body: &[u8]) -> String {
    let body = BASE64URL_NOPAD.encode(body);
    let total = HEAD + body.len() + SUM;
    debug_assert!(
        (SHORTEST..=LONGEST).contains(&total),
        "no body of version 1 is so short or long"
    );
    let mut link = format!("{VERSION}{}{body}", length_chars(total));
    link.push_str(&sum(&link));
    link
}

/// Returns the body of a link whose length and checksum hold.
pub(super) fn unseal(link: &str) -> Result<Vec<u8>, LinkFault> {
    check_version(link)?;
    let expected = expected_length(link)?;
    if !link.chars().all(is_link_char) {
        return Err(if link.chars().count() == expected {
            LinkFault::Damaged
        } else {
            LinkFault::NotOurs
        });
    }
    if link.len() < expected && !sound_at_its_own_length(link) {
        return Err(LinkFault::CutOff { found: link.len(), expected: Some(expected) });
    }
    if link.len() != expected || !is_sound(link) {
        return Err(LinkFault::Damaged);
    }
    let body = &link[HEAD..link.len() - SUM];
    BASE64URL_NOPAD.decode(body.as_bytes()).map_err(|_| LinkFault::NotUnderstood)
}

/// Returns the length that a text beginning like a link, with a version, claims to have.
pub(super) fn claimed_length(link: &str) -> Option<usize> {
    let head = link.as_bytes().get(..HEAD)?;
    let (version, digits) = head.split_at(VERSION_CHARS);
    if !version.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut length = 0;
    for digit in digits {
        length = length * 64 + BASE_64.iter().position(|known| known == digit)?;
    }
    (SHORTEST..=LONGEST).contains(&length).then_some(length)
}

/// A version that is not known here cannot be checked further: how it spells its sum is for it to say.
fn check_version(link: &str) -> Result<(), LinkFault> {
    let Some(first) = link.chars().next() else { return Err(LinkFault::Empty) };
    let version =
        first.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).ok_or(LinkFault::NotOurs)?;
    let like_a_link = link.len() >= SHORTEST && link.chars().all(is_link_char);
    match version {
        VERSION => Ok(()),
        found if found > VERSION && like_a_link => {
            Err(LinkFault::NewerVersion { found, known: VERSION })
        }
        _ => Err(LinkFault::NotOurs),
    }
}

fn expected_length(link: &str) -> Result<usize, LinkFault> {
    if link.len() < HEAD && link.chars().all(is_link_char) {
        return Err(LinkFault::CutOff { found: link.len(), expected: None });
    }
    claimed_length(link).ok_or(LinkFault::NotOurs)
}

/// Returns whether a link that seems cut off is whole and only its length was changed.
fn sound_at_its_own_length(link: &str) -> bool {
    let mended = format!("{VERSION}{}{}", length_chars(link.len()), &link[HEAD..]);
    is_sound(&mended)
}

fn is_sound(link: &str) -> bool {
    link.len() >= SHORTEST && {
        let (before, found) = link.split_at(link.len() - SUM);
        sum(before) == found
    }
}

fn length_chars(length: usize) -> String {
    [length / 64 % 64, length % 64].map(|digit| char::from(BASE_64[digit])).iter().collect()
}

fn sum(text: &str) -> String {
    let mut rest = CRC.checksum(text.as_bytes());
    let mut digits = [0_u8; SUM];
    for digit in digits.iter_mut().rev() {
        *digit = BASE_62[(rest % 62) as usize];
        rest /= 62;
    }
    digits.map(char::from).iter().collect()
}
