//! What a statement states.

use chrono::NaiveDate;
use dossier::CoachId;
use minicbor::{Decode, Encode};

use super::StatementHash;
use crate::cbor;
use crate::key::PersonKey;

const LONGEST_NAME: usize = 200;
const LONGEST_TEXT: usize = 2_000;

/// Somebody in a charter.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Member {
    /// Who, to the exchange.
    #[n(0)]
    pub person: PersonKey,
    /// The name under which they write in records.
    #[cbor(n(1), with = "cbor::coach_id")]
    pub coach: CoachId,
    /// Their name.
    #[n(2)]
    pub name: String,
}

/// What somebody may do in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// Reads.
    #[n(0)]
    Reader,
    /// Reads and writes.
    #[n(1)]
    Coach,
}

/// How a consent was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum How {
    /// In a talk.
    #[n(0)]
    Spoken,
    /// On paper or in a message.
    #[n(1)]
    Written,
    /// By somebody who speaks for the client.
    #[n(2)]
    ByRepresentative,
}

/// What is stated.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub enum Act {
    /// Opens the charter.
    #[n(0)]
    Open {
        /// Who keeps the dossier.
        #[n(0)]
        keeper: Member,
        /// What the documents held before: it counts as the keeper's own.
        #[cbor(n(1), with = "cbor::documents")]
        before: cbor::Documents,
    },
    /// Records that the client consented.
    #[n(1)]
    Consent {
        /// For what.
        #[n(0)]
        purpose: String,
        /// How it was given.
        #[n(1)]
        how: How,
        /// By whom.
        #[n(2)]
        given_by: String,
        /// The last day that it holds.
        #[cbor(n(3), with = "cbor::maybe_day")]
        until: Option<NaiveDate>,
    },
    /// Records that a consent was taken back.
    #[n(2)]
    WithdrawConsent {
        /// Which.
        #[n(0)]
        consent: StatementHash,
    },
    /// Gives a role.
    #[n(3)]
    Grant {
        /// To whom.
        #[n(0)]
        to: Member,
        /// Which.
        #[n(1)]
        role: Role,
    },
    /// Takes a role away.
    #[n(4)]
    Withdraw {
        /// From whom.
        #[n(0)]
        person: PersonKey,
        /// What the documents held then: changes of that person's up to there stand.
        #[cbor(n(1), with = "cbor::documents")]
        accepted: cbor::Documents,
    },
    /// Makes somebody else the keeper.
    #[n(5)]
    HandOver {
        /// Whom.
        #[n(0)]
        to: Member,
    },
    /// Ends the sharing for good.
    #[n(6)]
    Close,
}

impl Member {
    pub(crate) fn is_well_named(&self) -> bool {
        !self.name.trim().is_empty() && self.name.chars().count() <= LONGEST_NAME
    }
}

impl Act {
    pub(crate) fn is_well_formed(&self) -> bool {
        let fits = |text: &String, most| !text.trim().is_empty() && text.chars().count() <= most;
        match self {
            Self::Open { keeper: member, .. }
            | Self::Grant { to: member, .. }
            | Self::HandOver { to: member } => member.is_well_named(),
            Self::Consent { purpose, given_by, .. } => {
                fits(purpose, LONGEST_TEXT) && fits(given_by, LONGEST_NAME)
            }
            Self::WithdrawConsent { .. } | Self::Withdraw { .. } | Self::Close => true,
        }
    }

    /// Whether it names the heads of documents, and may be long.
    pub(crate) fn names_heads(&self) -> bool {
        matches!(self, Self::Open { .. } | Self::Withdraw { .. })
    }

    /// Whether it only takes away: such a statement stands beside a handover that had not seen it.
    pub(crate) fn takes_away(&self) -> bool {
        matches!(self, Self::WithdrawConsent { .. } | Self::Withdraw { .. } | Self::Close)
    }
}
