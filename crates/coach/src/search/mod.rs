//! Searching all dossiers of an account while somebody types.
//!
//! The texts of each dossier are saved in a sealed file beside the journal, with a stamp of its documents. An
//! index in memory has the words of each text. Both are computed from the record and are never the source of
//! truth: texts that are missing, damaged or older than an edit are computed again. An edit does not wait for
//! this: the next search looks at the dossiers that were opened.

mod index;
mod reading;
mod snippet;
pub(crate) mod state;
#[cfg(test)]
mod tests;
mod texts;
mod words;

use std::collections::{BTreeMap, VecDeque};

use chrono::NaiveDate;
use dossier::{DossierId, NoteId, RecordRef};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use index::{Hit, Indexed};
pub use snippet::SnippetPiece;
use texts::{Texts, note_of};
use words::words;

/// The results of a search.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SearchResults {
    /// The best results. Among equally good results, the newest is first.
    pub found: Vec<SearchResult>,
    /// The total number of results.
    pub count: u32,
    /// The number of dossiers that were not read for searching yet.
    pub unread: u32,
}

/// A text that contains all words.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SearchResult {
    /// The dossier that it is in.
    pub dossier: DossierId,
    /// The client's name.
    pub client: String,
    /// The record that the text belongs to, or the profile.
    pub place: RecordRef,
    /// True if it is a private note of the coach.
    pub private: bool,
    /// The day of the record, or the day on which it is due.
    pub day: Option<NaiveDate>,
    /// The title of the record. It is empty if the record has none, or if the words were found in the title.
    pub title: String,
    /// The found words with their context.
    pub pieces: Vec<SnippetPiece>,
}

/// A note with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NoteWords {
    /// The id of the note.
    pub note: NoteId,
    /// True if it is a private note of the coach.
    pub private: bool,
    /// The day of the note, if it has one.
    pub day: Option<NaiveDate>,
    /// The text of the note.
    pub text: String,
}

impl Desk {
    /// Reads one more dossier for searching. Returns whether there are others.
    pub fn prepare_search(&mut self) -> Result<bool, CoachError> {
        let Some(id) = self.unread().pop_front() else { return Ok(false) };
        // A dossier that cannot be read must not hide the others. Opening it shows the error.
        let _ = self.read_for_search(&id);
        Ok(!self.unread().is_empty())
    }

    /// Finds the texts that contain all of these words, regardless of capitals, accents and Dutch endings.
    /// The last word may be unfinished. Returns at most `most` texts.
    pub fn search(&mut self, typed: &str, most: usize) -> Result<SearchResults, CoachError> {
        for id in std::mem::take(&mut self.search_index_mut().touched) {
            self.refresh_if_stale(&id)?;
        }
        let unread = self.unread().len() as u32;
        let forms: Vec<(usize, String)> = words(typed).map(|(place, form)| (place.end, form)).collect();
        let vocabulary = &self.search_index().vocabulary;
        // The last word may be unfinished. A single letter would be the beginning of too many words.
        let unfinished = |(end, form): &(usize, String)| *end == typed.len() && form.chars().nth(1).is_some();
        let fits: Vec<_> = forms.iter().map(|one| vocabulary.fits(&one.1, unfinished(one))).collect();
        let mut hits: Vec<(&DossierId, Hit)> = Vec::new();
        if !fits.is_empty() {
            let dossiers = self.search_index().dossiers.iter();
            hits.extend(dossiers.flat_map(|(id, one)| one.hits(&fits).into_iter().map(move |hit| (id, hit))));
        }
        let count = hits.len() as u32;
        let order =
            |(id, hit): &(&DossierId, Hit)| (std::cmp::Reverse((hit.fit, hit.day)), (*id).clone(), hit.text);
        if hits.len() > most && most > 0 {
            hits.select_nth_unstable_by_key(most - 1, order);
        }
        hits.truncate(most);
        hits.sort_by_cached_key(order);
        let hits: Vec<(DossierId, Hit)> = hits.into_iter().map(|(id, hit)| (id.clone(), hit)).collect();
        let mut said: BTreeMap<DossierId, Texts> = BTreeMap::new();
        for (id, _) in &hits {
            if !said.contains_key(id) {
                // Texts that could not be saved or are missing are computed from the record.
                let saved = Texts::load(self.vault(), id);
                let texts = saved.map_or_else(|| self.texts(id, None), Ok);
                said.extend(texts.ok().map(|texts| (id.clone(), texts)));
            }
        }
        let found = hits.into_iter().filter_map(|(id, hit)| {
            let texts = said.get(&id)?;
            let text = texts.all.get(hit.text as usize)?;
            let (pieces, is_name) = snippet::snippet(text, &fits, &self.search_index().vocabulary);
            Some(SearchResult {
                dossier: id,
                client: texts.client.clone(),
                place: text.place.clone(),
                private: text.private,
                day: text.day,
                title: if is_name { String::new() } else { text.title.clone() },
                pieces,
            })
        });
        let found = found.collect();
        Ok(SearchResults { found, count, unread })
    }

