//! The text of a note: an Automerge document of its own, loaded when a person opens the note.

use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ChangeHash, ObjType, ROOT, ReadDoc};
use chrono::{DateTime, Utc};

use crate::arrival::Arrival;
use crate::document::{Document, Heads, Writer};
use crate::edit::EditError;
use crate::id::{Id, NoteId};
use crate::loading::LoadError;
use crate::shape;
use crate::source::Source;
use crate::stream::{Fork, ReauthorError, StreamChange};
use crate::validity::Invalid;

/// The longest text of a note, in characters: about eighty pages.
pub const LONGEST_NOTE: usize = 200_000;

/// The text of one note. It keeps the words of two people who type in it at the same time.
#[derive(Clone)]
pub struct NoteText {
    id: NoteId,
    document: Document,
}

impl NoteText {
    /// Creates an empty text.
    pub fn create(id: NoteId, writer: &Writer) -> Result<Self, EditError> {
        let doc = shape::note_text(id.as_str())?;
        Ok(Self { document: Document::new(doc, writer), id })
    }

    /// Loads a text from what [`NoteText::save`] and [`NoteText::save_since`] returned, in that order.
    pub fn load<'a>(
        id: NoteId,
        chunks: impl IntoIterator<Item = &'a [u8]>,
        writer: &Writer,
    ) -> Result<Self, LoadError> {
        Ok(Self { document: Document::load(chunks, "note", id.as_str(), writer)?, id })
    }

    pub(crate) fn of(id: NoteId, document: Document) -> Self {
        Self { id, document }
    }

    pub(crate) fn id(&self) -> &NoteId {
        &self.id
    }

    pub(crate) fn document(&self) -> &Document {
        &self.document
    }

    /// Returns the current text.
    pub fn text(&self) -> String {
        let source = Source::Now(&self.document.doc);
        source.object(&ROOT, "text").map(|text| source.text(&text)).unwrap_or_default()
    }

    /// Writes the difference between the current text and `text`; returns whether there was any.
    pub fn write(&mut self, text: &str, at: DateTime<Utc>) -> Result<bool, EditError> {
        if text.chars().count() > LONGEST_NOTE {
            return Err(Invalid::TooLong { field: "text", most: LONGEST_NOTE }.into());
        }
        let object = Source::Now(&self.document.doc).object(&ROOT, "text");
        let object = object.ok_or_else(|| EditError::NotFound { id: self.id.to_string() })?;
        let ((), written) = self.document.commit(at, |tx| Ok(tx.update_text(&object, text)?))?;
        Ok(written)
    }

    /// Writes `text`, which a person made of the text `shown`. If `shown` is not the current text any more,
    /// merges `text` with the changes that arrived since, so that nothing is lost.
    pub fn write_over(&mut self, shown: &str, text: &str, at: DateTime<Utc>) -> Result<bool, EditError> {
        let current = self.text();
        if current == shown {
            return self.write(text, at);
        }
        self.write(&merged(shown, text, &current)?, at)
    }

    /// Returns the heads of the document, which name everything that the text holds now.
    pub fn heads(&self) -> Heads {
        self.document.heads()
    }

    /// Writes one empty change that follows all heads if there are more than `most`; returns whether it did.
    ///
    /// Heads of many devices stay apart until somebody edits. If nobody does, they become more with every
    /// device, until no reader takes them any more.
    pub fn join_heads(&mut self, most: usize, at: DateTime<Utc>) -> Result<bool, EditError> {
        self.document.join_heads(most, at)
    }

    /// Returns the changes of an actor that `heads` neither are nor depend on, in the order of its stream;
    /// all of its changes if there are no `heads`. Heads that are not here are ignored.
    pub fn stream_after(&self, actor: &[u8; 16], heads: &[ChangeHash]) -> Vec<StreamChange> {
        self.document.stream_after(actor, heads)
    }

    /// Returns the first number under which a fork holds another change than this document; `None` if there is none,
    /// or if others vouch for the change that is here.
    ///
    /// # Errors
    ///
    /// Returns an error if the changes cannot be read, or are too large.
    pub fn first_forked(&self, fork: &Fork<'_>) -> Result<Option<u64>, LoadError> {
        self.document.first_forked(fork)
    }

    /// Returns the same text, in which the changes of `actor` from number `first` on are written anew by
    /// `writer`, with the same times and words. So are those of the actors in `own` that follow them. Returns with it
    /// the changes that were written anew.
    ///
    /// This heals a stream that was forked because a vault was put back: `first` is the number of the first
    /// change that others know with another content. Afterwards their changes of `actor` merge.
    ///
    /// # Errors
    ///
    /// [`ReauthorError::Followed`] if somebody else's change depends on one of these, and otherwise
    /// [`ReauthorError::ActorInUse`] if the new actor has changes that do not follow these.
    pub fn reauthored(
        &self,
        actor: &[u8; 16],
        first: u64,
        own: &[[u8; 16]],
        writer: &Writer,
    ) -> Result<(Self, Vec<ChangeHash>), ReauthorError> {
        let (document, again) = self.document.reauthored(actor, first, own, writer)?;
        Ok((Self { id: self.id.clone(), document }, again))
    }

    /// Returns the whole document as bytes.
    pub fn save(&self) -> Vec<u8> {
        self.document.save()
    }

    /// Returns the whole document as bytes that can replace the chunks it was loaded from; `None` if these
    /// bytes would not load as the same document.
    pub fn compacted(&self) -> Option<Vec<u8>> {
        self.document.compacted()
    }

    /// Returns the changes that came after `heads`, as bytes.
    pub fn save_since(&self, heads: &[ChangeHash]) -> Vec<u8> {
        self.document.save_since(heads)
    }

    /// Examines another replica's changes without merging them.
    pub fn examine(&self, changes: &[u8]) -> Result<Arrival, LoadError> {
        Arrival::examine(&self.document, changes, "note", self.id.as_str())
    }

    /// Makes the examined changes part of the text; returns `false` and changes nothing if the text has other
    /// heads than when they were examined.
    pub fn fast_forward(&mut self, arrival: Arrival) -> bool {
        arrival.fast_forward(&mut self.document)
    }

    /// Returns the text with the examined changes, as it was when they were examined.
    pub fn from_arrival(id: NoteId, arrival: Arrival) -> Self {
        Self { id, document: arrival.into_document() }
    }

    /// Merges examined changes, whatever was written here since.
    pub fn merge(&mut self, arrival: Arrival) -> Result<(), LoadError> {
        arrival.merge_into(&mut self.document)
    }

    /// Returns whether the text holds all of these changes.
    pub fn knows(&self, heads: &[ChangeHash]) -> bool {
        self.document.knows(heads)
    }

    /// Merges another replica's changes; returns how many were new.
    pub fn merge_changes(&mut self, changes: &[u8]) -> Result<usize, LoadError> {
        let arrival = self.examine(changes)?;
        let new = arrival.new_changes().len();
        self.merge(arrival).map(|()| new)
    }
}

/// Returns the merge of two texts that people made of `base`.
fn merged(base: &str, one: &str, other: &str) -> Result<String, EditError> {
    // Automerge merges the texts itself, in a throwaway document with two invented actors.
    let mut doc = Automerge::new().with_actor(ActorId::from([0]));
    let mut tx = doc.transaction();
    let text = tx.put_object(ROOT, "text", ObjType::Text)?;
    tx.splice_text(&text, 0, 0, base)?;
    tx.commit();
    let mut apart = doc.clone().with_actor(ActorId::from([1]));
    for (doc, made) in [(&mut doc, one), (&mut apart, other)] {
        let mut tx = doc.transaction();
        tx.update_text(&text, made)?;
        tx.commit();
    }
    doc.merge(&mut apart)?;
    Ok(doc.text(&text)?)
}
