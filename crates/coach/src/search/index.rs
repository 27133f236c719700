//! The index of one dossier in memory: the words that occur in each of its texts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dossier::{DossierId, NoteId};
use vault::Vault;

use super::texts::{Text, Texts, stamp};
use super::words::{Fit, NO, Vocabulary, words};
use crate::error::CoachError;

/// The forms of words that occur in each text of one dossier.
pub(crate) struct Indexed {
    /// The stamp of the documents at the time of reading, and the notes among them.
    stamp: u64,
    notes: Vec<NoteId>,
    /// The forms of the client's name.
    client: Vec<u32>,
    /// The day of each text, for the order of results.
    days: Vec<Option<NaiveDate>>,
    /// Every form that occurs, with the position in `texts` where its texts begin.
    forms: Vec<(u32, u32)>,
    texts: Vec<u32>,
}

/// A text that contains all words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) text: u32,
    pub(crate) fit: u32,
    pub(crate) day: Option<NaiveDate>,
}

impl Indexed {
    pub(crate) fn of(texts: &Texts, vocabulary: &mut Vocabulary) -> Self {
        let mut places: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (number, text) in (0..).zip(&texts.all) {
            for said in text.said() {
                for (_, form) in words(said) {
                    let in_texts = places.entry(vocabulary.number(&form)).or_default();
                    if in_texts.last() != Some(&number) {
                        in_texts.push(number);
                    }
                }
            }
        }
        let (mut forms, mut all) = (Vec::with_capacity(places.len()), Vec::new());
        for (form, in_texts) in places {
            forms.push((form, all.len() as u32));
            all.extend(in_texts);
        }
        all.shrink_to_fit();
        let client = words(&texts.client).map(|(_, form)| vocabulary.number(&form)).collect();
        let days = texts.all.iter().map(|text| text.day).collect();
        let (stamp, notes) = (texts.stamp, texts.notes().collect());
        Self { stamp, notes, client, days, forms, texts: all }
    }

    /// Returns whether the documents are unchanged since the texts were read.
    pub(crate) fn is_current(&self, vault: &Vault, id: &DossierId) -> Result<bool, CoachError> {
        Ok(stamp(vault, id, self.notes.iter().cloned())? == self.stamp)
    }

    /// Returns the texts that contain every word. A word may also be in the client's name instead, but not
    /// all of them: if all are in the name, the text of the profile is found.
    pub(crate) fn hits(&self, typed: &[Vec<Fit>]) -> Vec<Hit> {
        let mut found: Vec<Vec<Fit>> = Vec::with_capacity(typed.len());
        for fits in typed {
            let mut best = vec![NO; self.days.len()];
            for (place, (form, begin)) in self.forms.iter().enumerate() {
                let fit = fits.get(*form as usize).copied().unwrap_or(NO);
                if fit == NO {
                    continue;
                }
                let end = self.forms.get(place + 1).map_or(self.texts.len(), |next| next.1 as usize);
                for text in &self.texts[*begin as usize..end] {
                    let best = &mut best[*text as usize];
                    *best = fit.max(*best);
                }
            }
            found.push(best);
        }
        let in_name: Vec<bool> = typed
            .iter()
            .map(|fits| self.client.iter().any(|form| fits.get(*form as usize).is_some_and(|fit| *fit != NO)))
            .collect();
        let hit = |text: usize| {
            let fits = found.iter().map(|best| best[text]);
            let all = fits.clone().zip(&in_name).all(|(fit, in_name)| fit != NO || *in_name);
            let fit: u32 = fits.map(u32::from).sum();
            (all && fit > 0).then_some(Hit { text: text as u32, fit, day: self.days[text] })
        };
        (0..self.days.len()).filter_map(hit).collect()
    }
}

impl Text {
    /// Returns all lines of the text, with the title first.
    pub(crate) fn said(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.title).chain(&self.says).map(String::as_str)
    }
}
