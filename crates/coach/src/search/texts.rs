//! The texts of one dossier that are searched. They are computed from the record and saved sealed
//! beside the journal.

use chrono::NaiveDate;
use dossier::model::*;
use dossier::{Dossier, DossierId, Id, NoteId, RecordKind, RecordRef};
use serde::{Deserialize, Serialize};
use vault::{DocumentId, Shelf, Vault};

use crate::desk::document_id::{dossier_document, note_document, private_document};
use crate::error::CoachError;

/// The version of the saved form. Texts with another version are computed again.
pub(super) const FORM: u32 = 1;

/// All texts of a dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Texts {
    pub(super) form: u32,
    /// The stamp of the documents at the time of reading.
    pub(super) stamp: u64,
    pub(crate) client: String,
    pub(crate) all: Vec<Text>,
}

/// The text of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Text {
    pub(crate) place: RecordRef,
    pub(crate) private: bool,
    /// The mark of the document of a shared note at the time of reading. It is 0 for other texts.
    pub(super) mark: u64,
    pub(crate) day: Option<NaiveDate>,
    /// The title of the record. It is empty if the record has none.
    pub(crate) title: String,
    /// The other lines of the record. For a note, the first line is its text.
    pub(crate) says: Vec<String>,
}

impl Texts {
    /// Loads the saved texts of a dossier. Returns `None` if they are missing, damaged or of another version.
    pub(crate) fn load(vault: &Vault, id: &DossierId) -> Option<Self> {
        let texts: Self = serde_json::from_slice(&vault.derived(&name(id))?).ok()?;
        (texts.form == FORM).then_some(texts)
    }

    /// Saves the texts. If there is no space for them, they are computed again next time.
    pub(crate) fn save(&self, vault: &Vault, id: &DossierId) {
        let _ = serde_json::to_vec(self).map(|bytes| vault.save_derived(&name(id), &bytes));
    }

    pub(crate) fn remove(vault: &Vault, id: &DossierId) -> Result<(), CoachError> {
        Ok(vault.remove_derived(&name(id))?)
    }

    /// Returns whether the documents are unchanged since the texts were read.
    pub(crate) fn are_current(&self, vault: &Vault, id: &DossierId) -> Result<bool, CoachError> {
        Ok(stamp(vault, id, self.notes())? == self.stamp)
    }

    /// Returns the shared notes among the texts.
    pub(super) fn notes(&self) -> impl Iterator<Item = NoteId> {
        let shared = self.all.iter().filter(|text| !text.private);
        shared.filter_map(|text| note_of(&text.place))
    }
}

impl Text {
    pub(super) fn at<'a>(
        kind: RecordKind,
        id: &impl Id,
        title: &str,
        says: impl IntoIterator<Item = &'a String>,
    ) -> Self {
        let says = says.into_iter().filter(|text| !text.trim().is_empty()).cloned().collect();
        let place = RecordRef::Record { kind, id: id.to_string() };
        Self { place, private: false, mark: 0, day: None, title: title.to_owned(), says }
    }
}

pub(super) fn of_note(note: &Note, words: String) -> Text {
    let around = [&note.present, &note.agreed].into_iter().flatten();
    let mut text = Text::at(RecordKind::Note, &note.id, note.title.as_deref().unwrap_or_default(), around);
    text.says.insert(0, words);
    text.day = note.day;
    text
}

