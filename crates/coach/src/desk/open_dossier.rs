//! A dossier that is open: the record in memory, and its way to the vault.

use chrono::{DateTime, Utc};
use dossier::model::*;
use dossier::{
    ChangeHash, Dossier, DossierId, Edit, FieldConflict, Heads, NoteId, PrivateNotes, RemovalConflict,
    UndoOutcome, UndoStack, Writer,
};
use vault::{Append, Batch, DocumentId, Shelf, Vault};

use crate::caseload::card::CaseCard;
use crate::caseload::card::{self, Caseload, Counts};
use crate::desk::document_id::{dossier_document, note_document};
use crate::desk::open_note::OpenNote;
use crate::dossier::at_once::{self, Names, Seen};
use crate::dossier::news::News;
use crate::dossier::view::{DossierView, NoteCard};
use crate::error::CoachError;
use crate::network::view::NetworkView;

/// How many chunks a document may have when it is opened before it is saved whole: each is one more change to take in.
const MOST_CHUNKS: usize = 16;
/// How many it may get while it is open: saving it whole takes as long as a dozen edits.
const MOST_CHUNKS_OPEN: usize = 128;

pub(crate) struct OpenDossier {
    pub(crate) dossier: Dossier,
    pub(crate) saved: Heads,
    steps: UndoStack,
    pub(crate) chunks: usize,
    /// Counted again when they are needed and an edit may have changed them.
    pub(crate) counts: Option<Counts>,
    pub(crate) note: Option<OpenNote>,
    /// What one wrote for oneself, once that was asked for.
    pub(crate) private: Option<PrivateNotes>,
    /// What came from others and was not looked at yet.
    pub(crate) news: News,
    /// What two people did at once. Own edits only settle it, so it is looked for when something arrives.
    pub(crate) at_once: Option<AtOnce>,
}

pub(crate) struct AtOnce {
    fields: Vec<FieldConflict>,
    questions: Vec<RemovalConflict>,
}

impl OpenDossier {
    pub(crate) fn new(dossier: Dossier) -> Self {
        Self::with(dossier, Heads::new(), 0, News::default())
    }

    pub(crate) fn load(vault: &Vault, id: &DossierId, writer: &Writer) -> Result<Self, CoachError> {
        let chunks = vault.chunks(dossier_document(id))?;
        if chunks.is_empty() {
            return Err(CoachError::NoSuchDossier(id.clone()));
        }
        let dossier = Dossier::load(id.clone(), chunks.iter().map(Vec::as_slice), writer)
            .map_err(|source| CoachError::Document { document: id.to_string(), source })?;
        let saved = dossier.as_loaded().to_vec();
        // What finds no room is tried again at the next opening: reading needs no room.
        let many = chunks.len() > MOST_CHUNKS;
        let whole = dossier_document(id);
        let compacted = many && dossier.compacted().is_some_and(|bytes| vault.replace(whole, &bytes).is_ok());
        let (saved, chunks) = if compacted { (dossier.heads(), 1) } else { (saved, chunks.len()) };
        Ok(Self::with(dossier, saved, chunks, News::load(vault, id)))
    }

    fn with(dossier: Dossier, saved: Heads, chunks: usize, news: News) -> Self {
        let steps = UndoStack::default();
        Self { dossier, saved, steps, chunks, counts: None, note: None, private: None, news, at_once: None }
    }

