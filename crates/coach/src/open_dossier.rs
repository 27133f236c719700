//! A dossier that is open: the record in memory, and its way to the vault.

use chrono::{DateTime, Utc};
use dossier::model::*;
use dossier::{
    Dossier, DossierId, Edit, Heads, Id, MemberId, NoteId, NoteText, Outcome, Relative, Steps, Writer,
};
use vault::{Append, Batch, Shelf, Vault};

use crate::caseload::{self, Caseload, Counts};
use crate::desk::{dossier_document, note_document};
use crate::error::CoachError;
use crate::view::{DossierView, NoteCard};

/// How many chunks a document may have when it is opened before it is saved whole: each is one more change to take in.
const MOST_CHUNKS: usize = 16;
/// How many it may get while it is open: saving it whole takes as long as a dozen edits.
const MOST_CHUNKS_OPEN: usize = 128;
/// The characters of a note that lists show.
const EXCERPT: usize = 160;

pub(crate) struct OpenDossier {
    dossier: Dossier,
    saved: Heads,
    steps: Steps,
    chunks: usize,
    /// Counted again when they are needed and an edit may have changed them.
    counts: Option<Counts>,
    note: Option<(NoteId, NoteText, Heads)>,
}

impl OpenDossier {
    pub(crate) fn new(dossier: Dossier) -> Self {
        Self { dossier, saved: Heads::new(), steps: Steps::default(), chunks: 0, counts: None, note: None }
    }

    pub(crate) fn load(vault: &Vault, id: &DossierId, writer: &Writer) -> Result<Self, CoachError> {
        let chunks = vault.chunks(dossier_document(id))?;
        if chunks.is_empty() {
            return Err(CoachError::NoSuchDossier(id.clone()));
        }
        let dossier = Dossier::load(id.clone(), chunks.iter().map(Vec::as_slice), writer)
            .map_err(|source| CoachError::Document { document: id.to_string(), source })?;
        let saved = dossier.heads();
        // What finds no room is tried again at the next opening: reading needs no room.
        let many = chunks.len() > MOST_CHUNKS;
        let whole = many && vault.replace(dossier_document(id), &dossier.save()).is_ok();
        let chunks = if whole { 1 } else { chunks.len() };
        Ok(Self { dossier, saved, steps: Steps::default(), chunks, counts: None, note: None })
    }

    pub(crate) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    pub(crate) fn at<'a>(&'a mut self, vault: &'a Vault, caseload: &'a mut Caseload) -> AtVault<'a> {
        AtVault { open: self, vault, caseload }
    }

    pub(crate) fn view(&self, vault: &Vault) -> Result<DossierView, CoachError> {
        let dossier = &self.dossier;
        let people: Vec<Person> = dossier.all();
        let organisations: Vec<Organisation> = dossier.all();
        let member = |end: &Option<MemberId>| match end {
            Some(MemberId::Person(id)) => people.iter().any(|person| person.id == *id),
            Some(MemberId::Organisation(id)) => {
                organisations.iter().any(|organisation| organisation.id == *id)
            }
            None => false,
        };
        let relative = |end: &Option<Relative>| match end {
            Some(Relative::Client) => true,
            Some(Relative::Person(id)) => people.iter().any(|person| person.id == *id),
            None => false,
        };
        let both = |a: bool, b: bool| a && b;
        let ties = dossier.all::<Tie>().into_iter().filter(|tie| both(member(&tie.a), member(&tie.b)));
        let partnerships = dossier.all::<Partnership>().into_iter();
        let parentages = dossier.all::<Parentage>().into_iter();
        let mut notes: Vec<Note> = dossier.all_as_added();
        notes.reverse();
        notes.sort_by_key(|note| std::cmp::Reverse(note.day));
        let keys = notes.iter().map(|note| note.id.to_bytes().to_vec());
        let excerpts = vault.get_many(Shelf::Excerpts, keys)?;
        let notes = notes.into_iter().zip(excerpts).map(|(note, excerpt)| {
            // A damaged beginning hides no note: `check` names it.
            let excerpt = excerpt.ok().flatten().unwrap_or_default();
            NoteCard { note, excerpt: String::from_utf8_lossy(&excerpt).into_owned() }
        });
        Ok(DossierView {
            profile: dossier.profile(),
            ties: ties.collect(),
            partnerships: partnerships.filter(|line| both(relative(&line.a), relative(&line.b))).collect(),
            parentages: parentages
                .filter(|line| both(relative(&line.parent), relative(&line.child)))
                .collect(),
            wishes: dossier.all(),
            goals: dossier.all(),
            actions: dossier.all(),
            notes: notes.collect(),
            moments: dossier.all(),
            saved_at: dossier.last_written().map(|written| written.at),
            can_undo: self.steps.can_undo(),
            can_redo: self.steps.can_redo(),
            read_only: dossier.is_of_a_newer_format(),
            people,
            organisations,
        })
    }
}

