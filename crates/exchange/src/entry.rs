//! The entries that the exchange saves: their keys, and reading one.

use dossier::{DocumentName, DossierId, Id};
use minicbor::Decode;

use crate::cbor;
use crate::signing_key::{DeviceKey, PersonKey};

/// The key of an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKey {
    /// This person and this device.
    Me,
    /// A person with whom this person works.
    Contact(PersonKey),
    /// A device of somebody else, or another one of this person.
    Peer(DeviceKey),
    /// An invitation that this person made.
    Offer([u8; 16]),
    /// An invitation that this person accepted and that was not answered yet.
    Accepted([u8; 16]),
    /// The people who share a dossier, as a summary of its charter.
    Shared(DossierId),
    /// A delivery that a device is waiting for.
    Due(DeviceKey, DossierId),
    /// The charter of a dossier.
    Charter(DossierId),
    /// The statements and changes of a dossier that a device is known to have.
    Known(DeviceKey, DossierId),
    /// The heads of a document that devices of other people signed.
    Proofs(DossierId, DocumentName),
    /// The changes of a document that were written anew here.
    Rewritten(DossierId, DocumentName),
    /// Changes that were not merged.
    Quarantined([u8; 16]),
    /// The key with which a dossier was founded, until its charter is opened.
    Founding(DossierId),
}

impl EntryKey {
    /// Returns whether the entry is read when the exchange is loaded. The others are read one by one when
    /// they are needed, so that ten thousand dossiers cost no more than ten.
    pub fn is_loaded_first(&self) -> bool {
        !matches!(
            self,
            Self::Charter(_) | Self::Known(..) | Self::Proofs(..) | Self::Rewritten(..) | Self::Founding(_)
        )
    }

    /// Returns the key as bytes.
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
            Self::Rewritten(dossier, document) => {
                join(b'w', &[dossier.as_str().as_bytes(), b"/", document.to_string().as_bytes()])
            }
            Self::Quarantined(id) => join(b'q', &[id]),
            Self::Founding(dossier) => join(b'f', &[dossier.as_str().as_bytes()]),
        }
    }

    /// Parses the key of an entry that is loaded first.
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

/// An entry of the exchange that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the entry {key:?} of the exchange cannot be read")]
pub struct DamagedEntry {
    /// The key of the entry.
    pub key: EntryKey,
}

pub(crate) fn read_entry<T: for<'b> Decode<'b, ()>>(key: EntryKey, bytes: &[u8]) -> Result<T, DamagedEntry> {
    cbor::read(bytes).ok_or(DamagedEntry { key })
}
