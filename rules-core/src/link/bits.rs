//! Bits, most significant first, and the one spelling of whole numbers in them.

/// Bits that hold the length of a number: lengths 0 to 31.
const LENGTH_BITS: u32 = 5;

/// Collects bits into bytes.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    used: u32,
}

impl BitWriter {
    pub(super) fn bit(&mut self, set: bool) {
        if self.used == 0 {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(set) << (7 - self.used);
        }
        self.used = (self.used + 1) % 8;
    }

    /// Appends the lowest `width` bits of a number.
    #[inline(never)]
    pub(super) fn bits(&mut self, number: u32, width: u32) {
        for at in (0..width).rev() {
            self.bit(number >> at & 1 == 1);
        }
    }

    /// Appends a number below 2^31: its length in bits, then its bits after the leading one.
    #[inline(never)]
    pub(super) fn number(&mut self, number: u32) {
        let length = u32::BITS - number.leading_zeros();
        debug_assert!(length < 1 << LENGTH_BITS, "numbers of 32 bits have no spelling");
        self.bits(length, LENGTH_BITS);
        self.bits(number, length.saturating_sub(1));
    }

    /// Returns the bytes, the last one filled up with zeros.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads bits from bytes; `None` once they are used up.
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn bit(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1 == 1;
        self.at += 1;
        Some(bit)
    }

    #[inline(never)]
    pub(super) fn bits(&mut self, width: u32) -> Option<u32> {
        let mut number = 0;
        for _ in 0..width {
            number = number << 1 | u32::from(self.bit()?);
        }
        Some(number)
    }

    #[inline(never)]
    pub(super) fn number(&mut self) -> Option<u32> {
        match self.bits(LENGTH_BITS)? {
            0 => Some(0),
            length => Some(1 << (length - 1) | self.bits(length - 1)?),
        }
    }

    /// Returns whether nothing is left but the zeros that fill up the last byte.
    pub(super) fn ends_here(mut self) -> bool {
        let left = self.bytes.len() * 8 - self.at;
        left < 8 && (0..left).all(|_| self.bit() == Some(false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 2, 3, 240, 3_400, 8_192, 1_000_000, 16_777_216, (1 << 31) - 1];
        let mut writer = BitWriter::default();
        writer.bit(true);
        for number in numbers {
            writer.number(number);
        }
        let bytes = writer.finish();
        let mut reader = BitReader::new(&bytes);
        assert_eq!(reader.bit(), Some(true));
        for number in numbers {
            assert_eq!(reader.number(), Some(number));
        }
        assert!(reader.ends_here());
    }

    #[test]
    fn used_up_bits_are_told() {
        let mut reader = BitReader::new(&[0b1111_1000]);
        assert_eq!(reader.number(), None);
        assert_eq!(BitReader::new(&[]).bit(), None);
    }

    #[test]
    fn a_set_bit_in_the_filling_is_not_finished() {
        let mut reader = BitReader::new(&[0b0000_0001]);
        assert_eq!(reader.bits(5), Some(0));
        assert!(!reader.ends_here());
        assert!(!BitReader::new(&[0]).ends_here());
    }
}
