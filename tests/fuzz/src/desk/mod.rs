//! From an envelope to the screen: what a member of a dossier wrote arrives at a desk, and its coach does
//! everything with it that a person can do.

mod own_work;
mod reading;
mod scene;

use dossier::{DocumentName, NoteId};

use crate::bytes::Decisions;
use crate::desk::scene::AtWork;
use crate::member::{self, Kind, MemberDocument, kinds};

/// Reads the bytes as what Bram writes in a dossier that he shares with Anna, and what she does with it.
pub fn desk(data: &[u8]) {
    scene::at_work(|scene| play(scene, &mut Decisions::of(data)));
}

/// Returns decisions for the target `desk`.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    // One edit of the note: a word at its beginning, and the time.
    const NOTE: [u8; 9] = [1, 0, 2, 0, 0, 0, 0, 3, 1];
    // Nothing is looked at in between, and the desk stays open.
    const ON: [u8; 2] = [1, 0];
    let written = member::seeds();
    let later = written.iter().rev();
    let stories = (0_u8..).zip(written.iter().zip(later)).map(|(number, (first, later))| {
        // Two words to search for, a word that is typed, the terminal, and one of the papers.
        let reading =
            [0, 3, b'k', b'o', b'f', b'f', b'i', b'e', number, number, 3, 9 + number % 3, number, 200];
        [first.as_slice(), &NOTE, &ON, &own_work::SEED, later.as_slice(), &NOTE, &[0, 0], &reading].concat()
    });
    stories.collect()
}

/// Plays one story: Bram's first version arrives, Anna works on it, and what Bram wrote meanwhile arrives.
fn play(scene: &mut AtWork, by: &mut Decisions<'_>) -> Option<()> {
    let AtWork { anna, bram } = scene;
    let shared = bram.share()?;
    let id = &shared.dossier;
    let mut record = MemberDocument::record(id, &bram.writer(id, &DocumentName::Record))?;
    let (_, begun) = record.whole();
    record.write(by);
    let note = note_of_record()?;
    let mut text = MemberDocument::note(&note, &bram.writer(id, &DocumentName::Note(note.clone())))?;
    let writes_a_note = by.byte() % 2 == 1;
    if writes_a_note {
        text.write_text(by);
    }
    let (bytes, heads) = record.whole();
    let mut parts =
        vec![shared.charter.clone(), bram.changes(id, &DocumentName::Record, bytes, heads.clone())];
    let (bytes, note_heads) = text.whole();
    parts.push(bram.changes(id, &DocumentName::Note(note.clone()), bytes, note_heads.clone()));
    anna.receive(&bram.envelope(parts)?)?;

    // Somebody who looks at nothing in between works on the same documents.
    if by.byte().is_multiple_of(4) {
        reading::everything(anna, id, by);
    }
    if by.rarely() {
        anna.open_again()?;
    }
    own_work::work(anna, id, by);
    record.write(by);
    if by.byte() % 2 == 1 {
        text.write_text(by);
    }
    let (changes, after) = record.since(if by.rarely() { &begun } else { &heads });
    let (note_changes, note_after) = text.since(&note_heads);
    let parts = vec![
        bram.changes(id, &DocumentName::Record, changes, after),
        bram.changes(id, &DocumentName::Note(note), note_changes, note_after),
    ];
    anna.receive(&bram.envelope(parts)?)?;
    if by.rarely() {
        anna.open_again()?;
    }
    reading::everything(anna, id, by);
    Some(())
}

/// Returns the first note that the record can have.
fn note_of_record() -> Option<NoteId> {
    let notes: &Kind = kinds().0.iter().find(|kind| kind.map == "notes")?;
    (notes.id)(0).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_played_to_its_end_and_its_people_arrive() {
        scene::at_work(|scene| {
            let seeds = seeds();
            let played = play(scene, &mut Decisions::of(&seeds[0]));
            assert!(played.is_some(), "the story stops early");
            let members =
                scene.anna.with(|desk| desk.caseload().iter().map(|card| card.members).sum::<u32>());
            assert!(members > Some(0), "nobody arrived");
            played
        });
    }
}
