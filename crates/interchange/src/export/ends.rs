//! The members at which a tie or a family line can end.

use std::collections::BTreeSet;

use dossier::model::*;
use dossier::{Dossier, Id};

/// The id of the client in an export, by which an import of such a file knows the client.
pub(crate) const CLIENT: &str = "client";

/// The ids of the client and of every member of a dossier.
pub(super) struct Ends(BTreeSet<String>);

impl Ends {
    pub(super) fn of(dossier: &Dossier) -> Self {
        let people = dossier.all::<Person>().into_iter().map(|person| person.id.as_str().to_owned());
        let organisations = dossier.all::<Organisation>().into_iter().map(|one| one.id.as_str().to_owned());
        Self(people.chain(organisations).chain([CLIENT.to_owned()]).collect())
    }

    /// Returns whether a link ends at members that can be seen. A link with a removed member is out of view as well.
    pub(super) fn have(&self, ends: [&str; 2]) -> bool {
        ends.iter().all(|end| self.0.contains(*end))
    }
}
