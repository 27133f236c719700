//! The successor of a person's key, after a computer with that key was lost.

use minicbor::{Decode, Encode};

use crate::signing_key::{PersonKey, PersonSecret, Signature};

const BY_FORMER: &str = "kring 2026 successor of a person key";
const BY_SUCCESSOR: &str = "kring 2026 predecessor of a person key";

/// A person's statement that another key is theirs from now on, and that the former one may be in other
/// hands. Both keys sign it, as both roots of The Update Framework do when one replaces the other (TUF
/// specification, section 6.1).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Succession {
    #[n(0)]
    former: PersonKey,
    #[n(1)]
    successor: PersonKey,
    #[n(2)]
    by_former: Signature,
    #[n(3)]
    by_successor: Signature,
}

impl Succession {
    /// Signs that `successor` takes the place of `former`.
    pub(crate) fn sign(former: &PersonSecret, successor: &PersonSecret) -> Self {
        let claim = claim(&former.public(), &successor.public());
        Self {
            former: former.public(),
            successor: successor.public(),
            by_former: former.sign(BY_FORMER, &claim),
            by_successor: successor.sign(BY_SUCCESSOR, &claim),
        }
    }

    /// Returns whether both keys signed it.
    pub(crate) fn holds(&self) -> bool {
        let claim = claim(&self.former, &self.successor);
        self.former != self.successor
            && self.former.verifies(BY_FORMER, &claim, &self.by_former)
            && self.successor.verifies(BY_SUCCESSOR, &claim, &self.by_successor)
    }

    /// Returns the key that was replaced.
    pub fn former(&self) -> PersonKey {
        self.former
    }

    /// Returns the key that took its place.
    pub fn successor(&self) -> PersonKey {
        self.successor
    }
}

fn claim(former: &PersonKey, successor: &PersonKey) -> Vec<u8> {
    [former.0, successor.0].concat()
}
