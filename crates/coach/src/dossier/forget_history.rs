//! The removal of a dossier's old history. The state at each measuring moment and the current state remain.
//!
//! Only a dossier that nobody else has can lose its history. A copy elsewhere would still hold the old
//! history, and changes to it could no longer be merged with this one. Private notes are a document of their
//! own, of which only the current texts remain.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use dossier::model::{Moment, Note};
use dossier::{DocumentName, Dossier, DossierId, EditError, NoteId, PrivateNotes, Writer};
use vault::Batch;

use crate::caseload::card::Counts;
use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::desk::access_log::AccessEntry;
use crate::desk::document_id::{dossier_document, note_document, private_document};
use crate::desk::open_dossier::OpenDossier;
use crate::desk::saving::{Saving, Stores};
use crate::desk::stored_document::StoredDocument;
use crate::error::CoachError;

/// The name that the access log gives a removal, in place of the format of a file.
const IN_THE_LOG: &str = "history";

impl Desk {
    /// Returns the number of measuring moments that can still be shown after the removal of a dossier's old
    /// history. Fails if the history may not be removed.
    pub fn moments_to_keep(&mut self, id: &DossierId) -> Result<u32, CoachError> {
        let condensed = self.without_old_history(id)?;
        let moments = condensed.all::<Moment>();
        Ok(moments.iter().filter(|moment| condensed.heads_at(&moment.id).is_some()).count() as u32)
    }

    /// Removes the old history of a dossier permanently: removed records, earlier texts, authors and times of
    /// changes, and the steps to undo. Fails if others have the dossier too.
    pub fn forget_history(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        let condensed = self.without_old_history(id)?;
        let notes = self.read(id)?.ids_and_removed::<Note>();
        let notes: Vec<(NoteId, Writer)> = notes
            .into_iter()
            .map(|note| (note.clone(), self.writer(id, &DocumentName::Note(note))))
            .collect();
        let (now, writer) = (self.now(), self.writer(id, &DocumentName::Record));
        let entry = AccessEntry { at: now, dossier: Some(id.clone()), format: IN_THE_LOG.to_owned() };
        // The log entry is written first: an entry about a removal that then fails is better than a removal
        // without an entry.
        self.vault().log_access(&serde_json::to_vec(&entry).unwrap_or_default())?;
        let private = match self.has_private_notes(id)? {
            true => {
                let writer = self.private_writer(id);
                Some(self.private(id)?.content().condensed(id, &writer)?)
            }
            false => None,
        };
        let (open, mut stores) = self.open(id)?;
        open.put_in_place(condensed, &notes, private, &writer, now, &mut stores)?;
        self.remove_words(id)?;
        // If there is no space for this, the coach can repeat the whole removal to finish it: condensing
        // again changes nothing.
        self.vault().vacuum()?;
        let mut done = Changed::dossier(id);
        done.topics.extend(notes.into_iter().map(|(note, _)| Topic::Note { id: id.clone(), note }));
        Ok(done)
    }

    fn without_old_history(&mut self, id: &DossierId) -> Result<Dossier, CoachError> {
        if self.exchange()?.shared_dossiers().any(|shared| shared == id) {
            return Err(CoachError::HistoryIsShared);
        }
        let (now, writer) = (self.now(), self.writer(id, &DocumentName::Record));
        let (open, mut stores) = self.open(id)?;
        open.save(Batch::default(), &mut stores)?;
        Ok(self.read(id)?.condensed(&writer, now)?)
    }
}

impl OpenDossier {
    /// Replaces the record, the texts of its notes and the private notes by condensed ones, in one journal
    /// frame. Removes the texts of notes that are out of view.
    fn put_in_place(
        &mut self,
        condensed: Dossier,
        notes: &[(NoteId, Writer)],
        private: Option<PrivateNotes>,
        writer: &Writer,
        now: DateTime<Utc>,
        stores: &mut Stores<'_>,
    ) -> Result<(), CoachError> {
        let (id, mut saving) = (condensed.id().clone(), Saving::with(Batch::default()));
        let in_view: BTreeSet<NoteId> = condensed.all::<Note>().into_iter().map(|note| note.id).collect();
        let (chunk, counts) = (whole(condensed.compacted())?, Counts::of(&condensed));
        let record = StoredDocument::new(dossier_document(&id), condensed);
        saving.record(&record, chunk, &counts, self.news());
        let mut removed_notes = Vec::new();
        for (note, writer) in notes {
            if !in_view.contains(note) {
                removed_notes.push(note_document(&id, note));
                continue;
            }
            let mut note = self.saved_note(note, writer, stores)?;
            if !note.stored().is_new() {
                note.condense(writer, now)?;
                saving.note(note.stored(), whole(note.stored().content().compacted())?);
            }
        }
        if let Some(private) = private {
            let private = StoredDocument::new(private_document(&id), private);
            saving.private(&private, private.unsaved());
        }
        saving.replace(&removed_notes, stores)?;
        // The dossier is loaded again from the vault, because the undo stack and the open note belong to
        // the old documents.
        *self = Self::load(stores.vault, &id, writer)?;
        Ok(())
    }
}

