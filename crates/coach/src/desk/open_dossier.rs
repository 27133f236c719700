//! A dossier in memory: its record, the note that is being written, and the edits to undo.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use dossier::model::Note;
use dossier::{
    Dossier, DossierId, Edit, EditError, FieldConflict, Id as _, NoteId, PrivateNotes, RecordEdit,
    RemovalConflict, UndoOutcome, UndoStack, Writer,
};
use vault::{Batch, Shelf, Vault};

use crate::caseload::card::Counts;
use crate::desk::document_id::{dossier_document, note_document};
use crate::desk::open_note::OpenNote;
use crate::desk::saving::{Saving, Stores};
use crate::desk::stored_document::StoredDocument;
use crate::desk::text_steps::{Steps, TextStep};
use crate::dossier::news::{News, Seen};
use crate::error::CoachError;

/// A dossier in memory, with everything that belongs to it.
pub(crate) struct OpenDossier {
    record: StoredDocument<Dossier>,
    undo: UndoStack,
    /// The order of the edits to undo and of the texts that were written meanwhile.
    steps: Steps,
    /// The counts on the card of the caseload. They are `None` after an edit that may have changed them.
    counts: Option<Counts>,
    /// The note that is being written. At most one note is in memory.
    note: Option<OpenNote>,
    /// The private notes. They are loaded when they are first used.
    private: Option<StoredDocument<PrivateNotes>>,
    /// The changes from others that have not been seen yet.
    news: News,
    /// The conflicts, once they were computed. An own edit can only resolve conflicts, so they are computed
    /// again after such an edit and when something arrives.
    conflicts: OnceLock<Conflicts>,
}

/// The conflicts between two people's changes to a dossier.
pub(crate) struct Conflicts {
    pub(crate) fields: Vec<FieldConflict>,
    pub(crate) removals: Vec<RemovalConflict>,
}

impl OpenDossier {
    /// Creates an open dossier of which the vault has nothing yet.
    pub(crate) fn new(dossier: Dossier) -> Self {
        let id = dossier_document(dossier.id());
        Self::with(StoredDocument::new(id, dossier), News::default())
    }

    /// Loads a dossier from the vault.
    pub(crate) fn load(vault: &Vault, id: &DossierId, writer: &Writer) -> Result<Self, CoachError> {
        let read = |chunks: Vec<&[u8]>| Dossier::load(id.clone(), chunks, writer);
        let record = StoredDocument::load(vault, dossier_document(id), id.as_str(), read)?;
        let record = record.ok_or_else(|| CoachError::NoSuchDossier(id.clone()))?;
        Ok(Self::with(record, News::load(vault, id)))
    }

    /// Creates an open dossier from a new record that the vault has by now.
    pub(crate) fn saved(mut record: StoredDocument<Dossier>, counts: Counts, vault: &Vault) -> Self {
        record.mark_saved(vault);
        Self { counts: Some(counts), ..Self::with(record, News::default()) }
    }

    fn with(record: StoredDocument<Dossier>, news: News) -> Self {
        let (undo, steps, conflicts) = (UndoStack::default(), Steps::default(), OnceLock::new());
        Self { record, undo, steps, counts: None, note: None, private: None, news, conflicts }
    }

    /// Returns the record.
    pub(crate) fn dossier(&self) -> &Dossier {
        self.record.content()
    }

    /// Returns the record, with how much of it the vault has.
    pub(crate) fn record(&self) -> &StoredDocument<Dossier> {
        &self.record
    }

    /// Returns the changes from others that have not been seen yet.
    pub(crate) fn news(&self) -> &News {
        &self.news
    }

    /// Returns the note that is being written, if there is one.
    pub(crate) fn note(&self) -> Option<&OpenNote> {
        self.note.as_ref()
    }

    /// Returns the private notes if they were loaded. The caller may set or remove them.
    pub(crate) fn private(&mut self) -> &mut Option<StoredDocument<PrivateNotes>> {
        &mut self.private
    }

    /// Returns whether the private notes were loaded.
    pub(crate) fn has_private(&self) -> bool {
        self.private.is_some()
    }

    /// Returns whether there is an edit or a text to undo, and whether there is one to redo.
    pub(crate) fn can_undo_and_redo(&self, vault: &Vault) -> (bool, bool) {
        let can_undo = || {
            let written = self.written_notes(vault);
            self.undo.to_undo().any(|back| !removes_any(&written, back))
        };
        (self.steps.has_text_to_undo() || can_undo(), self.steps.has_text_to_redo() || self.undo.can_redo())
    }

    /// Returns the order of the edits and the texts to undo.
    pub(crate) fn steps(&mut self) -> &mut Steps {
        &mut self.steps
    }

