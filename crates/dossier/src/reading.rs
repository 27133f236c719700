//! Reading typed records from a document.

use automerge::{ObjId, ROOT};

use crate::analysis::Network;
use crate::id::{DossierId, Id, of_key};
use crate::model::{Profile, Tie};
use crate::record::Record;
use crate::source::{Entry, Source};

/// The key of the mark that removes a record from view.
///
/// It is a mark and not a deletion, because in Automerge a deletion hides what somebody else wrote in the
/// record at the same time.
pub(crate) const REMOVED: &str = "removed";

impl Source<'_> {
    pub(crate) fn profile(&self, id: DossierId) -> Profile {
        let mut profile = Profile::blank(id);
        if let Some(object) = self.object(&ROOT, Profile::MAP) {
            self.entries(&object).iter().for_each(|entry| profile.read_entry(self, entry));
        }
        profile
    }

    pub(crate) fn all<R: Record>(&self) -> Vec<R> {
        let all = self.all_and_removed().into_iter();
        all.filter_map(|(record, removed)| (!removed).then_some(record)).collect()
    }

    pub(crate) fn network(&self) -> Network {
        Network::new(self.all(), self.all(), &self.all::<Tie>())
    }

    pub(crate) fn all_and_removed<R: Record>(&self) -> Vec<(R, bool)> {
        let entries = self.entries_of::<R>().into_iter();
        entries.map(|(id, entry)| self.record_even_removed(id, &entry.id)).collect()
    }

    /// Returns the id of every record of one kind, with its entry in the map of that kind.
    pub(crate) fn entries_of<R: Record>(&self) -> Vec<(R::Id, Entry)> {
        let Some(map) = self.object(&ROOT, R::MAP) else { return Vec::new() };
        let entries = self.entries(&map).into_iter();
        entries.filter_map(|entry| Some((of_key(&entry.key)?, entry))).collect()
    }

    pub(crate) fn one<R: Record>(&self, id: &R::Id) -> Option<R> {
        let map = self.object(&ROOT, R::MAP)?;
        self.record(id.clone(), &self.object(&map, id.as_str())?)
    }

    /// Reads a record from its object; `None` if it is removed.
    pub(crate) fn record<R: Record>(&self, id: R::Id, object: &ObjId) -> Option<R> {
        let (record, removed) = self.record_even_removed(id, object);
        (!removed).then_some(record)
    }

    fn record_even_removed<R: Record>(&self, id: R::Id, object: &ObjId) -> (R, bool) {
        let entries = self.entries(object);
        let mut record = R::blank(id);
        entries.iter().for_each(|entry| record.read_entry(self, entry));
        (record, entries.iter().any(|entry| entry.key == REMOVED))
    }
}
