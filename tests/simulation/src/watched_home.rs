//! A home that counts how often changes are unpacked.

use std::convert::Infallible;

use dossier::{Arrival, ChangeHash, DocumentName, DossierId, Heads, LoadError};
use exchange::{EntryKey, Home, MemoryHome};

/// A home that counts how often changes are unpacked.
pub(crate) struct WatchedHome<'a> {
    pub(crate) home: &'a mut MemoryHome,
    pub(crate) unpacked: usize,
}

impl Home for WatchedHome<'_> {
    type Error = Infallible;

    fn get(&mut self, key: &EntryKey) -> Result<Option<Vec<u8>>, Infallible> {
        self.home.get(key)
    }

    fn documents(&mut self, dossier: &DossierId) -> Result<Vec<DocumentName>, Infallible> {
        self.home.documents(dossier)
    }

    fn heads(&mut self, dossier: &DossierId, document: &DocumentName) -> Result<Heads, Infallible> {
        self.home.heads(dossier, document)
    }

    fn knows(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<bool, Infallible> {
        self.home.knows(dossier, document, heads)
    }

    fn changes_since(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<Vec<u8>, Infallible> {
        self.home.changes_since(dossier, document, heads)
    }

    fn examine(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
    ) -> Result<Result<Arrival, LoadError>, Infallible> {
        self.unpacked += 1;
        self.home.examine(dossier, document, changes)
    }

    fn reauthor(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        actor: &[u8; 16],
        changes: &[u8],
    ) -> Result<bool, Infallible> {
        self.home.reauthor(dossier, document, actor, changes)
    }
}