fn whole(bytes: Option<Vec<u8>>) -> Result<Vec<u8>, CoachError> {
    let unreadable = || EditError::Document("it would not be read again".to_owned());
    Ok(bytes.ok_or_else(unreadable)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

    use std::path::Path;

    use dossier::analysis::Network;
    use dossier::model::{MomentField, NoteField, Person, PersonField, Ring};
    use dossier::{Id, MomentId, edit};

    use super::*;
    use crate::environment::Environment;
    use crate::people::views::{ConsentHow, NewConsent};
    use crate::two_desks::{PASSPHRASE, add_person, desk_of, exchange, give, opened_again, person};

    fn moment(number: u8) -> MomentId {
        MomentId::from_random([number; 10])
    }

    fn note(number: u8) -> NoteId {
        NoteId::from_random([number; 10])
    }

    fn add_moment(desk: &mut Desk, id: &DossierId, number: u8, name: &str) {
        desk.edit(id, &edit::add::<Moment>(moment(number), [MomentField::Name(name.into())])).unwrap();
    }

    fn move_to(desk: &mut Desk, id: &DossierId, number: u8, ring: Ring) {
        desk.edit(id, &edit::set::<Person>(person(number), PersonField::Ring(Some(ring)))).unwrap();
    }

    /// Creates Anna's dossier of Mrs De Wit with two moments, and a person in between who was
    /// added by mistake.
    fn two_moments(desk: &mut Desk) -> DossierId {
        let id = desk.new_dossier("Mevrouw De Wit").unwrap();
        add_person(desk, &id, 1, "Fatima");
        add_person(desk, &id, 2, "Joris");
        move_to(desk, &id, 1, Ring::Friends);
        add_moment(desk, &id, 1, "start");
        add_person(desk, &id, 3, "Vergissing");
        desk.edit(&id, &edit::remove::<Person>(person(3))).unwrap();
        move_to(desk, &id, 1, Ring::Intimates);
        add_moment(desk, &id, 2, "na drie maanden");
        add_person(desk, &id, 4, "Bep");
        id
    }

    /// Returns the networks at all moments, and the current network.
    fn networks(desk: &mut Desk, id: &DossierId) -> Vec<String> {
        let record = desk.read(id).unwrap();
        let moments = record.all_as_added::<Moment>().into_iter();
        let then = moments.map(|moment| record.heads_at(&moment.id).unwrap());
        let mut networks: Vec<Network> = then.map(|heads| record.at(&heads).network()).collect();
        networks.push(record.network());
        networks.iter().map(|network| format!("{:?} {}", network.members(), network.ties())).collect()
    }

    fn add_note(desk: &mut Desk, id: &DossierId, number: u8, texts: &[&str]) {
        let title = NoteField::Title(Some("Bezoek".into()));
        desk.edit(id, &edit::add::<Note>(note(number), [title])).unwrap();
        texts.iter().for_each(|text| drop(desk.write_note(id, &note(number), text).unwrap()));
    }

    /// Returns whether a word occurs anywhere in the stored notes of a dossier. This works because short
    /// notes are not compressed.
    fn holds(desk: &mut Desk, id: &DossierId, word: &str) -> bool {
        let notes = (1..4).flat_map(|number| desk.vault().chunks(note_document(id, &note(number))).unwrap());
        let chunks: Vec<Vec<u8>> = notes.collect();
        chunks.iter().any(|bytes| bytes.windows(word.len()).any(|there| there == word.as_bytes()))
    }

    fn opened(home: &tempfile::TempDir, name: &str) -> Desk {
        Desk::unlock(&home.path().join(name), PASSPHRASE, Environment::COMPUTER).unwrap()
    }

    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            let there = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &there);
            } else {
                std::fs::copy(entry.path(), there).unwrap();
            }
        }
    }

    #[test]
    fn moments_outlive_the_removal_and_all_that_is_written_afterwards() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = desk_of(&home, "Anna");
        let id = two_moments(&mut desk);
        let mut before = networks(&mut desk, &id);
        assert_eq!(desk.moments_to_keep(&id).unwrap(), 2);
        for round in 0..2 {
            desk.forget_history(&id).unwrap();
            assert_eq!(networks(&mut desk, &id), before);
            assert!(!desk.dossier(&id).unwrap().can_undo);
            desk = opened_again(&home, "Anna", desk);
            assert_eq!(networks(&mut desk, &id), before);
            add_person(&mut desk, &id, 10 + round, "Nieuw");
            move_to(&mut desk, &id, 2, if round == 0 { Ring::Friends } else { Ring::Services });
            add_moment(&mut desk, &id, 10 + round, "weer een");
            add_person(&mut desk, &id, 20 + round, "Later");
            let now = networks(&mut desk, &id);
            let kept = before.len() - 1;
            assert_eq!(now[..kept], before[..kept]);
            desk = opened_again(&home, "Anna", desk);
            assert_eq!(networks(&mut desk, &id), now);
            before = now;
        }
        desk.forget_history(&id).unwrap();
        let mut desk = opened_again(&home, "Anna", desk);
        assert_eq!(networks(&mut desk, &id), before);
        assert_eq!(desk.session().repairs, []);
        assert_eq!(desk.check().unwrap().problems, []);
        assert_eq!(desk.caseload()[0].members, 7);
    }

    #[test]
    fn forgetting_removes_old_texts_and_leaves_the_notes() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = desk_of(&home, "Anna");
        let id = two_moments(&mut desk);
        add_note(&mut desk, &id, 1, &["Koffie. Ze huilde.", "Koffie."]);
        add_note(&mut desk, &id, 2, &["Verkeerde cliënt."]);
        desk.edit(&id, &edit::remove::<Note>(note(2))).unwrap();
        add_note(&mut desk, &id, 3, &[]);
        let gone = ["huilde", "Verkeerde"];
        assert!(gone.iter().all(|gone| holds(&mut desk, &id, gone)));
        desk.forget_history(&id).unwrap();
        let mut desk = opened_again(&home, "Anna", desk);
        assert!(!gone.iter().any(|gone| holds(&mut desk, &id, gone)));
        assert!(!desk.read(&id).unwrap().ids_and_removed::<Person>().contains(&person(3)));
        assert_eq!(desk.documents_of(&id).unwrap().len(), 2);
        let view = desk.dossier(&id).unwrap();
        let excerpts: BTreeSet<&str> = view.notes.iter().map(|note| note.excerpt.as_str()).collect();
        assert_eq!(excerpts, BTreeSet::from(["Koffie.", ""]));
        desk.write_note(&id, &note(1), "Koffie. Ze lachte.").unwrap();
        let mut desk = opened_again(&home, "Anna", desk);
        assert_eq!(desk.note_text(&id, &note(1)).unwrap(), "Koffie. Ze lachte.");
        let log = desk.access_log().unwrap();
        assert_eq!(log.iter().map(|entry| entry.format.as_str()).collect::<Vec<_>>(), ["history"]);
    }

    #[test]
    fn moments_read_the_same_on_both_sides_of_an_exchange_and_after_it() {
        let home = tempfile::tempdir().unwrap();
        let (mut annas, mut brams) = (desk_of(&home, "Anna"), desk_of(&home, "Bram"));
        let id = two_moments(&mut annas);
        annas.forget_history(&id).unwrap();
        let before = networks(&mut annas, &id);
        give(&mut annas, &mut brams, &id);
        assert_eq!(networks(&mut brams, &id), before);
        add_person(&mut annas, &id, 5, "Teun");
        add_person(&mut brams, &id, 6, "Ali");
        add_moment(&mut brams, &id, 3, "bij Bram");
        exchange(&mut annas, &mut brams, &id);
        let (mut annas, mut brams) = (opened_again(&home, "Anna", annas), opened_again(&home, "Bram", brams));
        let after = networks(&mut annas, &id);
        assert_eq!(after, networks(&mut brams, &id));
        assert_eq!((&after[..2], after.len()), (&before[..2], 4));
    }

    #[test]
    fn a_vault_that_was_restored_elsewhere_reads_its_moments_and_accepts_edits() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = desk_of(&home, "Anna");
        let id = two_moments(&mut desk);
        let before = networks(&mut desk, &id);
        let stream = desk.writer(&id, &DocumentName::Record).actor;
        drop(desk);
        copy(&home.path().join("Anna"), &home.path().join("Backup"));
        let mut desk = opened(&home, "Anna");
        desk.forget_history(&id).unwrap();

        let mut restored = opened_again(&home, "Backup", desk);
        assert_ne!(restored.writer(&id, &DocumentName::Record).actor, stream);
        assert_eq!(networks(&mut restored, &id), before);
        add_person(&mut restored, &id, 5, "Teun");
        add_moment(&mut restored, &id, 3, "teruggezet");
        let written = networks(&mut restored, &id);
        assert_eq!(written[..2], before[..2]);
        let mut restored = opened_again(&home, "Backup", restored);
        assert_eq!(networks(&mut restored, &id), written);

        // The restored vault still has the old history, and the dossier without it refuses its changes.
        let old = restored.changes_since(&id, &DocumentName::Record, &[]).unwrap();
        let mut desk = opened_again(&home, "Anna", restored);
        assert!(desk.examine(&id, &DocumentName::Record, &old).is_err());
        assert_eq!(networks(&mut desk, &id), before);
    }

    #[test]
    fn the_history_of_a_dossier_that_others_may_have_is_not_removed() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = desk_of(&home, "Anna");
        let id = two_moments(&mut desk);
        let consent = NewConsent {
            purpose: "Overleg".into(),
            how: ConsentHow::Spoken,
            given_by: "Mevrouw De Wit".into(),
            until: None,
        };
        desk.record_consent(&id, &consent).unwrap();
        assert_eq!(desk.moments_to_keep(&id).unwrap_err().code(), "history-shared");
        assert_eq!(desk.forget_history(&id).unwrap_err().code(), "history-shared");
        assert!(desk.read(&id).unwrap().ids_and_removed::<Person>().contains(&person(3)));
        assert_eq!(desk.access_log().unwrap(), []);
    }
}
