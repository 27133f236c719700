//! Ties between two members of the network.

use super::{Energy, Quality, Strength};
use crate::choice::choices;
use crate::id::{MemberId, TieId};
use crate::record::record;
use crate::validity::{Complete, Invalid, two_different_ends};

record! {
    /// A tie between two members of the network. The tie with the client is part of the member itself.
    Tie by TieId, fields TieField, in "ties" {
        /// The first end, from which energy is seen.
        a / A: Option<MemberId>,
        /// The second end of the tie.
        b / B: Option<MemberId>,
        /// The kind of tie.
        kind / Kind: Option<TieKind>,
        /// The strength of the tie.
        strength / Strength: Option<Strength>,
        /// The quality of the tie.
        quality / Quality: Option<Quality>,
        /// The direction in which energy flows, seen from the first end.
        energy / Energy: Option<Energy>,
        /// The origin in an imported file, by which a later import finds the tie.
        origin / Origin: Option<String>,
    }
}

impl Complete for Tie {
    const NEEDS: &'static [&'static str] = &["a", "b"];

    fn check_complete(&self) -> Result<(), Invalid> {
        two_different_ends((&self.a, "a"), (&self.b, "b"))
    }
}

choices! {
    /// The kinds of ties between two members.
    TieKind in "tie" {
        /// They know each other.
        Acquainted = "acquainted",
        /// They are family.
        Family = "family",
        /// They are friends.
        Friends = "friends",
        /// They are neighbours.
        Neighbours = "neighbours",
        /// They are colleagues.
        Colleagues = "colleagues",
        /// One cares for the other.
        Care = "care",
    }
}
