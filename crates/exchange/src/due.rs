//! A delivery that a device is still waiting for.

use chrono::{DateTime, Utc};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::document_set::DocumentSet;
use crate::retry::{PASS_ON, is_over, patience};

/// The documents of a dossier that a device should get, and when.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub(crate) struct Due {
    /// The moment at which to look at it again.
    #[cbor(n(0), with = "cbor::moment")]
    pub(crate) at: DateTime<Utc>,
    /// True if something was not sent yet; otherwise an answer is awaited.
    #[n(1)]
    pub(crate) fresh: bool,
    /// The number of times that it was sent without an answer.
    #[n(2)]
    pub(crate) attempts: u32,
    /// The documents that the device should get.
    #[n(3)]
    pub(crate) documents: DocumentSet,
}

impl Due {
    /// Returns whether it is time to send it.
    pub(crate) fn is_ripe(&self, now: DateTime<Utc>) -> bool {
        is_over(self.at, now, if self.fresh { PASS_ON } else { patience(self.attempts) })
    }
}
