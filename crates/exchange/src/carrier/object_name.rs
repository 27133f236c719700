//! The name of an object in a mailbox. It is random, so that writers do not have to agree on it and it tells
//! nothing.

use std::fmt;
use std::str::FromStr;

use crate::randomness::Randomness;

/// The name of an object: 32 lower-case hexadecimal digits in text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectName(pub [u8; 16]);

impl ObjectName {
    /// Returns a name that nobody else uses.
    pub fn random(random: &mut Randomness) -> Self {
        Self(random.bytes())
    }
}

/// The error of a name that is not one of Kring's, such as the conflict copies and thumbnails that other
/// programs leave in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of an object of Kring")]
pub struct NotOurs;

impl FromStr for ObjectName {
    type Err = NotOurs;

    /// Parses exactly what [`Display`](fmt::Display) writes, because most storage distinguishes capitals.
    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let digit = |digit: u8| match digit {
            b'0'..=b'9' => Ok(digit - b'0'),
            b'a'..=b'f' => Ok(digit - b'a' + 10),
            _ => Err(NotOurs),
        };
        let digits: &[u8; 32] = text.as_bytes().try_into().map_err(|_| NotOurs)?;
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ObjectName({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_back_unchanged() {
        let name = ObjectName::random(&mut Randomness::from_seed([7; 32]));
        assert_eq!(name.to_string().parse(), Ok(name));
    }

    #[test]
    fn names_that_other_programs_leave_in_a_folder_are_refused() {
        let ours = ObjectName([0xab; 16]).to_string();
        for foreign in [
            String::new(),
            ".DS_Store".into(),
            ours.to_uppercase(),
            format!("{ours} (conflicted copy 2026-11-24 101500)"),
            format!("{ours}.part"),
            ours[1..].into(),
            "é".repeat(16),
        ] {
            assert_eq!(foreign.parse::<ObjectName>(), Err(NotOurs), "{foreign}");
        }
    }
}
