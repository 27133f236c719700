//! A caseload of two hundred dossiers, in an account that exists before the window opens it. All people in it
//! are invented.

use std::path::Path;

use anyhow::Result;
use chrono::{Days, Local, NaiveDate};
use coach::desk::account::{CoachRole, NewAccount};
use coach::dossier::model::*;
use coach::dossier::{ActionId, DossierId, Edit, GoalId, Id, MomentId, NoteId, PersonId, edit};
use coach::{Desk, Environment, KdfParams};

use crate::story::passphrase;

const CLIENTS: usize = 200;
/// The number of dossiers with a late action.
pub const LATE: usize = 20;
const STEPS: [&str; 3] = ["map", "plan", "carry-out"];
const FIRST: [&str; 10] = ["Greet", "Joop", "Fatima", "Bep", "Kemal", "Ans", "Wim", "Ayse", "Riet", "Cor"];
const LAST: [&str; 20] = [
    "de Wit", "Aydin", "Visser", "Bakker", "Smit", "Jansen", "de Boer", "Mulder", "Bos", "Vos", "Peters",
    "Hendriks", "Dekker", "Brouwer", "Dijkstra", "Smeets", "van Dam", "Kok", "Maas", "Post",
];

/// Creates an account with two hundred dossiers in the folder of a laptop.
pub fn a_caseload_of_two_hundred(home: &Path) -> Result<()> {
    let anna = NewAccount { name: "Anna de Boer", role: CoachRole::Professional, passphrase: passphrase() };
    // The passphrase costs the least, because the tests are about the caseload.
    let folder = home.join("accounts").join("Anna de Boer");
    let (mut desk, code) = Desk::create(&folder, &anna, KdfParams::LEAST, Environment::COMPUTER)?;
    desk.confirm_recovery_code(&code.to_string())?;
    let today = Local::now().date_naive();
    for number in 0..CLIENTS {
        let id = desk.new_dossier(&format!("{} {}", FIRST[number % 10], LAST[number / 10]))?;
        fill(&mut desk, &id, number, today)?;
    }
    Ok(())
}

fn fill(desk: &mut Desk, id: &DossierId, number: usize, today: NaiveDate) -> Result<()> {
    let before = |days: usize| today.checked_sub_days(Days::new(days as u64));
    let after = |days: usize| today.checked_add_days(Days::new(days as u64));
    let mut edits = vec![Edit::Profile(ProfileField::Step(Some(STEPS[number % 3].into())))];
    let person = |one: usize| {
        let name = PersonField::Name(format!("{} {}", FIRST[(number + one) % 10], LAST[one]));
        edit::add::<Person>(new_id::<PersonId>(one), [name])
    };
    edits.extend((0..3 + number % 4).map(person));
    desk.edit(id, &Edit::All(edits))?;
    // A measuring moment names the state before the edit that adds it.
    let start = [MomentField::Name("start".into()), MomentField::Day(before(200))];
    desk.edit(id, &edit::add::<Moment>(new_id::<MomentId>(1), start))?;

    let mut edits = if number.is_multiple_of(5) { Vec::new() } else { vec![person(12)] };
    let visit = [
        NoteField::Kind(Some(NoteKind::Visit)),
        NoteField::Day(before(number % 90 + 1)),
        NoteField::Next(if number.is_multiple_of(4) { after(number % 30) } else { None }),
        NoteField::NextTime(number.is_multiple_of(4).then_some(14 * 60)),
    ];
    edits.push(edit::add::<Note>(new_id::<NoteId>(1), visit));
    let reached = if number.is_multiple_of(3) { GoalStatus::Reached } else { GoalStatus::Open };
    let goal = [GoalField::Title("Weer zingen".into()), GoalField::Status(Some(reached))];
    edits.push(edit::add::<Goal>(new_id::<GoalId>(1), goal));
    if number % (CLIENTS / LATE) == 3 {
        let late = [ActionField::Title("Zus bellen".into()), ActionField::Due(before(number / 10 + 1))];
        edits.push(edit::add::<Action>(new_id::<ActionId>(1), late));
    }
    if number % 50 == 7 {
        edits.push(Edit::Profile(ProfileField::Status(Some(DossierStatus::Closed))));
    }
    desk.edit(id, &Edit::All(edits))?;
    Ok(())
}

fn new_id<I: Id>(number: usize) -> I {
    I::from_random([number as u8; 10])
}
