//! Settings in the vault: their form on disk, and the messages about damaged ones.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use coach::caseload::calendar::CalendarWords;
use coach::caseload::habits::Habits;
use coach::caseload::reminder::channel::ReminderChannel;
use coach::desk::account::Preferences;
use coach::dossier::DossierId;
use coach::dossier::model::{Action, ActionField};
use coach::dossier::{Edit, edit};
use coach::{CoachError, Courier, Desk};
use support::*;
use tempfile::TempDir;
use vault::{Batch, Passphrase, Shelf, Vault};

const DAMAGED: &[u8] = b"{\"this is not";
const METHOD: &str = include_str!("../../../docs/method-example.toml");

/// Returns the bytes of one of Anna's settings, after her desk was closed.
fn on_disk(home: &TempDir, key: &[u8]) -> Option<Vec<u8>> {
    vault(home).get(Shelf::Settings, key).unwrap()
}

/// Writes the bytes of one of Anna's settings, while her desk is closed.
fn put_on_disk(home: &TempDir, key: &[u8], bytes: &[u8]) {
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, key, bytes);
    vault(home).commit(batch).unwrap();
}

fn vault(home: &TempDir) -> Vault {
    let passphrase = Passphrase::from(PASSPHRASE.to_owned());
    Vault::open(&home.path().join("Anna"), &passphrase).unwrap().0
}

/// Opens Anna's desk with one dossier, after writing the bytes of a setting by hand.
fn desk_with(home: &TempDir, key: &[u8], bytes: &[u8]) -> Desk {
    let mut desk = desk_of(home, "Anna");
    desk.new_dossier("Mevrouw De Wit").unwrap();
    drop(desk);
    put_on_disk(home, key, bytes);
    unlocked(home, "Anna")
}

fn told(desk: &Desk) -> Vec<String> {
    desk.session().repairs.into_iter().map(|repair| repair.id).collect()
}

fn code<T: std::fmt::Debug>(result: Result<T, CoachError>) -> &'static str {
    result.unwrap_err().code()
}

/// Asserts that the caseload shows and that its dossier can be opened and edited.
fn assert_usable(desk: &mut Desk) -> DossierId {
    let id = desk.caseload()[0].id.clone();
    desk.edit(&id, &add(1, "Fatima", [])).unwrap();
    assert_eq!(desk.dossier(&id).unwrap().people.len(), 1);
    desk.habits().unwrap();
    desk.people().unwrap();
    assert_eq!(desk.methods(Some(&id)).unwrap().len(), 2);
    id
}

fn words() -> CalendarWords {
    let [title, contact, check_in, action] = ["Kring", "Contact", "Nazorg", "Actie"].map(str::to_owned);
    CalendarWords { title, contact, check_in, action }
}

#[test]
fn a_damaged_account_is_reported_and_its_dossiers_open() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_with(&home, b"account", DAMAGED);
    assert_eq!(told(&desk), ["error-setting-account-damaged"]);
    assert_eq!((desk.session().name.as_str(), desk.session().recovery_confirmed), ("Anna", false));
    let id = assert_usable(&mut desk);
    drop(desk);
    assert_eq!(on_disk(&home, b"account").unwrap(), DAMAGED, "nobody set it again");

    let mut desk = unlocked(&home, "Anna");
    let chosen = Preferences { language: "en".into(), theme: "dark".into(), size: 150 };
    desk.set_preferences(chosen.clone()).unwrap();
    let mut desk = opened_again(&home, desk);
    assert_eq!((told(&desk), desk.session().preferences), (vec![], chosen));
    assert_eq!(desk.dossier(&id).unwrap().people.len(), 1);
}

#[test]
fn a_damaged_calendar_is_reported_and_stays_until_it_is_set_again() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_with(&home, b"calendar", DAMAGED);
    assert_eq!(told(&desk), ["error-setting-calendar-damaged"]);
    assert_eq!(code(desk.calendar()), "setting-calendar-damaged");
    assert_eq!(code(desk.refresh_calendar()), "setting-calendar-damaged");
    assert_usable(&mut desk);
    desk.save_calendar(&home.path().join("agenda.ics"), false, &words()).unwrap();
    drop(desk);
    assert_eq!(on_disk(&home, b"calendar").unwrap(), DAMAGED, "keeping it up to date writes nothing over it");

    let mut desk = unlocked(&home, "Anna");
    desk.start_calendar(home.path(), false, &words()).unwrap();
    assert_eq!(told(&desk), [] as [&str; 0]);
    assert!(desk.calendar().unwrap().file.is_some());
}

