//! A dossier that is open: the record in memory, and its way to the vault.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use dossier::model::*;
use dossier::{
    Arrival, ChangeHash, CoachId, Difference, Dossier, DossierId, Edit, Heads, Id, MemberId, NoteId,
    NoteText, Outcome, Place, Question, RecordKind, Relative, Steps, Writer,
};
use vault::{Append, Batch, Shelf, Vault};

use crate::caseload::{self, Caseload, Counts};
use crate::desk::{dossier_document, note_document};
use crate::error::CoachError;
use crate::news::News;
use crate::together::{self, Names, Seen};
use crate::view::{CaseCard, DossierView, NoteCard};

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
    /// The texts of notes as the face last had them: what it writes is made of these.
    shown: HashMap<NoteId, String>,
    /// What came from others and was not looked at yet.
    news: News,
    /// What two people did at once. Own edits only settle it, so it is looked for when something arrives.
    at_once: Option<AtOnce>,
}

#[derive(Default)]
struct AtOnce {
    fields: Vec<Difference>,
    questions: Vec<Question>,
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
        let saved = dossier.heads();
        // What finds no room is tried again at the next opening: reading needs no room.
        let many = chunks.len() > MOST_CHUNKS;
        let whole = many && vault.replace(dossier_document(id), &dossier.save()).is_ok();
        let chunks = if whole { 1 } else { chunks.len() };
        Ok(Self::with(dossier, saved, chunks, News::load(vault, id)))
    }

    fn with(dossier: Dossier, saved: Heads, chunks: usize, news: News) -> Self {
        let (steps, shown) = (Steps::default(), HashMap::new());
        Self { dossier, saved, steps, chunks, counts: None, note: None, shown, news, at_once: None }
    }

    /// A note's text from its chunks; `None` where there are none.
    pub(crate) fn text_of(
        note: &NoteId,
        chunks: &[Vec<u8>],
        writer: &Writer,
    ) -> Result<Option<NoteText>, CoachError> {
        if chunks.is_empty() {
            return Ok(None);
        }
        let text = NoteText::load(note.clone(), chunks.iter().map(Vec::as_slice), writer);
        text.map(Some).map_err(|source| CoachError::Document { document: note.to_string(), source })
    }

    pub(crate) fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    pub(crate) fn at<'a>(&'a mut self, vault: &'a Vault, caseload: &'a mut Caseload) -> AtVault<'a> {
        AtVault { open: self, vault, caseload }
    }

    pub(crate) fn view(&mut self, vault: &Vault, names: &Names) -> Result<DossierView, CoachError> {
        let dossier = &self.dossier;
        let at_once = self
            .at_once
            .get_or_insert_with(|| AtOnce { fields: dossier.differences(), questions: dossier.questions() });
        let AtOnce { fields, questions } = at_once;
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
            differences: together::differences(dossier, fields, questions, names),
            news: together::news(dossier, &self.news, questions),
            is_new: self.news.whole,
            people,
            organisations,
        })
    }
}

/// The beginning of a note, for lists.
pub(crate) fn excerpt(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(EXCERPT).collect()
}

/// An open dossier with the vault it is kept in.
pub(crate) struct AtVault<'a> {
    open: &'a mut OpenDossier,
    vault: &'a Vault,
    caseload: &'a mut Caseload,
}

