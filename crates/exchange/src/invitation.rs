//! An invitation, and how it stands in an e-mail, a file or a picture.
//!
//! The text form is `KRING1:` and Crockford's base 32 of the CBOR with four bytes of checksum behind it. Capitals and digits
//! alone make the smallest QR picture, and survive mail programs that break lines, quote them or change case.

use std::fmt;

use chrono::{DateTime, Utc};
use dossier::CoachId;
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use crate::cbor;
use crate::key::{DeviceKey, PersonKey};

const PREFIX: &str = "KRING1:";
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK: usize = 4;
/// The longest text in which a code is looked for: an e-mail with all that people quote under it.
const LONGEST_TEXT: usize = 256 * 1024;
const LONGEST_NAME: usize = 200;
const LONGEST_ADDRESS: usize = 1_000;

/// For what somebody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum InvitationKind {
    /// To work together on dossiers.
    #[n(0)]
    Colleague,
    /// To use another device of one's own.
    #[n(1)]
    OwnDevice,
}

/// What the one who invites is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum InviterRole {
    /// A professional.
    #[n(0)]
    Professional,
    /// A volunteer.
    #[n(1)]
    Volunteer,
    /// Somebody who practises.
    #[n(2)]
    Trainee,
}

/// The storage over which the two will exchange envelopes, with the access to it where the inviter gives it along.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct InvitedStorage {
    /// Where.
    #[n(0)]
    pub address: String,
    /// Who may use it.
    #[n(1)]
    pub user: Option<String>,
    /// The password.
    #[n(2)]
    pub password: Option<String>,
}

/// An invitation. Whoever has it can answer it once.
#[derive(Clone, Encode, Decode)]
pub struct Invitation {
    /// Its name.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub id: [u8; 16],
    /// For what.
    #[n(1)]
    pub kind: InvitationKind,
    #[n(2)]
    secret: Secret,
    /// Who invites, to the exchange.
    #[n(3)]
    pub person: PersonKey,
    /// On which device: the answer goes to its mailbox.
    #[n(4)]
    pub device: DeviceKey,
    /// The name under which the inviter writes in records.
    #[cbor(n(5), with = "cbor::coach_id")]
    pub coach: CoachId,
    /// The inviter's name.
    #[n(6)]
    pub name: String,
    /// What the inviter is.
    #[n(7)]
    pub role: InviterRole,
    /// Over which storage.
    #[n(8)]
    pub storage: Option<InvitedStorage>,
    /// Until when it can be accepted.
    #[cbor(n(9), with = "cbor::moment")]
    pub expires: DateTime<Utc>,
}

#[derive(Clone, Encode, Decode)]
#[cbor(transparent)]
struct Secret(#[cbor(with = "minicbor::bytes")] [u8; 32]);

impl Drop for Secret {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.0);
    }
}

impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invitation")
            .field("name", &self.name)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

/// Why a text is not an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// There is no code in it.
    #[error("there is no invitation in this text")]
    NotAnInvitation,
    /// A part is missing, or a letter differs.
    #[error("the invitation is not whole, or a letter differs")]
    Mistyped,
    /// A newer version of Kring made it.
    #[error("a newer version of Kring made this invitation")]
    NewerVersion,
}

impl InvitationError {
    /// Every code that [`InvitationError::code`] gives.
    pub const CODES: &'static [&'static str] =
        &["not-an-invitation", "invitation-mistyped", "invitation-newer"];

    /// The name of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnInvitation => "not-an-invitation",
            Self::Mistyped => "invitation-mistyped",
            Self::NewerVersion => "invitation-newer",
        }
    }
}

/// What an invitation says, to make one.
pub(crate) struct Invited {
    pub(crate) id: [u8; 16],
    pub(crate) kind: InvitationKind,
    pub(crate) secret: [u8; 32],
    pub(crate) person: PersonKey,
    pub(crate) device: DeviceKey,
    pub(crate) coach: CoachId,
    pub(crate) name: String,
    pub(crate) role: InviterRole,
    pub(crate) storage: Option<InvitedStorage>,
    pub(crate) expires: DateTime<Utc>,
}

impl From<Invited> for Invitation {
    fn from(invited: Invited) -> Self {
        let Invited { id, kind, secret, person, device, coach, name, role, storage, expires } = invited;
        Self { id, kind, secret: Secret(secret), person, device, coach, name, role, storage, expires }
    }
}

impl Invitation {
    /// Finds an invitation in a text: an e-mail, a file, or the code alone.
    pub fn find(text: &str) -> Result<Self, InvitationError> {
        let text = text.get(..LONGEST_TEXT).unwrap_or(text);
        let upper = text.to_ascii_uppercase();
        let Some(start) = upper.find(PREFIX) else {
            return Err(if newer(&upper) {
                InvitationError::NewerVersion
            } else {
                InvitationError::NotAnInvitation
            });
        };
        let rest = upper.get(start + PREFIX.len()..).unwrap_or_default();
        let mut bits = Bits::default();
        for c in rest.chars() {
            match c {
                c if c.is_whitespace() || matches!(c, '>' | '-' | '=' | '\u{ad}' | '\u{200b}') => {}
                '.' => break,
                'O' => bits.push(0),
                'I' | 'L' => bits.push(1),
                c => match ALPHABET.iter().position(|a| char::from(*a) == c) {
                    Some(digit) => bits.push(digit as u8),
                    None => break,
                },
            }
        }
        // What follows the code in an e-mail may look like more of it: the code ends where its checksum fits.
        let found: Option<Self> = bits.whole().and_then(|bytes| cbor::read(&bytes));
        found.filter(Self::is_well_formed).ok_or(InvitationError::Mistyped)
    }