    /// Returns the notes with a text that an undo would remove. Not all of a text has steps to undo: it may be from
    /// another day, or from somebody else.
    fn written_notes(&self, vault: &Vault) -> BTreeSet<NoteId> {
        let mut notes = BTreeSet::new();
        self.undo.to_undo().for_each(|back| removed_notes(back, &mut notes));
        notes.retain(|note| match &self.note {
            Some(open) if open.id() == note => !open.words().trim().is_empty(),
            _ => {
                let document = note_document(self.dossier().id(), note);
                // A text that cannot be read may have words.
                let excerpt = vault.get(Shelf::Excerpts, &document.0);
                excerpt.map_or(true, |excerpt| excerpt.is_some_and(|excerpt| !excerpt.is_empty()))
            }
        });
        notes
    }

    /// Returns the conflicts between two people's changes.
    pub(crate) fn conflicts(&self) -> &Conflicts {
        let dossier = self.record.content();
        let find = || Conflicts { fields: dossier.field_conflicts(), removals: dossier.removal_conflicts() };
        self.conflicts.get_or_init(find)
    }

    /// Returns the counts on the card of the caseload.
    pub(crate) fn counts(&mut self) -> Counts {
        self.counts.get_or_insert_with(|| Counts::of(self.record.content())).clone()
    }

    /// Makes the first edit of a new dossier, which cannot be undone. The edit is durable when this returns.
    /// `batch` is written together with it, as in the methods below.
    pub(crate) fn begin(
        &mut self,
        first: &Edit,
        at: DateTime<Utc>,
        batch: Batch,
        stores: &mut Stores<'_>,
    ) -> Result<(), CoachError> {
        self.change(batch, stores, |_, dossier| dossier.apply(first, at).map(drop))
    }

    /// Edits the record. The edit is durable when this returns.
    pub(crate) fn edit(
        &mut self,
        edit: &Edit,
        at: DateTime<Utc>,
        batch: Batch,
        stores: &mut Stores<'_>,
    ) -> Result<(), CoachError> {
        if !Counts::outlast(edit) {
            self.counts = None;
        }
        let wrote = self.change(batch, stores, |undo, dossier| undo.apply(dossier, edit, at))?;
        if wrote {
            self.steps.edited();
        }
        Ok(())
    }

    /// Undoes the last edit of this person. An edit that made a note stays while the note has a text.
    pub(crate) fn undo(
        &mut self,
        at: DateTime<Utc>,
        batch: Batch,
        stores: &mut Stores<'_>,
    ) -> Result<UndoOutcome, CoachError> {
        self.counts = None;
        let written = self.written_notes(stores.vault);
        let may = |back: &Edit| !removes_any(&written, back);
        self.change(batch, stores, |undo, dossier| undo.undo_if(dossier, at, may))
    }

    /// Redoes the edit that was last undone.
    pub(crate) fn redo(
        &mut self,
        at: DateTime<Utc>,
        batch: Batch,
        stores: &mut Stores<'_>,
    ) -> Result<UndoOutcome, CoachError> {
        self.counts = None;
        self.change(batch, stores, |undo, dossier| undo.redo(dossier, at))
    }

    /// Changes the record and saves the change. If the vault refuses, the change is saved together with the
    /// next edit, and the error tells the caller that it is not durable yet.
    fn change<T>(
        &mut self,
        batch: Batch,
        stores: &mut Stores<'_>,
        change: impl FnOnce(&mut UndoStack, &mut Dossier) -> Result<T, EditError>,
    ) -> Result<T, CoachError> {
        let done = change(&mut self.undo, self.record.content_mut())?;
        let has_any = |found: &Conflicts| !found.fields.is_empty() || !found.removals.is_empty();
        if self.conflicts.get().is_some_and(has_any) {
            self.conflicts = OnceLock::new();
        }
        self.save(batch, stores)?;
        Ok(done)
    }

    /// Saves the changes of the record that the vault does not have yet.
    pub(crate) fn save(&mut self, batch: Batch, stores: &mut Stores<'_>) -> Result<(), CoachError> {
        let (mut saving, is_saved) = (Saving::with(batch), self.record.is_saved());
        if !is_saved {
            let counts = self.counts();
            saving.record(&self.record, self.record.unsaved(), &counts, &self.news);
        }
        saving.append(stores)?;
        if !is_saved {
            self.record.mark_saved(stores.vault);
        }
        Ok(())
    }

    /// Saves everything that the vault does not have yet: the record, and the texts that are open.
    pub(crate) fn save_all(&mut self, stores: &mut Stores<'_>) -> Result<(), CoachError> {
        self.save(Batch::default(), stores)?;
        if let Some(note) = self.note.as_mut().filter(|note| !note.is_saved()) {
            note.save(Batch::default(), stores)?;
        }
        let mut saving = Saving::with(Batch::default());
        if let Some(private) = self.private.as_ref().filter(|private| !private.is_saved()) {
            saving.private(private, private.unsaved());
        }
        saving.append(stores)
    }

