//! Secrets: zeroised when dropped, without `Debug`, `Display` or `Serialize`.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::seal::random;

/// A passphrase, which opens a vault.
pub struct Passphrase(pub(crate) Zeroizing<String>);

impl From<String> for Passphrase {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ENTROPY: usize = 16;
const DIGITS: usize = 26;
const CHECK_DIGITS: usize = 2;

/// A recovery code: 128 random bits as 26 digits of Crockford's base 32, and two check digits that catch a
/// typing error.
///
/// It is shown once to the person who writes it down, and `Display` is that form.
pub struct RecoveryCode(pub(crate) Zeroizing<[u8; ENTROPY]>);

impl RecoveryCode {
    pub(crate) fn new() -> Result<Self, VaultError> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// Returns the check digits.
    fn check_digits(&self) -> [u8; CHECK_DIGITS] {
        let hash = blake3::derive_key("kring 2026 recovery code check digits", &*self.0);
        [hash[0] & 31, hash[1] & 31]
    }
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = u128::from_be_bytes(*self.0);
        let digits = (0..DIGITS).rev().map(|place| ((number >> (5 * place)) & 31) as u8);
        for (place, digit) in digits.chain(self.check_digits()).enumerate() {
            if place > 0 && place % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(ALPHABET[usize::from(digit)]))?;
        }
        Ok(())
    }
}

impl FromStr for RecoveryCode {
    type Err = VaultError;

    /// Reads a code as people write it: with small letters, spaces, O for 0, I and L for 1.
    fn from_str(text: &str) -> Result<Self, VaultError> {
        let wrong = || VaultError::WrongRecoveryCode;
        let written = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.'));
        let mut digits = Zeroizing::new(Vec::with_capacity(DIGITS + CHECK_DIGITS));
        for c in written {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let digit = ALPHABET.iter().position(|a| char::from(*a) == c).ok_or_else(wrong)?;
            digits.push(digit as u8);
        }
        if digits.len() != DIGITS + CHECK_DIGITS || digits[0] > 7 {
            return Err(wrong());
        }
        let number = digits[..DIGITS].iter().fold(0_u128, |number, digit| number << 5 | u128::from(*digit));
        let code = Self(Zeroizing::new(number.to_be_bytes()));
        if code.check_digits() == digits[DIGITS..] { Ok(code) } else { Err(wrong()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_as_people_write_it() {
        let code = RecoveryCode::new().unwrap();
        let sloppy = code.to_string().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(*sloppy.parse::<RecoveryCode>().ok().unwrap().0, *code.0);
    }

    #[test]
    fn a_typing_error_is_noticed() {
        let code = RecoveryCode(Zeroizing::new([7; 16])).to_string();
        let mut noticed = 0;
        for place in (0..code.len()).filter(|place| code.as_bytes()[*place] != b'-') {
            let mut slip = code.clone().into_bytes();
            slip[place] = if slip[place] == b'A' { b'B' } else { b'A' };
            noticed += u32::from(String::from_utf8(slip).unwrap().parse::<RecoveryCode>().is_err());
        }
        assert_eq!(noticed, 28);
    }
}
