//! The shape of a document: one deterministic first change, and what later versions add to it.
//!
//! Two devices that each made the root maps would each see only their own; the same first change, with the same hash,
//! makes everything below it merge. It holds the dossier's id, so that two dossiers can never be merged.
//!
//! What a later version adds is one more deterministic change, which follows on nothing but the beginning so far: whatever
//! stands in a document, every device adds the same change with the same hash.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT, ReadDoc};

use crate::model::ProfileField;
use crate::record::Field;

/// The format that this version writes. It grows only when an older version must not write any more.
pub const FORMAT: i64 = 1;

/// The kind of a dossier's document.
pub(crate) const DOSSIER: &str = "dossier";

/// The maps of the first change. It is frozen: another map here would split every dossier in two.
const FIRST_MAPS: &[&str] = &[
    "people",
    "organisations",
    "ties",
    "partnerships",
    "parentages",
    "wishes",
    "life",
    "needs",
    "talents",
    "roles",
    "resistances",
    "goals",
    "actions",
    "notes",
    "moments",
    "measurements",
];

/// The maps that each later version added, in the order of versions. Frozen too: what comes next is a list of its own.
const ADDED_MAPS: &[&[&str]] = &[&["passages", "approaches", "check_ins", "supervision", "own_methods"]];

/// The actors of beginnings: nobody's.
const NOBODY: [u8; 7] = [b'k', b'r', b'i', b'n', b'g', 0, 0];

fn nobody(step: u8) -> ActorId {
    ActorId::from([&NOBODY[..], &[step]].concat())
}

fn begin(
    kind: &str,
    id: &str,
    make: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
) -> Result<Automerge, AutomergeError> {
    let mut doc = Automerge::new();
    change(&mut doc, 0, |tx| {
        tx.put(ROOT, "kind", kind)?;
        tx.put(ROOT, "id", id)?;
        tx.put(ROOT, "format", 1_i64)?;
        make(tx)
    })?;
    Ok(doc)
}

/// One deterministic change.
fn change(
    doc: &mut Automerge,
    step: u8,
    make: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
) -> Result<(), AutomergeError> {
    doc.set_actor(nobody(step));
    let begun = doc.transact_with(|()| CommitOptions::default().with_time(0), make);
    begun.map(drop).map_err(|failure| failure.error)
}

fn put_maps(tx: &mut Transaction<'_>, maps: &[&str]) -> Result<(), AutomergeError> {
    maps.iter().try_for_each(|map| tx.put_object(ROOT, *map, ObjType::Map).map(drop))
}

/// A dossier with its beginning only.
pub(crate) fn dossier(id: &str) -> Result<Automerge, AutomergeError> {
    let mut doc = begin(DOSSIER, id, |tx| {
        let profile = tx.put_object(ROOT, "profile", ObjType::Map)?;
        ProfileField::prepare_all(tx, &profile)?;
        put_maps(tx, FIRST_MAPS)
    })?;
    for (step, maps) in (1..).zip(ADDED_MAPS) {
        change(&mut doc, step, |tx| put_maps(tx, maps))?;
    }
    Ok(doc)
}

/// Adds to a dossier what later versions added to the beginning.
pub(crate) fn complete(doc: &mut Automerge, id: &str) -> Result<(), AutomergeError> {
    let mut whole = dossier(id)?;
    let beginning = whole.get_changes_meta(&[]);
    let is_here = |place: Option<usize>| {
        let change = place.and_then(|place| beginning.get(place));
        change.is_some_and(|change| doc.get_change_meta_by_hash(&change.hash).is_some())
    };
    // What did not begin as dossiers do has no place for more.
    let begins_as_ours = is_here(Some(0));
    if begins_as_ours && !is_here(beginning.len().checked_sub(1)) {
        drop(beginning);
        doc.merge(&mut whole)?;
    }
    Ok(())
}

/// Whether nobody wrote anything in the document yet.
pub(crate) fn is_only_begun(doc: &Automerge) -> bool {
    doc.get_changes_meta(&[]).iter().all(|change| change.actor.to_bytes().starts_with(&NOBODY))
}

/// A person's private notes with its first change only.
pub(crate) fn private(id: &str) -> Result<Automerge, AutomergeError> {
    begin("private", id, |tx| tx.put_object(ROOT, "notes", ObjType::Map).map(drop))
}

/// A note's text with its first change only.
pub(crate) fn note_text(id: &str) -> Result<Automerge, AutomergeError> {
    begin("note", id, |tx| tx.put_object(ROOT, "text", ObjType::Text).map(drop))
}

/// The format that a document says it has.
pub(crate) fn format(doc: &Automerge) -> Option<i64> {
    let (value, _) = doc.get(ROOT, "format").ok()??;
    value.as_i64()
}

/// Whether the document has this kind and id.
pub(crate) fn is(doc: &Automerge, kind: &str, id: &str) -> bool {
    let holds = |key: &str, text: &str| matches!(doc.get(ROOT, key), Ok(Some((value, _))) if value.as_str() == Some(text));
    holds("kind", kind) && holds("id", id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::MAPS;

    #[test]
    fn the_same_dossier_begins_with_the_same_changes_everywhere() {
        let heads = |id| dossier(id).unwrap().get_heads();
        assert_eq!(heads("d-1"), heads("d-1"));
        assert_ne!(heads("d-1"), heads("d-2"));
    }

    #[test]
    fn every_kind_of_record_has_its_map_from_the_beginning() {
        let added = ADDED_MAPS.iter().flat_map(|maps| maps.iter());
        let maps: Vec<&str> = FIRST_MAPS.iter().chain(added).copied().collect();
        assert_eq!(maps, MAPS);
    }

    #[test]
    fn devices_that_complete_an_older_dossier_apart_end_with_one_document() {
        let older = || {
            let doc = dossier("d-1").unwrap();
            let first = doc.get_changes_meta(&[])[0].hash;
            doc.fork_at(&[first]).unwrap()
        };
        let (mut here, mut there) = (older(), older());
        let write = |doc: &mut Automerge, actor: u8, key: &str| {
            doc.set_actor(ActorId::from([actor; 16]));
            let wrote = doc.transact(|tx| tx.put(ROOT, key, true));
            wrote.map(drop).map_err(|failure| failure.error).unwrap();
        };
        write(&mut here, 1, "here");
        complete(&mut here, "d-1").unwrap();
        complete(&mut there, "d-1").unwrap();
        write(&mut there, 2, "there");
        let (_, map) = here.get(ROOT, "passages").unwrap().unwrap();
        here.merge(&mut there).unwrap();
        assert_eq!(here.get(ROOT, "passages").unwrap().unwrap().1, map);
        assert_eq!(here.get_all(ROOT, "passages").unwrap().len(), 1);
        let heads = here.get_heads();
        complete(&mut here, "d-1").unwrap();
        assert_eq!(here.get_heads(), heads);
    }
}