    /// Replaces the record by a changed copy that the vault has. `counts` are the counts of the copy.
    pub(crate) fn put_record(&mut self, mut record: StoredDocument<Dossier>, counts: Counts, vault: &Vault) {
        record.mark_saved(vault);
        self.record = record;
        self.counts = Some(counts);
    }

    /// Replaces the news by merged news that the vault has. The conflicts may have changed, so they
    /// are computed again.
    pub(crate) fn put_news(&mut self, news: News) {
        self.news = news;
        self.conflicts = OnceLock::new();
    }

    /// Replaces the open note by a merged copy that the vault has. Does nothing if that note is not open.
    pub(crate) fn put_note(&mut self, mut note: OpenNote, vault: &Vault) {
        note.mark_saved(vault);
        if self.note.as_ref().is_some_and(|open| open.id() == note.id()) {
            self.note = Some(note);
        }
    }

    /// Saves that somebody has seen a change. Returns whether it was new.
    pub(crate) fn see(
        &mut self,
        seen: &Seen,
        batch: Batch,
        stores: &mut Stores<'_>,
    ) -> Result<bool, CoachError> {
        let mut news = self.news.clone();
        if !news.see(seen) {
            return Ok(false);
        }
        let (counts, mut saving) = (self.counts(), Saving::with(batch));
        saving.news(self.dossier().id(), &news);
        saving.card(self.dossier(), &counts, &news);
        saving.append(stores)?;
        self.news = news;
        Ok(true)
    }

    /// Returns the text of a note.
    pub(crate) fn note_text(
        &mut self,
        note: &NoteId,
        writer: &Writer,
        stores: &mut Stores<'_>,
    ) -> Result<String, CoachError> {
        self.check_in_view(note)?;
        Ok(self.open_note(note, writer, stores)?.words())
    }

    /// Merges what somebody made of the text `shown` into a note, or writes the whole text if
    /// `shown` is absent.
    pub(crate) fn write_note(
        &mut self,
        note: &NoteId,
        (shown, text): (Option<&str>, &str),
        writer: &Writer,
        at: DateTime<Utc>,
        batch: Batch,
        stores: &mut Stores<'_>,
    ) -> Result<(), CoachError> {
        self.check_in_view(note)?;
        self.open_note(note, writer, stores)?.write(shown, text, at, batch, stores)
    }

    /// Remembers what this person wrote in a note, to be undone.
    pub(crate) fn wrote(&mut self, step: TextStep) {
        self.steps.wrote(step);
    }

    fn check_in_view(&self, note: &NoteId) -> Result<(), CoachError> {
        let there = self.dossier().one::<Note>(note).is_some();
        if there { Ok(()) } else { Err(EditError::NotFound { id: note.to_string() }.into()) }
    }

    /// Opens a note, even if it is out of view. Only the note that is being written stays in memory.
    fn open_note(
        &mut self,
        note: &NoteId,
        writer: &Writer,
        stores: &mut Stores<'_>,
    ) -> Result<&mut OpenNote, CoachError> {
        let there = match &mut self.note {
            Some(open) if open.id() == note => self.note.take(),
            // A text that the vault refused is saved before another note replaces it.
            Some(open) if !open.is_saved() => {
                open.save(Batch::default(), stores)?;
                None
            }
            _ => None,
        };
        let open = match there {
            Some(open) => open,
            None => OpenNote::load(stores.vault, self.dossier().id(), note, writer)?,
        };
        Ok(self.note.insert(open))
    }

    /// Returns a copy of a note after saving it. The copy does not stay in memory.
    pub(crate) fn saved_note(
        &mut self,
        note: &NoteId,
        writer: &Writer,
        stores: &mut Stores<'_>,
    ) -> Result<OpenNote, CoachError> {
        match &mut self.note {
            Some(open) if open.id() == note => {
                if !open.is_saved() {
                    open.save(Batch::default(), stores)?;
                }
                Ok(open.clone())
            }
            _ => OpenNote::load(stores.vault, self.dossier().id(), note, writer),
        }
    }
}

/// Collects the notes that an edit removes.
fn removed_notes(edit: &Edit, found: &mut BTreeSet<NoteId>) {
    match edit {
        Edit::Note(RecordEdit::Remove { id }) => drop(found.insert(id.clone())),
        Edit::All(edits) => edits.iter().for_each(|edit| removed_notes(edit, found)),
        _ => {}
    }
}

/// Returns whether an edit removes any of these notes.
fn removes_any(notes: &BTreeSet<NoteId>, edit: &Edit) -> bool {
    let mut removed = BTreeSet::new();
    removed_notes(edit, &mut removed);
    !removed.is_disjoint(notes)
}
