//! What the exchange asks of the place it lives in, and what it gives back to be made durable.

use std::collections::BTreeMap;
use std::fmt;

use dossier::{Arrival, ChangeHash, DocumentName, DossierId, Heads, Id, LoadError};

use crate::key::{DeviceKey, PersonKey};
use crate::notice::Notice;

/// Where an entry of the exchange stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// This person and this device.
    Me,
    /// Somebody this person works with.
    Contact(PersonKey),
    /// A device of somebody, or another of one's own.
    Peer(DeviceKey),
    /// An invitation that was given out.
    Offer([u8; 16]),
    /// An invitation that was accepted and not yet answered.
    Accepted([u8; 16]),
    /// Who shares a dossier, in short.
    Shared(DossierId),
    /// Something that a device should get.
    Due(DeviceKey, DossierId),
    /// The charter of a dossier.
    Charter(DossierId),
    /// What a device is known to hold of a dossier.
    Known(DeviceKey, DossierId),
    /// What others' devices signed of a document.
    Proofs(DossierId, DocumentName),
    /// Something that was not taken in.
    Quarantined([u8; 16]),
}

impl Key {
    /// Whether the entry is read when the exchange is loaded; the others are asked for one by one, so that ten thousand
    /// dossiers cost no more than ten.
    pub fn is_read_at_first(&self) -> bool {
        !matches!(self, Self::Charter(_) | Self::Known(..) | Self::Proofs(..))
    }

    /// The key as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let join = |kind: u8, parts: &[&[u8]]| [&[kind], parts.concat().as_slice()].concat();
        match self {
            Self::Me => join(b'm', &[]),
            Self::Contact(person) => join(b'c', &[&person.0]),
            Self::Peer(device) => join(b'p', &[&device.0]),
            Self::Offer(id) => join(b'o', &[id]),
            Self::Accepted(id) => join(b'a', &[id]),
            Self::Shared(dossier) => join(b's', &[dossier.as_str().as_bytes()]),
            Self::Due(device, dossier) => join(b'd', &[&device.0, dossier.as_str().as_bytes()]),
            Self::Charter(dossier) => join(b'h', &[dossier.as_str().as_bytes()]),
            Self::Known(device, dossier) => join(b'k', &[&device.0, dossier.as_str().as_bytes()]),
            Self::Proofs(dossier, document) => {
                join(b'r', &[dossier.as_str().as_bytes(), b"/", document.to_string().as_bytes()])
            }
            Self::Quarantined(id) => join(b'q', &[id]),
        }
    }

    /// Reads the key of an entry that is read at first.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (kind, rest) = bytes.split_first()?;
        let dossier = |bytes: &[u8]| std::str::from_utf8(bytes).ok()?.parse().ok();
        Some(match kind {
            b'm' => Self::Me,
            b'c' => Self::Contact(PersonKey(rest.try_into().ok()?)),
            b'p' => Self::Peer(DeviceKey(rest.try_into().ok()?)),
            b'o' => Self::Offer(rest.try_into().ok()?),
            b'a' => Self::Accepted(rest.try_into().ok()?),
            b's' => Self::Shared(dossier(rest)?),
            b'd' => {
                let (device, id) = rest.split_first_chunk()?;
                Self::Due(DeviceKey(*device), dossier(id)?)
            }
            b'q' => Self::Quarantined(rest.try_into().ok()?),
            _ => return None,
        })
    }
}

/// The place the exchange lives in: a vault with its records, or a simulated one.
pub trait Home {
    /// What can go wrong there.
    type Error;

    /// An entry that was kept.
    fn get(&mut self, key: &Key) -> Result<Option<Vec<u8>>, Self::Error>;

    /// The documents of a dossier; none where there is no such dossier.
    fn documents(&mut self, dossier: &DossierId) -> Result<Vec<DocumentName>, Self::Error>;

    /// What a document holds; empty where there is none.
    fn heads(&mut self, dossier: &DossierId, document: &DocumentName) -> Result<Heads, Self::Error>;

    /// Whether all of these changes are in a document.
    fn knows(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<bool, Self::Error>;

    /// What came after `heads`; everything where these are empty.
    fn changes_since(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<Vec<u8>, Self::Error>;

    /// Hears which changes it will be asked to examine, to do so ahead where many at once are quicker. Nothing has to be done.
    fn examine_ahead(&mut self, _: &[(&DossierId, &DocumentName, &[u8])]) -> Result<(), Self::Error> {
        Ok(())
    }

    /// Lays changes beside a document, which may not be there yet.
    fn examine(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
    ) -> Result<Result<Arrival, LoadError>, Self::Error>;
}

/// What is to be made durable at once: all of it or nothing. Where that fails, load the exchange again.
#[derive(Default)]
pub struct Step {
    /// Entries to put, or to take away.
    pub writes: BTreeMap<Key, Option<Vec<u8>>>,
    /// Changes to take in.
    pub arrivals: BTreeMap<DossierId, BTreeMap<DocumentName, Verified>>,
    /// What to tell.
    pub notices: Vec<Notice>,
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Step").field("notices", &self.notices).finish_non_exhaustive()
    }
}

/// Changes that their authors signed, from people who may write: the only ones that may be taken in.
pub struct Verified(pub(crate) Arrival);

impl Verified {
    /// The changes.
    pub fn into_arrival(self) -> Arrival {
        self.0
    }
}