    /// Returns the notes of a dossier that mention somebody or something with `@`.
    pub fn notes_that_mention(&mut self, id: &DossierId) -> Result<Vec<NoteWords>, CoachError> {
        self.open(id)?;
        self.search_index_mut().touched.remove(id);
        let texts = self.current_texts(id)?;
        let mut notes: Vec<NoteWords> = texts
            .all
            .iter()
            .filter_map(|text| {
                let (note, said) = (note_of(&text.place)?, text.says.first()?);
                let words = || NoteWords { note, private: text.private, day: text.day, text: said.clone() };
                said.contains('@').then(words)
            })
            .collect();
        notes.sort_by_key(|note| std::cmp::Reverse(note.day));
        Ok(notes)
    }

    /// Removes the saved texts of a dossier. The next search reads the dossier again.
    pub(crate) fn remove_words(&mut self, id: &DossierId) -> Result<(), CoachError> {
        self.search_index_mut().touch(id);
        self.search_index_mut().dossiers.remove(id);
        Texts::remove(self.vault(), id)
    }

    fn unread(&mut self) -> &mut VecDeque<DossierId> {
        if self.search_index().unread.is_none() {
            let cards = self.caseload().into_iter().map(|card| card.id);
            self.search_index_mut().unread = Some(cards.collect());
        }
        self.search_index_mut().unread.get_or_insert_default()
    }

    /// Reads a dossier again if it changed since it was read.
    fn refresh_if_stale(&mut self, id: &DossierId) -> Result<(), CoachError> {
        if !self.vault().holds(crate::desk::document_id::dossier_document(id))? {
            return Ok(());
        }
        let current = match self.search_index().dossiers.get(id) {
            Some(indexed) => indexed.is_current(self.vault(), id)?,
            None => false,
        };
        if !current {
            // A dossier that cannot be read must not hide the others.
            let _ = self.read_for_search(id);
        }
        Ok(())
    }

    fn read_for_search(&mut self, id: &DossierId) -> Result<(), CoachError> {
        let was_open = self.if_open(id).is_some();
        let texts = self.current_texts(id);
        if !was_open {
            // A thousand dossiers must not stay open because they were read once.
            self.close(id);
        }
        self.search_index_mut().touched.remove(id);
        let indexed = Indexed::of(&texts?, &mut self.search_index_mut().vocabulary);
        self.search_index_mut().dossiers.insert(id.clone(), indexed);
        Ok(())
    }

    /// Returns the texts of a dossier: the saved ones if they are current. Otherwise computes and
    /// saves new ones.
    fn current_texts(&mut self, id: &DossierId) -> Result<Texts, CoachError> {
        let saved = Texts::load(self.vault(), id);
        if let Some(texts) = &saved
            && texts.are_current(self.vault(), id)?
        {
            return saved.ok_or_else(|| CoachError::NoSuchDossier(id.clone()));
        }
        let texts = self.texts(id, saved)?;
        texts.save(self.vault(), id);
        Ok(texts)
    }
}
