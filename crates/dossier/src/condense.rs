//! Condensing: rewriting a document without its old history.
//!
//! The new document has the shared first change, one change for the state at each measuring moment, and one
//! for the current state. Author and time of a value are history too: the person who condenses becomes the
//! author of everything, at the time of the moment.
//!
//! The first of these changes takes the place, in its stream, of the very first edit of the old document,
//! which every copy of the old document holds. One actor is one linear stream, so Automerge refuses to merge
//! the two: an old copy that still exists somewhere cannot bring the old history back.

use std::collections::{BTreeSet, HashMap};

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, ChangeHash, ObjType, ROOT, ReadDoc, ScalarValue, Value};
use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::document::{Document, Heads, Writer};
use crate::dossier::Dossier;
use crate::edit::EditError;
use crate::id::{Id, MemberId};
use crate::model::{Moment, Organisation, Parentage, Partnership, Person, Profile, Tie};
use crate::moment_heads::{HEADS, format_heads, parse_heads};
use crate::note_text::NoteText;
use crate::reading::REMOVED;
use crate::record::Record;
use crate::shape;
use crate::snapshot::{Keys, Reader, Snapshot, keys_besides};
use crate::source::{Entry, Source};
use crate::time::{clamped, time};

/// The reason why a document could not be condensed. The document is unchanged.
#[derive(Debug, PartialEq, Error)]
pub enum CondenseError {
    /// Two people changed something at the same time and nobody decided. Condensing would decide for them.
    #[error("two people changed something at once, and nobody has chosen")]
    Unsettled,
    /// Two people changed something at the same time that only a newer version knows, so nobody can decide
    /// here.
    #[error("two people changed something at once that only a newer version knows")]
    NotUnderstood,
    /// Some changes depend on others that have not arrived.
    #[error("changes wait for others that have not arrived")]
    Waiting,
    /// The document could not be written.
    #[error(transparent)]
    Edit(#[from] EditError),
}

impl From<automerge::AutomergeError> for CondenseError {
    fn from(error: automerge::AutomergeError) -> Self {
        Self::Edit(error.into())
    }
}

impl Dossier {
    /// Returns the same dossier without its old history: its state at each measuring moment, and its current
    /// state. A removed record is gone, unless it was in view at a moment. Condensing the result again
    /// changes nothing.
    pub fn condensed(&self, writer: &Writer, now: DateTime<Utc>) -> Result<Self, CondenseError> {
        if !self.field_conflicts().is_empty() || !self.removal_conflicts().is_empty() {
            return Err(CondenseError::Unsettled);
        }
        let doc = &self.document.doc;
        let mut condensing =
            Condensing::begin(&self.document, shape::dossier(self.id().as_str())?, writer, now)?;
        let mut reader = Reader::of(self.now());
        let current = in_view(&mut reader, self.now());
        if reader.chose {
            return Err(CondenseError::NotUnderstood);
        }
        let moments = self.all::<Moment>();
        let moments: BTreeSet<Heads> = moments.iter().filter_map(Moment::then).map(sorted).collect();
        let moments = moments.into_iter().filter(|heads| self.knows(heads)).collect();
        let mut renamed: HashMap<Heads, Heads> = HashMap::new();
        for heads in condensing.times.in_order(moments) {
            let source = Source::Then(doc, &heads);
            let state = stamped(in_view(&mut Reader::of(source), source), &renamed);
            let new = condensing.write(&state, &heads)?;
            renamed.insert(heads, new);
        }
        condensing.write(&stamped(current, &renamed), &self.heads())?;
        Ok(Self::of(self.id().clone(), condensing.end()))
    }
}

impl NoteText {
    /// Returns the same text without its old history.
    pub fn condensed(&self, writer: &Writer, now: DateTime<Utc>) -> Result<Self, CondenseError> {
        let document = self.document();
        let mut condensing = Condensing::begin(document, shape::note_text(self.id().as_str())?, writer, now)?;
        let mut reader = Reader::of(Source::Now(&document.doc));
        let current = reader.keys(&ROOT, |_, _| true);
        if reader.chose {
            return Err(CondenseError::NotUnderstood);
        }
        condensing.write(&current, &self.heads())?;
        Ok(Self::of(self.id().clone(), condensing.end()))
    }
}

/// A document that is being rewritten.
struct Condensing {
    new: Document,
    times: Times,
    now: DateTime<Utc>,
    writer: ActorId,
}

impl Condensing {
    fn begin(
        old: &Document,
        first: Automerge,
        writer: &Writer,
        now: DateTime<Utc>,
    ) -> Result<Self, CondenseError> {
        old.writable()?;
        if !old.doc.get_missing_deps(&[]).is_empty() {
            return Err(CondenseError::Waiting);
        }
        let mut new = Document::new(first, writer);
        let writer = new.doc.get_actor().clone();
        // Changes come dependencies first: after the shared first change comes the edit that all others
        // depend on.
        let changes = old.doc.get_changes_meta(&new.heads());
        if let Some(earliest) = changes.iter().find(|change| change.author.is_some()) {
            new.doc.set_actor(earliest.actor.clone().into_owned());
        }
        Ok(Self { new, times: Times::of(&old.doc), now, writer })
    }

