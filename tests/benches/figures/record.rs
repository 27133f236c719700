//! A desk with the records to measure. All people in them are invented.

use std::path::Path;

use anyhow::Result;
use coach::desk::account::{CoachRole, NewAccount};
use coach::dossier::model::{
    Action, ActionField, ActionStatus, Frequency, Note, NoteField, NoteKind, Person, PersonField, Quality,
    Relation, Ring, Sector, Tie, TieField,
};
use coach::dossier::{
    ActionId, DossierId, Edit, ID_BYTES, Id, MemberId, NoteId, NoteText, PersonId, Position, TieId, Writer,
    edit,
};
use coach::{Desk, Environment, KdfParams};

const PASSPHRASE: &str = "fiets paraplu zondag kachel";
pub(crate) const NOTES: usize = 300;
const WORDS: &[&str] = &[
    "vandaag",
    "dronken",
    "we",
    "koffie",
    "bij",
    "het",
    "raam",
    "en",
    "Greet",
    "vertelde",
    "over",
    "haar",
    "zus",
    "die",
    "vroeger",
    "elke",
    "week",
    "langskwam",
    "nu",
    "belt",
    "ze",
    "soms",
    "op",
    "zondag",
];

/// Creates an account whose passphrase costs the least, so that the passphrase is not what is measured.
pub(crate) fn new_desk(home: &Path) -> Result<Desk> {
    new_desk_of("Anna", &home.join("anna"))
}

pub(crate) fn new_desk_of(name: &str, folder: &Path) -> Result<Desk> {
    let account = NewAccount { name, role: CoachRole::Professional, passphrase: PASSPHRASE };
    Ok(Desk::create(folder, &account, KdfParams::LEAST, Environment::COMPUTER)?.0)
}

pub(crate) fn open_again(home: &Path) -> Result<Desk> {
    open_again_at(&home.join("anna"))
}

pub(crate) fn open_again_at(folder: &Path) -> Result<Desk> {
    Ok(Desk::unlock(folder, PASSPHRASE, Environment::COMPUTER)?)
}

pub(crate) fn id<I: Id>(number: usize) -> I {
    let mut bytes = [0; ID_BYTES];
    bytes[..8].copy_from_slice(&(number as u64).to_be_bytes());
    I::from_random(bytes)
}

pub(crate) fn person(number: usize) -> PersonId {
    id(number)
}

pub(crate) fn note(number: usize) -> NoteId {
    id(number)
}

/// Returns two hundred words, another text for each number.
pub(crate) fn two_hundred_words(number: usize) -> String {
    let words = (0..200).map(|place| WORDS[(place * (number % 7 + 1) + number) % WORDS.len()]);
    words.collect::<Vec<_>>().join(" ")
}

/// Returns an everyday edit, in turns: a word about somebody, a position on the map, a first step.
pub(crate) fn everyday_edit(number: usize) -> Edit {
    match number % 3 {
        0 => {
            let remark = format!("Belt op zondag, voor de {number}e keer.");
            edit::set::<Person>(person(number % 40), PersonField::Remark(remark.as_str().into()))
        }
        1 => {
            let place = Position { x: (number % 97) as f64 / 100.0, y: 0.5 };
            edit::set::<Person>(person(number % 40), PersonField::Ecogram(Some(place)))
        }
        _ => {
            let step = ActionField::FirstStep(Some(format!("Bellen op dag {number}")));
            edit::set::<Action>(id::<ActionId>(number % 72), step)
        }
    }
}

/// Creates a dossier of some months, with 10 people and 3 notes of 200 words, and returns it with the bytes
/// of its documents.
pub(crate) fn some_months(desk: &mut Desk) -> Result<(DossierId, Vec<u8>)> {
    let dossier = desk.new_dossier("Mevrouw De Wit")?;
    let people = (0..10).map(|number| {
        let relation = PersonField::Relation(Some(Relation::Neighbour));
        edit::add::<Person>(person(number), [PersonField::Name(format!("Persoon {number}")), relation])
    });
    desk.edit(&dossier, &Edit::All(people.collect()))?;
    let mut texts = Vec::new();
    for number in 0..3 {
        let fields = [NoteField::Title(Some(format!("Bezoek {number}")))];
        desk.edit(&dossier, &edit::add::<Note>(note(number), fields))?;
        desk.write_note(&dossier, &note(number), &two_hundred_words(number))?;
        // The desk returns no document of a note, so this one of the same length takes its place.
        let writer = Writer { coach: id(1), actor: [number as u8; 16] };
        let mut same = NoteText::create(note(number), &writer)?;
        same.write(&two_hundred_words(number), (Environment::COMPUTER.now)())?;
        texts.extend(same.save());
    }
    let record = desk.read(&dossier)?.save();
    Ok((dossier, [record, texts].concat()))
}

/// Creates a record of five years: 40 people, 80 ties, 72 actions, 300 notes of 200 words, and `later` edits
/// after that.
pub(crate) fn five_years(desk: &mut Desk, later: usize) -> Result<DossierId> {
    let dossier = desk.new_dossier("Mevrouw De Wit")?;
    for number in 0..40 {
        let fields = [
            PersonField::Name(format!("Persoon {number}")),
            PersonField::Relation(Some(Relation::Neighbour)),
            PersonField::Sector(Some(Sector::Society)),
            PersonField::Ring(Some(Ring::Friends)),
            PersonField::Frequency(Some(Frequency::Weekly)),
            PersonField::Quality(Some(Quality::Supportive)),
        ];
        desk.edit(&dossier, &edit::add::<Person>(person(number), fields))?;
    }
    for number in 0..80 {
        let end = |place: usize| Some(MemberId::Person(person(place % 40)));
        let fields = [TieField::A(end(number)), TieField::B(end(number + 1 + number / 40))];
        desk.edit(&dossier, &edit::add::<Tie>(id::<TieId>(number), fields))?;
    }
    for number in 0..72 {
        let title = ActionField::Title(format!("Samen naar het koor, week {number}"));
        let fields = [title, ActionField::Status(Some(ActionStatus::Planned))];
        desk.edit(&dossier, &edit::add::<Action>(id::<ActionId>(number), fields))?;
    }
    for number in 0..NOTES {
        let fields =
            [NoteField::Title(Some(format!("Bezoek {number}"))), NoteField::Kind(Some(NoteKind::Visit))];
        desk.edit(&dossier, &edit::add::<Note>(note(number), fields))?;
        desk.write_note(&dossier, &note(number), &two_hundred_words(number))?;
    }
    for number in 0..later {
        desk.edit(&dossier, &everyday_edit(number))?;
    }
    Ok(dossier)
}
