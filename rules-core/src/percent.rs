//! Percent-encoding as addresses use it; small enough to be written here.

/// Returns the text with every `%XX` decoded; what is no such sequence stays as it is, and bytes that are no UTF-8
/// become the replacement character.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some(first) = rest.first() {
        let (byte, length) = byte_of(rest).map_or((*first, 1), |byte| (byte, 3));
        bytes.push(byte);
        rest = &rest[length..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns the byte that a `%XX` at the beginning stands for.
fn byte_of(text: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = text else { return None };
    let digit = |digit: &u8| char::from(*digit).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// Returns the text with every byte but the unreserved ones of RFC 3986 encoded.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_decodes() {
        for text in ["", "plain-text_1.~", "a b&c=d;e+f%", "Крамниця 7", "100 %"] {
            assert_eq!(decode(&encode(text)), text);
        }
        assert_eq!(encode("a b"), "a%20b");
    }

    #[test]
    fn broken_sequences_stay() {
        for text in ["%", "%2", "%zz", "a%2", "%%%"] {
            assert_eq!(decode(text), text);
        }
        assert_eq!(decode("%ff"), "\u{fffd}");
    }
}