    pub(crate) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    pub(crate) fn at<'a>(&'a mut self, vault: &'a Vault, caseload: &'a mut Caseload) -> AtVault<'a> {
        AtVault { open: self, vault, caseload }
    }

    pub(crate) fn view(&mut self, vault: &Vault, names: &Names) -> Result<DossierView, CoachError> {
        let dossier = &self.dossier;
        let at_once = self.at_once.get_or_insert_with(|| AtOnce {
            fields: dossier.field_conflicts(),
            questions: dossier.removal_conflicts(),
        });
        let AtOnce { fields, questions } = at_once;
        let network = NetworkView::of(dossier);
        let mut notes: Vec<Note> = dossier.all_as_added();
        notes.reverse();
        notes.sort_by_key(|note| std::cmp::Reverse(note.day));
        let keys = notes.iter().map(|note| note_document(dossier.id(), &note.id).0.to_vec());
        let excerpts = vault.get_many(Shelf::Excerpts, keys)?;
        let notes = notes.into_iter().zip(excerpts).map(|(note, excerpt)| {
            // A damaged beginning hides no note: `check` names it.
            let excerpt = excerpt.ok().flatten().unwrap_or_default();
            NoteCard { note, excerpt: String::from_utf8_lossy(&excerpt).into_owned() }
        });
        let (profile, method) = (dossier.profile(), dossier.followed_method());
        let step =
            profile.step.as_deref().and_then(|step| method.step(step)).or_else(|| method.steps().next());
        let step = step.map(|step| step.name.clone()).unwrap_or_default();
        Ok(DossierView {
            profile,
            people: network.people,
            organisations: network.organisations,
            ties: network.ties,
            partnerships: network.partnerships,
            parentages: network.parentages,
            wishes: dossier.all_as_added(),
            life: dossier.all_as_added(),
            needs: dossier.all_as_added(),
            talents: dossier.all_as_added(),
            roles: dossier.all_as_added(),
            resistances: dossier.all_as_added(),
            goals: dossier.all_as_added(),
            actions: dossier.all_as_added(),
            measurements: dossier.all_as_added(),
            passages: dossier.all_as_added(),
            approaches: dossier.all_as_added(),
            check_ins: dossier.all_as_added(),
            supervision: dossier.all_as_added(),
            own_methods: dossier.all_as_added(),
            method,
            step,
            notes: notes.collect(),
            moments: dossier.moments(),
            saved_at: dossier.last_written().map(|written| written.at),
            can_undo: self.steps.can_undo(),
            can_redo: self.steps.can_redo(),
            read_only: dossier.is_of_a_newer_format(),
            differences: at_once::differences(dossier, fields, questions, names),
            news: at_once::news(dossier, &self.news, questions),
            is_new: self.news.whole,
        })
    }
}

/// An open dossier with the vault it is kept in.
pub(crate) struct AtVault<'a> {
    pub(crate) open: &'a mut OpenDossier,
    pub(crate) vault: &'a Vault,
    pub(crate) caseload: &'a mut Caseload,
}

