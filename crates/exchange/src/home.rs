//! The interface to the place where the exchange runs, and the steps that it asks that place to make durable.

use std::collections::BTreeMap;
use std::fmt;

use dossier::{Arrival, ChangeHash, DocumentName, DossierId, Fork, Heads, LoadError};
use minicbor::Encode;

use crate::cbor;
use crate::entry::EntryKey;
use crate::notice::Notice;

/// The place where the exchange runs: a vault with its records, or a simulated one.
pub trait Home {
    /// The error of this place.
    type Error;

    /// Returns an entry that was saved.
    fn get(&mut self, key: &EntryKey) -> Result<Option<Vec<u8>>, Self::Error>;

    /// Returns the documents of a dossier; none if there is no such dossier.
    fn documents(&mut self, dossier: &DossierId) -> Result<Vec<DocumentName>, Self::Error>;

    /// Returns the heads of a document; none if there is no such document.
    fn heads(&mut self, dossier: &DossierId, document: &DocumentName) -> Result<Heads, Self::Error>;

    /// Returns whether a document contains all of these changes.
    fn knows(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<bool, Self::Error>;

    /// Returns the changes after `heads`, or the whole document if there are no heads.
    fn changes_since(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<Vec<u8>, Self::Error>;

    /// Announces the changes that will be examined, so that a home can examine many at once if that is
    /// faster. A home may ignore this.
    fn examine_ahead(&mut self, _: &[(&DossierId, &DocumentName, &[u8])]) -> Result<(), Self::Error> {
        Ok(())
    }

    /// Stages changes on a copy of a document, which may not exist yet.
    fn examine(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
    ) -> Result<Result<Arrival, LoadError>, Self::Error>;

    /// Writes anew, in the stream of this device, the end of a stream of which others have another one, and what
    /// the actors in `own` wrote after it. Returns the changes that were written anew, which is durable then; none
    /// if nothing was.
    fn reauthor(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        fork: &Fork<'_>,
        own: &[[u8; 16]],
    ) -> Result<Vec<ChangeHash>, Self::Error>;
}

/// The writes, changes and notices of one event. All of it must become durable at once, or nothing. If that
/// fails, load the exchange again.
#[derive(Default)]
pub struct Step {
    /// The entries to save, or to delete.
    pub writes: BTreeMap<EntryKey, Option<Vec<u8>>>,
    /// The changes to merge.
    pub arrivals: BTreeMap<DossierId, BTreeMap<DocumentName, Verified>>,
    /// The notices to show.
    pub notices: Vec<Notice>,
}

impl Step {
    pub(crate) fn put<T: Encode<()>>(&mut self, key: EntryKey, value: &T) {
        self.writes.insert(key, Some(cbor::to_vec(value)));
    }

    pub(crate) fn delete(&mut self, key: EntryKey) {
        self.writes.insert(key, None);
    }
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Step").field("notices", &self.notices).finish_non_exhaustive()
    }
}

/// Changes that their authors signed, from a sender who may write. Only these may be merged.
pub struct Verified(pub(crate) Arrival);

impl Verified {
    /// Returns the changes.
    pub fn into_arrival(self) -> Arrival {
        self.0
    }
}