/// Returns the texts of the record itself: everything that a coach or a client said in their own words.
pub(super) fn of_record(record: &Dossier) -> Vec<Text> {
    use RecordKind as K;
    let profile = record.profile();
    let about = [profile.district, profile.languages].into_iter().flatten().chain([profile.story.0]);
    let mut all = vec![Text {
        place: RecordRef::Profile,
        private: false,
        mark: 0,
        day: None,
        title: profile.name,
        says: about.filter(|text| !text.trim().is_empty()).collect(),
    }];
    let mut add = |day: Option<NaiveDate>, text: Text| all.push(Text { day, ..text });
    for one in record.all::<Person>() {
        let says = one.group.iter().chain(&one.contact).chain([&one.remark.0]);
        add(None, Text::at(K::Person, &one.id, &one.name, says));
    }
    for one in record.all::<Organisation>() {
        let says = one.group.iter().chain(&one.contact).chain([&one.remark.0]);
        add(None, Text::at(K::Organisation, &one.id, &one.name, says));
    }
    for one in record.all::<Wish>() {
        add(None, Text::at(K::Wish, &one.id, "", [&one.words.0]));
    }
    for one in record.all::<Life>() {
        add(None, Text::at(K::Life, &one.id, "", [&one.words.0]));
    }
    for one in record.all::<Need>() {
        let ways = [&one.own_strength, &one.from_network, &one.from_general, &one.from_individual];
        let says = ways.into_iter().chain([&one.words]).map(|prose| &prose.0);
        add(None, Text::at(K::Need, &one.id, &one.title, says));
    }
    for one in record.all::<Talent>() {
        add(None, Text::at(K::Talent, &one.id, &one.title, [&one.offer.0]));
    }
    for one in record.all::<Role>() {
        add(None, Text::at(K::Role, &one.id, &one.title, []));
    }
    for one in record.all::<Resistance>() {
        add(None, Text::at(K::Resistance, &one.id, "", [&one.words.0]));
    }
    for one in record.all::<Goal>() {
        add(None, Text::at(K::Goal, &one.id, &one.title, []));
    }
    for one in record.all::<Action>() {
        let lines = [&one.doer, &one.first_step, &one.place].into_iter().flatten();
        add(one.due, Text::at(K::Action, &one.id, &one.title, lines.chain([&one.outcome.0])));
    }
    for one in record.all::<Approach>() {
        add(one.day, Text::at(K::Approach, &one.id, "", [&one.agreements.0, &one.participants.0]));
    }
    for one in record.all::<CheckIn>() {
        add(one.held.or(one.due), Text::at(K::CheckIn, &one.id, "", [&one.words.0]));
    }
    for one in record.all::<Passage>() {
        add(one.day, Text::at(K::Passage, &one.id, "", [&one.words.0]));
    }
    for one in record.all::<Supervision>() {
        add(one.day, Text::at(K::Supervision, &one.id, "", [&one.words.0]));
    }
    all.retain(|text| !text.title.is_empty() || !text.says.is_empty());
    all
}

pub(crate) fn note_of(place: &RecordRef) -> Option<NoteId> {
    match place {
        RecordRef::Record { kind: RecordKind::Note, id } => id.parse().ok(),
        _ => None,
    }
}

/// Returns the mark of a document's contents, which is a digest of its heads. Older vaults have no heads
/// beside the document, so the mark is then a digest of the card of the caseload.
pub(super) fn mark(vault: &Vault, document: DocumentId) -> Result<u64, CoachError> {
    let held = match vault.get(Shelf::Heads, &document.0)? {
        Some(heads) => heads,
        None => vault.get(Shelf::Summaries, &document.0)?.unwrap_or_default(),
    };
    Ok(number(&held))
}

/// Returns the stamp of all documents of a dossier that are searched.
pub(super) fn stamp(
    vault: &Vault,
    id: &DossierId,
    notes: impl Iterator<Item = NoteId>,
) -> Result<u64, CoachError> {
    let documents = [dossier_document(id), private_document(id)].into_iter();
    let documents = documents.chain(notes.map(|note| note_document(id, &note)));
    let marks = documents.map(|document| mark(vault, document));
    let marks: Vec<u8> =
        marks.map(|mark| Ok(mark?.to_le_bytes())).collect::<Result<Vec<_>, CoachError>>()?.concat();
    Ok(number(&marks))
}

fn number(bytes: &[u8]) -> u64 {
    let print = vault::fingerprint("kring 2026 what a search index has read", bytes);
    u64::from_le_bytes([print[0], print[1], print[2], print[3], print[4], print[5], print[6], print[7]])
}

fn name(id: &DossierId) -> Vec<u8> {
    [b"words of ".as_slice(), &id.to_bytes()].concat()
}
