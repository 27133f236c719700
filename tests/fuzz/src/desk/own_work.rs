//! Anna's own edits in a dossier, while Bram writes in it too.

use coach::dossier::news::Seen;
use coach::method::progress::StepMove;
use coach::plan::HeldCheckIn;
use coach::{ImportFile, ImportFormat, ImportInto};
use dossier::model::{
    Action, ActionStatus, CheckIn, Moment, MomentField, Note, NoteField, Person, PersonField, ProfileField,
};
use dossier::{DossierId, Edit, ID_BYTES, Id, NoteId, PersonId, Prose, edit};

use super::scene::Anna;
use crate::bytes::Decisions;
use crate::member::WORDS;
use crate::scene::now;

/// The most things that Anna does between two envelopes.
const MOST: usize = 12;
/// The number of different things that she can do.
const ACTS: u8 = 21;

/// Decisions by which Anna does many of these things, each with a word.
pub(super) const SEED: [u8; 25] =
    [12, 0, 0, 1, 3, 2, 1, 4, 0, 6, 3, 8, 3, 9, 3, 10, 31, 11, 2, 12, 0, 14, 0, 20, 0];

/// Does a number of things with a dossier. Much of it is refused, because what Bram wrote does not allow it.
pub(super) fn work(anna: &Anna, id: &DossierId, by: &mut Decisions<'_>) {
    for _ in 0..by.below(MOST + 1) {
        let act = by.byte() % ACTS;
        // The word decides too, so that an act is not done in one way only.
        let word = by.one_of(WORDS).copied().unwrap_or_default();
        let _ = anna.with(|desk| do_one(desk, id, act, word));
    }
}

fn do_one(desk: &mut coach::Desk, id: &DossierId, act: u8, word: &str) -> Result<(), coach::CoachError> {
    let number = (word.len() % 4) as u8;
    let person = PersonId::from_random([number; ID_BYTES]);
    let note = NoteId::from_random([number; ID_BYTES]);
    let today = now().date_naive();
    match act {
        0 => desk.edit(id, &edit::set::<Person>(person, PersonField::Contact(Some(word.into()))))?,
        1 => desk.edit(id, &edit::set::<Person>(person, PersonField::Remark(Prose(word.into()))))?,
        2 => desk.edit(id, &edit::remove::<Person>(person))?,
        3 => desk.edit(id, &edit::set::<Person>(person, PersonField::Name(word.into())))?,
        4 => {
            let named = [MomentField::Name(word.into()), MomentField::Day(Some(today))];
            desk.edit(id, &edit::add::<Moment>(Id::from_random([number + 4; ID_BYTES]), named))?
        }
        5 => desk.edit(id, &Edit::Profile(ProfileField::Name(word.into())))?,
        6 => desk.write_note(id, &note, word)?,
        7 => desk.write_note_over(id, &note, word, &format!("{word} {word}"))?,
        8 => desk.write_private(id, &note, word)?,
        9 => desk.share_private(id, &note, &NoteId::from_random([number + 4; ID_BYTES]))?,
        10 => desk.follow(id, word)?,
        11 => {
            let step = desk.method_progress(id)?.here;
            let how = [StepMove::Go, StepMove::Done, StepMove::Skip][usize::from(number) % 3];
            desk.move_step(id, &step, how, word)?
        }
        12 => desk.plan_aftercare(id, today)?,
        13 => {
            let check_ins: Vec<CheckIn> = desk.read(id)?.all();
            let Some(check_in) = check_ins.get(usize::from(number) % check_ins.len().max(1)) else {
                return Ok(());
            };
            let held =
                HeldCheckIn { on: today, going: None, words: word.into(), moment: Some(word.to_owned()) };
            desk.hold_check_in(id, &check_in.id, &held)?
        }
        14 => {
            let actions: Vec<Action> = desk.read(id)?.all();
            let Some(action) = actions.get(usize::from(number) % actions.len().max(1)) else {
                return Ok(());
            };
            let to = [ActionStatus::Planned, ActionStatus::Started, ActionStatus::Done];
            desk.move_action(id, &action.id, &to[usize::from(number) % 3])?
        }
        15 => {
            let conflicts = desk.conflicts(id)?;
            let answers = conflicts.iter().flat_map(|conflict| &conflict.answers);
            let Some(answer) = answers.last() else { return Ok(()) };
            desk.edit(id, &answer.edit)?
        }
        16 => desk.open_carer_dossier(id, &person)?,
        17 => desk.undo(id)?,
        18 => desk.redo(id)?,
        19 => {
            let added = [NoteField::Title(Some(word.into())), NoteField::Day(Some(today))];
            desk.edit(id, &edit::add::<Note>(NoteId::from_random([number + 4; ID_BYTES]), added))?
        }
        _ => {
            let formats = ImportFormat::ALL;
            let format = formats.into_iter().cycle().nth(word.len()).unwrap_or(ImportFormat::Csv);
            let bytes = format.example().as_bytes();
            let file = ImportFile { name: word, bytes, format: Some(format), client: None };
            let _ = desk.preview_import(ImportInto::Dossier(id), &file)?;
            let (changed, _) = desk.import(id, &file)?;
            let _ = desk.seen(id, &Seen::Dossier)?;
            changed
        }
    };
    Ok(())
}
