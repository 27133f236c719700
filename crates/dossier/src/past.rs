//! A dossier as it was at an earlier point of its history.

use crate::analysis::Network;
use crate::id::DossierId;
use crate::model::Profile;
use crate::record::Record;
use crate::source::Source;

/// A read-only view of a dossier as it was at given heads; see [`Dossier::at`](crate::Dossier::at).
pub struct Past<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) id: &'a DossierId,
}

impl Past<'_> {
    /// Returns the client's profile at that time.
    pub fn profile(&self) -> Profile {
        self.source.profile(self.id.clone())
    }

    /// Returns all records of one kind that were in view, by id.
    pub fn all<R: Record>(&self) -> Vec<R> {
        self.source.all()
    }

    /// Returns the network at that time, as measures see it.
    pub fn network(&self) -> Network {
        self.source.network()
    }
}
