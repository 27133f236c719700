//! The changes from others that have not been seen yet. Each dossier has one sealed entry of them, on a shelf
//! of its own.

use std::collections::BTreeSet;

use dossier::{Dossier, DossierId, Edit, Id, RecordRef, RemovalConflict};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Batch, Shelf, Vault};

/// A change from another person that has not been seen yet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct NewsItem {
    /// The record or profile that was changed.
    pub place: RecordRef,
    /// The name of the record. It is empty if the record has none.
    pub name: String,
    /// The edit that restores the record, if the other person removed it.
    pub restore: Option<Edit>,
}

/// The news that a coach has seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "seen", rename_all = "snake_case")]
pub enum Seen {
    /// All news about the dossier.
    All,
    /// The news that the dossier itself is new here.
    Dossier,
    /// The news about one record or the profile.
    One {
        /// The record or profile that was seen.
        place: RecordRef,
    },
}

/// The places in a dossier where others wrote since the coach last looked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct News {
    /// True if the dossier itself is new here. In that case none of its records is news.
    pub(crate) whole: bool,
    /// The records that were changed, and the profile. A note includes its text.
    pub(crate) places: BTreeSet<RecordRef>,
}

impl News {
    /// Loads the news about a dossier. An entry that cannot be read counts as no news, so that the dossier
    /// still opens. `check` reports the damage.
    pub(crate) fn load(vault: &Vault, id: &DossierId) -> Self {
        let bytes = vault.get(Shelf::News, &id.to_bytes()).ok().flatten();
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Adds the news to a batch, or removes the entry if there is no news.
    pub(crate) fn put(&self, id: &DossierId, batch: &mut Batch) {
        match serde_json::to_vec(self) {
            Ok(bytes) if *self != Self::default() => batch.put(Shelf::News, &id.to_bytes(), &bytes),
            _ => batch.delete(Shelf::News, &id.to_bytes()),
        }
    }

    /// Returns the number of changes that have not been seen yet.
    pub(crate) fn count(&self) -> u32 {
        u32::from(self.whole) + self.places.len() as u32
    }

    /// Removes the news that was seen. Returns whether there was any.
    pub(crate) fn see(&mut self, seen: &Seen) -> bool {
        match seen {
            Seen::All => std::mem::take(self) != Self::default(),
            Seen::Dossier => std::mem::take(&mut self.whole),
            Seen::One { place } => self.places.remove(place),
        }
    }
}

/// Returns the news, without the records that are part of a conflict about a removal.
pub(crate) fn news(dossier: &Dossier, news: &News, removals: &[RemovalConflict]) -> Vec<NewsItem> {
    let removed: BTreeSet<&str> = removals.iter().map(|one| one.id.as_str()).collect();
    let is_in_conflict =
        |place: &RecordRef| matches!(place, RecordRef::Record { id, .. } if removed.contains(id.as_str()));
    let items = news.places.iter().filter(|place| !is_in_conflict(place)).map(|place| NewsItem {
        name: dossier.name_of(place),
        restore: match place {
            RecordRef::Record { kind, id } if !dossier.is_in_view(place) => kind.restore(id),
            _ => None,
        },
        place: place.clone(),
    });
    items.collect()
}
