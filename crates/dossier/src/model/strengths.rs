//! The client's strengths: her talents and her social roles.

use crate::choice::choices;
use crate::id::{RoleId, TalentId};
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};
use crate::value::Prose;

record! {
    /// A talent, hobby or affinity.
    Talent by TalentId, fields TalentField, in "talents" {
        /// A few words that say what it is.
        title / Title: String,
        /// The kind of strength: a talent, an interest, or something that the client has at heart.
        kind / Kind: Option<TalentKind>,
        /// The use that it could have for others.
        offer / Offer: Prose,
    }
}

record! {
    /// A social role (social role valorisation).
    Role by RoleId, fields RoleField, in "roles" {
        /// A few words that say what the role is.
        title / Title: String,
        /// The time at which the role is played.
        time / Time: Option<RoleTime>,
    }
}

impl Complete for Talent {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.title, "title")
    }
}

impl Complete for Role {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.title, "title")
    }
}

choices! {
    /// The kinds of strengths.
    TalentKind in "talent" {
        /// Something that the client is good at.
        Talent = "talent",
        /// Something that the client likes to do.
        Interest = "interest",
        /// Something that the client has at heart.
        Affinity = "affinity",
    }

    /// The times at which a role is played.
    RoleTime in "role-time" {
        /// The role is played now.
        Now = "now",
        /// The role is wished for.
        Wished = "wished",
        /// The role was dropped.
        Dropped = "dropped",
    }
}