impl AtVault<'_> {
    /// `batch` is written together with the edit, as with all that follow here.
    pub(crate) fn edit(&mut self, edit: &Edit, at: DateTime<Utc>, batch: Batch) -> Result<(), CoachError> {
        if !Counts::outlast(edit) {
            self.open.counts = None;
        }
        self.durably(batch, |open| open.steps.apply(&mut open.dossier, edit, at).map(drop))
    }

    pub(crate) fn undo(&mut self, at: DateTime<Utc>, batch: Batch) -> Result<UndoOutcome, CoachError> {
        self.open.counts = None;
        self.durably(batch, |open| open.steps.undo(&mut open.dossier, at))
    }

    pub(crate) fn redo(&mut self, at: DateTime<Utc>, batch: Batch) -> Result<UndoOutcome, CoachError> {
        self.open.counts = None;
        self.durably(batch, |open| open.steps.redo(&mut open.dossier, at))
    }

    /// Changes the record and makes the change durable. Where the vault refuses, what was not saved goes along with the
    /// next edit, and the caller hears that this one is not safe yet.
    fn durably<T>(
        &mut self,
        batch: Batch,
        change: impl FnOnce(&mut OpenDossier) -> Result<T, dossier::EditError>,
    ) -> Result<T, CoachError> {
        let done = change(self.open)?;
        if self
            .open
            .at_once
            .as_ref()
            .is_some_and(|open| !open.fields.is_empty() || !open.questions.is_empty())
        {
            self.open.at_once = None;
        }
        self.save(batch)?;
        Ok(done)
    }

    /// Makes durable what is not yet, together with `batch`.
    pub(crate) fn save(&mut self, mut batch: Batch) -> Result<(), CoachError> {
        let heads = self.open.dossier.heads();
        if heads == self.open.saved {
            let nothing = batch.is_empty();
            return if nothing { Ok(()) } else { Ok(self.vault.commit(batch)?) };
        }
        let first = self.open.chunks == 0;
        let chunk =
            if first { self.open.dossier.save() } else { self.open.dossier.save_since(&self.open.saved) };
        let counts = self.open.counts.get_or_insert_with(|| Counts::of(&self.open.dossier)).clone();
        let card = card::card(&self.open.dossier, counts, self.open.news.count());
        let document = dossier_document(self.open.dossier.id());
        let summary = card::encode(&card);
        put_heads(document, &heads, &mut batch);
        self.vault.append(&[Append { document, chunk: &chunk, summary: Some(&summary) }], batch)?;
        self.caseload.keep(card);
        self.saved(heads);
        Ok(())
    }

    /// Notes that the vault has the record up to here.
    pub(crate) fn saved(&mut self, heads: Heads) {
        self.open.saved = heads;
        self.open.chunks += 1;
        // The edit is safe already: what finds no room now is tried again with the next one.
        let many = self.open.chunks > MOST_CHUNKS_OPEN;
        let dossier = &self.open.dossier;
        let whole = dossier_document(dossier.id());
        if many && dossier.compacted().is_some_and(|bytes| self.vault.replace(whole, &bytes).is_ok()) {
            self.open.chunks = 1;
        }
    }

    /// Remembers that something was looked at; returns whether it was new.
    pub(crate) fn see(&mut self, seen: &Seen, mut batch: Batch) -> Result<bool, CoachError> {
        let mut news = self.open.news.clone();
        if !news.see(seen) {
            return Ok(false);
        }
        news.put(self.open.dossier.id(), &mut batch);
        let card = self.card_into(&news, &mut batch);
        self.vault.commit(batch)?;
        self.open.news = news;
        self.caseload.keep(card);
        Ok(true)
    }

    /// Puts the dossier's line in the caseload in a batch.
    pub(crate) fn card_into(&mut self, news: &News, batch: &mut Batch) -> CaseCard {
        let counts = self.open.counts.get_or_insert_with(|| Counts::of(&self.open.dossier)).clone();
        let card = card::card(&self.open.dossier, counts, news.count());
        let document = dossier_document(self.open.dossier.id());
        batch.put(Shelf::Summaries, &document.0, &card::encode(&card));
        card
    }

    pub(crate) fn note_text(&mut self, note: &NoteId, writer: &Writer) -> Result<String, CoachError> {
        self.in_view(note)?;
        Ok(self.note(note, writer)?.text.text())
    }

    /// Writes what somebody made of `shown`, or the whole text where they saw none.
    pub(crate) fn write_note(
        &mut self,
        note: &NoteId,
        shown: Option<&str>,
        text: &str,
        writer: &Writer,
        at: DateTime<Utc>,
        batch: Batch,
    ) -> Result<(), CoachError> {
        self.in_view(note)?;
        let vault = self.vault;
        self.note(note, writer)?.write(shown, text, at, batch, vault)
    }

    fn in_view(&self, note: &NoteId) -> Result<(), CoachError> {
        let there = self.open.dossier.one::<Note>(note).is_some();
        if there { Ok(()) } else { Err(dossier::EditError::NotFound { id: note.to_string() }.into()) }
    }

    /// The text of a note, in view or not; one is kept in memory, the one that is being written.
    pub(crate) fn note(&mut self, note: &NoteId, writer: &Writer) -> Result<&mut OpenNote, CoachError> {
        let kept = match &mut self.open.note {
            Some(open) if open.id == *note => self.open.note.take(),
            // Words that found no room are not forgotten for another note.
            Some(open) if !open.is_saved() => {
                open.save(Batch::default(), self.vault)?;
                None
            }
            _ => None,
        };
        let open = match kept {
            Some(open) => open,
            None => OpenNote::load(self.vault, self.open.dossier.id(), note, writer)?,
        };
        Ok(self.open.note.insert(open))
    }

    /// A copy of a note's text with nothing in it that the vault lacks; nothing is kept in memory for it.
    pub(crate) fn durable_note(&mut self, note: &NoteId, writer: &Writer) -> Result<OpenNote, CoachError> {
        match &mut self.open.note {
            Some(open) if open.id == *note => {
                if !open.is_saved() {
                    open.save(Batch::default(), self.vault)?;
                }
                Ok(open.clone())
            }
            _ => OpenNote::load(self.vault, self.open.dossier.id(), note, writer),
        }
    }
}

/// Keeps beside a document what it holds, so that nobody loads it to know whether it changed.
pub(crate) fn put_heads(document: DocumentId, heads: &[ChangeHash], batch: &mut Batch) {
    let heads: Vec<u8> = heads.iter().flat_map(|head| head.0).collect();
    batch.put(Shelf::Heads, &document.0, &heads);
}
