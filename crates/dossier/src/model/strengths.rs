//! What the client brings: talents and social roles.

use crate::choice::choices;
use crate::id::{RoleId, TalentId};
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};
use crate::value::Prose;

record! {
    /// A talent, hobby or affinity.
    Talent by TalentId, fields TalentField, in "talents" {
        /// What it is.
        title / Title: String,
        /// A talent, an interest, or something that the client has at heart.
        kind / Kind: Option<TalentKind>,
        /// What it could mean for others.
        offer / Offer: Prose,
    }
}

record! {
    /// A social role (social role valorisation).
    Role by RoleId, fields RoleField, in "roles" {
        /// What the role is.
        title / Title: String,
        /// Played now, wished for, or dropped.
        time / Time: Option<RoleTime>,
    }
}

impl Complete for Talent {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.title, "title")
    }
}

impl Complete for Role {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.title, "title")
    }
}

choices! {
    /// What kind of strength it is.
    TalentKind in "talent" {
        /// Something that the client is good at.
        Talent = "talent",
        /// Something that the client likes to do.
        Interest = "interest",
        /// Something that the client has at heart.
        Affinity = "affinity",
    }

    /// When a role is played.
    RoleTime in "role-time" {
        /// Played now.
        Now = "now",
        /// Wished for.
        Wished = "wished",
        /// Dropped.
        Dropped = "dropped",
    }
}
