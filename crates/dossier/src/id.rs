//! Ids of records: short and printable, with a prefix that tells the kind of the record.
//!
//! An id is eighty random bits in Crockford's base 32: short enough to type in a terminal, and impossible to
//! mistake.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Crockford's base 32 in lower case: without i, l, o and u, so that nobody misreads an id.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The number of random bytes in an id. With 80 bits two ids of one dossier never collide.
pub const ID_BYTES: usize = 10;

/// An id of a record.
pub trait Id: Clone + Eq + Ord + fmt::Display + FromStr<Err = NotAnId> + 'static {
    /// The letter before the hyphen.
    const PREFIX: &'static str;

    /// Makes an id from ten random bytes, which the caller provides.
    fn from_random(bytes: [u8; ID_BYTES]) -> Self;

    /// Returns the id as it is written in the document.
    fn as_str(&self) -> &str;

    /// Returns the ten random bytes of the id, for stores whose keys are bytes.
    fn to_bytes(&self) -> [u8; ID_BYTES] {
        let mut bytes = [0; ID_BYTES];
        let after_hyphen = self.as_str().bytes().skip(Self::PREFIX.len() + 1);
        let digits: Vec<u64> =
            after_hyphen.filter_map(|b| ALPHABET.iter().position(|a| *a == b)).map(|d| d as u64).collect();
        for (part, eight) in bytes.chunks_mut(5).zip(digits.chunks(8)) {
            let word = eight.iter().fold(0u64, |word, digit| word << 5 | digit);
            part.copy_from_slice(&word.to_be_bytes()[3..]);
        }
        bytes
    }
}

/// The error of a text that is not an id of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{text}” is not an id that begins with “{prefix}-”")]
pub struct NotAnId {
    /// The text that was given.
    pub text: String,
    /// The prefix that an id of this kind has.
    pub prefix: &'static str,
}

fn encode(prefix: &str, bytes: [u8; ID_BYTES]) -> String {
    let mut text = format!("{prefix}-");
    for five in bytes.chunks(5) {
        let word = five.iter().fold(0u64, |word, byte| word << 8 | u64::from(*byte));
        for place in (0..8).rev() {
            let digit = (word >> (place * 5)) & 31;
            text.push(char::from(ALPHABET[digit as usize]));
        }
    }
    text
}

fn parse(prefix: &'static str, text: &str) -> Result<String, NotAnId> {
    let lower = text.trim().to_ascii_lowercase();
    let digits = lower.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
    match digits {
        Some(digits) if digits.len() == 16 && digits.bytes().all(|b| ALPHABET.contains(&b)) => Ok(lower),
        _ => Err(NotAnId { text: text.to_owned(), prefix }),
    }
}

/// Returns the id that a key of a document is, as [`Id::as_str`] writes it.
///
/// People may type an id with capitals and spaces. Keys with those would be several records of one id, and
/// no list can show these.
pub(crate) fn of_key<I: Id>(key: &str) -> Option<I> {
    key.parse().ok().filter(|id: &I| id.as_str() == key)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl Id for $name {
            const PREFIX: &'static str = $prefix;

            fn from_random(bytes: [u8; ID_BYTES]) -> Self {
                Self(encode($prefix, bytes))
            }

            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse($prefix, text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

ids! {
    /// The id of one client's record.
    DossierId = "d";
    /// The id of a person who works with Kring: the author of changes.
    CoachId = "c";
    /// The id of a person in the client's network.
    PersonId = "p";
    /// The id of an organisation in the client's network.
    OrganisationId = "o";
    /// The id of a tie between two network members.
    TieId = "t";
    /// The id of a partnership in the genogram.
    PartnershipId = "s";
    /// The id of a line of descent in the genogram.
    ParentageId = "k";
    /// The id of a wish of the client.
    WishId = "w";
    /// The id of a description of a dimension of life.
    LifeId = "l";
    /// The id of something that the client needs.
    NeedId = "b";
    /// The id of a talent, hobby or affinity of the client.
    TalentId = "h";
    /// The id of a social role of the client.
    RoleId = "r";
    /// The id of a reason why the client does not like to ask.
    ResistanceId = "v";
    /// The id of a goal of the plan.
    GoalId = "g";
    /// The id of an action of the plan.
    ActionId = "a";
    /// The id of a note.
    NoteId = "n";
    /// The id of a measuring moment.
    MomentId = "m";
    /// The id of a filled-in instrument.
    MeasurementId = "i";
    /// The id of an event with a step of the method.
    PassageId = "f";
    /// The id of an approach of the plan.
    ApproachId = "e";
    /// The id of a check-in of the aftercare.
    CheckInId = "u";
    /// The id of a question to a colleague, or of an answer.
    SupervisionId = "q";
    /// The id of a method of an organisation's own.
    OwnMethodId = "x";
}

/// The id of the client or of a person in her network: what a family line can join.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub enum Relative {
    /// The client herself.
    Client,
    /// A person in the network.
    Person(PersonId),
}

/// The id of a person or an organisation: what a tie can join.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub enum MemberId {
    /// A person in the network.
    Person(PersonId),
    /// An organisation in the network.
    Organisation(OrganisationId),
}

impl fmt::Display for Relative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client => f.write_str("client"),
            Self::Person(id) => id.fmt(f),
        }
    }
}

impl FromStr for Relative {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == "client" { Ok(Self::Client) } else { text.parse().map(Self::Person) }
    }
}

impl fmt::Display for MemberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => id.fmt(f),
            Self::Organisation(id) => id.fmt(f),
        }
    }
}

impl FromStr for MemberId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.parse() {
            Ok(id) => Ok(Self::Organisation(id)),
            Err(_) => text.parse().map(Self::Person),
        }
    }
}

macro_rules! through_text {
    ($($name:ident)*) => {$(
        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    )*};
}

through_text! { Relative MemberId }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_from_its_text() {
        let id = PersonId::from_random([255, 0, 1, 2, 3, 4, 5, 6, 7, 254]);
        assert_eq!(id.to_string().parse::<PersonId>(), Ok(id.clone()));
        assert!(id.to_string().parse::<TieId>().is_err());
    }

    #[test]
    fn an_id_returns_the_bytes_it_was_made_from() {
        let bytes = [255, 0, 1, 2, 3, 4, 5, 6, 7, 254];
        assert_eq!(DossierId::from_random(bytes).to_bytes(), bytes);
    }
}
