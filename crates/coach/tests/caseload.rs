//! The caseload on a given day: its cards, the agenda, reminders, and the calendar file.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Local, NaiveDate, TimeDelta, TimeZone, Utc};
use coach::caseload::agenda::When;
use coach::caseload::calendar::CalendarWords;
use coach::caseload::card::CaseCard;
use coach::caseload::due::DueKind;
use coach::caseload::reminder::Reminder;
use coach::caseload::reminder::channel::ReminderChannel;
use coach::desk::account::{CoachRole, NewAccount};
use coach::dossier::model::*;
use coach::dossier::{ActionId, CheckInId, DossierId, Edit, Id, NoteId, edit};
use coach::{Desk, Environment, KdfParams};
use tempfile::TempDir;

const PASSPHRASE: &str = "fiets paraplu zondag kachel";
/// The hours since noon of the first day, as the clock of `passing` shows them.
static HOURS: AtomicI64 = AtomicI64::new(0);

fn noon() -> DateTime<Utc> {
    Local.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).unwrap().with_timezone(&Utc)
}

fn fixed() -> Environment {
    Environment { now: noon, ..Environment::COMPUTER }
}

fn passing() -> Environment {
    Environment { now: || noon() + TimeDelta::hours(HOURS.load(Ordering::SeqCst)), ..Environment::COMPUTER }
}

fn desk_of(home: &TempDir, environment: Environment) -> Desk {
    let anna = NewAccount { name: "Anna", role: CoachRole::Professional, passphrase: PASSPHRASE };
    Desk::create(&home.path().join("anna"), &anna, KdfParams::LEAST, environment).unwrap().0
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn note(desk: &mut Desk, id: &DossierId, number: u8, fields: Vec<NoteField>) {
    desk.edit(id, &edit::add::<Note>(NoteId::from_random([number; 10]), fields)).unwrap();
}

fn action(desk: &mut Desk, id: &DossierId, number: u8, title: &str, due: &str) {
    let fields = [ActionField::Title(title.into()), ActionField::Due(Some(day(due)))];
    desk.edit(id, &edit::add::<Action>(ActionId::from_random([number; 10]), fields)).unwrap();
}

fn check_in(desk: &mut Desk, id: &DossierId, due: &str) {
    let fields = [CheckInField::Due(Some(day(due)))];
    desk.edit(id, &edit::add::<CheckIn>(CheckInId::from_random([1; 10]), fields)).unwrap();
}

fn visit(on: &str, next: Option<&str>) -> Vec<NoteField> {
    let mut fields = vec![NoteField::Kind(Some(NoteKind::Visit)), NoteField::Day(Some(day(on)))];
    fields.extend(next.map(|next| NoteField::Next(Some(day(next)))));
    fields
}

fn card(desk: &mut Desk, id: &DossierId) -> CaseCard {
    desk.caseload().into_iter().find(|card| card.id == *id).unwrap()
}

fn attention(card: &CaseCard) -> Vec<&str> {
    card.attention.iter().map(|reason| reason.id.as_str()).collect()
}

fn words() -> CalendarWords {
    CalendarWords {
        title: "Kring".into(),
        contact: "Contact".into(),
        check_in: "Nazorg".into(),
        action: "Actie".into(),
    }
}

#[test]
fn a_card_shows_the_last_and_the_next_contact() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, fixed());
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    note(&mut desk, &id, 1, visit("2026-10-01", Some("2026-10-20")));
    note(&mut desk, &id, 2, visit("2026-11-20", Some("2026-12-03")));
    note(
        &mut desk,
        &id,
        3,
        vec![NoteField::Kind(Some(NoteKind::Thought)), NoteField::Day(Some(day("2026-11-24")))],
    );
    note(&mut desk, &id, 4, visit("2026-12-01", None));
    let line = card(&mut desk, &id);
    assert_eq!(
        line.last_contact,
        Some(day("2026-11-20")),
        "a thought is no contact, and tomorrow has not been"
    );
    assert_eq!(line.next_contact, Some(day("2026-12-03")));
    assert_eq!(line.started, Some(day("2026-10-01")), "notes of before the dossier count");
    assert_eq!(
        attention(&line),
        [] as [&str; 0],
        "what was agreed for 20 October is over: there was contact since"
    );
}

