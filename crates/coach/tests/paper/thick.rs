//! A large dossier that is printed while other work goes on.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use coach::dossier::model::*;
use coach::dossier::{Edit, Id, NoteId, PersonId, edit};
use coach::paper::{Paper, PaperTo, print};
use coach::{CoachError, Desk, SharedDesk};
use readers::contains_in_order;

use crate::greet::day;
use crate::support::desk_of;
use crate::{read, request};

/// A desk that measures the longest time for which it was borrowed.
struct Watched {
    desk: RefCell<Desk>,
    longest: RefCell<Duration>,
}

impl SharedDesk for Watched {
    fn borrow_desk<T>(&self, run: impl FnOnce(&mut Desk) -> Result<T, CoachError>) -> Result<T, CoachError> {
        let begun = Instant::now();
        let done = run(&mut self.desk.borrow_mut());
        let mut longest = self.longest.borrow_mut();
        *longest = begun.elapsed().max(*longest);
        done
    }
}

#[test]
fn a_large_dossier_is_printed_while_the_desk_is_free() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = desk.new_dossier("Meneer Aydin").unwrap();
    let bytes =
        |number: usize| -> [u8; 10] { [1, 2, 3, 4, 5, 6, 7, 8, (number / 256) as u8, (number % 256) as u8] };
    let people = (0..150).map(|number| {
        let fields = [
            PersonField::Name(format!("Mens {number}")),
            PersonField::Relation(Some(Relation::Friend)),
            PersonField::Ring(Some(Ring::Acquaintances)),
            PersonField::Frequency(Some(Frequency::Monthly)),
            PersonField::Remark(format!("Woont in straat {number}.").as_str().into()),
        ];
        edit::add::<Person>(PersonId::from_random(bytes(number)), fields)
    });
    let notes = (0..300).map(|number| {
        let on = day("2026-01-01").map(|day| day + TimeDelta::days(number as i64));
        let fields = [NoteField::Title(Some(format!("Bezoek {number}"))), NoteField::Day(on)];
        edit::add::<Note>(NoteId::from_random(bytes(number)), fields)
    });
    desk.edit(&dossier, &Edit::All(people.chain(notes).collect())).unwrap();
    for number in 0..300 {
        let text = format!(
            "{} Einde {number}.",
            "Koffie gedronken aan de keukentafel en over vroeger gepraat. ".repeat(20)
        );
        desk.write_note(&dossier, &NoteId::from_random(bytes(number)), &text).unwrap();
    }
    let watched = Watched { desk: RefCell::new(desk), longest: RefCell::default() };
    let file = home.path().join("copy.pdf");
    let begun = Instant::now();
    let files = print(&watched, &dossier, &request(Paper::Copy), PaperTo::File(&file)).unwrap();
    let (whole, away) = (begun.elapsed(), watched.longest.take());
    println!(
        "the full copy of 150 people and 300 notes of 180 words: {whole:?}, of which the desk was away {away:?}"
    );
    contains_in_order(&read(&files[0]), &["Mens 149", "Einde 299.", "Einde 0."]);
    assert!(away * 2 < whole, "the desk was away {away:?} of {whole:?}");
}
