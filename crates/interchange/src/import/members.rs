//! The members that a tie of a file can end at: those in the dossier, and those that the import adds.

use std::collections::HashMap;

use dossier::model::{Organisation, Person};
use dossier::{Dossier, Id, MemberId};

use super::draft::UnreadReason;
use super::origin::{self, Imported};
use crate::text::comparable;

/// One end of a tie, a partnership or a line of descent.
#[derive(Clone, PartialEq)]
pub(super) enum End {
    /// The client of the dossier.
    Client,
    /// A person or an organisation.
    Member(MemberId),
    /// A member who was removed from the map.
    Removed,
}

/// The members by which a file can name an end.
#[derive(Default)]
pub(super) struct Members {
    by_file_id: HashMap<String, End>,
    by_origin: HashMap<String, End>,
    by_name: HashMap<String, Vec<MemberId>>,
}

impl Members {
    /// Returns the members of a dossier, the removed ones included.
    pub(super) fn of(dossier: &Dossier) -> Self {
        let mut members = Self::default();
        members.add_all::<Person>(dossier, |one| (one.name.clone(), MemberId::Person(one.id.clone())));
        members.add_all::<Organisation>(dossier, |one| {
            (one.name.clone(), MemberId::Organisation(one.id.clone()))
        });
        members
    }

    fn add_all<R: Imported>(&mut self, dossier: &Dossier, named: impl Fn(&R) -> (String, MemberId)) {
        for (record, removed) in dossier.all_and_removed::<R>() {
            let (name, id) = named(&record);
            let end = if removed { End::Removed } else { End::Member(id.clone()) };
            let origins =
                [record.origin().map(str::to_owned), Some(origin::of_lasting(record.id().as_str()))];
            for origin in origins.into_iter().flatten() {
                // A file that was read again after its import was undone has members here of both kinds.
                let known = self.by_origin.entry(origin).or_insert_with(|| end.clone());
                if !removed {
                    *known = end.clone();
                }
            }
            if !removed {
                self.by_name.entry(comparable(&name)).or_default().push(id);
            }
        }
    }

    /// Returns whether an earlier import added a member who is still here.
    pub(super) fn is_here(&self, origin: &str) -> bool {
        matches!(self.by_origin.get(origin), Some(End::Member(_)))
    }

    /// Forgets the members who were removed.
    pub(super) fn forget_removed(&mut self) {
        self.by_origin.retain(|_, end| *end != End::Removed);
    }

    /// Records that an id in the file means the client.
    pub(super) fn set_client(&mut self, file_id: &str) {
        self.by_file_id.insert(file_id.to_owned(), End::Client);
    }

    /// Records that an id in the file means a member that an earlier import added. Returns whether there is
    /// one.
    pub(super) fn recognise(&mut self, file_id: &str, origin: &str) -> bool {
        let Some(end) = self.by_origin.get(origin).cloned() else { return false };
        self.by_file_id.insert(file_id.to_owned(), end);
        true
    }

    /// Adds a member that the import adds to the dossier.
    pub(super) fn add(&mut self, file_id: String, origin: String, id: MemberId) {
        let end = End::Member(id);
        self.by_origin.insert(origin, end.clone());
        self.by_file_id.insert(file_id, end);
    }

    /// Returns whether a member of the dossier has this name.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.by_name.contains_key(&comparable(name))
    }

    /// Returns the end that a file means: by its id in the file, by an id that is the same in every file, or
    /// by a name that only one member has.
    pub(super) fn find(&self, id: &str) -> Result<End, UnreadReason> {
        let known = self.by_file_id.get(id).or_else(|| self.by_origin.get(&origin::of_lasting(id)));
        match (known, self.by_name.get(&comparable(id)).map(Vec::as_slice)) {
            (Some(end), _) => Ok(end.clone()),
            (None, Some([one])) => Ok(End::Member(one.clone())),
            (None, Some([_, _, ..])) => Err(UnreadReason::AmbiguousEnd),
            (None, _) => Err(UnreadReason::UnknownEnd),
        }
    }
}
