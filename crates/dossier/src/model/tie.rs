//! Ties among network members.

use super::{Energy, Quality, Strength};
use crate::choice::choices;
use crate::id::{MemberId, TieId};
use crate::record::record;
use crate::validity::{Complete, Invalid, two_ends};

record! {
    /// A tie between two members of the network. The tie with the client stands in the member itself.
    Tie by TieId, fields TieField, in "ties" {
        /// One end; energy is seen from here.
        a / A: Option<MemberId>,
        /// The other end.
        b / B: Option<MemberId>,
        /// What kind of tie.
        kind / Kind: Option<TieKind>,
        /// How strong.
        strength / Strength: Option<Strength>,
        /// How it feels.
        quality / Quality: Option<Quality>,
        /// Where energy flows, seen from the first end.
        energy / Energy: Option<Energy>,
        /// Where the tie came from in an imported file.
        origin / Origin: Option<String>,
    }
}

impl Complete for Tie {
    const NEEDS: &'static [&'static str] = &["a", "b"];

    fn check_complete(&self) -> Result<(), Invalid> {
        two_ends((&self.a, "a"), (&self.b, "b"))
    }
}

choices! {
    /// What kind of tie two members have.
    TieKind in "tie" {
        /// They know each other.
        Acquainted = "acquainted",
        /// Family.
        Family = "family",
        /// Friends.
        Friends = "friends",
        /// Neighbours.
        Neighbours = "neighbours",
        /// Colleagues.
        Colleagues = "colleagues",
        /// One cares for the other.
        Care = "care",
    }
}
