//! An invitation to exchange envelopes with a person, or to connect another device of one's own.

use std::fmt;

use chrono::{DateTime, Utc};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::signing_key::{DeviceKey, PersonKey};

const LONGEST_NAME: usize = 200;
/// The most characters of an address, a user or a password of a storage.
const LONGEST_TEXT_OF_STORAGE: usize = 1_000;

/// The purpose of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum InvitationKind {
    /// Working together on dossiers.
    #[n(0)]
    Colleague,
    /// Using another device of the same person.
    #[n(1)]
    OwnDevice,
}

/// The role of the person who invites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum InviterRole {
    /// A professional coach.
    #[n(0)]
    Professional,
    /// A volunteer coach.
    #[n(1)]
    Volunteer,
    /// A coach in training.
    #[n(2)]
    Trainee,
}

/// The storage over which the two people will exchange envelopes. The inviter may include the access to it.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct InvitedStorage {
    /// The address of the storage.
    #[n(0)]
    pub address: String,
    /// The user who may use it.
    #[n(1)]
    pub user: Option<String>,
    /// The password of that user.
    #[n(2)]
    pub password: Option<String>,
}

/// An invitation. Whoever has it can answer it once.
#[derive(Clone, Encode, Decode)]
pub struct Invitation {
    /// The random id that names the invitation.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub id: [u8; 16],
    /// The purpose of the invitation.
    #[n(1)]
    pub kind: InvitationKind,
    #[n(2)]
    secret: Secret,
    /// The key of the person who invites.
    #[n(3)]
    pub person: PersonKey,
    /// The inviter's device; the answer goes to its mailbox.
    #[n(4)]
    pub device: DeviceKey,
    /// The name of the inviter.
    #[n(5)]
    pub name: String,
    /// The role of the inviter.
    #[n(6)]
    pub role: InviterRole,
    /// The storage for the envelopes, if the inviter named one.
    #[n(7)]
    pub storage: Option<InvitedStorage>,
    /// The moment until which the invitation can be accepted.
    #[cbor(n(8), with = "cbor::moment")]
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

/// The contents of a new invitation.
pub(crate) struct Invited {
    pub(crate) id: [u8; 16],
    pub(crate) kind: InvitationKind,
    pub(crate) secret: [u8; 32],
    pub(crate) person: PersonKey,
    pub(crate) device: DeviceKey,
    pub(crate) name: String,
    pub(crate) role: InviterRole,
    pub(crate) storage: Option<InvitedStorage>,
    pub(crate) expires: DateTime<Utc>,
}

impl From<Invited> for Invitation {
    fn from(invited: Invited) -> Self {
        let Invited { id, kind, secret, person, device, name, role, storage, expires } = invited;
        Self { id, kind, secret: Secret(secret), person, device, name, role, storage, expires }
    }
}

impl Invitation {
    /// Returns whether the invitation can no longer be accepted.
    pub fn is_expired(&self, now: DateTime<Utc>) -> bool {
        now > self.expires
    }

    /// Returns whether the texts are short enough and have no control characters, which a terminal would
    /// obey.
    pub(crate) fn is_well_formed(&self) -> bool {
        let fits = |text: &str, most| text.chars().count() <= most && !text.chars().any(char::is_control);
        let of_storage = |text: &String| fits(text, LONGEST_TEXT_OF_STORAGE);
        fits(&self.name, LONGEST_NAME)
            && self.storage.as_ref().is_none_or(|storage| {
                let InvitedStorage { address, user, password } = storage;
                of_storage(address) && [user, password].into_iter().flatten().all(of_storage)
            })
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        &self.secret.0
    }
}
