//! Condensing: a document without its old history.
//!
//! What is left is the shared first change, one change for the state at each measuring moment, and one for what stands now.
//! Who wrote a value, and when, is history too: all is written by the one who condenses, at the time of the moment.
//!
//! The first of these changes takes the place, in its stream, of the very first edit of the old document, which every copy
//! of that holds. One actor is one linear stream, so Automerge lays the two beside each other for nobody: a copy that was
//! kept somewhere is refused and brings nothing back.

use std::collections::{BTreeSet, HashMap};

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, ChangeHash, ObjType, ROOT, ReadDoc, ScalarValue, Value};
use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::document::{Document, Heads, Writer};
use crate::dossier::{Dossier, REMOVED};
use crate::edit::EditError;
use crate::id::{Id, MemberId};
use crate::model::{Moment, Organisation, Parentage, Partnership, Person, Profile, Tie};
use crate::note_text::NoteText;
use crate::record::Record;
use crate::shape;
use crate::source::{Entry, Source};
use crate::state::{Keys, Reader, State, keys_besides};
use crate::then::{named_heads, naming_heads};

/// The key under which a moment names what the record held.
const HEADS: &str = "heads";

/// Why a document could not be condensed. It stands as it was.
#[derive(Debug, PartialEq, Error)]
pub enum CondenseError {
    /// Two people changed something at once and nobody chose: condensing would choose in silence.
    #[error("two people changed something at once, and nobody has chosen")]
    Unsettled,
    /// The same, in what a newer version wrote.
    #[error("two people changed at once what only a newer version knows")]
    NotUnderstood,
    /// Changes wait for others that have not arrived.
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
    /// The same dossier, of which nothing is left but its measuring moments and what stands now. What was taken out of view
    /// is gone, unless it was in view at a moment. Condensing once more gives the same.
    pub fn condensed(&self, writer: &Writer, now: DateTime<Utc>) -> Result<Self, CondenseError> {
        if !self.field_conflicts().is_empty() || !self.removal_conflicts().is_empty() {
            return Err(CondenseError::Unsettled);
        }
        let doc = &self.document.doc;
        let mut condensing =
            Condensing::begin(&self.document, shape::dossier(self.id().as_str())?, writer, now)?;
        let mut reader = Reader::of(self.now());
        let stands = in_view(&mut reader, self.now());
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
        condensing.write(&stamped(stands, &renamed), &self.heads())?;
        Ok(Self::of(self.id().clone(), condensing.end()))
    }
}

impl NoteText {
    /// The same text, of which nothing is left but what stands now.
    pub fn condensed(&self, writer: &Writer, now: DateTime<Utc>) -> Result<Self, CondenseError> {
        let document = self.document();
        let mut condensing = Condensing::begin(document, shape::note_text(self.id().as_str())?, writer, now)?;
        let mut reader = Reader::of(Source::Now(&document.doc));
        let stands = reader.keys(&ROOT, |_, _| true);
        if reader.chose {
            return Err(CondenseError::NotUnderstood);
        }
        condensing.write(&stands, &self.heads())?;
        Ok(Self::of(self.id().clone(), condensing.end()))
    }
}

/// A document that is written anew.
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
        // Causes first: behind the shared first change stands the edit that all others follow on.
        let changes = old.doc.get_changes_meta(&new.heads());
        if let Some(earliest) = changes.iter().find(|change| change.author.is_some()) {
            new.doc.set_actor(earliest.actor.clone().into_owned());
        }
        Ok(Self { new, times: Times::of(&old.doc), now, writer })
    }

    /// Makes the new document hold what the old one held at `heads`, as one change; returns what it holds then.
    fn write(&mut self, root: &Keys, heads: &[ChangeHash]) -> Result<Heads, CondenseError> {
        let at = self.times.at(heads).min(self.now);
        let ((), written) = self.new.commit(at, |tx| {
            for (key, state) in root {
                match state {
                    State::Map(records) if key != Profile::MAP => write_records(tx, key, records)?,
                    state => state.write(tx, &ROOT, key)?,
                }
            }
            Ok(())
        })?;
        if written {
            self.new.doc.set_actor(self.writer.clone());
        }
        // What would read otherwise must not take the place of what stands.
        let source = Source::Now(&self.new.doc);
        if State::Map(in_view(&mut Reader::of(source), source)) != State::Map(root.clone()) {
            return Err(EditError::Document("it would not read as before".to_owned()).into());
        }
        Ok(self.new.heads())
    }

    fn end(mut self) -> Document {
        self.new.doc.set_actor(self.writer);
        self.new
    }
}

