//! Reading numbers and parts from bytes.

use super::damage::damaged;
use crate::loading::LoadError;

/// A place in bytes that are read from the front.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns everything that was not read yet.
    pub(super) fn rest(self) -> &'a [u8] {
        self.0
    }

    pub(super) fn take(&mut self, count: u64) -> Result<&'a [u8], LoadError> {
        let count = usize::try_from(count).map_err(|_| damaged())?;
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    /// Reads bytes behind their number.
    pub(super) fn prefixed(&mut self) -> Result<&'a [u8], LoadError> {
        let count = self.unsigned()?;
        self.take(count)
    }

    /// Reads a number in LEB128, which must fit in 64 bits.
    pub(super) fn unsigned(&mut self) -> Result<u64, LoadError> {
        let (bits, digits) = self.leb128()?;
        u64::try_from(bits & mask(digits)).map_err(|_| damaged())
    }

    /// Reads a number with a sign in LEB128, which must fit in 64 bits.
    pub(super) fn signed(&mut self) -> Result<i64, LoadError> {
        let (bits, digits) = self.leb128()?;
        let is_negative = bits >> (7 * digits - 1) & 1 == 1;
        let signed = if is_negative { (bits | !mask(digits)) as i128 } else { bits as i128 };
        i64::try_from(signed).map_err(|_| damaged())
    }

    /// Reads at most ten digits of seven bits.
    fn leb128(&mut self) -> Result<(u128, u32), LoadError> {
        let mut bits = 0;
        for place in 0..10 {
            let byte = self.take(1)?[0];
            bits |= u128::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                return Ok((bits, place + 1));
            }
        }
        Err(damaged())
    }
}

/// Returns the bits that this number of digits fills.
fn mask(digits: u32) -> u128 {
    (1 << (7 * digits)) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_up_to_64_bits() {
        let read = |bytes: &[u8]| Reader::of(bytes).unsigned().ok();
        assert_eq!(read(&[0x7f]), Some(127));
        assert_eq!(read(&[0x80, 1]), Some(128));
        assert_eq!(read(&[255, 255, 255, 255, 255, 255, 255, 255, 255, 1]), Some(u64::MAX));
        assert_eq!(read(&[255, 255, 255, 255, 255, 255, 255, 255, 255, 3]), None);
        assert_eq!(read(&[0x80; 11]), None);
        assert_eq!(read(&[0x80]), None);
    }

    #[test]
    fn numbers_with_a_sign_are_read_up_to_64_bits() {
        let read = |bytes: &[u8]| Reader::of(bytes).signed().ok();
        assert_eq!(read(&[0x7f]), Some(-1));
        assert_eq!(read(&[0x3f]), Some(63));
        assert_eq!(read(&[0x80, 0x7f]), Some(-128));
        assert_eq!(read(&[128, 128, 128, 128, 128, 128, 128, 128, 128, 0x7f]), Some(i64::MIN));
        assert_eq!(read(&[255, 255, 255, 255, 255, 255, 255, 255, 255, 0]), Some(i64::MAX));
        assert_eq!(read(&[128, 128, 128, 128, 128, 128, 128, 128, 128, 1]), None);
    }
}
