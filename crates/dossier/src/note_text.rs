//! The text of a note: an Automerge document of its own, loaded when it is shown.

use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ChangeHash, ObjType, ROOT, ReadDoc};
use chrono::{DateTime, Utc};

use crate::arrival::Arrival;
use crate::document::{Document, Heads, LoadError, Writer};
use crate::edit::EditError;
use crate::id::{Id, NoteId};
use crate::shape;
use crate::source::Source;
use crate::validity::Invalid;

/// The longest text of a note, in characters: about eighty pages.
pub const LONGEST_NOTE: usize = 200_000;

/// The text of one note. Two people who type in it at once keep both texts.
#[derive(Clone)]
pub struct NoteText {
    id: NoteId,
    document: Document,
}

impl NoteText {
    /// Begins an empty text.
    pub fn create(id: NoteId, writer: &Writer) -> Result<Self, EditError> {
        let doc = shape::note_text(id.as_str())?;
        Ok(Self { document: Document::new(doc, writer), id })
    }

    /// Loads a text from what was saved.
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

    /// The text as it stands.
    pub fn text(&self) -> String {
        let source = Source::Now(&self.document.doc);
        source.object(&ROOT, "text").map(|text| source.text(&text)).unwrap_or_default()
    }

    /// Writes the difference between the text as it stands and `text`; returns whether there was any.
    pub fn write(&mut self, text: &str, at: DateTime<Utc>) -> Result<bool, EditError> {
        if text.chars().count() > LONGEST_NOTE {
            return Err(Invalid::TooLong { field: "text", most: LONGEST_NOTE }.into());
        }
        let object = Source::Now(&self.document.doc).object(&ROOT, "text");
        let object = object.ok_or_else(|| EditError::NotThere { id: self.id.to_string() })?;
        let ((), written) = self.document.commit(at, |tx| Ok(tx.update_text(&object, text)?))?;
        Ok(written)
    }

    /// Writes what somebody made of `shown`, which need not be the text as it stands any more: what came in since stays.
    pub fn write_over(&mut self, shown: &str, text: &str, at: DateTime<Utc>) -> Result<bool, EditError> {
        let stands = self.text();
        if stands == shown {
            return self.write(text, at);
        }
        self.write(&merged(shown, text, &stands)?, at)
    }

    /// What the text's document holds now.
    pub fn heads(&self) -> Heads {
        self.document.heads()
    }

    /// The whole document.
    pub fn save(&self) -> Vec<u8> {
        self.document.save()
    }

    /// The whole document, to stand in place of what it was loaded from; `None` where that would not be read again as it is.
    pub fn compacted(&self) -> Option<Vec<u8>> {
        self.document.compacted()
    }

    /// What came after `heads`.
    pub fn save_since(&self, heads: &[ChangeHash]) -> Vec<u8> {
        self.document.save_since(heads)
    }

    /// Looks at another replica's changes without taking them in.
    pub fn examine(&self, changes: &[u8]) -> Result<Arrival, LoadError> {
        Arrival::examine(&self.document, changes, "note", self.id.as_str())
    }

    /// Takes in what was looked at and found good; `false`, and nothing taken in, where something was written since.
    pub fn accept(&mut self, arrival: Arrival) -> bool {
        self.document.accept(arrival)
    }

    /// The text as it stands with what was looked at and found good, where nothing was written since.
    pub fn arrived(id: NoteId, arrival: Arrival) -> Self {
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

    /// Takes in another replica's changes; returns how many were new.
    pub fn merge(&mut self, changes: &[u8]) -> Result<usize, LoadError> {
        self.document.merge(changes, "note", self.id.as_str())
    }
}

/// What becomes of `base` when two people made `one` and `other` of it.
fn merged(base: &str, one: &str, other: &str) -> Result<String, EditError> {
    // Automerge itself, on a scratch document whose writers are nobody.
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
