//! Taking in what others wrote: laid in copies, durable in one frame, then what is open here.

use dossier::{
    Arrival, ChangeHash, CoachId, Dossier, Heads, LoadError, NoteId, RecordKind, RecordRef, Writer,
};
use vault::{Append, Batch, DocumentId};

use crate::caseload::card::CaseCard;
use crate::caseload::card::{self, Counts};
use crate::desk::document_id::{dossier_document, note_document};
use crate::desk::open_dossier::{AtVault, put_heads};
use crate::desk::open_note::OpenNote;
use crate::dossier::news::News;
use crate::error::CoachError;

/// What came for the record, or for a note with who would write in it here.
pub(crate) struct Came {
    pub(crate) note: Option<(NoteId, Writer)>,
    pub(crate) arrival: Arrival,
}

/// What came for one dossier, laid in copies of its documents: to be written, and then to be true.
pub(crate) struct Laid {
    record: Option<Dossier>,
    notes: Vec<OpenNote>,
    news: News,
    card: Option<(CaseCard, Option<Counts>)>,
    chunks: Vec<Chunk>,
}

struct Chunk {
    document: DocumentId,
    bytes: Vec<u8>,
    summary: Option<Vec<u8>>,
}

impl Laid {
    /// What its documents get.
    pub(crate) fn appends(&self) -> impl Iterator<Item = Append<'_>> {
        self.chunks.iter().map(|Chunk { document, bytes, summary }| Append {
            document: *document,
            chunk: bytes,
            summary: summary.as_deref(),
        })
    }
}

impl AtVault<'_> {
    /// Lays what came in copies; `batch` gets what is kept beside the documents. What others than `me` wrote in is news.
    /// Nothing has changed here before [`AtVault::taken_in`].
    pub(crate) fn lay(
        &mut self,
        came: Vec<Came>,
        me: &CoachId,
        batch: &mut Batch,
    ) -> Result<Laid, CoachError> {
        let (mut record, mut notes, mut chunks) = (None, Vec::new(), Vec::new());
        let mut news = self.open.news.clone();
        for Came { note, mut arrival } in came {
            let (others, whole) = (by_others(&arrival, me), arrival.whole());
            match note {
                None => {
                    let mut copy = self.open.dossier.clone();
                    copy.merge(arrival).map_err(damaged)?;
                    news.whole |= self.open.chunks == 0 && !others.is_empty();
                    if !news.whole {
                        news.places.extend(copy.touched(&others));
                    }
                    record = Some((copy, whole));
                }
                Some((id, writer)) => {
                    if !others.is_empty() {
                        news.places.insert(RecordRef::Record { kind: RecordKind::Note, id: id.to_string() });
                    }
                    let note = self.lay_note(id, writer, arrival)?;
                    let bytes = whole.unwrap_or_else(|| note.unsaved());
                    chunks.push(Chunk { document: note.document, bytes, summary: None });
                    note.describe_into(batch);
                    notes.push(note);
                }
            }
        }
        let after = record.as_ref().map_or(&self.open.dossier, |(record, _)| record);
        if news.whole {
            news.places.clear();
        }
        // What came and went between two looks was never here.
        news.places.retain(|place| after.is_in_view(place) || self.open.dossier.is_in_view(place));
        if news != self.open.news {
            news.put(after.id(), batch);
        }
        let mut card = None;
        if let Some((record, whole)) = &mut record {
            let bytes = match whole.take() {
                Some(whole) if self.open.chunks == 0 => whole,
                _ if self.open.chunks == 0 => record.save(),
                _ => record.save_since(&self.open.saved),
            };
            let counts = Counts::of(record);
            let line = card::card(record, counts.clone(), news.count());
            let (document, summary) = (dossier_document(record.id()), Some(card::encode(&line)));
            put_heads(document, &record.heads(), batch);
            chunks.push(Chunk { document, bytes, summary });
            card = Some((line, Some(counts)));
        } else if news != self.open.news && self.open.chunks > 0 {
            card = Some((self.card_into(&news, batch), self.open.counts.clone()));
        }
        Ok(Laid { record: record.map(|(record, _)| record), notes, news, card, chunks })
    }

    /// A note's text with what came for it. Where nobody has it open, it is as it was when that was looked at: it need not be
    /// loaded.
    fn lay_note(&mut self, id: NoteId, writer: Writer, arrival: Arrival) -> Result<OpenNote, CoachError> {
        let document = note_document(self.open.dossier.id(), &id);
        let is_open = self.open.note.as_ref().is_some_and(|open| open.id == id);
        let saved = match self.vault.holds(document)? {
            true => OpenNote::heads_at_rest(self.vault, document)?,
            false => Some(Heads::new()),
        };
        match saved.filter(|saved| !is_open && (saved.is_empty() || saved == arrival.before())) {
            Some(saved) => Ok(OpenNote::arrived(id, document, arrival, saved)),
            None => {
                let mut note = self.durable_note(&id, &writer)?;
                note.text.merge(arrival).map_err(damaged)?;
                Ok(note)
            }
        }
    }

    /// Makes what was laid, and is durable now, what stands here.
    pub(crate) fn taken_in(&mut self, laid: Laid) {
        let Laid { record, notes, news, card, .. } = laid;
        self.open.news = news;
        self.open.at_once = None;
        if let Some((line, counts)) = card {
            self.open.counts = counts;
            self.caseload.keep(line);
        }
        if let Some(record) = record {
            self.open.dossier = record;
            self.saved(self.open.dossier.heads());
        }
        for mut note in notes {
            note.now_saved();
            if self.open.note.as_ref().is_some_and(|open| open.id == note.id) {
                self.open.note = Some(note);
            }
        }
    }
}

fn by_others(arrival: &Arrival, me: &CoachId) -> Vec<ChangeHash> {
    let changes = arrival.new_changes().iter();
    changes.filter(|change| change.author.as_ref() != Some(me)).map(|change| change.hash).collect()
}

fn damaged(source: LoadError) -> CoachError {
    CoachError::Document { document: "arrival".to_owned(), source }
}