#[test]
fn a_damaged_direct_line_is_reported_and_stays_until_it_is_set_again() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_with(&home, b"direct", DAMAGED);
    assert_eq!(told(&desk), ["error-setting-direct-damaged"]);
    assert_eq!(code(desk.direct()), "setting-direct-damaged");
    assert_usable(&mut desk);
    let desk = std::cell::RefCell::new(desk);
    assert_eq!(code(Courier::default().round(&desk, &mut |_, _| ())), "setting-direct-damaged");
    assert_eq!(desk.borrow_mut().people().unwrap().sync.problem.unwrap().code, "setting-direct-damaged");
    drop(desk);
    assert_eq!(on_disk(&home, b"direct").unwrap(), DAMAGED, "a round of the courier writes nothing over it");

    let mut desk = unlocked(&home, "Anna");
    desk.set_storage(&store(&home).to_string_lossy(), None, None).unwrap();
    let desk = std::cell::RefCell::new(desk);
    assert!(Courier::default().round(&desk, &mut |_, _| ()).unwrap().is_some(), "the mailboxes go on");
    let mut desk = desk.into_inner();
    desk.set_direct(false, None).unwrap();
    assert_eq!((told(&desk), desk.direct().unwrap().on), (vec![], false));
}

#[test]
fn a_damaged_list_of_events_is_reported_and_stays_until_it_was_seen() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_with(&home, b"events", DAMAGED);
    assert_eq!(told(&desk), ["error-setting-events-damaged"]);
    assert_eq!(code(desk.events()), "setting-events-damaged");
    assert_eq!(desk.people().unwrap().events[0].message.id, "error-setting-events-damaged");
    assert_usable(&mut desk);
    let mut desk = opened_again(&home, desk);
    desk.events_seen().unwrap();
    assert_eq!((told(&desk), desk.events().unwrap()), (vec![], vec![]));
}

#[test]
fn an_event_is_saved_beside_a_damaged_list_which_is_set_aside() {
    let home = tempfile::tempdir().unwrap();
    let mut anna = Someone::new(&home, "Anna");
    anna.sync();
    drop(anna);
    put_on_disk(&home, b"events", DAMAGED);
    let mut anna = Someone::again(&home, "Anna");
    std::fs::remove_dir_all(store(&home)).unwrap();
    store(&home);
    anna.sync();
    assert_eq!(anna.events(), ["event-storage-emptied", "error-setting-events-damaged"]);
    drop(anna);
    assert_eq!(on_disk(&home, b"events damaged").unwrap(), DAMAGED);
}

#[test]
fn damaged_habits_are_reported_and_no_reminder_comes_until_they_are_set_again() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_with(&home, b"habits", DAMAGED);
    assert_eq!(told(&desk), ["error-setting-habits-damaged"]);
    assert_usable(&mut desk);
    assert_eq!(code(desk.reminder()), "setting-habits-damaged");
    assert_eq!(code(desk.reminder_channels()), "setting-habits-damaged");
    drop(desk);
    assert_eq!(on_disk(&home, b"habits").unwrap(), DAMAGED, "looking at the caseload writes nothing over it");

    let mut desk = unlocked(&home, "Anna");
    let habits = Habits { show: "all".into(), ..Habits::default() };
    desk.set_habits(&habits).unwrap();
    assert_eq!((told(&desk), desk.habits().unwrap()), (vec![], habits));
}

#[test]
fn damaged_methods_are_reported_and_dossiers_still_follow_others() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_with(&home, b"methods", DAMAGED);
    assert_eq!(told(&desk), ["error-setting-methods-damaged"]);
    let id = assert_usable(&mut desk);
    desk.follow(&id, "network-coach").unwrap();
    assert_eq!(code(desk.follow(&id, "buurttafel")), "setting-methods-damaged");
    assert_eq!(code(desk.remove_method("buurttafel")), "setting-methods-damaged");
    drop(desk);
    assert_eq!(on_disk(&home, b"methods").unwrap(), DAMAGED);

    let mut desk = unlocked(&home, "Anna");
    desk.add_method(METHOD.as_bytes()).unwrap();
    assert_eq!(told(&desk), [] as [&str; 0]);
    desk.follow(&id, "buurttafel").unwrap();
}

#[test]
fn a_damaged_day_of_the_last_reminder_is_reported_and_stays_until_reminders_are_switched() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_with(&home, b"reminded", b"yesterday");
    assert_eq!(told(&desk), ["error-setting-reminder-damaged"]);
    let id = assert_usable(&mut desk);
    desk.edit(&id, &late_action()).unwrap();
    assert_eq!(code(desk.reminder()), "setting-reminder-damaged");
    drop(desk);
    assert_eq!(on_disk(&home, b"reminded").unwrap(), b"yesterday");

    let mut desk = unlocked(&home, "Anna");
    desk.set_reminder(ReminderChannel::Notification, true).unwrap();
    assert_eq!(told(&desk), [] as [&str; 0]);
    assert_eq!(desk.reminder().unwrap().unwrap().late_actions, 1);
}

#[test]
fn a_damaged_storage_is_reported_and_stays_until_it_is_set_again() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_with(&home, b"storage", DAMAGED);
    assert_eq!(told(&desk), ["error-setting-storage-damaged"]);
    assert_eq!(code(desk.storage()), "setting-storage-damaged");
    assert_eq!(code(desk.invite()), "setting-storage-damaged");
    assert_usable(&mut desk);
    let bram = Someone::new(&home, "Bram");
    desk.accept(&bram.desk.borrow_mut().invite().unwrap().text).unwrap();
    let desk = std::cell::RefCell::new(desk);
    assert_eq!(code(Courier::default().round(&desk, &mut |_, _| ())), "setting-storage-damaged");
    drop(desk);
    assert_eq!(
        on_disk(&home, b"storage").unwrap(),
        DAMAGED,
        "neither an invitation nor a round writes over it"
    );

    let mut desk = unlocked(&home, "Anna");
    desk.set_storage(&store(&home).to_string_lossy(), None, None).unwrap();
    assert_eq!(told(&desk), [] as [&str; 0]);
    assert!(desk.storage().unwrap().is_some());
}

