//! An envelope that is being read, with its effects so far.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::{DateTime, Utc};
use dossier::{Arrival, ChangeHash, DocumentName, DossierId};

use crate::charter::{Charter, CharterDigest, Terms};
use crate::entry::{DamagedEntry, EntryKey};
use crate::home::{Home, Step};
use crate::sharing::charter_at;
use crate::signing_key::{DeviceKey, PersonKey};

/// The sender of the envelope that is being read.
#[derive(Clone, Copy)]
pub(crate) struct Sender {
    pub(crate) person: PersonKey,
    pub(crate) device: DeviceKey,
    pub(crate) acknowledged: u64,
}

/// An envelope that is being read, with its effects so far.
pub(crate) struct ReadingEnvelope<'a, H: Home> {
    pub(crate) sender: Sender,
    pub(crate) now: DateTime<Utc>,
    pub(crate) home: &'a mut H,
    pub(crate) step: Step,
    /// The terms of the charters that were needed, including the statements that this envelope brought.
    pub(crate) terms: BTreeMap<DossierId, Rc<Terms>>,
    /// The digests of the charters that the sender has, as far as the envelope says so.
    pub(crate) digests: BTreeMap<DossierId, CharterDigest>,
    /// The documents of which changes were examined.
    pub(crate) examined: BTreeSet<(DossierId, DocumentName)>,
    /// True if a change of this very device came in that is not here: the vault was put back.
    pub(crate) forked: bool,
}

impl<H: Home> ReadingEnvelope<'_, H> {
    /// Returns the charter of a dossier, including the statements that this envelope brought.
    pub(crate) fn charter(
        &mut self,
        dossier: &DossierId,
    ) -> Result<Result<Option<Charter>, DamagedEntry>, H::Error> {
        let key = EntryKey::Charter(dossier.clone());
        match self.step.writes.get(&key) {
            Some(Some(bytes)) => Ok(Charter::decode(bytes).map(Some).map_err(|_| DamagedEntry { key })),
            _ => charter_at(dossier, self.home),
        }
    }

    /// Returns the terms of a dossier's charter, including the statements that this envelope brought. Returns
    /// `None` if there is no charter that can be read.
    pub(crate) fn terms(&mut self, dossier: &DossierId) -> Result<Option<Rc<Terms>>, H::Error> {
        if let Some(terms) = self.terms.get(dossier) {
            return Ok(Some(terms.clone()));
        }
        let terms = self.charter(dossier)?.ok().flatten().map(|charter| Rc::new(charter.terms()));
        self.terms.extend(terms.clone().map(|terms| (dossier.clone(), terms)));
        Ok(terms)
    }

    /// Returns the changes that this envelope brings for a document.
    pub(crate) fn arriving(&self, dossier: &DossierId, name: &DocumentName) -> Option<&Arrival> {
        self.step.arrivals.get(dossier)?.get(name).map(|verified| &verified.0)
    }

    /// Returns whether a change is here or comes with this envelope.
    pub(crate) fn knows(
        &mut self,
        dossier: &DossierId,
        name: &DocumentName,
        head: ChangeHash,
    ) -> Result<bool, H::Error> {
        let arrives = self.arriving(dossier, name);
        if arrives.is_some_and(|arrival| arrival.new_changes().iter().any(|change| change.hash == head)) {
            return Ok(true);
        }
        self.home.knows(dossier, name, &[head])
    }

    /// Returns the heads that a document will have once this envelope is merged.
    pub(crate) fn heads(
        &mut self,
        dossier: &DossierId,
        name: &DocumentName,
    ) -> Result<Vec<ChangeHash>, H::Error> {
        match self.arriving(dossier, name) {
            Some(arrival) => Ok(arrival.after()),
            None => self.home.heads(dossier, name),
        }
    }
}
