//! Applying an edit within a transaction, with the fewest writes.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ObjId, ObjType, ROOT, ReadDoc, Value};

use crate::edit::{Edit, EditError, IntoEdit, RecordEdit, RecordEditOf, match_edit};
use crate::id::{DossierId, ID_BYTES, Id};
use crate::model::{Profile, ProfileField};
use crate::reading::REMOVED;
use crate::record::{Field, Record};
use crate::source::Source;
use crate::validity::not_blank;

/// Applies an edit in a transaction; returns its inverse, or `None` if there was nothing to write.
pub(crate) fn apply(tx: &mut Transaction<'_>, edit: &Edit) -> Result<Option<Edit>, EditError> {
    match_edit!(edit,
        change of R => apply_to_record::<R>(tx, change),
        profile field => apply_to_profile(tx, field),
        all edits => {
            let inverses = edits.iter().map(|edit| apply(tx, edit)).collect::<Result<Vec<_>, _>>()?;
            let inverses: Vec<Edit> = inverses.into_iter().rev().flatten().collect();
            Ok((!inverses.is_empty()).then_some(Edit::All(inverses)))
        }
    )
}

fn apply_to_profile(tx: &mut Transaction<'_>, field: &ProfileField) -> Result<Option<Edit>, EditError> {
    field.check()?;
    if let ProfileField::Name(name) = field {
        not_blank(name, "name")?;
    }
    let Some((Value::Object(ObjType::Map), object)) = tx.get(ROOT, Profile::MAP)? else {
        return Err(EditError::NotFound { id: Profile::MAP.to_owned() });
    };
    let before = set_field(tx, &object, field, || {
        // A blank profile needs an id, which nobody reads here.
        Profile::blank(DossierId::from_random([0; ID_BYTES])).field(field.key())
    })?;
    Ok(before.map(Edit::Profile))
}

fn apply_to_record<R: IntoEdit>(
    tx: &mut Transaction<'_>,
    change: &RecordEditOf<R>,
) -> Result<Option<Edit>, EditError> {
    let id = change.id();
    let not_found = || EditError::NotFound { id: id.to_string() };
    let Some((Value::Object(ObjType::Map), map)) = tx.get(ROOT, R::MAP)? else { return Err(not_found()) };
    let object = match tx.get(&map, id.as_str())? {
        Some((Value::Object(ObjType::Map), object)) => Some(object),
        _ => None,
    };
    let inverse = match (change, object) {
        (RecordEdit::Add { fields, .. }, None) => {
            add_record::<R>(tx, &map, id, fields)?;
            Some(RecordEdit::Remove { id: id.clone() })
        }
        (RecordEdit::Add { .. }, Some(_)) => return Err(EditError::AlreadyExists { id: id.to_string() }),
        (_, None) => return Err(not_found()),
        (RecordEdit::Set { to, .. }, Some(object)) => {
            to.check()?;
            if has(tx, &object, REMOVED) {
                return Err(not_found());
            }
            // Reading a whole record takes longer than writing one of its fields, so do it only for a field
            // that the record needs.
            if R::NEEDS.contains(&to.key()) {
                let mut record = Source::Within(tx).record::<R>(id.clone(), &object).ok_or_else(not_found)?;
                record.set(to.clone());
                record.complete()?;
            }
            let blank = || R::blank(id.clone()).field(to.key());
            set_field(tx, &object, to, blank)?.map(|before| RecordEdit::Set { id: id.clone(), to: before })
        }
        (RecordEdit::Remove { .. }, Some(object)) if !has(tx, &object, REMOVED) => {
            tx.put(&object, REMOVED, true)?;
            Some(RecordEdit::Restore { id: id.clone() })
        }
        (RecordEdit::Restore { .. }, Some(object)) if has(tx, &object, REMOVED) => {
            tx.delete(&object, REMOVED)?;
            Some(RecordEdit::Remove { id: id.clone() })
        }
        // Write the mark again, so that it depends on every change that is here now: the person saw what
        // others wrote meanwhile.
        (RecordEdit::LeaveOut { .. }, Some(object)) if has(tx, &object, REMOVED) => {
            // Every value of the key is a mark, and Automerge writes nothing if the value stays the same, so
            // write the opposite value.
            let holds_true =
                matches!(tx.get(&object, REMOVED)?, Some((value, _)) if value.as_bool() == Some(true));
            tx.put(&object, REMOVED, !holds_true)?;
            Some(RecordEdit::Restore { id: id.clone() })
        }
        (RecordEdit::Remove { .. } | RecordEdit::Restore { .. } | RecordEdit::LeaveOut { .. }, Some(_)) => {
            None
        }
    };
    Ok(inverse.map(R::edit))
}

fn add_record<R: IntoEdit>(
    tx: &mut Transaction<'_>,
    map: &ObjId,
    id: &R::Id,
    fields: &[R::Field],
) -> Result<(), EditError> {
    let mut record = R::blank(id.clone());
    for field in fields {
        field.check()?;
        record.set(field.clone());
    }
    record.complete()?;
    let object = tx.put_object(map, id.as_str(), ObjType::Map)?;
    R::Field::prepare_all(tx, &object)?;
    let blank = R::blank(id.clone()).fields();
    for field in record.fields().iter().filter(|field| !blank.contains(field)) {
        field.write(tx, &object)?;
    }
    Ok(())
}

/// Writes a field unless it holds that value already; returns the value before.
fn set_field<F: Field>(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    to: &F,
    blank: impl FnOnce() -> Option<F>,
) -> Result<Option<F>, EditError> {
    let source = Source::Within(tx);
    let entry = source.entry(object, to.key());
    // A person settles a conflict by writing the value that is shown once more.
    let in_conflict = entry.as_ref().is_some_and(|entry| entry.conflict);
    let before = entry.and_then(|entry| F::read(&source, &entry)).or_else(blank);
    if before.as_ref() == Some(to) {
        if !in_conflict {
            return Ok(None);
        }
        // A conflict cannot be written again, so the inverse of choosing one value is choosing the other.
        let other = other_than(&source, object, to);
        to.write(tx, object)?;
        return Ok(other.or(before));
    }
    to.write(tx, object)?;
    Ok(before)
}

/// Returns the last of the other values that a field in conflict holds.
fn other_than<F: Field>(source: &Source<'_>, object: &ObjId, shown: &F) -> Option<F> {
    let all = source.all_entries(object, shown.key()).into_iter();
    all.filter_map(|entry| F::read(source, &entry)).rfind(|value| value != shown)
}

fn has(tx: &Transaction<'_>, object: &ObjId, key: &str) -> bool {
    matches!(tx.get(object, key), Ok(Some(_)))
}
