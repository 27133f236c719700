//! A home that knows what it wrote anew.

use std::collections::BTreeSet;
use std::convert::Infallible;

use anyhow::anyhow;
use dossier::{Arrival, ChangeHash, DocumentName, DossierId, Fork, Heads, LoadError};
use exchange::{EntryKey, Home, MemoryHome};

use crate::changes::{Written, changes_in};

/// Returns what a home in memory did, which never fails.
pub(crate) fn never<T>(done: Result<T, Infallible>) -> anyhow::Result<T> {
    done.map_err(|never| anyhow!("{never:?}"))
}

/// A home that knows what it wrote anew.
pub(crate) struct WatchedHome<'a> {
    pub(crate) home: &'a mut MemoryHome,
    /// The changes that were written anew in this computer's stream.
    pub(crate) rewritten: &'a mut Vec<Written>,
}

impl WatchedHome<'_> {
    fn changes(&mut self, dossier: &DossierId, document: &DocumentName) -> Vec<Written> {
        let Ok(bytes) = self.home.changes_since(dossier, document, &[]);
        changes_in(&bytes)
    }
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

    fn examine_ahead(&mut self, changes: &[(&DossierId, &DocumentName, &[u8])]) -> Result<(), Infallible> {
        self.home.examine_ahead(changes)
    }

    fn examine(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
    ) -> Result<Result<Arrival, LoadError>, Infallible> {
        self.home.examine(dossier, document, changes)
    }

    fn reauthor(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        fork: &Fork<'_>,
        own: &[[u8; 16]],
    ) -> Result<Vec<ChangeHash>, Infallible> {
        let before = self.changes(dossier, document).into_iter().map(|change| change.hash);
        let before: BTreeSet<ChangeHash> = before.collect();
        let Ok(rewritten) = self.home.reauthor(dossier, document, fork, own);
        let new = self.changes(dossier, document).into_iter().filter(|change| !before.contains(&change.hash));
        self.rewritten.extend(new);
        Ok(rewritten)
    }
}