/// An open dossier with the vault it is kept in.
pub(crate) struct AtVault<'a> {
    open: &'a mut OpenDossier,
    vault: &'a Vault,
    caseload: &'a mut Caseload,
}

impl AtVault<'_> {
    pub(crate) fn edit(&mut self, edit: &Edit, at: DateTime<Utc>) -> Result<(), CoachError> {
        if !Counts::outlast(edit) {
            self.open.counts = None;
        }
        self.durably(|open| open.steps.apply(&mut open.dossier, edit, at).map(drop))
    }

    pub(crate) fn undo(&mut self, at: DateTime<Utc>) -> Result<Outcome, CoachError> {
        self.open.counts = None;
        self.durably(|open| open.steps.undo(&mut open.dossier, at))
    }

    pub(crate) fn redo(&mut self, at: DateTime<Utc>) -> Result<Outcome, CoachError> {
        self.open.counts = None;
        self.durably(|open| open.steps.redo(&mut open.dossier, at))
    }

    /// Changes the record and makes the change durable. Where the vault refuses, what was not saved goes along with the
    /// next edit, and the caller hears that this one is not safe yet.
    fn durably<T>(
        &mut self,
        change: impl FnOnce(&mut OpenDossier) -> Result<T, dossier::EditError>,
    ) -> Result<T, CoachError> {
        let done = change(self.open)?;
        self.save(Batch::default())?;
        Ok(done)
    }

    fn save(&mut self, batch: Batch) -> Result<(), CoachError> {
        let heads = self.open.dossier.heads();
        if heads == self.open.saved {
            return Ok(self.vault.commit(batch)?);
        }
        let first = self.open.chunks == 0;
        let chunk =
            if first { self.open.dossier.save() } else { self.open.dossier.save_since(&self.open.saved) };
        let counts = *self.open.counts.get_or_insert_with(|| Counts::of(&self.open.dossier));
        let card = caseload::card(&self.open.dossier, counts);
        let document = dossier_document(self.open.dossier.id());
        let summary = caseload::encode(&card);
        self.vault.append(&[Append { document, chunk: &chunk, summary: Some(&summary) }], batch)?;
        self.caseload.keep(card);
        self.open.saved = heads;
        self.open.chunks += 1;
        // The edit is safe already: what finds no room now is tried again with the next one.
        let many = self.open.chunks > MOST_CHUNKS_OPEN;
        if many && self.vault.replace(document, &self.open.dossier.save()).is_ok() {
            self.open.chunks = 1;
        }
        Ok(())
    }

    pub(crate) fn note_text(&mut self, note: &NoteId, writer: &Writer) -> Result<String, CoachError> {
        Ok(self.note(note, writer)?.0.text())
    }

    pub(crate) fn write_note(
        &mut self,
        note: &NoteId,
        text: &str,
        writer: &Writer,
        at: DateTime<Utc>,
    ) -> Result<(), CoachError> {
        let vault = self.vault;
        let (document, saved) = self.note(note, writer)?;
        if !document.write(text, at)? && document.heads() == *saved {
            return Ok(());
        }
        let chunk = if saved.is_empty() { document.save() } else { document.save_since(saved) };
        let mut batch = Batch::default();
        let excerpt: String =
            text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(EXCERPT).collect();
        batch.put(Shelf::Excerpts, &note.to_bytes(), excerpt.as_bytes());
        vault.append(&[Append { document: note_document(note), chunk: &chunk, summary: None }], batch)?;
        *saved = document.heads();
        Ok(())
    }

    /// The text of a note; one is kept in memory, the one that is being written.
    fn note(&mut self, note: &NoteId, writer: &Writer) -> Result<(&mut NoteText, &mut Heads), CoachError> {
        let kept = matches!(&self.open.note, Some((id, ..)) if id == note);
        if !kept {
            let there = self.open.dossier.one::<Note>(note).is_some();
            if !there {
                return Err(dossier::EditError::NotThere { id: note.to_string() }.into());
            }
            let chunks = self.vault.chunks(note_document(note))?;
            let loaded = if chunks.is_empty() {
                (NoteText::create(note.clone(), writer)?, Heads::new())
            } else {
                let text = NoteText::load(note.clone(), chunks.iter().map(Vec::as_slice), writer)
                    .map_err(|source| CoachError::Document { document: note.to_string(), source })?;
                if chunks.len() > MOST_CHUNKS {
                    let _ = self.vault.replace(note_document(note), &text.save());
                }
                let heads = text.heads();
                (text, heads)
            };
            self.open.note = Some((note.clone(), loaded.0, loaded.1));
        }
        match &mut self.open.note {
            Some((_, text, heads)) => Ok((text, heads)),
            None => Err(dossier::EditError::NotThere { id: note.to_string() }.into()),
        }
    }
}
