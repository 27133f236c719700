//! A coach's own working notes. They never leave the vault: nothing here returns changes, only bytes to seal.

use automerge::transaction::Transactable;
use automerge::{ChangeHash, ObjType, ROOT, ReadDoc};
use chrono::{DateTime, Utc};

use crate::document::{Document, Heads, Writer};
use crate::edit::EditError;
use crate::id::{DossierId, Id, NoteId};
use crate::loading::LoadError;
use crate::note_text::LONGEST_NOTE;
use crate::shape;
use crate::source::Source;
use crate::time::time;
use crate::validity::Invalid;

/// The private notes of one coach about one dossier.
#[derive(Clone)]
pub struct PrivateNotes {
    document: Document,
}

/// One private note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateNote {
    /// The id of the note.
    pub id: NoteId,
    /// The time at which the note was begun, by the clock of the device.
    pub begun: DateTime<Utc>,
    /// The text of the note.
    pub text: String,
}

/// Bytes of private notes, for the vault alone. Envelopes carry changes of shared documents, which are
/// another type, and nothing converts the one into the other.
pub struct PrivateBytes(Vec<u8>);

impl PrivateBytes {
    /// Returns the bytes to seal.
    pub fn for_the_vault(&self) -> &[u8] {
        &self.0
    }
}

impl PrivateNotes {
    /// Creates a document without notes.
    pub fn create(dossier: &DossierId, writer: &Writer) -> Result<Self, EditError> {
        let doc = shape::private(dossier.as_str())?;
        Ok(Self { document: Document::new(doc, writer) })
    }

    /// Loads the notes from what [`PrivateNotes::save`] returned.
    pub fn load<'a>(
        dossier: &DossierId,
        chunks: impl IntoIterator<Item = &'a [u8]>,
        writer: &Writer,
    ) -> Result<Self, LoadError> {
        Ok(Self { document: Document::load(chunks, "private", dossier.as_str(), writer)? })
    }

    /// Returns the id of every private note, with its text.
    pub fn all(&self) -> Vec<(NoteId, String)> {
        let source = Source::Now(&self.document.doc);
        let Some(notes) = source.object(&ROOT, "notes") else { return Vec::new() };
        let entries = source.entries(&notes).into_iter();
        entries.filter_map(|entry| Some((entry.key.parse().ok()?, source.text(&entry.id)))).collect()
    }

    /// Returns every private note, the newest first.
    pub fn notes(&self) -> Vec<PrivateNote> {
        let doc = &self.document.doc;
        let source = Source::Now(doc);
        let Some(notes) = source.object(&ROOT, "notes") else { return Vec::new() };
        let read = source.entries(&notes).into_iter().filter_map(|entry| {
            let begun = doc.hash_for_opid(&entry.id).and_then(|hash| doc.get_change_meta_by_hash(&hash));
            let begun = begun.map(|change| time(change.timestamp));
            let (id, text) = (entry.key.parse().ok()?, source.text(&entry.id));
            Some(PrivateNote { id, begun: begun.unwrap_or_default(), text })
        });
        let mut notes: Vec<PrivateNote> = read.collect();
        notes.sort_by(|a, b| b.begun.cmp(&a.begun).then_with(|| a.id.cmp(&b.id)));
        notes
    }

    /// Returns the text of one private note.
    pub fn text(&self, id: &NoteId) -> Option<String> {
        let source = Source::Now(&self.document.doc);
        let notes = source.object(&ROOT, "notes")?;
        source.object(&notes, id.as_str()).map(|text| source.text(&text))
    }

    /// Returns the same notes without their history: their current texts, and when each was begun.
    pub fn condensed(&self, dossier: &DossierId, writer: &Writer) -> Result<Self, EditError> {
        let mut new = Self::create(dossier, writer)?;
        for note in self.notes().iter().rev() {
            new.write(&note.id, &note.text, note.begun)?;
        }
        Ok(new)
    }

    /// Returns the heads of the document, which name everything that the notes hold now.
    pub fn heads(&self) -> Heads {
        self.document.heads()
    }

    /// Writes one private note; an empty text deletes it.
    pub fn write(&mut self, id: &NoteId, text: &str, at: DateTime<Utc>) -> Result<bool, EditError> {
        if text.chars().count() > LONGEST_NOTE {
            return Err(Invalid::TooLong { field: "text", most: LONGEST_NOTE }.into());
        }
        let not_found = || EditError::NotFound { id: "notes".to_owned() };
        let notes = Source::Now(&self.document.doc).object(&ROOT, "notes").ok_or_else(not_found)?;
        let ((), written) = self.document.commit(at, |tx| {
            let there = tx.get(&notes, id.as_str())?.map(|(_, object)| object);
            match (there, text.is_empty()) {
                (Some(_), true) => tx.delete(&notes, id.as_str())?,
                (None, true) => {}
                (Some(object), false) => tx.update_text(&object, text)?,
                (None, false) => {
                    let object = tx.put_object(&notes, id.as_str(), ObjType::Text)?;
                    tx.update_text(&object, text)?;
                }
            }
            Ok(())
        })?;
        Ok(written)
    }

    /// Returns the whole document as bytes for the vault.
    pub fn save(&self) -> PrivateBytes {
        PrivateBytes(self.document.save())
    }

    /// Returns the changes that came after `heads`, as bytes for the vault.
    pub fn save_since(&self, heads: &[ChangeHash]) -> PrivateBytes {
        PrivateBytes(self.document.save_since(heads))
    }

    /// Returns the whole document as bytes that replace those in the vault, or `None` if a strict reader
    /// would refuse them.
    pub fn compacted(&self) -> Option<PrivateBytes> {
        self.document.compacted().map(PrivateBytes)
    }
}