#[test]
fn late_items_follow_the_day_and_not_the_last_edit() {
    let home = tempfile::tempdir().unwrap();
    HOURS.store(0, Ordering::SeqCst);
    let mut desk = desk_of(&home, passing());
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    action(&mut desk, &id, 1, "Samen naar het koor", "2026-11-26");
    note(&mut desk, &id, 1, visit("2026-11-25", Some("2026-11-26")));
    assert_eq!((card(&mut desk, &id).late_actions, card(&mut desk, &id).attention.len()), (0, 0));
    assert_eq!(desk.reminder().unwrap(), None, "today holds nothing");

    HOURS.store(48, Ordering::SeqCst);
    let line = card(&mut desk, &id);
    assert_eq!((line.late_actions, attention(&line)), (1, vec!["hand-late-actions", "hand-late-contact"]));
    let told = Reminder { today: 0, late_actions: 1, late_contacts: 1 };
    assert_eq!(desk.reminder().unwrap(), Some(told));
    assert_eq!(desk.reminder().unwrap(), None, "once a day is enough");

    HOURS.store(72 - 9, Ordering::SeqCst);
    assert_eq!(desk.reminder().unwrap(), None, "nobody wants to hear it at three in the night");
    desk.set_reminder(ReminderChannel::Notification, false).unwrap();
    HOURS.store(72, Ordering::SeqCst);
    assert_eq!(desk.reminder().unwrap(), None, "who wants none gets none");

    // After closing, all of this is read from the sealed summary.
    drop(desk);
    let mut desk = Desk::unlock(&home.path().join("anna"), PASSPHRASE, passing()).unwrap();
    assert_eq!(card(&mut desk, &id).late_actions, 1);
    let done =
        edit::set::<Action>(ActionId::from_random([1; 10]), ActionField::Status(Some(ActionStatus::Done)));
    desk.edit(&id, &done).unwrap();
    assert_eq!(card(&mut desk, &id).late_actions, 0);
    desk.undo(&id).unwrap();
    assert_eq!(card(&mut desk, &id).late_actions, 1);
}

#[test]
fn a_card_of_a_version_without_an_agenda_is_still_read() {
    let old = r#"{"id":"d_0000000000000000","name":"Mevrouw De Wit","closed":false,"example":false,"method":"seven-steps",
        "step":"map","members":3,"open_actions":1,"last_edited":"2026-11-01T10:00:00Z"}"#;
    let id = DossierId::from_random([1; 10]).to_string();
    let card: CaseCard = serde_json::from_str(&old.replace("d_0000000000000000", &id)).unwrap();
    assert_eq!((card.members, card.dues.len(), card.last_contact), (3, 0, None));
}

#[test]
fn the_agenda_lists_all_dossiers_by_day_and_hour() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, fixed());
    let (greet, aydin) = (desk.new_dossier("Greet").unwrap(), desk.new_dossier("Meneer Aydin").unwrap());
    let at_two = [visit("2026-11-20", Some("2026-11-25")), vec![NoteField::NextTime(Some(14 * 60))]].concat();
    note(&mut desk, &greet, 1, at_two);
    action(&mut desk, &greet, 1, "Zus bellen", "2026-11-11");
    action(&mut desk, &greet, 2, "Koor", "2027-01-11");
    note(&mut desk, &aydin, 1, visit("2026-11-20", Some("2026-12-02")));
    check_in(&mut desk, &aydin, "2026-11-25");
    let closed = Edit::Profile(ProfileField::Status(Some(DossierStatus::Closed)));
    let agenda = desk.agenda(None);
    let lines: Vec<(&str, DueKind, When)> =
        agenda.items.iter().map(|item| (item.name.as_str(), item.kind, item.when)).collect();
    let expected = [
        ("Greet", DueKind::Action, When::Late),
        ("Meneer Aydin", DueKind::CheckIn, When::Today),
        ("Greet", DueKind::Contact, When::Today),
        ("Meneer Aydin", DueKind::Contact, When::Near),
        ("Greet", DueKind::Action, When::Later),
    ];
    assert_eq!(lines, expected);
    assert_eq!(desk.agenda(Some(7)).items.len(), 4);

    // A closed dossier keeps its aftercare and nothing else.
    desk.edit(&aydin, &closed).unwrap();
    let of_aydin: Vec<DueKind> =
        desk.agenda(None).items.iter().filter(|item| item.dossier == aydin).map(|item| item.kind).collect();
    assert_eq!(of_aydin, [DueKind::CheckIn]);
    assert_eq!(card(&mut desk, &aydin).closed_on, Some(day("2026-11-25")));
}