    /// Makes the new document hold what the old one held at `heads`, as one change; returns the new heads.
    fn write(&mut self, root: &Keys, heads: &[ChangeHash]) -> Result<Heads, CondenseError> {
        let at = self.times.at(heads).min(self.now);
        let ((), written) = self.new.commit(at, |tx| {
            for (key, state) in root {
                match state {
                    Snapshot::Map(records) if key != Profile::MAP => write_records(tx, key, records)?,
                    state => state.write(tx, &ROOT, key)?,
                }
            }
            Ok(())
        })?;
        if written {
            self.new.doc.set_actor(self.writer.clone());
        }
        // A document that reads differently must not replace the old one.
        let source = Source::Now(&self.new.doc);
        if Snapshot::Map(in_view(&mut Reader::of(source), source)) != Snapshot::Map(root.clone()) {
            return Err(EditError::Document("it would not read as before".to_owned()).into());
        }
        Ok(self.new.heads())
    }

    fn end(mut self) -> Document {
        self.new.doc.set_actor(self.writer);
        self.new
    }
}

/// Writes the records of one kind. A record of an earlier moment that is not among them is marked as removed.
fn write_records(tx: &mut Transaction<'_>, kind: &str, records: &Keys) -> Result<(), EditError> {
    let map = match Source::Within(tx).object(&ROOT, kind) {
        Some(map) => map,
        None => tx.put_object(ROOT, kind, ObjType::Map)?,
    };
    for gone in keys_besides(tx, &map, records) {
        match Source::Within(tx).object(&map, &gone) {
            Some(record) => Snapshot::Scalar(true.into()).write(tx, &record, REMOVED)?,
            None => tx.delete(&map, gone)?,
        }
    }
    Ok(records.iter().try_for_each(|(id, record)| record.write(tx, &map, id))?)
}

/// Reads everything that is in view: not the removed records, and not the ties and family lines of removed
/// members.
fn in_view(reader: &mut Reader<'_>, source: Source<'_>) -> Keys {
    let is_in_view = |source: Source<'_>, record: &Entry| source.get(&record.id, REMOVED).is_none();
    let mut root: Keys = Vec::new();
    for Entry { key, value, id, conflict } in source.entries(&ROOT) {
        reader.chose |= conflict;
        let state = match value {
            Value::Object(ObjType::Map) if key != Profile::MAP => Snapshot::Map(reader.keys(&id, is_in_view)),
            value => reader.value(&value, &id),
        };
        root.push((key, state));
    }
    let members: BTreeSet<String> =
        [Person::MAP, Organisation::MAP].iter().flat_map(|map| ids(&root, map)).collect();
    for (map, ends) in
        [(Tie::MAP, ["a", "b"]), (Partnership::MAP, ["a", "b"]), (Parentage::MAP, ["parent", "child"])]
    {
        if let Some((_, Snapshot::Map(lines))) = root.iter_mut().find(|(key, _)| key == map) {
            lines.retain(|(_, line)| !ends.iter().any(|end| leads_nowhere(line, end, &members)));
        }
    }
    root
}

fn ids(root: &Keys, map: &str) -> Vec<String> {
    match root.iter().find(|(key, _)| key == map) {
        Some((_, Snapshot::Map(records))) => records.iter().map(|(id, _)| id.clone()).collect(),
        _ => Vec::new(),
    }
}

/// Returns whether a line ends at a member that is not in view. A line that a newer version ties to something
/// else stays.
fn leads_nowhere(line: &Snapshot, end: &str, members: &BTreeSet<String>) -> bool {
    let known = |id: &str| id.parse::<MemberId>().is_ok() && !members.contains(id);
    text_at(line, end).is_some_and(known)
}

fn text_at<'a>(record: &'a Snapshot, key: &str) -> Option<&'a str> {
    let Snapshot::Map(fields) = record else { return None };
    match fields.iter().find(|(there, _)| there == key) {
        Some((_, Snapshot::Scalar(ScalarValue::Str(text)))) => Some(text),
        _ => None,
    }
}

