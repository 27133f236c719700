//! One client's record.

use std::borrow::Cow;

use automerge::transaction::{Transactable, Transaction};
use automerge::{ChangeHash, ObjId, ObjType, ROOT, ReadDoc, Value};
use chrono::{DateTime, Utc};

use crate::analysis::Network;
use crate::arrival::Arrival;
use crate::document::{Document, Heads, LoadError, Writer};
use crate::edit::{Edit, EditError, IntoEdit, RecordEdit, RecordEditOf, with_change};
use crate::id::{DossierId, Id};
use crate::model::{Profile, ProfileField, Tie};
use crate::record::{Field, Record};
use crate::shape;
use crate::source::{Entry, Source};
use crate::then::with_heads;
use crate::validity::filled_in;

/// The key that takes a record out of view. A mark and not a deletion: in Automerge a deletion hides what somebody else
/// wrote in the record at the same time.
pub(crate) const REMOVED: &str = "removed";

/// More heads than this do not fit on the line in which a measuring moment names them.
const MOST_HEADS: usize = 7;

/// One client's record: a typed model over one Automerge document.
#[derive(Clone)]
pub struct Dossier {
    id: DossierId,
    pub(crate) document: Document,
}

impl Dossier {
    /// Begins a dossier. Call [`Dossier::apply`] with the client's name next.
    pub fn create(id: DossierId, writer: &Writer) -> Result<Self, EditError> {
        let doc = shape::dossier(id.as_str())?;
        Ok(Self { document: Document::new(doc, writer), id })
    }

    /// Loads a dossier from what [`Dossier::save`] and [`Dossier::save_since`] gave, in that order.
    pub fn load<'a>(
        id: DossierId,
        chunks: impl IntoIterator<Item = &'a [u8]>,
        writer: &Writer,
    ) -> Result<Self, LoadError> {
        Ok(Self { document: Document::load(chunks, shape::DOSSIER, id.as_str(), writer)?, id })
    }

    pub(crate) fn of(id: DossierId, document: Document) -> Self {
        Self { id, document }
    }

    /// The id.
    pub fn id(&self) -> &DossierId {
        &self.id
    }

    /// What the dossier holds now.
    pub fn heads(&self) -> Heads {
        self.document.heads()
    }

    /// What the dossier held when it was loaded: what a later version adds to its beginning is not among it.
    pub fn as_loaded(&self) -> &[ChangeHash] {
        self.document.as_loaded()
    }

    /// The whole dossier.
    pub fn save(&self) -> Vec<u8> {
        self.document.save()
    }

    /// The whole dossier, to stand in place of what it was loaded from; `None` where that would not be read again as it is.
    pub fn compacted(&self) -> Option<Vec<u8>> {
        self.document.compacted()
    }

    /// What came after `heads`.
    pub fn save_since(&self, heads: &[ChangeHash]) -> Vec<u8> {
        self.document.save_since(heads)
    }

    /// Looks at another replica's changes without taking them in.
    pub fn examine(&self, changes: &[u8]) -> Result<Arrival, LoadError> {
        Arrival::examine(&self.document, changes, shape::DOSSIER, self.id.as_str())
    }

    /// Takes in what was looked at and found good; `false`, and nothing taken in, where something was written since.
    pub fn accept(&mut self, arrival: Arrival) -> bool {
        self.document.accept(arrival)
    }

    /// The dossier as it stands with what was looked at and found good, where nothing was written since.
    pub fn arrived(id: DossierId, arrival: Arrival) -> Self {
        Self { id, document: Document::arrived(arrival) }
    }

    /// Takes in what was looked at and found good, whatever was written here since.
    pub fn take_in(&mut self, arrival: Arrival) -> Result<(), LoadError> {
        self.document.take_in(arrival)
    }

    /// Whether all of these changes are here.
    pub fn knows(&self, heads: &[ChangeHash]) -> bool {
        self.document.knows(heads)
    }

    /// Takes in another replica's changes; returns how many were new. Changes whose past has not arrived wait unseen.
    pub fn merge(&mut self, changes: &[u8]) -> Result<usize, LoadError> {
        self.document.merge(changes, shape::DOSSIER, self.id.as_str())
    }

    /// Applies one edit as one change; returns its inverse, or `None` where everything stood like that already.
    pub fn apply(&mut self, edit: &Edit, at: DateTime<Utc>) -> Result<Option<Edit>, EditError> {
        let edit = match with_heads(edit, || self.heads()) {
            Cow::Borrowed(edit) => Cow::Borrowed(edit),
            Cow::Owned(_) if self.heads().len() > MOST_HEADS => {
                self.document.join_heads(at);
                with_heads(edit, || self.heads())
            }
            stamped => stamped,
        };
        let (inverse, written) = self.document.commit(at, |tx| apply(tx, &edit))?;
        Ok(if written { inverse } else { None })
    }

    /// Whether a newer version wrote the dossier in a way that this one must not add to.
    pub fn is_of_a_newer_format(&self) -> bool {
        self.document.writable().is_err()
    }

    /// The client's profile.
    pub fn profile(&self) -> Profile {
        self.now().profile(self.id.clone())
    }

    /// All records of one kind that are in view, by id.
    pub fn all<R: Record>(&self) -> Vec<R> {
        self.now().all()
    }

    /// All records of one kind that are in view, in the order in which they were added (Automerge's operation counter, a
    /// Lamport clock).
    pub fn all_as_added<R: Record>(&self) -> Vec<R> {
        let source = self.now();
        let mut entries = source.entries_of::<R>();
        entries.sort_by_key(|(_, entry)| match &entry.id {
            ObjId::Id(counter, actor, _) => (*counter, Some(actor.clone())),
            ObjId::Root => (0, None),
        });
        entries.into_iter().filter_map(|(id, entry)| source.record(id, &entry.id)).collect()
    }

    /// All records of one kind, each with whether it was taken out of view.
    pub fn all_and_removed<R: Record>(&self) -> Vec<(R, bool)> {
        self.now().all_and_removed()
    }

    /// How many records of one kind are in view, without reading them.
    pub fn count<R: Record>(&self) -> usize {
        let source = self.now();
        let in_view = |entry: &Entry| source.get(&entry.id, REMOVED).is_none();
        source.entries_of::<R>().into_iter().filter(|(_, entry)| in_view(entry)).count()
    }

    /// The ids of all records of one kind, of those out of view too, without reading them.
    pub fn ids_and_removed<R: Record>(&self) -> Vec<R::Id> {
        self.now().entries_of::<R>().into_iter().map(|(id, _)| id).collect()
    }

    /// One record, if it is in view.
    pub fn one<R: Record>(&self, id: &R::Id) -> Option<R> {
        self.now().one(id)
    }

    /// The network as measures see it.
    pub fn network(&self) -> Network {
        self.now().network()
    }

    pub(crate) fn now(&self) -> Source<'_> {
        Source::Now(&self.document.doc)
    }

    /// The dossier as it was at `heads`.
    pub fn at<'a>(&'a self, heads: &'a [ChangeHash]) -> Past<'a> {
        Past { source: Source::Then(&self.document.doc, heads), id: &self.id }
    }
}

