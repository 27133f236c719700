//! The shape of a document: one deterministic first change, and the changes that later versions add to it.
//!
//! If two devices each made the root maps, each would see only its own maps. With the same first change,
//! which has the same hash, everything below the root maps merges. The change contains the dossier's id, so
//! two dossiers can never be merged.
//!
//! A later version adds one more deterministic change, which depends only on the beginning so far. So every
//! device adds the same change with the same hash, whatever else its document holds. A migration that depends
//! on the current content would make two maps of one name if two devices migrate from different heads.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT, ReadDoc};

use crate::model::ProfileField;
use crate::record::Field;

/// The format that this version writes. It increases only when an older version must not write any more.
pub const FORMAT: i64 = 1;

/// The kind of the document of a dossier's record.
pub(crate) const DOSSIER: &str = "dossier";

/// The root maps of the first change. The list is frozen: with one more map here, devices of two versions
/// could not merge.
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

/// The root maps that each later version added, in the order of versions. These lists are frozen too: a new
/// version appends a list of its own.
const ADDED_MAPS: &[&[&str]] = &[&["passages", "approaches", "check_ins", "supervision", "own_methods"]];

/// The first bytes of the actors of the shape's changes, which belong to no device.
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

/// Makes one deterministic change.
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

/// Returns the document of a dossier with nothing but its shape.
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

/// Adds to the document of a dossier the changes that later versions added to the shape.
pub(crate) fn complete(doc: &mut Automerge, id: &str) -> Result<(), AutomergeError> {
    let mut whole = dossier(id)?;
    let beginning = whole.get_changes_meta(&[]);
    let is_here = |place: Option<usize>| {
        let change = place.and_then(|place| beginning.get(place));
        change.is_some_and(|change| doc.get_change_meta_by_hash(&change.hash).is_some())
    };
    // Nothing is added to a document that does not begin with our first change.
    let begins_as_ours = is_here(Some(0));
    if begins_as_ours && !is_here(beginning.len().checked_sub(1)) {
        drop(beginning);
        doc.merge(&mut whole)?;
    }
    Ok(())
}

/// Returns whether the document holds nothing but its shape.
pub(crate) fn is_only_begun(doc: &Automerge) -> bool {
    doc.get_changes_meta(&[]).iter().all(|change| change.actor.to_bytes().starts_with(&NOBODY))
}

/// Returns the document of a coach's private notes with nothing but its first change.
pub(crate) fn private(id: &str) -> Result<Automerge, AutomergeError> {
    begin("private", id, |tx| tx.put_object(ROOT, "notes", ObjType::Map).map(drop))
}

/// Returns the document of a note's text with nothing but its first change.
pub(crate) fn note_text(id: &str) -> Result<Automerge, AutomergeError> {
    begin("note", id, |tx| tx.put_object(ROOT, "text", ObjType::Text).map(drop))
}

/// Returns the format that a document says it has.
pub(crate) fn format(doc: &Automerge) -> Option<i64> {
    let (value, _) = doc.get(ROOT, "format").ok()??;
    value.as_i64()
}

/// Returns whether the document has this kind and id.
pub(crate) fn is(doc: &Automerge, kind: &str, id: &str) -> bool {
    let holds = |key: &str, text: &str| matches!(doc.get(ROOT, key), Ok(Some((value, _))) if value.as_str() == Some(text));
    holds("kind", kind) && holds("id", id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::RecordKind;

    #[test]
    fn every_device_begins_a_dossier_with_the_same_changes() {
        let heads = |id| dossier(id).unwrap().get_heads();
        assert_eq!(heads("d-1"), heads("d-1"));
        assert_ne!(heads("d-1"), heads("d-2"));
    }

    #[test]
    fn the_shape_has_a_map_for_every_kind_of_record() {
        let added = ADDED_MAPS.iter().flat_map(|maps| maps.iter());
        let maps: Vec<&str> = FIRST_MAPS.iter().chain(added).copied().collect();
        let kinds: Vec<&str> = RecordKind::ALL.iter().map(|kind| kind.map()).collect();
        assert_eq!(maps, kinds);
    }

    #[test]
    fn devices_that_complete_an_older_dossier_apart_merge_into_one_document() {
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