/// Returns the state, in which every measuring moment names its new heads.
fn stamped(mut root: Keys, renamed: &HashMap<Heads, Heads>) -> Keys {
    let Some((_, Snapshot::Map(moments))) = root.iter_mut().find(|(key, _)| key == Moment::MAP) else {
        return root;
    };
    for (_, moment) in moments {
        let new = text_at(moment, HEADS).and_then(parse_heads).and_then(|heads| renamed.get(&sorted(heads)));
        let (Some(new), Snapshot::Map(fields)) = (new, moment) else { continue };
        let heads = fields.iter_mut().filter(|(key, _)| key == HEADS);
        heads.for_each(|(_, value)| *value = Snapshot::Scalar(format_heads(new).into()));
    }
    root
}

fn sorted(mut heads: Heads) -> Heads {
    heads.sort();
    heads
}

/// The time of each change of the old document, which is never before the changes that it depends on, even if
/// the clock of its device was wrong.
struct Times {
    changes: HashMap<ChangeHash, (i64, Heads)>,
}

impl Times {
    fn of(doc: &Automerge) -> Self {
        let mut changes: HashMap<ChangeHash, (i64, Heads)> = HashMap::new();
        for change in doc.get_changes_meta(&[]) {
            let follows = change.deps.iter().filter_map(|dep| changes.get(dep).map(|(time, _)| *time));
            let time = follows.max().unwrap_or(0).max(clamped(change.timestamp));
            changes.insert(change.hash, (time, change.deps));
        }
        Self { changes }
    }

    fn at(&self, heads: &[ChangeHash]) -> DateTime<Utc> {
        let times = heads.iter().filter_map(|head| self.changes.get(head).map(|(time, _)| *time));
        time(times.max().unwrap_or(0))
    }

    /// Sorts points of history by time; a point comes after the points that it includes.
    fn in_order(&self, mut points: Vec<Heads>) -> Vec<Heads> {
        points.sort_by_cached_key(|heads| (self.at(heads), self.past(heads)));
        points
    }

    /// Returns the number of changes that a point includes.
    fn past(&self, heads: &[ChangeHash]) -> usize {
        let (mut past, mut ahead) = (BTreeSet::new(), heads.to_vec());
        while let Some(hash) = ahead.pop() {
            if past.insert(hash)
                && let Some((_, deps)) = self.changes.get(&hash)
            {
                ahead.extend(deps);
            }
        }
        past.len()
    }
}
