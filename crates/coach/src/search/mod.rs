//! Searching all dossiers of an account, as one types.
//!
//! For each dossier what it says is kept in one sealed file beside the journal, with a mark of what its documents held; in
//! memory stands which words are in which texts. Both are computed, never the truth: what is gone, damaged or of before an
//! edit is computed again from the record. An edit waits for nothing of this: a dossier that was opened since is looked at
//! when somebody searches next.

mod index;
mod snippet;
#[cfg(test)]
mod tests;
mod texts;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use chrono::NaiveDate;
use dossier::{DossierId, NoteId, RecordRef};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use index::{Hit, Indexed};
pub use snippet::Piece;
use texts::{Texts, note_of};
use words::{Vocabulary, words};

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Findings {
    /// The best of what was found, newest first among equals.
    pub found: Vec<Found>,
    /// How much was found in all.
    pub count: u32,
    /// How many dossiers have not been read for searching yet.
    pub unread: u32,
}

/// A text in which all words stand.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Found {
    /// Whose dossier.
    pub dossier: DossierId,
    /// The client's name.
    pub client: String,
    /// Where in it.
    pub place: RecordRef,
    /// A private note of one's own.
    pub private: bool,
    /// The day it tells of, or is due.
    pub day: Option<NaiveDate>,
    /// What it is called; empty where it has no name, or where that is what was found.
    pub title: String,
    /// The words in their context.
    pub pieces: Vec<Piece>,
}

/// A note with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NoteWords {
    /// The note.
    pub note: NoteId,
    /// A private note of one's own.
    pub private: bool,
    /// The day it tells of.
    pub day: Option<NaiveDate>,
    /// What stands in it.
    pub text: String,
}

/// What has been read for searching since the account was opened.
#[derive(Default)]
pub(crate) struct Search {
    vocabulary: Vocabulary,
    dossiers: HashMap<DossierId, Indexed>,
    /// Those that were opened since they were read: they may have changed.
    touched: BTreeSet<DossierId>,
    /// Those that were not read yet; `None` before anybody searched.
    unread: Option<VecDeque<DossierId>>,
}

impl Search {
    /// Notes that a dossier is opened: it may be changed.
    pub(crate) fn touch(&mut self, id: &DossierId) {
        if !self.touched.contains(id) {
            self.touched.insert(id.clone());
        }
    }
}

impl Desk {
    /// Reads one more dossier for searching; returns whether there are others.
    pub fn prepare_search(&mut self) -> Result<bool, CoachError> {
        let Some(id) = self.unread().pop_front() else { return Ok(false) };
        // One that cannot be read hides no other: whoever opens it hears why.
        let _ = self.read_for_search(&id);
        Ok(!self.unread().is_empty())
    }

    /// Finds the texts in which all these words stand, whatever their capitals, accents and Dutch endings; the last word may be
    /// a beginning. At most `most` are given.
    pub fn search(&mut self, typed: &str, most: usize) -> Result<Findings, CoachError> {
        for id in std::mem::take(&mut self.search.touched) {
            self.look_again(&id)?;
        }
        let unread = self.unread().len() as u32;
        let forms: Vec<(usize, String)> = words(typed).map(|(place, form)| (place.end, form)).collect();
        let vocabulary = &self.search.vocabulary;
        // The last word is still being typed; one letter is the beginning of too much.
        let unfinished = |(end, form): &(usize, String)| *end == typed.len() && form.chars().nth(1).is_some();
        let fits: Vec<_> = forms.iter().map(|one| vocabulary.fits(&one.1, unfinished(one))).collect();
        let mut hits: Vec<(&DossierId, Hit)> = Vec::new();
        if !fits.is_empty() {
            let dossiers = self.search.dossiers.iter();
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
                // What could not be kept, or is gone, is read from the record.
                let kept = Texts::kept(&self.vault, id);
                let texts = kept.map_or_else(|| self.texts(id, None), Ok);
                said.extend(texts.ok().map(|texts| (id.clone(), texts)));
            }
        }
        let found = hits.into_iter().filter_map(|(id, hit)| {
            let texts = said.get(&id)?;
            let text = texts.all.get(hit.text as usize)?;
            let (pieces, is_name) = snippet::snippet(text, &fits, &self.search.vocabulary);
            Some(Found {
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
        Ok(Findings { found, count, unread })
    }

    /// The notes of a dossier in which something is called by `@`.
    pub fn notes_that_mention(&mut self, id: &DossierId) -> Result<Vec<NoteWords>, CoachError> {
        self.open(id)?;
        self.search.touched.remove(id);
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

    /// Removes what was kept of a dossier for searching; it is read again when it is searched next.
    pub(crate) fn forget_words(&mut self, id: &DossierId) -> Result<(), CoachError> {
        self.search.touch(id);
        self.search.dossiers.remove(id);
        Texts::forget(&self.vault, id)
    }

    fn unread(&mut self) -> &mut VecDeque<DossierId> {
        if self.search.unread.is_none() {
            let cards = self.caseload().into_iter().map(|card| card.id);
            self.search.unread = Some(cards.collect());
        }
        self.search.unread.get_or_insert_default()
    }

    /// Looks whether a dossier that was opened has changed.
    fn look_again(&mut self, id: &DossierId) -> Result<(), CoachError> {
        if !self.vault.holds(crate::desk::document_id::dossier_document(id))? {
            return Ok(());
        }
        let current = match self.search.dossiers.get(id) {
            Some(indexed) => indexed.is_current(&self.vault, id)?,
            None => false,
        };
        if !current {
            // One that cannot be read hides no other.
            let _ = self.read_for_search(id);
        }
        Ok(())
    }

    fn read_for_search(&mut self, id: &DossierId) -> Result<(), CoachError> {
        let was_open = self.open.contains_key(id);
        let texts = self.current_texts(id);
        if !was_open {
            // A thousand dossiers are not kept open for having been read once.
            self.open.remove(id);
        }
        self.search.touched.remove(id);
        let indexed = Indexed::of(&texts?, &mut self.search.vocabulary);
        self.search.dossiers.insert(id.clone(), indexed);
        Ok(())
    }

    /// What a dossier says as it stands: as it was kept, or computed again and kept.
    fn current_texts(&mut self, id: &DossierId) -> Result<Texts, CoachError> {
        let kept = Texts::kept(&self.vault, id);
        if let Some(texts) = &kept
            && texts.are_current(&self.vault, id)?
        {
            return kept.ok_or_else(|| CoachError::NoSuchDossier(id.clone()));
        }
        let texts = self.texts(id, kept)?;
        texts.keep(&self.vault, id);
        Ok(texts)
    }
}