/// A dossier as it was.
pub struct Past<'a> {
    source: Source<'a>,
    id: &'a DossierId,
}

impl Past<'_> {
    /// The client's profile then.
    pub fn profile(&self) -> Profile {
        self.source.profile(self.id.clone())
    }

    /// All records of one kind that were in view, by id.
    pub fn all<R: Record>(&self) -> Vec<R> {
        self.source.all()
    }

    /// The network then, as measures see it.
    pub fn network(&self) -> Network {
        self.source.network()
    }
}

impl Source<'_> {
    pub(crate) fn profile(&self, id: DossierId) -> Profile {
        let mut profile = Profile::blank(id);
        if let Some(object) = self.object(&ROOT, Profile::MAP) {
            self.entries(&object).iter().for_each(|entry| profile.take(self, entry));
        }
        profile
    }

    pub(crate) fn all<R: Record>(&self) -> Vec<R> {
        let all = self.all_and_removed().into_iter();
        all.filter_map(|(record, removed)| (!removed).then_some(record)).collect()
    }

    fn network(&self) -> Network {
        Network::new(self.all(), self.all(), &self.all::<Tie>())
    }

    fn all_and_removed<R: Record>(&self) -> Vec<(R, bool)> {
        let entries = self.entries_of::<R>().into_iter();
        entries.map(|(id, entry)| self.record_even_removed(id, &entry.id)).collect()
    }

    fn entries_of<R: Record>(&self) -> Vec<(R::Id, Entry)> {
        let Some(map) = self.object(&ROOT, R::MAP) else { return Vec::new() };
        let entries = self.entries(&map).into_iter();
        entries.filter_map(|entry| Some((entry.key.parse().ok()?, entry))).collect()
    }

    pub(crate) fn one<R: Record>(&self, id: &R::Id) -> Option<R> {
        let map = self.object(&ROOT, R::MAP)?;
        self.record(id.clone(), &self.object(&map, id.as_str())?)
    }

    pub(crate) fn record<R: Record>(&self, id: R::Id, object: &ObjId) -> Option<R> {
        let (record, removed) = self.record_even_removed(id, object);
        (!removed).then_some(record)
    }

    fn record_even_removed<R: Record>(&self, id: R::Id, object: &ObjId) -> (R, bool) {
        let entries = self.entries(object);
        let mut record = R::blank(id);
        entries.iter().for_each(|entry| record.take(self, entry));
        (record, entries.iter().any(|entry| entry.key == REMOVED))
    }
}

