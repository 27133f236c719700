//! The acts that a statement can state.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};

use super::member::{CharterMember, GrantedRole, LONGEST_NAME};
use super::statement_hash::StatementHash;
use crate::cbor;
use crate::founding::Founding;
use crate::signing_key::PersonKey;
use crate::succession::Succession;

const LONGEST_TEXT: usize = 2_000;

/// The way in which a client consented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum ConsentForm {
    /// The client said so.
    #[n(0)]
    Spoken,
    /// The client wrote so, on paper or in a message.
    #[n(1)]
    Written,
    /// A representative of the client consented.
    #[n(2)]
    ByRepresentative,
}

/// The act that a statement states.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub enum Act {
    /// Opens the charter.
    #[n(0)]
    Open {
        /// The person who keeps the dossier.
        #[n(0)]
        keeper: CharterMember,
        /// The heads of the documents before there was a charter. Everything that they cover counts as the
        /// keeper's own.
        #[cbor(n(1), with = "cbor::documents")]
        before: cbor::Documents,
        /// The statement of the dossier's founding key that the keeper opens the charter.
        #[n(2)]
        founding: Founding,
    },
    /// Records that the client consented.
    #[n(1)]
    Consent {
        /// The purpose for which the client consented.
        #[n(0)]
        purpose: String,
        /// The way in which the consent was given.
        #[n(1)]
        how: ConsentForm,
        /// The name of the person who consented.
        #[n(2)]
        given_by: String,
        /// The last day on which the consent is valid.
        #[cbor(n(3), with = "cbor::maybe_day")]
        until: Option<NaiveDate>,
    },
    /// Records that the client withdrew a consent.
    #[n(2)]
    WithdrawConsent {
        /// The consent that was withdrawn.
        #[n(0)]
        consent: StatementHash,
    },
    /// Gives a person a role.
    #[n(3)]
    Grant {
        /// The person who gets the role.
        #[n(0)]
        to: CharterMember,
        /// The role that the person gets.
        #[n(1)]
        role: GrantedRole,
    },
    /// Withdraws the role of a person.
    #[n(4)]
    Withdraw {
        /// The person whose role is withdrawn.
        #[n(0)]
        person: PersonKey,
    },
    /// Offers the dossier to another person, who becomes its keeper by accepting.
    #[n(5)]
    HandOver {
        /// The new keeper.
        #[n(0)]
        to: CharterMember,
    },
    /// Ends the sharing for good.
    #[n(6)]
    Close,
    /// Accepts a dossier that its keeper handed over. From then on the author is the keeper.
    #[n(7)]
    Accept {
        /// The handover that is accepted.
        #[n(0)]
        hand_over: StatementHash,
    },
    /// Puts the key that signs in the place of another key of the author, because a computer with that one was
    /// lost. The other key signed the succession only: whoever found the computer has it too.
    #[n(8)]
    Succeed {
        /// The statement that both keys signed.
        #[n(0)]
        succession: Succession,
        /// The name of the person.
        #[n(1)]
        name: String,
    },
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
            Self::Succeed { name, .. } => fits(name, LONGEST_NAME),
            Self::WithdrawConsent { .. } | Self::Withdraw { .. } | Self::Close | Self::Accept { .. } => true,
        }
    }

    /// Returns whether the signatures within the act are valid.
    pub(crate) fn is_signed(&self) -> bool {
        match self {
            Self::Succeed { succession, .. } => succession.holds(),
            _ => true,
        }
    }

    /// Returns whether the act names the heads of documents, and so may be long.
    pub(crate) fn names_heads(&self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// Returns whether the act only removes something. Such a statement holds even beside the end of its
    /// author's tenure.
    pub(crate) fn takes_away(&self) -> bool {
        matches!(self, Self::WithdrawConsent { .. } | Self::Withdraw { .. } | Self::Close)
    }
}
