//! The text form of an invitation, for an e-mail, a file or a picture.
//!
//! The form is `KRING2:` and Crockford's base 32 of the CBOR, with its length in two bytes before it and four
//! bytes of checksum behind it. Capitals and digits alone make the smallest QR picture, and survive mail
//! programs that break lines, quote them or change case.

use codes::codes;
use zeroize::Zeroizing;

use crate::cbor;
use crate::invitation::Invitation;

const NAME: &str = "KRING";

const PREFIX: &str = "KRING2:";

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const CHECK: usize = 4;

/// The longest text in which a code is searched: an e-mail with everything that people quote below it.
const LONGEST_TEXT: usize = 256 * 1024;

/// The most codes of one text that are tried, because answers quote the same e-mail again and again.
const MOST_CODES: usize = 16;

/// The reason why a text contains no invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// The text contains no code.
    #[error("the text contains no invitation")]
    NotAnInvitation,
    /// A part of the code is missing, or a letter differs.
    #[error("a part of the invitation is missing, or a letter differs")]
    Mistyped,
    /// A newer version of Kring made the invitation.
    #[error("a newer version of Kring made this invitation")]
    NewerVersion,
    /// An earlier version of Kring, which was never released, made the invitation.
    #[error("an earlier test version of Kring made this invitation")]
    OlderVersion,
}

codes!(InvitationError {
    Self::NotAnInvitation => "not-an-invitation",
    Self::Mistyped => "invitation-mistyped",
    Self::NewerVersion => "invitation-newer",
    Self::OlderVersion => "invitation-older",
});

impl Invitation {
    /// Finds an invitation in an e-mail, in a file, or in the code alone.
    pub fn find(text: &str) -> Result<Self, InvitationError> {
        let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
        let upper = Zeroizing::new(text.to_ascii_uppercase());
        let begins = |(at, name): (usize, &str)| beginning(&upper[at + name.len()..]);
        let mut error = InvitationError::NotAnInvitation;
        for found in upper.match_indices(NAME).filter_map(begins).take(MOST_CODES) {
            match found {
                Beginning::Code(code) => match Self::from_digits(code) {
                    Some(invitation) => return Ok(invitation),
                    None => error = InvitationError::Mistyped,
                },
                Beginning::OfAnother(version) if error == InvitationError::NotAnInvitation => error = version,
                Beginning::OfAnother(_) => {}
            }
        }
        Err(error)
    }

    /// Reads the digits of a code as people and mail programs leave them: O for 0, I and L for 1, and any
    /// characters between them that are neither letters nor digits.
    fn from_digits(code: &str) -> Option<Self> {
        let mut bits = Bits::default();
        for c in code.chars() {
            match c {
                '.' => break,
                'O' => bits.push(0),
                'I' | 'L' => bits.push(1),
                c if !c.is_alphanumeric() => {}
                c => match ALPHABET.iter().position(|a| char::from(*a) == c) {
                    Some(digit) => bits.push(digit as u8),
                    None => break,
                },
            }
        }
        // The text after the code may look like more of the code, so the length in front says where it ends.
        let found: Option<Self> = bits.whole().and_then(|bytes| cbor::read(&bytes));
        found.filter(Self::is_well_formed)
    }

    /// Returns the code in one line, ended by a full stop in a longer text.
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

    /// Returns the code in lines of 60 characters, for an e-mail or a file.
    pub fn to_text(&self) -> String {
        let code = self.to_code();
        let lines: Vec<&str> =
            code.as_bytes().chunks(60).filter_map(|line| std::str::from_utf8(line).ok()).collect();
        format!("{}.\n", lines.join("\n"))
    }
}

/// The text after the name with which every code begins.
enum Beginning<'a> {
    /// The digits of a code of this version, and everything after it.
    Code(&'a str),
    /// A code of another version, with the error that says so.
    OfAnother(InvitationError),
}

fn beginning(rest: &str) -> Option<Beginning<'_>> {
    // The name may occur ten thousand times in prose, so no more is looked at than a version number can have.
    let colon = rest.bytes().take(4).position(|byte| byte == b':')?;
    let (version, code) = (&rest[..colon], &rest[colon + 1..]);
    match version {
        "2" | "Z" => Some(Beginning::Code(code)),
        "1" | "I" | "L" => Some(Beginning::OfAnother(InvitationError::OlderVersion)),
        "" => None,
        _ => {
            let newer = Beginning::OfAnother(InvitationError::NewerVersion);
            version.bytes().all(|byte| byte.is_ascii_digit()).then_some(newer)
        }
    }
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

    /// Returns the bytes that the length in front announces, if the checksum behind them is right.
    fn whole(&self) -> Option<Zeroizing<Vec<u8>>> {
        let (length, rest) = self.bytes.split_first_chunk()?;
        let (bytes, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        (rest.get(..CHECK)? == checksum(bytes)).then(|| Zeroizing::new(bytes.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::invitation::{InvitationKind, Invited, InvitedStorage, InviterRole};
    use crate::signing_key::{DeviceKey, PersonKey};

    fn invitation() -> Invitation {
        Invited {
            id: [1; 16],
            kind: InvitationKind::Colleague,
            secret: [2; 32],
            person: PersonKey([3; 32]),
            device: DeviceKey([4; 32]),
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
    fn an_invitation_is_found_in_an_email_that_people_quoted_and_changed() {
        let text = invitation().to_text();
        let quoted: String = text.lines().map(|line| format!("> {}\n", line.to_lowercase())).collect();
        let sloppy = text.replace('0', "o").replace('1', "l");
        let bars = text.replace('\n', "\r\n| ");
        let prose =
            format!("{}: plak alles vanaf kring2: in Kring.\n\n{text}\nGroet, Anna", "Kring ".repeat(99));
        for mail in [text.clone(), quoted, sloppy, bars, prose] {
            let found = Invitation::find(&mail).unwrap();
            assert_eq!(found.to_code(), invitation().to_code());
        }
    }

    #[test]
    fn a_wrong_letter_or_a_missing_part_is_noticed() {
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
        assert_eq!(Invitation::find("kring3:ABCDEF").unwrap_err(), InvitationError::NewerVersion);
        assert_eq!(Invitation::find("kring1:ABCDEF").unwrap_err(), InvitationError::OlderVersion);
    }

    #[test]
    fn an_invitation_with_control_characters_in_its_name_is_refused() {
        let mut hostile = invitation();
        hostile.name = "Anna\u{1b}[2J".into();
        assert_eq!(Invitation::find(&hostile.to_code()).unwrap_err(), InvitationError::Mistyped);
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_an_invitation_or_an_error(before in ".*", digits in "[0-9A-Zoil \n>=.]{0,400}") {
            let _ = Invitation::find(&before);
            let _ = Invitation::find(&format!("{before}kring2:{digits}{before}"));
        }

        #[test]
        fn any_bytes_with_a_right_checksum_give_an_invitation_or_an_error(
            at in 0_usize..200, byte: u8, cut in 0_usize..200,
        ) {
            let mut bytes = cbor::to_vec(&invitation());
            bytes.truncate(bytes.len().saturating_sub(cut / 8));
            let at = at % bytes.len();
            bytes[at] = byte;
            let found: Option<Invitation> = cbor::read(&bytes);
            proptest::prop_assert!(found.is_none_or(|one| one.to_code().starts_with(PREFIX)));
        }
    }

    #[test]
    fn the_code_without_storage_is_short_enough_for_an_email_and_a_picture() {
        let mut short = invitation();
        short.storage = None;
        assert!(short.to_code().len() < 400, "{}", short.to_code().len());
    }
}
