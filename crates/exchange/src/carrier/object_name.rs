//! The name of an object in a mailbox: a hash of its sealed bytes, so that writers do not have to agree on it, it
//! tells nothing, and the same bytes that are written twice are one object.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

/// The name of an object: 32 lower-case hexadecimal digits in text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct ObjectName(#[cbor(with = "minicbor::bytes")] pub [u8; 16]);

impl ObjectName {
    /// Returns the name of the object with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let hash = blake3::derive_key("kring 2026 name of an object in a mailbox", bytes);
        Self(std::array::from_fn(|place| hash[place]))
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
        let name = ObjectName::of(b"for Bram");
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