    /// The code, in one line. A full stop ends it.
    pub fn to_code(&self) -> String {
        let mut bytes = Zeroizing::new(cbor::to_vec(self));
        let length = (bytes.len() as u16).to_be_bytes();
        let check = checksum(&bytes);
        bytes.splice(0..0, length);
        bytes.extend(check);
        let mut code = PREFIX.to_owned();
        let (mut word, mut held) = (0_u32, 0);
        for byte in bytes.iter() {
            word = word << 8 | u32::from(*byte);
            held += 8;
            while held >= 5 {
                held -= 5;
                code.push(char::from(ALPHABET[(word >> held & 31) as usize]));
            }
            word &= (1 << held) - 1;
        }
        if held > 0 {
            code.push(char::from(ALPHABET[(word << (5 - held) & 31) as usize]));
        }
        code
    }

    /// The code in lines, as it stands in an e-mail or a file.
    pub fn to_text(&self) -> String {
        let code = self.to_code();
        let lines: Vec<&str> =
            code.as_bytes().chunks(60).filter_map(|line| std::str::from_utf8(line).ok()).collect();
        format!("{}.\n", lines.join("\n"))
    }

    /// Whether it is too late to accept it.
    pub fn is_expired(&self, now: DateTime<Utc>) -> bool {
        now > self.expires
    }

    /// Whether its texts are as long as texts may be.
    fn is_well_formed(&self) -> bool {
        let address = |storage: &InvitedStorage| storage.address.len() <= LONGEST_ADDRESS;
        self.name.chars().count() <= LONGEST_NAME && self.storage.as_ref().is_none_or(address)
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        &self.secret.0
    }
}

fn newer(upper: &str) -> bool {
    upper.match_indices("KRING").any(|(at, _)| {
        let rest = upper.get(at + 5..).unwrap_or_default();
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        digits > 0 && rest.get(digits..).is_some_and(|rest| rest.starts_with(':'))
    })
}

fn checksum(bytes: &[u8]) -> [u8; CHECK] {
    let hash = blake3::derive_key("kring 2026 checksum of an invitation", bytes);
    [hash[0], hash[1], hash[2], hash[3]]
}

#[derive(Default)]
struct Bits {
    bytes: Zeroizing<Vec<u8>>,
    word: u32,
    held: u32,
}

impl Bits {
    fn push(&mut self, digit: u8) {
        self.word = self.word << 5 | u32::from(digit);
        self.held += 5;
        if self.held >= 8 {
            self.held -= 8;
            self.bytes.push((self.word >> self.held) as u8);
            self.word &= (1 << self.held) - 1;
        }
    }

    /// The bytes that the length in front names, if the checksum behind them fits.
    fn whole(&self) -> Option<Zeroizing<Vec<u8>>> {
        let (length, rest) = self.bytes.split_first_chunk()?;
        let (bytes, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        (rest.get(..CHECK)? == checksum(bytes)).then(|| Zeroizing::new(bytes.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use dossier::Id;

    use super::*;

    fn invitation() -> Invitation {
        Invited {
            id: [1; 16],
            kind: InvitationKind::Colleague,
            secret: [2; 32],
            person: PersonKey([3; 32]),
            device: DeviceKey([4; 32]),
            coach: CoachId::from_random([5; 10]),
            name: "Anna Jansen".into(),
            role: InviterRole::Professional,
            storage: Some(InvitedStorage {
                address: "https://wolk.example/kring".into(),
                user: Some("anna".into()),
                password: Some("geheim".into()),
            }),
            expires: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
        }
        .into()
    }

    #[test]
    fn an_invitation_is_found_in_what_people_make_of_an_email() {
        let text = invitation().to_text();
        let quoted: String = text.lines().map(|line| format!("> {}\n", line.to_lowercase())).collect();
        let sloppy = text.replace('0', "o").replace('1', "l");
        let sloppy = sloppy.replace("KRINGl", "Kring1");
        for mail in [text.clone(), quoted, sloppy, format!("Dag Bram,\n\n{text}\nGroet, Anna")] {
            let found = Invitation::find(&mail).unwrap();
            assert_eq!(found.to_code(), invitation().to_code());
        }
    }

    #[test]
    fn a_slip_or_a_cut_is_noticed() {
        let code = invitation().to_code();
        for at in PREFIX.len()..code.len() {
            let mut slip = code.clone().into_bytes();
            slip[at] = if slip[at] == b'A' { b'B' } else { b'A' };
            let last = at + 1 == code.len();
            let found = Invitation::find(&String::from_utf8(slip).unwrap());
            assert!(found.is_err() || last, "slip at {at}");
            if at + 1 < code.len() {
                assert_eq!(Invitation::find(&code[..at]).unwrap_err(), InvitationError::Mistyped);
            }
        }
        assert_eq!(Invitation::find("Dag Bram").unwrap_err(), InvitationError::NotAnInvitation);
        assert_eq!(Invitation::find("kring2:ABCDEF").unwrap_err(), InvitationError::NewerVersion);
    }

    #[test]
    fn the_code_without_storage_is_short_enough_for_an_email_and_a_picture() {
        let mut short = invitation();
        short.storage = None;
        assert!(short.to_code().len() < 400, "{}", short.to_code().len());
    }
}
