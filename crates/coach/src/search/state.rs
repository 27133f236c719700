//! The state of searching, in memory while the account is open.

use std::collections::{BTreeSet, HashMap, VecDeque};

use dossier::DossierId;

use super::index::Indexed;
use super::words::Vocabulary;

/// The dossiers that were read for searching since the account was opened.
#[derive(Default)]
pub(crate) struct Search {
    pub(super) vocabulary: Vocabulary,
    pub(super) dossiers: HashMap<DossierId, Indexed>,
    /// The dossiers that were opened since they were read, and may have changed.
    pub(super) touched: BTreeSet<DossierId>,
    /// The dossiers that were not read yet. It is `None` before the first search.
    pub(super) unread: Option<VecDeque<DossierId>>,
}

impl Search {
    /// Records that a dossier was opened and may have changed.
    pub(crate) fn touch(&mut self, id: &DossierId) {
        if !self.touched.contains(id) {
            self.touched.insert(id.clone());
        }
    }
}