#[test]
fn settings_of_an_existing_vault_are_read_as_they_were_written() {
    let home = tempfile::tempdir().unwrap();
    let (folder, store) = (home.path().display().to_string(), store(&home).display().to_string());
    let coach = desk_of(&home, "Anna").session().name;
    assert_eq!(coach, "Anna");
    let account = String::from_utf8(on_disk(&home, b"account").unwrap()).unwrap();
    assert_eq!(
        account,
        r#"{"name":"Anna","role":"professional","preferences":{"language":"nl","theme":"system","size":100},"recovery_confirmed":false}"#
    );
    let account = r#"{"name":"Anna","role":"volunteer","preferences":{"language":"en","theme":"dark"},"recovery_confirmed":true}"#;
    let calendar = format!(
        r#"{{"folder":"{folder}","names":true,"words":{{"title":"Kring","contact":"Contact","check_in":"Nazorg","action":"Actie"}},"written":"2026-11-20T10:00:00Z","failed":true,"there":{{"a@kring":{{"shows":"00","changed":"2026-11-20T10:00:00Z"}}}}}}"#
    );
    let storage = format!(r#"{{"address":"{store}","user":"anna","password":"geheim","mark":20777}}"#);
    let methods = serde_json::json!({ "buurttafel": METHOD }).to_string();
    for (key, text) in [
        ("account", account),
        ("calendar", &calendar),
        ("copies", r#"[{"name":"journal-0011","bytes":20}]"#),
        ("direct", r#"{"on":true,"relay":"https://relay.example.nl/"}"#),
        (
            "events",
            r#"[{"at":"2026-11-20T10:00:00Z","message":{"id":"event-new-device","args":{"name":"Bram"}}}]"#,
        ),
        ("habits", r#"{"show":"all","with":"Bram","step":"","sort":"name","reminders":false}"#),
        ("methods", &methods),
        ("reminded", "2026-11-25"),
        ("storage", &storage),
    ] {
        put_on_disk(&home, key.as_bytes(), text.as_bytes());
    }

    let mut desk = unlocked(&home, "Anna");
    let session = desk.session();
    assert_eq!(told(&desk), [] as [&str; 0]);
    assert_eq!((session.preferences.language.as_str(), session.preferences.size), ("en", 100));
    assert!(session.recovery_confirmed);
    let view = desk.calendar().unwrap();
    assert!(view.names && view.failed && view.file.unwrap().starts_with(&folder) && view.written.is_some());
    assert_eq!((desk.direct().unwrap().on, desk.direct().unwrap().relay.is_some()), (true, true));
    assert_eq!(desk.events().unwrap()[0].message.args["name"], "Bram");
    let habits = desk.habits().unwrap();
    assert_eq!((habits.show.as_str(), habits.with.as_str(), habits.sort.as_str()), ("all", "Bram", "name"));
    assert_eq!(desk.reminder_channels().unwrap(), []);
    assert_eq!(desk.methods(None).unwrap().len(), 3);
    let storage = desk.storage().unwrap().unwrap();
    assert_eq!((storage.address, storage.user.as_deref()), (store, Some("anna")));

    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    desk.edit(&id, &late_action()).unwrap();
    desk.set_reminder(ReminderChannel::Notification, true).unwrap();
    assert_eq!(desk.reminder().unwrap(), None, "it came today already");
}

#[test]
fn settings_are_written_in_their_existing_form() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    desk.edit(&id, &late_action()).unwrap();
    desk.set_habits(&Habits { sort: "name".into(), ..Habits::default() }).unwrap();
    desk.reminder().unwrap().unwrap();
    desk.set_direct(true, Some("https://relay.example.nl")).unwrap();
    desk.set_storage(&store(&home).to_string_lossy(), None, None).unwrap();
    drop(desk);
    let text = |key: &str| String::from_utf8(on_disk(&home, key.as_bytes()).unwrap()).unwrap();
    let habits = r#"{"show":"","with":"","step":"","sort":"name","reminders":true"#;
    assert!(text("habits").starts_with(habits), "{}", text("habits"));
    assert_eq!(text("reminded"), today().to_string());
    assert_eq!(text("direct"), r#"{"on":true,"relay":"https://relay.example.nl/"}"#);
    let store = format!("file://{}", store(&home).display());
    assert_eq!(
        text("storage"),
        format!(r#"{{"address":"{store}","user":null,"password":null,"mark":null}}"#)
    );
}

fn late_action() -> Edit {
    let fields = [
        ActionField::Title("Samen naar het koor".into()),
        ActionField::Due(today().checked_sub_days(chrono::Days::new(1))),
    ];
    edit::add::<Action>(numbered(1), fields)
}
