//! What came from others and was not looked at yet: one sealed entry a dossier, on a shelf of its own.

use std::collections::BTreeSet;

use dossier::{Dossier, DossierId, Edit, Id, RecordRef, RemovalConflict};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Batch, Shelf, Vault};

/// Something that came from another and was not looked at yet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct NewsItem {
    /// Where.
    pub place: RecordRef,
    /// What it is called; empty where it has no name.
    pub name: String,
    /// The edit that brings it back, where the other removed it.
    pub restore: Option<Edit>,
}

/// What a coach has looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "seen", rename_all = "snake_case")]
pub enum Seen {
    /// Everything that came in.
    All,
    /// That the dossier is there.
    Dossier,
    /// One thing.
    One {
        /// Which.
        place: RecordRef,
    },
}

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

/// What came in, without what is asked about anyway.
pub(crate) fn news(dossier: &Dossier, news: &News, questions: &[RemovalConflict]) -> Vec<NewsItem> {
    let asked = |place: &RecordRef| {
        questions.iter().any(|one| matches!(place, RecordRef::Record { id, .. } if *id == one.id))
    };
    let items = news.places.iter().filter(|place| !asked(place)).map(|place| NewsItem {
        name: dossier.name_of(place),
        restore: match place {
            RecordRef::Record { kind, id } if !dossier.is_in_view(place) => kind.restore(id),
            _ => None,
        },
        place: place.clone(),
    });
    items.collect()
}
