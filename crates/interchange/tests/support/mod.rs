//! Dossiers that the tests import into.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its part")]

use chrono::{DateTime, NaiveDate, Utc};
use dossier::model::{Person, ProfileField};
use dossier::{CoachId, Dossier, DossierId, Edit, Id, Writer};
use interchange::{ImportFormat, ImportPlan, Totals, UnreadReason, plan_import, read};

pub const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;
pub const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();

pub fn dossier_of(client: &str) -> Dossier {
    let writer = Writer { coach: CoachId::from_random([1; 10]), actor: [1; 16] };
    let mut dossier = Dossier::create(DossierId::from_random([2; 10]), &writer).unwrap();
    dossier.apply(&Edit::Profile(ProfileField::Name(client.into())), NOW).unwrap();
    dossier
}

/// Returns the plan of an import. Each import gets ids that no earlier one used.
pub fn planned(dossier: &Dossier, format: ImportFormat, file: &[u8]) -> ImportPlan {
    let mut next = (dossier.all_and_removed::<Person>().len() as u64 + 1) << 32;
    let mut random = || {
        next += 1;
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&next.to_be_bytes());
        Some(bytes)
    };
    let plan = plan_import(read(format, file).unwrap(), dossier, TODAY, &mut random).unwrap();
    assert_adds_up(&plan);
    plan
}

/// Checks the numbers of a plan: whatever is in the file is counted once.
fn assert_adds_up(plan: &ImportPlan) {
    let Totals { people, organisations, ties, family } = plan.totals;
    for (tally, added) in [
        (people, plan.people.len()),
        (organisations, plan.organisations.len()),
        (ties, plan.ties as usize),
        (family, plan.family as usize),
    ] {
        assert!(tally.adds_up() && tally.added as usize == added, "{:?}", plan.totals);
    }
    assert_eq!(people.already_there + organisations.already_there, plan.already_there);
}

pub fn import_bytes(dossier: &mut Dossier, format: ImportFormat, file: &[u8]) -> ImportPlan {
    let plan = planned(dossier, format, file);
    dossier.apply(&Edit::All(plan.edits.clone()), NOW).unwrap();
    plan
}

pub fn import(dossier: &mut Dossier, format: ImportFormat, file: &str) -> ImportPlan {
    import_bytes(dossier, format, file.as_bytes())
}

pub fn people(dossier: &Dossier) -> Vec<Person> {
    let mut people = dossier.all::<Person>();
    people.sort_by(|a, b| a.name.cmp(&b.name));
    people
}

pub fn person(dossier: &Dossier, name: &str) -> Person {
    people(dossier).into_iter().find(|person| person.name == name).unwrap()
}

pub fn imported(client: &str, format: ImportFormat, file: &[u8]) -> (Dossier, ImportPlan) {
    let mut dossier = dossier_of(client);
    let plan = import_bytes(&mut dossier, format, file);
    (dossier, plan)
}

pub fn names(dossier: &Dossier) -> Vec<String> {
    people(dossier).into_iter().map(|person| person.name).collect()
}

/// Returns the lines that could not be read, with the reasons.
pub fn unread(plan: &ImportPlan) -> Vec<(u32, UnreadReason)> {
    plan.unread.lines.iter().map(|line| (line.line, line.reason)).collect()
}

/// Returns the kinds of data that were left out, with their lines.
pub fn left_out(plan: &ImportPlan) -> Vec<(&str, &[u32])> {
    plan.unread.left_out.iter().map(|(kind, one)| (kind.as_str(), one.lines.as_slice())).collect()
}

pub fn card(lines: &[&str]) -> String {
    format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{}\r\nEND:VCARD\r\n", lines.join("\r\n"))
}

pub fn tree(lines: &str) -> Vec<u8> {
    format!("0 HEAD\n1 CHAR UTF-8\n{lines}\n0 TRLR\n").into_bytes()
}
