//! Invitations that wait for the other side.

use chrono::{DateTime, Utc};
use minicbor::{Decode, Encode};

use crate::carrier::ObjectName;
use crate::cbor;
use crate::invitation::Invitation;
use crate::retry::{AGAIN, is_over};
use crate::sealing_key::SealingSecret;
use crate::signing_key::DeviceKey;

/// An invitation that this person made. It works once; until it expires, the device that answered it may have
/// to be welcomed again.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Offer {
    #[n(0)]
    pub(crate) invitation: Invitation,
    #[n(1)]
    pub(crate) answered_by: Option<DeviceKey>,
}

/// An invitation that this person accepted, until the welcome comes.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Accepted {
    #[n(0)]
    pub(crate) invitation: Invitation,
    #[n(1)]
    pub(crate) answer_key: SeedOf,
    /// The moment at which to send the reply again.
    #[cbor(n(2), with = "cbor::moment")]
    pub(crate) again: DateTime<Utc>,
    /// True if the two people knew each other already, and only their computers meet.
    #[n(3)]
    pub(crate) anew: bool,
    /// The name of the last reply in the mailbox of the inviting device.
    #[n(4)]
    pub(crate) reply: Option<ObjectName>,
}

impl Accepted {
    /// Returns whether it is time to send the reply.
    pub(crate) fn is_ripe(&self, now: DateTime<Utc>) -> bool {
        is_over(self.again, now, AGAIN)
    }
}

/// A sealing secret in an entry.
#[derive(Clone, Encode, Decode)]
#[cbor(transparent)]
pub(crate) struct SeedOf(#[cbor(with = "cbor::seed")] pub(crate) SealingSecret);
