//! Merging what others wrote into one dossier.
//!
//! Arrivals are staged in copies of the documents. The copies are saved in one journal frame, together with
//! everything else from the same envelope, and only then replace the open documents. So if the vault refuses,
//! nothing has changed here.

use std::collections::BTreeSet;

use dossier::{
    Arrival, ChangeHash, CoachId, Dossier, Heads, LoadError, NoteId, RecordKind, RecordRef, Writer,
};

use crate::caseload::card::Counts;
use crate::desk::document_id::note_document;
use crate::desk::open_dossier::OpenDossier;
use crate::desk::open_note::OpenNote;
use crate::desk::saving::{Saving, Stores};
use crate::desk::stored_document::StoredDocument;
use crate::dossier::news::News;
use crate::error::CoachError;

/// Changes that arrived for one document.
pub(crate) struct DocumentArrival {
    /// The note whose text the changes are for, with the writer of that text here. It is `None`
    /// for the record.
    pub(crate) note: Option<(NoteId, Writer)>,
    pub(crate) arrival: Arrival,
}

/// The arrivals for one dossier, merged into copies of its documents.
pub(crate) struct StagedArrivals {
    record: Option<(StoredDocument<Dossier>, Counts)>,
    notes: Vec<OpenNote>,
    news: News,
}

impl OpenDossier {
    /// Merges arrivals into copies, and adds the copies to `saving`. Changes by anybody but `me` are news.
    pub(crate) fn stage(
        &mut self,
        arrivals: Vec<DocumentArrival>,
        me: &BTreeSet<CoachId>,
        saving: &mut Saving,
        stores: &mut Stores<'_>,
    ) -> Result<StagedArrivals, CoachError> {
        let (mut record, mut notes) = (None, Vec::new());
        let mut news = self.news().clone();
        for DocumentArrival { note, mut arrival } in arrivals {
            let (others, whole) = (changes_of_others(&arrival, me), arrival.whole());
            match note {
                None => {
                    let mut copy = self.record().clone();
                    copy.content_mut().merge(arrival).map_err(damaged)?;
                    news.whole |= copy.is_new() && !others.is_empty();
                    if !news.whole {
                        news.places.extend(copy.content().touched(&others));
                    }
                    record = Some((copy, whole));
                }
                Some((id, writer)) => {
                    if !others.is_empty() {
                        news.places.insert(RecordRef::Record { kind: RecordKind::Note, id: id.to_string() });
                    }
                    let note = self.stage_note(id, writer, arrival, stores)?;
                    saving.note(note.stored(), whole.unwrap_or_else(|| note.stored().unsaved()));
                    notes.push(note);
                }
            }
        }
        if news.whole {
            news.places.clear();
        }
        let after = record.as_ref().map_or(self.dossier(), |(record, _)| record.content());
        // A record that was added and removed since the last arrival was never in view here, so it
        // is no news.
        news.places.retain(|place| after.is_in_view(place) || self.dossier().is_in_view(place));
        let has_new = news != *self.news();
        if has_new {
            saving.news(self.dossier().id(), &news);
        }
        let record = match record {
            Some((record, whole)) => {
                let chunk = whole.filter(|_| record.is_new()).unwrap_or_else(|| record.unsaved());
                let counts = Counts::of(record.content());
                saving.record(&record, chunk, &counts, &news);
                Some((record, counts))
            }
            None => {
                // A note may arrive before its record. In that case there is no card of the caseload yet.
                if has_new && !self.record().is_new() {
                    let counts = self.counts();
                    saving.card(self.dossier(), &counts, &news);
                }
                None
            }
        };
        Ok(StagedArrivals { record, notes, news })
    }

    /// Merges an arrival into a note's text. Does not load the text if the note is not open and has not
    /// changed since the arrival was examined.
    fn stage_note(
        &mut self,
        id: NoteId,
        writer: Writer,
        arrival: Arrival,
        stores: &mut Stores<'_>,
    ) -> Result<OpenNote, CoachError> {
        let document = note_document(self.dossier().id(), &id);
        let is_open = self.note().is_some_and(|open| *open.id() == id);
        let saved = match stores.vault.holds(document)? {
            true => OpenNote::saved_heads(stores.vault, document)?,
            false => Some(Heads::new()),
        };
        match saved.filter(|saved| !is_open && (saved.is_empty() || saved == arrival.before())) {
            Some(saved) => Ok(OpenNote::arrived(id, document, arrival, saved)),
            None => {
                let mut note = self.saved_note(&id, &writer, stores)?;
                note.merge(arrival).map_err(damaged)?;
                Ok(note)
            }
        }
    }

    /// Replaces the open documents with the staged ones, which are durable now.
    pub(crate) fn commit_staged(&mut self, staged: StagedArrivals, stores: &Stores<'_>) {
        let StagedArrivals { record, notes, news } = staged;
        self.put_news(news);
        if let Some((record, counts)) = record {
            self.put_record(record, counts, stores.vault);
        }
        for note in notes {
            self.put_note(note, stores.vault);
        }
    }
}

fn changes_of_others(arrival: &Arrival, me: &BTreeSet<CoachId>) -> Vec<ChangeHash> {
    let by_me = |author: &Option<CoachId>| author.as_ref().is_some_and(|author| me.contains(author));
    let changes = arrival.new_changes().iter();
    changes.filter(|change| !by_me(&change.author)).map(|change| change.hash).collect()
}

fn damaged(source: LoadError) -> CoachError {
    CoachError::Document { document: "arrival".to_owned(), source }
}
