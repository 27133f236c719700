//! What came from others and was not looked at yet: one sealed entry a dossier, on a shelf of its own.

use std::collections::BTreeSet;

use dossier::{DossierId, Id, RecordRef};
use serde::{Deserialize, Serialize};
use vault::{Batch, Shelf, Vault};

use crate::dossier::at_once::Seen;

/// Where others wrote since the coach last looked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct News {
    /// The dossier itself is new here: nothing in it stands out.
    pub(crate) whole: bool,
    /// The profile, and records; a note with its text.
    pub(crate) places: BTreeSet<RecordRef>,
}

impl News {
    /// What is kept of a dossier. An entry that cannot be read hides no dossier: `check` names it.
    pub(crate) fn load(vault: &Vault, id: &DossierId) -> Self {
        let bytes = vault.get(Shelf::News, &id.to_bytes()).ok().flatten();
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Puts it in a batch, or takes it away where there is nothing any more.
    pub(crate) fn put(&self, id: &DossierId, batch: &mut Batch) {
        match serde_json::to_vec(self) {
            Ok(bytes) if *self != Self::default() => batch.put(Shelf::News, &id.to_bytes(), &bytes),
            _ => batch.delete(Shelf::News, &id.to_bytes()),
        }
    }

    /// How many things the coach has not looked at.
    pub(crate) fn count(&self) -> u32 {
        u32::from(self.whole) + self.places.len() as u32
    }

    /// Takes out what was looked at; returns whether it was in.
    pub(crate) fn see(&mut self, seen: &Seen) -> bool {
        match seen {
            Seen::All => std::mem::take(self) != Self::default(),
            Seen::Dossier => std::mem::take(&mut self.whole),
            Seen::One { place } => self.places.remove(place),
        }
    }
}