impl AtVault<'_> {
    /// `batch` is written together with the edit, as with all that follow here.
    pub(crate) fn edit(&mut self, edit: &Edit, at: DateTime<Utc>, batch: Batch) -> Result<(), CoachError> {
        if !Counts::outlast(edit) {
            self.open.counts = None;
        }
        self.durably(batch, |open| open.steps.apply(&mut open.dossier, edit, at).map(drop))
    }

    pub(crate) fn undo(&mut self, at: DateTime<Utc>, batch: Batch) -> Result<Outcome, CoachError> {
        self.open.counts = None;
        self.durably(batch, |open| open.steps.undo(&mut open.dossier, at))
    }

    pub(crate) fn redo(&mut self, at: DateTime<Utc>, batch: Batch) -> Result<Outcome, CoachError> {
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
    pub(crate) fn save(&mut self, batch: Batch) -> Result<(), CoachError> {
        let heads = self.open.dossier.heads();
        if heads == self.open.saved {
            let nothing = batch.is_empty();
            return if nothing { Ok(()) } else { Ok(self.vault.commit(batch)?) };
        }
        let first = self.open.chunks == 0;
        let chunk =
            if first { self.open.dossier.save() } else { self.open.dossier.save_since(&self.open.saved) };
        let counts = *self.open.counts.get_or_insert_with(|| Counts::of(&self.open.dossier));
        let card = caseload::card(&self.open.dossier, counts, self.open.news.count());
        let document = dossier_document(self.open.dossier.id());
        let summary = caseload::encode(&card);
        self.vault.append(&[Append { document, chunk: &chunk, summary: Some(&summary) }], batch)?;
        self.caseload.keep(card);
        self.saved(heads);
        Ok(())
    }

    fn saved(&mut self, heads: Heads) {
        self.open.saved = heads;
        self.open.chunks += 1;
        // The edit is safe already: what finds no room now is tried again with the next one.
        let many = self.open.chunks > MOST_CHUNKS_OPEN;
        let document = dossier_document(self.open.dossier.id());
        if many && self.vault.replace(document, &self.open.dossier.save()).is_ok() {
            self.open.chunks = 1;
        }
    }

    /// Takes in what came from others, all of it in one frame with `batch`; a note comes with who would write in it here.
    /// It is laid in copies, which are taken for the record once they are durable.
    pub(crate) fn take_in(
        &mut self,
        arrivals: Vec<(Option<(Writer, NoteId)>, Arrival)>,
        me: &CoachId,
        mut batch: Batch,
    ) -> Result<(), CoachError> {
        let damaged = |source| CoachError::Document { document: "arrival".to_owned(), source };
        let (mut record, mut texts) = (None, Vec::new());
        let mut news = self.open.news.clone();
        for (note, arrival) in arrivals {
            let others: Vec<ChangeHash> = arrival
                .new_changes()
                .iter()
                .filter(|change| change.author.as_ref() != Some(me))
                .map(|change| change.hash)
                .collect();
            match note {
                None => {
                    let mut copy = record.unwrap_or_else(|| self.open.dossier.clone());
                    copy.take_in(arrival).map_err(damaged)?;
                    news.whole |= self.open.chunks == 0 && !others.is_empty();
                    if !news.whole {
                        news.places.extend(copy.touched(&others));
                    }
                    record = Some(copy);
                }
                Some((writer, note)) => {
                    if !news.whole && !others.is_empty() {
                        news.places.insert(Place::Record { kind: RecordKind::Note, id: note.to_string() });
                    }
                    let (mut text, saved) = match self.kept_text(&note, &writer)? {
                        Some(text) => (text.clone(), text.heads()),
                        None => (NoteText::create(note.clone(), &writer)?, Heads::new()),
                    };
                    text.take_in(arrival).map_err(damaged)?;
                    batch.put(Shelf::Excerpts, &note.to_bytes(), excerpt(&text.text()).as_bytes());
                    let chunk = if saved.is_empty() { text.save() } else { text.save_since(&saved) };
                    texts.push((note, text, chunk));
                }
            }
        }
        let mut parts: Vec<Append<'_>> = texts
            .iter()
            .map(|(note, _, chunk)| Append { document: note_document(note), chunk, summary: None })
            .collect();
        let after = record.as_ref().unwrap_or(&self.open.dossier);
        // What came and went between two looks was never here.
        news.places.retain(|place| after.is_in_view(place) || self.open.dossier.is_in_view(place));
        if news != self.open.news {
            news.put(after.id(), &mut batch);
        }
        let with_record = record.map(|record| {
            let first = self.open.chunks == 0;
            let chunk = if first { record.save() } else { record.save_since(&self.open.saved) };
            let counts = Counts::of(&record);
            let card = caseload::card(&record, counts, news.count());
            (caseload::encode(&card), chunk, card, counts, record)
        });
        if let Some((summary, chunk, ..)) = &with_record {
            let document = dossier_document(self.open.dossier.id());
            parts.push(Append { document, chunk, summary: Some(summary) });
        }
        let told = with_record.is_some() || self.open.chunks == 0;
        let card = (!told && news != self.open.news).then(|| self.card_into(&news, &mut batch));
        self.vault.append(&parts, batch)?;
        self.open.news = news;
        self.open.at_once = None;
        card.into_iter().for_each(|card| self.caseload.keep(card));
        if let Some((_, _, card, counts, record)) = with_record {
            self.open.dossier = record;
            self.open.counts = Some(counts);
            self.caseload.keep(card);
            self.saved(self.open.dossier.heads());
        }
        for (note, text, _) in texts {
            if let Some((shown, there, saved)) = &mut self.open.note
                && *shown == note
            {
                *saved = text.heads();
                *there = text;
            }
        }
        Ok(())
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
    fn card_into(&mut self, news: &News, batch: &mut Batch) -> CaseCard {
        let counts = *self.open.counts.get_or_insert_with(|| Counts::of(&self.open.dossier));
        let card = caseload::card(&self.open.dossier, counts, news.count());
        let document = dossier_document(self.open.dossier.id());
        batch.put(Shelf::Summaries, &document.0, &caseload::encode(&card));
        card
    }

    /// A note's text as the vault keeps it, whether or not the note is in view; `None` where it has none.
    pub(crate) fn kept_text(
        &mut self,
        note: &NoteId,
        writer: &Writer,
    ) -> Result<Option<NoteText>, CoachError> {
        if let Some((shown, text, saved)) = &self.open.note
            && shown == note
            && text.heads() == *saved
        {
            return Ok(Some(text.clone()));
        }
        OpenDossier::text_of(note, &self.vault.chunks(note_document(note))?, writer)
    }

    pub(crate) fn note_text(&mut self, note: &NoteId, writer: &Writer) -> Result<String, CoachError> {
        Ok(self.note(note, writer)?.0.text())
    }

    /// The text of a note for a face that will write in it.
    pub(crate) fn show_note(&mut self, note: &NoteId, writer: &Writer) -> Result<String, CoachError> {
        let text = self.note_text(note, writer)?;
        self.open.shown.insert(note.clone(), text.clone());
        Ok(text)
    }

    pub(crate) fn write_note(
        &mut self,
        note: &NoteId,
        text: &str,
        writer: &Writer,
        at: DateTime<Utc>,
        mut batch: Batch,
    ) -> Result<(), CoachError> {
        let vault = self.vault;
        let shown = self.open.shown.get(note).cloned();
        let (document, saved) = self.note(note, writer)?;
        let wrote = match &shown {
            Some(shown) => document.write_over(shown, text, at)?,
            None => document.write(text, at)?,
        };
        if !wrote && document.heads() == *saved {
            return Ok(());
        }
        let chunk = if saved.is_empty() { document.save() } else { document.save_since(saved) };
        batch.put(Shelf::Excerpts, &note.to_bytes(), excerpt(&document.text()).as_bytes());
        vault.append(&[Append { document: note_document(note), chunk: &chunk, summary: None }], batch)?;
        *saved = document.heads();
        if let Some(shown) = self.open.shown.get_mut(note) {
            *shown = text.to_owned();
        }
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
            let loaded = match OpenDossier::text_of(note, &chunks, writer)? {
                None => (NoteText::create(note.clone(), writer)?, Heads::new()),
                Some(text) => {
                    if chunks.len() > MOST_CHUNKS {
                        let _ = self.vault.replace(note_document(note), &text.save());
                    }
                    let heads = text.heads();
                    (text, heads)
                }
            };
            self.open.note = Some((note.clone(), loaded.0, loaded.1));
        }
        match &mut self.open.note {
            Some((_, text, heads)) => Ok((text, heads)),
            None => Err(dossier::EditError::NotThere { id: note.to_string() }.into()),
        }
    }
}
