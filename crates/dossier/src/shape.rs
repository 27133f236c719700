//! The shape of a document: one deterministic first change, and what later formats add to it.
//!
//! Two devices that each made the root maps would each see only their own; the same first change, with the same hash,
//! makes everything below it merge. It holds the dossier's id, so that two dossiers can never be merged.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT, ReadDoc};

use crate::edit::MAPS;
use crate::model::ProfileField;
use crate::record::Field;

/// The format that this version writes. It grows only when an older version must not write any more.
pub const FORMAT: i64 = 1;

/// The actor of first changes and migrations: nobody's.
fn nobody(step: u8) -> ActorId {
    ActorId::from([b'k', b'r', b'i', b'n', b'g', 0, 0, step])
}

fn first(
    kind: &str,
    id: &str,
    make: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
) -> Result<Automerge, AutomergeError> {
    let mut doc = Automerge::new().with_actor(nobody(0));
    doc.transact_with::<_, _, AutomergeError, _>(
        |()| CommitOptions::default().with_time(0),
        |tx| {
            tx.put(ROOT, "kind", kind)?;
            tx.put(ROOT, "id", id)?;
            tx.put(ROOT, "format", 1_i64)?;
            make(tx)
        },
    )
    .map_err(|failure| failure.error)?;
    Ok(doc)
}

/// A dossier with its first change only.
pub(crate) fn dossier(id: &str) -> Result<Automerge, AutomergeError> {
    first("dossier", id, |tx| {
        let profile = tx.put_object(ROOT, "profile", ObjType::Map)?;
        ProfileField::prepare_all(tx, &profile)?;
        MAPS.iter().try_for_each(|map| tx.put_object(ROOT, *map, ObjType::Map).map(drop))
    })
}

/// A person's private notes with its first change only.
pub(crate) fn private(id: &str) -> Result<Automerge, AutomergeError> {
    first("private", id, |tx| tx.put_object(ROOT, "notes", ObjType::Map).map(drop))
}

/// A note's text with its first change only.
pub(crate) fn note_text(id: &str) -> Result<Automerge, AutomergeError> {
    first("note", id, |tx| tx.put_object(ROOT, "text", ObjType::Text).map(drop))
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

/// Brings an older document to a newer format.
pub(crate) type Migration = fn(&mut Transaction<'_>) -> Result<(), AutomergeError>;

/// The migrations of this version; the one at index 0 leads from format 1 to format 2.
pub(crate) const MIGRATIONS: &[Migration] = &[];

/// Brings the document to the newest format, each step one deterministic change.
///
/// Two devices that migrate apart make the same change from the same heads; from different heads their changes merge,
/// because a migration only adds keys.
pub(crate) fn migrate(doc: &mut Automerge, migrations: &[Migration]) -> Result<(), AutomergeError> {
    let mine = doc.get_actor().clone();
    let found = format(doc).unwrap_or(1);
    for (from, migration) in (1_i64..).zip(migrations).filter(|(from, _)| *from >= found) {
        // A fresh actor a step and set of heads: one actor is one linear stream.
        let mut actor = nobody(u8::try_from(from).unwrap_or(u8::MAX)).to_bytes().to_vec();
        let mut heads = doc.get_heads();
        heads.sort();
        actor.extend(heads.iter().flat_map(|head| head.0));
        doc.set_actor(ActorId::from(actor));
        doc.transact_with::<_, _, AutomergeError, _>(
            |()| CommitOptions::default().with_time(0),
            |tx| {
                migration(tx)?;
                tx.put(ROOT, "format", from + 1)
            },
        )
        .map_err(|failure| failure.error)?;
    }
    doc.set_actor(mine);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_dossier_begins_with_the_same_change_everywhere() {
        let heads = |id| dossier(id).unwrap().get_heads();
        assert_eq!(heads("d-1"), heads("d-1"));
        assert_ne!(heads("d-1"), heads("d-2"));
    }

    #[test]
    fn two_devices_that_migrate_apart_end_with_one_document() {
        let steps: &[Migration] = &[|tx| tx.put_object(ROOT, "groups", ObjType::Map).map(drop)];
        let (mut here, mut there) = (dossier("d-1").unwrap(), dossier("d-1").unwrap());
        migrate(&mut here, steps).unwrap();
        migrate(&mut there, steps).unwrap();
        assert_eq!(here.get_heads(), there.get_heads());
        assert_eq!(format(&here), Some(2));
        migrate(&mut here, steps).unwrap();
        assert_eq!(here.get_heads(), there.get_heads());
    }
}
