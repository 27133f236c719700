//! Taking in what others wrote: laid in copies, durable in one frame, then what is open here.

use dossier::{Arrival, ChangeHash, CoachId, Dossier, LoadError, NoteId, Place, RecordKind, Writer};
use vault::{Append, Batch};

use crate::caseload::{self, Counts};
use crate::error::CoachError;
use crate::open_dossier::AtVault;
use crate::open_note::OpenNote;
use crate::place::dossier_document;

/// What came for the record, or for a note with who would write in it here.
pub(crate) struct Came {
    pub(crate) note: Option<(NoteId, Writer)>,
    pub(crate) arrival: Arrival,
}

impl AtVault<'_> {
    /// Takes in what came, in one frame with `batch`. What others than `me` wrote in is news. Where the vault refuses,
    /// nothing has changed here.
    pub(crate) fn take_in(
        &mut self,
        came: Vec<Came>,
        me: &CoachId,
        mut batch: Batch,
    ) -> Result<(), CoachError> {
        let (mut record, mut notes) = (None::<Dossier>, Vec::<OpenNote>::new());
        let mut news = self.open.news.clone();
        for Came { note, arrival } in came {
            let others = by_others(&arrival, me);
            match note {
                None => {
                    let mut copy = record.unwrap_or_else(|| self.open.dossier.clone());
                    copy.take_in(arrival).map_err(damaged)?;
                    news.whole |= self.open.chunks == 0 && !others.is_empty();
                    news.places.extend(copy.touched(&others));
                    record = Some(copy);
                }
                Some((id, writer)) => {
                    if !others.is_empty() {
                        news.places.insert(Place::Record { kind: RecordKind::Note, id: id.to_string() });
                    }
                    let before = notes.iter().position(|note| note.id == id).map(|place| notes.remove(place));
                    let mut note = match before {
                        Some(note) => note,
                        None => self.durable_note(&id, &writer)?,
                    };
                    note.text.take_in(arrival).map_err(damaged)?;
                    notes.push(note);
                }
            }
        }
        notes.iter().for_each(|note| note.excerpt_into(&mut batch));
        let after = record.as_ref().unwrap_or(&self.open.dossier);
        if news.whole {
            news.places.clear();
        }
        // What came and went between two looks was never here.
        news.places.retain(|place| after.is_in_view(place) || self.open.dossier.is_in_view(place));
        if news != self.open.news {
            news.put(after.id(), &mut batch);
        }
        let document = dossier_document(after.id());
        let mut card = None;
        let mut chunks: Vec<_> = notes.iter().map(|note| (note.document, note.unsaved(), None)).collect();
        if let Some(record) = &record {
            let first = self.open.chunks == 0;
            let chunk = if first { record.save() } else { record.save_since(&self.open.saved) };
            let counts = Counts::of(record);
            let line = caseload::card(record, counts, news.count());
            chunks.push((document, chunk, Some(caseload::encode(&line))));
            card = Some((line, Some(counts)));
        } else if news != self.open.news && self.open.chunks > 0 {
            card = Some((self.card_into(&news, &mut batch), self.open.counts));
        }
        let parts: Vec<Append<'_>> = chunks
            .iter()
            .map(|(document, chunk, summary)| Append {
                document: *document,
                chunk,
                summary: summary.as_deref(),
            })
            .collect();
        self.vault.append(&parts, batch)?;

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
        Ok(())
    }
}

fn by_others(arrival: &Arrival, me: &CoachId) -> Vec<ChangeHash> {
    let changes = arrival.new_changes().iter();
    changes.filter(|change| change.author.as_ref() != Some(me)).map(|change| change.hash).collect()
}

fn damaged(source: LoadError) -> CoachError {
    CoachError::Document { document: "arrival".to_owned(), source }
}