/// Applies an edit in a transaction; returns its inverse, or `None` where there was nothing to write.
pub(crate) fn apply(tx: &mut Transaction<'_>, edit: &Edit) -> Result<Option<Edit>, EditError> {
    with_change!(edit,
        change of R => apply_change::<R>(tx, change),
        profile field => apply_profile(tx, field),
        together edits => {
            let inverses = edits.iter().map(|edit| apply(tx, edit)).collect::<Result<Vec<_>, _>>()?;
            let inverses: Vec<Edit> = inverses.into_iter().rev().flatten().collect();
            Ok((!inverses.is_empty()).then_some(Edit::All(inverses)))
        }
    )
}

fn apply_profile(tx: &mut Transaction<'_>, field: &ProfileField) -> Result<Option<Edit>, EditError> {
    field.check()?;
    if let ProfileField::Name(name) = field {
        filled_in(name, "name")?;
    }
    let Some((Value::Object(ObjType::Map), object)) = tx.get(ROOT, Profile::MAP)? else {
        return Err(EditError::NotThere { id: Profile::MAP.to_owned() });
    };
    let before = set_field(tx, &object, field, || {
        // A profile's blank needs an id that nobody reads.
        Profile::blank(DossierId::from_random([0; crate::id::ID_BYTES])).field(field.key())
    })?;
    Ok(before.map(Edit::Profile))
}

fn apply_change<R: IntoEdit>(
    tx: &mut Transaction<'_>,
    change: &RecordEditOf<R>,
) -> Result<Option<Edit>, EditError> {
    let id = change.id();
    let not_there = || EditError::NotThere { id: id.to_string() };
    let Some((Value::Object(ObjType::Map), map)) = tx.get(ROOT, R::MAP)? else { return Err(not_there()) };
    let object = match tx.get(&map, id.as_str())? {
        Some((Value::Object(ObjType::Map), object)) => Some(object),
        _ => None,
    };
    let inverse = match (change, object) {
        (RecordEdit::Add { fields, .. }, None) => {
            let mut record = R::blank(id.clone());
            for field in fields {
                field.check()?;
                record.set(field.clone());
            }
            record.complete()?;
            let object = tx.put_object(&map, id.as_str(), ObjType::Map)?;
            R::Field::prepare_all(tx, &object)?;
            let blank = R::blank(id.clone()).fields();
            for field in record.fields().iter().filter(|field| !blank.contains(field)) {
                field.write(tx, &object)?;
            }
            Some(RecordEdit::Remove { id: id.clone() })
        }
        (RecordEdit::Add { .. }, Some(_)) => return Err(EditError::StandsAlready { id: id.to_string() }),
        (_, None) => return Err(not_there()),
        (RecordEdit::Set { to, .. }, Some(object)) => {
            to.check()?;
            if has(tx, &object, REMOVED) {
                return Err(not_there());
            }
            // Reading a whole record takes longer than writing one of its fields.
            if R::NEEDS.contains(&to.key()) {
                let mut record = Source::Within(tx).record::<R>(id.clone(), &object).ok_or_else(not_there)?;
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
        // Written once more, the mark follows on all that is here now: what others wrote meanwhile was seen and left out.
        (RecordEdit::LeaveOut { .. }, Some(object)) if has(tx, &object, REMOVED) => {
            // Whatever it holds, it is a mark; but Automerge writes nothing where the same value stands.
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

/// Writes a field unless it stands like that already; returns what stood there.
fn set_field<F: Field>(
    tx: &mut Transaction<'_>,
    object: &ObjId,
    to: &F,
    blank: impl FnOnce() -> Option<F>,
) -> Result<Option<F>, EditError> {
    let source = Source::Within(tx);
    let entry = source.entry(object, to.key());
    // Writing the value that shows again is how a person settles a conflict.
    let in_conflict = entry.as_ref().is_some_and(|entry| entry.conflict);
    let before = entry.and_then(|entry| F::read(&source, &entry)).or_else(blank);
    if before.as_ref() == Some(to) {
        if !in_conflict {
            return Ok(None);
        }
        // A conflict cannot be written again: taking back the choice of the value that showed is choosing the other.
        let other = other_than(&source, object, to);
        to.write(tx, object)?;
        return Ok(other.or(before));
    }
    to.write(tx, object)?;
    Ok(before)
}

/// The last of the other values that a field holds.
fn other_than<F: Field>(source: &Source<'_>, object: &ObjId, shown: &F) -> Option<F> {
    let all = source.all_entries(object, shown.key()).into_iter();
    all.filter_map(|entry| F::read(source, &entry)).rfind(|value| value != shown)
}

fn has(tx: &Transaction<'_>, object: &ObjId, key: &str) -> bool {
    matches!(tx.get(object, key), Ok(Some(_)))
}