#[test]
fn a_calendar_has_names_only_if_chosen_and_the_access_log_records_the_dossier() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, fixed());
    let id = desk.new_dossier("Greet").unwrap();
    let example = desk.example_dossier().unwrap();
    note(&mut desk, &id, 1, visit("2026-11-20", Some("2026-12-02")));
    action(&mut desk, &id, 1, "Zus Riet bellen", "2026-12-11");
    action(&mut desk, &example, 9, "Verzonnen", "2026-12-11");
    let file = desk.save_calendar(&home.path().join("een.ics"), false, &words()).unwrap();
    let text = std::fs::read_to_string(file).unwrap();
    for secret in ["Greet", "Riet", "Verzonnen", id.as_str(), &id.as_str()[2..]] {
        assert!(!text.contains(secret), "{secret} is in:\n{text}");
    }
    assert!(text.contains("SUMMARY:Contact\r\n") && text.contains("SUMMARY:Actie\r\n"), "{text}");
    assert_eq!(desk.access_log().unwrap()[0].dossier, None);

    let file = desk.save_calendar(&home.path().join("twee.ics"), true, &words()).unwrap();
    let named = std::fs::read_to_string(file).unwrap();
    assert!(named.contains("SUMMARY:Contact: Greet") && named.contains("Zus Riet bellen"), "{named}");
    let logged = desk.access_log().unwrap();
    assert_eq!((logged[0].dossier.as_ref(), logged[0].format.as_str()), (Some(&id), "calendar-names"));
    let uids = |text: &str| {
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(uids(&text), uids(&named), "an appointment has one name in both");
    assert_eq!(uids(&text).len(), 2);
}

#[test]
fn a_calendar_file_is_written_again_only_when_its_contents_change() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, fixed());
    let id = desk.new_dossier("Greet").unwrap();
    let folder = home.path().join("agenda");
    assert!(desk.start_calendar(&folder, false, &words()).is_err(), "a folder that is not there");
    std::fs::create_dir(&folder).unwrap();
    let view = desk.start_calendar(&folder, true, &words()).unwrap();
    let file = folder.join("kring-agenda.ics");
    assert_eq!(view.file.as_deref(), file.to_str());
    assert!(file.exists() && !desk.refresh_calendar().unwrap());

    note(&mut desk, &id, 1, visit("2026-11-20", Some("2026-12-02")));
    assert!(desk.refresh_calendar().unwrap());
    assert!(std::fs::read_to_string(&file).unwrap().contains("Contact: Greet"));
    let lines = desk.access_log().unwrap().len();
    assert!(!desk.refresh_calendar().unwrap(), "nothing changed");
    assert_eq!(desk.access_log().unwrap().len(), lines);

    std::fs::remove_file(&file).unwrap();
    assert!(desk.refresh_calendar().unwrap() && file.exists(), "a file that is gone is written again");
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(desk.refresh_calendar().unwrap() && desk.calendar().unwrap().failed, "it says that it could not");
    assert!(!desk.refresh_calendar().unwrap(), "once");
    std::fs::create_dir(&folder).unwrap();
    assert!(desk.refresh_calendar().unwrap() && !desk.calendar().unwrap().failed);

    desk.stop_calendar().unwrap();
    assert!(!file.exists(), "nobody keeps it true any more");
    assert!(!desk.refresh_calendar().unwrap());
}