/// Writes the records of one kind. What stood at an earlier moment and is not here any more is marked as removed.
fn write_records(tx: &mut Transaction<'_>, kind: &str, records: &Keys) -> Result<(), EditError> {
    let map = match Source::Within(tx).object(&ROOT, kind) {
        Some(map) => map,
        None => tx.put_object(ROOT, kind, ObjType::Map)?,
    };
    for gone in keys_besides(tx, &map, records) {
        match Source::Within(tx).object(&map, &gone) {
            Some(record) => State::Scalar(true.into()).write(tx, &record, REMOVED)?,
            None => tx.delete(&map, gone)?,
        }
    }
    Ok(records.iter().try_for_each(|(id, record)| record.write(tx, &map, id))?)
}

/// All that is in view: without the records that carry the mark of removal, and without the ties and family lines of members
/// that are out of view.
fn in_view(reader: &mut Reader<'_>, source: Source<'_>) -> Keys {
    let stands = |source: Source<'_>, record: &Entry| source.get(&record.id, REMOVED).is_none();
    let mut root: Keys = Vec::new();
    for Entry { key, value, id, conflict } in source.entries(&ROOT) {
        reader.chose |= conflict;
        let state = match value {
            Value::Object(ObjType::Map) if key != Profile::MAP => State::Map(reader.keys(&id, stands)),
            value => reader.value(&value, &id),
        };
        root.push((key, state));
    }
    let members: BTreeSet<String> =
        [Person::MAP, Organisation::MAP].iter().flat_map(|map| ids(&root, map)).collect();
    for (map, ends) in
        [(Tie::MAP, ["a", "b"]), (Partnership::MAP, ["a", "b"]), (Parentage::MAP, ["parent", "child"])]
    {
        if let Some((_, State::Map(lines))) = root.iter_mut().find(|(key, _)| key == map) {
            lines.retain(|(_, line)| !ends.iter().any(|end| leads_nowhere(line, end, &members)));
        }
    }
    root
}

fn ids(root: &Keys, map: &str) -> Vec<String> {
    match root.iter().find(|(key, _)| key == map) {
        Some((_, State::Map(records))) => records.iter().map(|(id, _)| id.clone()).collect(),
        _ => Vec::new(),
    }
}

/// Whether a line ends at a member that is not there. What a newer version ties it to may be anywhere.
fn leads_nowhere(line: &State, end: &str, members: &BTreeSet<String>) -> bool {
    let known = |id: &str| id.parse::<MemberId>().is_ok() && !members.contains(id);
    text_at(line, end).is_some_and(known)
}

fn text_at<'a>(record: &'a State, key: &str) -> Option<&'a str> {
    let State::Map(fields) = record else { return None };
    match fields.iter().find(|(there, _)| there == key) {
        Some((_, State::Scalar(ScalarValue::Str(text)))) => Some(text),
        _ => None,
    }
}

/// A state in which every measuring moment names what it is called now.
fn stamped(mut root: Keys, renamed: &HashMap<Heads, Heads>) -> Keys {
    let Some((_, State::Map(moments))) = root.iter_mut().find(|(key, _)| key == Moment::MAP) else {
        return root;
    };
    for (_, moment) in moments {
        let new = text_at(moment, HEADS).and_then(named_heads).and_then(|heads| renamed.get(&sorted(heads)));
        let (Some(new), State::Map(fields)) = (new, moment) else { continue };
        let heads = fields.iter_mut().filter(|(key, _)| key == HEADS);
        heads.for_each(|(_, value)| *value = State::Scalar(naming_heads(new).into()));
    }
    root
}

fn sorted(mut heads: Heads) -> Heads {
    heads.sort();
    heads
}

/// When each change of the old document was made: never before what it follows, whatever the clock of its device said.
struct Times {
    changes: HashMap<ChangeHash, (i64, Heads)>,
}

impl Times {
    fn of(doc: &Automerge) -> Self {
        let mut changes: HashMap<ChangeHash, (i64, Heads)> = HashMap::new();
        for change in doc.get_changes_meta(&[]) {
            let follows = change.deps.iter().filter_map(|dep| changes.get(dep).map(|(time, _)| *time));
            let time = follows.max().unwrap_or(0).max(change.timestamp);
            changes.insert(change.hash, (time, change.deps));
        }
        Self { changes }
    }

    fn at(&self, heads: &[ChangeHash]) -> DateTime<Utc> {
        let times = heads.iter().filter_map(|head| self.changes.get(head).map(|(time, _)| *time));
        DateTime::from_timestamp(times.max().unwrap_or(0), 0).unwrap_or_default()
    }

    /// Puts points of history in the order of time; what holds another comes after it.
    fn in_order(&self, mut points: Vec<Heads>) -> Vec<Heads> {
        points.sort_by_cached_key(|heads| (self.at(heads), self.past(heads)));
        points
    }

    /// How many changes come before a point.
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
