//! Tests with two coaches who each have a desk and exchange what they write.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

use dossier::model::{Note, NoteField, Person, PersonField, Relation};
use dossier::{DocumentName, DossierId, Id, NoteId, PersonId, RecordRef, edit};
use exchange::{InvitationKind, InviterRole};
use tempfile::TempDir;
use vault::{Batch, KdfParams, Shelf};

use crate::caseload::card::CaseCard;
use crate::changed::Topic;
use crate::desk::Desk;
use crate::desk::account::{CoachRole, NewAccount};
use crate::desk::document_id::note_document;
use crate::dossier::at_once::{About, ConflictCard, Shown};
use crate::dossier::author::Who;
use crate::dossier::news::Seen;
use crate::environment::Environment;

pub(crate) const PASSPHRASE: &str = "fiets paraplu zondag kachel";

pub(crate) fn desk_of(home: &TempDir, name: &str) -> Desk {
    let account = NewAccount { name, role: CoachRole::Professional, passphrase: PASSPHRASE };
    Desk::create(&home.path().join(name), &account, KdfParams::LEAST, Environment::COMPUTER).unwrap().0
}

pub(crate) fn opened_again(home: &TempDir, name: &str, desk: Desk) -> Desk {
    drop(desk);
    Desk::unlock(&home.path().join(name), PASSPHRASE, Environment::COMPUTER).unwrap()
}

/// Gives the other desk the changes that it does not have, as the exchange does after it
/// has verified everything.
pub(crate) fn give(from: &mut Desk, to: &mut Desk, id: &DossierId) -> Vec<Topic> {
    let documents = from.documents_of(id).unwrap();
    let arrivals = documents.into_iter().map(|name| {
        let known = to.heads_of(id, &name).unwrap();
        let changes = from.changes_since(id, &name, &known).unwrap();
        let arrival = to.examine(id, &name, &changes).unwrap();
        (name, arrival)
    });
    let arrivals = arrivals.collect();
    to.merge([(id.clone(), arrivals)].into(), Batch::default()).unwrap()
}

pub(crate) fn exchange(one: &mut Desk, other: &mut Desk, id: &DossierId) {
    give(one, other, id);
    give(other, one, id);
}

pub(crate) fn person(number: u8) -> PersonId {
    PersonId::from_random([number; 10])
}

pub(crate) fn add_person(desk: &mut Desk, id: &DossierId, number: u8, name: &str) {
    let add = edit::add::<Person>(person(number), [PersonField::Name(name.into())]);
    desk.edit(id, &add).unwrap();
}

fn note() -> NoteId {
    NoteId::from_random([1; 10])
}

/// Creates Anna's dossier of Mrs De Wit, with Fatima and a note in it, and gives it to Bram.
fn two_desks(home: &TempDir) -> (Desk, Desk, DossierId) {
    let (mut annas, mut brams) = (desk_of(home, "Anna"), desk_of(home, "Bram"));
    let id = annas.new_dossier("Mevrouw De Wit").unwrap();
    add_person(&mut annas, &id, 1, "Fatima");
    annas.edit(&id, &edit::add::<Note>(note(), [NoteField::Title(Some("Bezoek".into()))])).unwrap();
    annas.write_note(&id, &note(), "Koffie gedronken.").unwrap();
    give(&mut annas, &mut brams, &id);
    (annas, brams, id)
}

#[test]
fn a_new_dossier_arrives_complete_and_is_still_there_after_closing() {
    let home = tempfile::tempdir().unwrap();
    let (_annas, brams, id) = two_desks(&home);
    let mut brams = opened_again(&home, "Bram", brams);
    assert_eq!(brams.caseload()[0].name, "Mevrouw De Wit");
    assert_eq!(brams.caseload()[0].members, 1);
    let view = brams.dossier(&id).unwrap();
    assert_eq!(view.people[0].name, "Fatima");
    assert_eq!(view.notes[0].excerpt, "Koffie gedronken.");
    assert_eq!(brams.note_text(&id, &note()).unwrap(), "Koffie gedronken.");
    assert_eq!(brams.check().unwrap().problems, []);
}

#[test]
fn changes_that_both_wrote_apart_reach_both_desks() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    add_person(&mut annas, &id, 2, "Joris");
    add_person(&mut brams, &id, 3, "Bea");
    annas.write_note(&id, &note(), "Koffie gedronken. Ze lachte.").unwrap();
    brams.write_note(&id, &note(), "Samen koffie gedronken.").unwrap();
    exchange(&mut annas, &mut brams, &id);
    let text = annas.note_text(&id, &note()).unwrap();
    assert_eq!(text, brams.note_text(&id, &note()).unwrap());
    assert!(text.contains("Samen") && text.contains("Ze lachte."), "{text}");
    for desk in [&mut annas, &mut brams] {
        let view = desk.dossier(&id).unwrap();
        assert_eq!(view.people.len(), 3);
        assert_eq!(view.notes[0].excerpt, text);
        assert_eq!(desk.caseload()[0].members, 3);
    }
    let record = DocumentName::Record;
    let heads = annas.heads_of(&id, &record).unwrap();
    assert!(brams.knows(&id, &record, &heads).unwrap());
    assert!(annas.changes_since(&id, &record, &heads).unwrap().is_empty());
}

#[test]
fn an_arrival_is_durable_together_with_its_batch() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    add_person(&mut annas, &id, 2, "Joris");
    let known = brams.heads_of(&id, &DocumentName::Record).unwrap();
    let changes = annas.changes_since(&id, &DocumentName::Record, &known).unwrap();
    let arrival = brams.examine(&id, &DocumentName::Record, &changes).unwrap();
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"kept along", b"yes");
    brams.merge([(id.clone(), [(DocumentName::Record, arrival)].into())].into(), batch).unwrap();
    let mut brams = opened_again(&home, "Bram", brams);
    assert_eq!(brams.dossier(&id).unwrap().people.len(), 2);
    assert_eq!(
        brams.vault().get(Shelf::Settings, b"kept along").unwrap().as_deref(),
        Some(b"yes".as_slice())
    );
}

#[test]
fn heads_saved_beside_a_note_equal_the_heads_of_its_text() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    let name = DocumentName::Note(note());
    brams.write_note(&id, &note(), "Koffie gedronken. Ze lachte.").unwrap();
    give(&mut brams, &mut annas, &id);
    annas.write_note(&id, &note(), "Thee gedronken. Ze lachte.").unwrap();
    give(&mut annas, &mut brams, &id);
    for desk in [&mut annas, &mut brams] {
        let beside = desk.heads_of(&id, &name).unwrap();
        let mut batch = Batch::default();
        batch.delete(Shelf::Heads, &note_document(&id, &note()).0);
        desk.vault().commit(batch).unwrap();
        assert_eq!(desk.heads_of(&id, &name).unwrap(), beside);
        assert!(desk.knows(&id, &name, &beside).unwrap());
    }
}

#[test]
fn edits_between_examining_and_merging_are_not_lost() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    add_person(&mut annas, &id, 2, "Joris");
    let changes = annas.changes_since(&id, &DocumentName::Record, &[]).unwrap();
    let arrival = brams.examine(&id, &DocumentName::Record, &changes).unwrap();
    add_person(&mut brams, &id, 3, "Bea");
    brams.merge([(id.clone(), [(DocumentName::Record, arrival)].into())].into(), Batch::default()).unwrap();
    assert_eq!(brams.dossier(&id).unwrap().people.len(), 3);
    let brams_again = opened_again(&home, "Bram", brams).dossier(&id).unwrap();
    assert_eq!(brams_again.people.len(), 3);
}

#[test]
fn a_note_that_arrives_before_its_record_waits_without_a_dossier() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, _, id) = two_desks(&home);
    let mut karims = desk_of(&home, "Karim");
    let name = DocumentName::Note(note());
    let changes = annas.changes_since(&id, &name, &[]).unwrap();
    let arrival = karims.examine(&id, &name, &changes).unwrap();
    karims.merge([(id.clone(), [(name.clone(), arrival)].into())].into(), Batch::default()).unwrap();
    assert!(karims.caseload().is_empty());
    assert_eq!(karims.documents_of(&id).unwrap(), []);
    give(&mut annas, &mut karims, &id);
    assert_eq!(karims.documents_of(&id).unwrap(), [DocumentName::Record, name]);
    assert_eq!(karims.note_text(&id, &note()).unwrap(), "Koffie gedronken.");
}

#[test]
fn undo_reverts_ones_own_edit_and_not_what_arrived() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    let contact = |text: &str| edit::set::<Person>(person(1), PersonField::Contact(Some(text.into())));
    annas.edit(&id, &contact("op dinsdag")).unwrap();
    add_person(&mut brams, &id, 3, "Bea");
    exchange(&mut annas, &mut brams, &id);
    assert_eq!(annas.undo(&id).unwrap().message.unwrap().id, "undo-done");
    let view = annas.dossier(&id).unwrap();
    assert_eq!((view.people.len(), view.people[0].contact.clone()), (2, None));

    annas.edit(&id, &contact("op woensdag")).unwrap();
    give(&mut annas, &mut brams, &id);
    brams.edit(&id, &contact("altijd")).unwrap();
    give(&mut brams, &mut annas, &id);
    assert_eq!(annas.undo(&id).unwrap().message.unwrap().id, "undo-changed-by-another");
}

#[test]
fn undo_of_a_text_leaves_what_a_colleague_wrote_in_it() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    brams.write_note(&id, &note(), "Koffie gedronken. Bram was er ook.").unwrap();
    exchange(&mut annas, &mut brams, &id);
    annas.undo(&id).unwrap();
    assert_eq!(annas.note_text(&id, &note()).unwrap().trim(), "Bram was er ook.");
    annas.undo(&id).unwrap();
    let view = annas.dossier(&id).unwrap();
    assert_eq!(view.notes.len(), 1, "his words would be gone with the note");
    assert!(view.people.is_empty(), "the step before is undone instead");
}

#[test]
fn undo_keeps_a_note_in_which_a_colleague_wrote() {
    let home = tempfile::tempdir().unwrap();
    let (annas, mut brams, id) = two_desks(&home);
    let mut annas = opened_again(&home, "Anna", annas);
    let empty = NoteId::from_random([9; 10]);
    annas.edit(&id, &edit::add::<Note>(empty.clone(), [])).unwrap();
    assert!(annas.dossier(&id).unwrap().can_undo);
    exchange(&mut annas, &mut brams, &id);
    brams.write_note(&id, &empty, "Gebeld met de huisarts.").unwrap();
    give(&mut brams, &mut annas, &id);
    assert!(!annas.dossier(&id).unwrap().can_undo);
    assert_eq!(annas.undo(&id).unwrap().message.unwrap().id, "undo-nothing");
    assert_eq!(annas.note_text(&id, &empty).unwrap(), "Gebeld met de huisarts.");
}

/// Returns the one open conflict on a desk.
fn only_conflict(desk: &mut Desk, id: &DossierId) -> ConflictCard {
    let [conflict] = desk.conflicts(id).unwrap().try_into().unwrap();
    conflict
}

/// Makes each desk a contact of the other.
fn meet(desk: &mut Desk, other: &mut Desk) {
    let invitation = other.invite().unwrap();
    desk.accept(&invitation.text).unwrap();
}

#[test]
fn a_field_that_both_changed_shows_both_values_with_authors_and_one_edit_resolves_it() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    meet(&mut annas, &mut brams);
    let relation = |relation| edit::set::<Person>(person(1), PersonField::Relation(Some(relation)));
    annas.edit(&id, &relation(Relation::Friend)).unwrap();
    brams.edit(&id, &relation(Relation::Neighbour)).unwrap();
    exchange(&mut annas, &mut brams, &id);

    let open = only_conflict(&mut annas, &id);
    assert_eq!((open.name.as_str(), &open.about), ("Fatima", &About::Field { field: "relation".into() }));
    let choice = |value: &str| Shown::Choices { list: "relation".into(), values: vec![value.into()] };
    let said: Vec<(Shown, Who)> =
        open.answers.iter().map(|one| (one.shown.clone(), one.said.clone().unwrap().by)).collect();
    assert!(said.contains(&(choice("friend"), Who::Me)), "{said:?}");
    assert!(said.contains(&(choice("neighbour"), Who::Colleague { name: "Bram".into() })), "{said:?}");
    let theirs = only_conflict(&mut brams, &id);
    assert!(theirs.answers.iter().any(|one| one.said.clone().unwrap().by == Who::Somebody));

    let friend = open.answers.iter().find(|one| one.shown == choice("friend")).unwrap();
    annas.edit(&id, &friend.edit).unwrap();
    exchange(&mut annas, &mut brams, &id);
    for desk in [&mut annas, &mut brams] {
        assert_eq!(desk.conflicts(&id).unwrap(), []);
        assert_eq!(desk.dossier(&id).unwrap().people[0].relation, Some(Relation::Friend));
    }
    annas.undo(&id).unwrap();
    assert_eq!(annas.conflicts(&id).unwrap(), []);
}

#[test]
fn a_record_that_one_removed_and_the_other_changed_is_restored_by_choice() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    annas
        .edit(&id, &edit::set::<Person>(person(1), PersonField::Contact(Some("op dinsdag".into()))))
        .unwrap();
    brams.edit(&id, &edit::remove::<Person>(person(1))).unwrap();
    exchange(&mut annas, &mut brams, &id);
    let mut annas = opened_again(&home, "Anna", annas);
    let asked = only_conflict(&mut annas, &id);
    let About::Removal { removed, changed } = &asked.about else { panic!("{asked:?}") };
    assert_eq!((&removed.by, &changed.by), (&Who::Somebody, &Who::Me));
    assert_eq!(only_conflict(&mut brams, &id).name, "Fatima");

    annas.edit(&id, &asked.answers[0].edit).unwrap();
    give(&mut annas, &mut brams, &id);
    assert_eq!(brams.conflicts(&id).unwrap(), []);
    assert_eq!(brams.dossier(&id).unwrap().people[0].contact.as_deref(), Some("op dinsdag"));
    annas.undo(&id).unwrap();
    give(&mut annas, &mut brams, &id);
    assert!(brams.dossier(&id).unwrap().people.is_empty());
}

#[test]
fn changes_from_others_are_news_until_they_are_seen() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    let whole = brams.dossier(&id).unwrap();
    assert!(whole.is_new && whole.news.is_empty());
    assert_eq!(brams.caseload()[0].news, 1);
    brams.seen(&id, &Seen::Dossier).unwrap();
    assert_eq!(brams.caseload()[0].news, 0);

    add_person(&mut annas, &id, 2, "Joris");
    annas.write_note(&id, &note(), "Koffie gedronken. Ze lachte.").unwrap();
    annas.edit(&id, &edit::remove::<Person>(person(1))).unwrap();
    add_person(&mut annas, &id, 3, "Bea");
    annas.edit(&id, &edit::remove::<Person>(person(3))).unwrap();
    add_person(&mut brams, &id, 4, "Karim");
    exchange(&mut annas, &mut brams, &id);

    let mut brams = opened_again(&home, "Bram", brams);
    assert_eq!(brams.caseload()[0].news, 3);
    let news = brams.dossier(&id).unwrap().news;
    let told: Vec<(&str, bool)> = news.iter().map(|one| (one.name.as_str(), one.restore.is_some())).collect();
    assert_eq!(told, [("Fatima", true), ("Joris", false), ("Bezoek", false)]);
    let joris = RecordRef::of_id(person(2).as_str()).unwrap();
    assert_eq!(brams.seen(&id, &Seen::One { place: joris.clone() }).unwrap().topics.len(), 2);
    assert!(brams.seen(&id, &Seen::One { place: joris }).unwrap().topics.is_empty());
    assert_eq!(brams.dossier(&id).unwrap().news.len(), 2);
    brams.edit(&id, news[0].restore.as_ref().unwrap()).unwrap();
    assert!(brams.dossier(&id).unwrap().people.iter().any(|person| person.name == "Fatima"));
    brams.seen(&id, &Seen::All).unwrap();
    let mut brams = opened_again(&home, "Bram", brams);
    assert!(brams.dossier(&id).unwrap().news.is_empty());
    assert_eq!(brams.caseload()[0].news, 0);
    // An own change is no news when it comes back.
    assert_eq!(annas.dossier(&id).unwrap().news.len(), 1);
}

#[test]
fn an_open_note_keeps_the_changes_that_arrive_while_it_is_written() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    let shown = annas.note_text(&id, &note()).unwrap();
    brams.write_note(&id, &note(), "Koffie gedronken. Ze lachte.").unwrap();
    give(&mut brams, &mut annas, &id);
    annas.write_note_over(&id, &note(), &shown, "Samen koffie gedronken.").unwrap();
    let text = annas.note_text(&id, &note()).unwrap();
    assert!(text.contains("Samen") && text.contains("Ze lachte."), "{text}");
    assert_eq!(annas.dossier(&id).unwrap().notes[0].excerpt, text);
}

#[test]
fn a_card_of_an_older_version_has_no_news() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    desk.new_dossier("Mevrouw De Wit").unwrap();
    let mut line = serde_json::to_value(&desk.caseload()[0]).unwrap();
    line.as_object_mut().unwrap().remove("news").unwrap();
    let read: CaseCard = serde_json::from_value(line).unwrap();
    assert_eq!(read, desk.caseload()[0]);
}

#[test]
fn what_the_exchange_counted_on_is_written_again_after_the_vault_refused_it() {
    let home = tempfile::tempdir().unwrap();
    let mut annas = desk_of(&home, "Anna");
    let id = annas.new_dossier("Mevrouw De Wit").unwrap();
    // The exchange makes an invitation, and its step is not saved.
    let (kind, role) = (InvitationKind::Colleague, InviterRole::Professional);
    let now = annas.now();
    let made = annas.with_exchange(|exchange, _, random| Ok(exchange.invite(kind, role, None, now, random)));
    drop(made.unwrap());
    assert_eq!(annas.exchange().unwrap().open_invitations().count(), 1);
    // A batch that is larger than a frame is refused, and the account stays open.
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"too large", &vec![0; 300 * 1024 * 1024]);
    assert!(annas.vault().commit(batch).is_err());
    assert_eq!(annas.exchange().unwrap().open_invitations().count(), 0);
    assert!(annas.read(&id).is_ok());
}

#[test]
fn notes_with_the_same_id_in_two_dossiers_have_separate_texts() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, _, id) = two_desks(&home);
    let other = annas.new_dossier("Meneer Aydin").unwrap();
    annas.edit(&other, &edit::add::<Note>(note(), [NoteField::Title(Some("Zelfde".into()))])).unwrap();
    assert_eq!(annas.note_text(&other, &note()).unwrap(), "");
    assert_eq!(annas.documents_of(&other).unwrap(), [DocumentName::Record]);
    assert_eq!(annas.documents_of(&id).unwrap().len(), 2);
}

#[test]
fn a_question_and_its_answer_show_their_authors_on_both_desks() {
    use dossier::SupervisionId;
    use dossier::model::{Supervision, SupervisionField};

    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    meet(&mut annas, &mut brams);
    meet(&mut brams, &mut annas);
    annas.seen(&id, &Seen::All).unwrap();
    brams.seen(&id, &Seen::Dossier).unwrap();
    let (question, answer) = (SupervisionId::from_random([1; 10]), SupervisionId::from_random([2; 10]));
    let words = |text: &str| SupervisionField::Words(text.into());
    let ask = edit::add::<Supervision>(question.clone(), [words("Mag ik haar zoon bellen?")]);
    brams.edit(&id, &ask).unwrap();
    give(&mut brams, &mut annas, &id);

    // Anna finds the question in her caseload, and the news in the dossier.
    assert_eq!((annas.caseload()[0].open_questions, annas.caseload()[0].news), (1, 1));
    let fresh = RecordRef::of_id(question.as_str()).unwrap();
    assert_eq!(annas.dossier(&id).unwrap().news[0].place, fresh);
    let asked = annas.supervision(&id).unwrap();
    let bram = Who::Colleague { name: "Bram".into() };
    assert_eq!(asked[0].question.said.as_ref().map(|said| &said.by), Some(&bram));
    let reply = SupervisionField::ReplyTo(Some(question.clone()));
    annas.edit(&id, &edit::add::<Supervision>(answer, [words("Vraag het eerst aan haar."), reply])).unwrap();
    give(&mut annas, &mut brams, &id);

    let told = brams.supervision(&id).unwrap();
    let by = |remark: &crate::dossier::supervision::Remark| remark.said.clone().unwrap().by;
    assert_eq!((by(&told[0].question), told[0].answers.len()), (Who::Me, 1));
    assert_eq!(by(&told[0].answers[0]), Who::Colleague { name: "Anna".into() });
    assert_eq!(told[0].answers[0].words, "Vraag het eerst aan haar.");
    brams.edit(&id, &edit::set::<Supervision>(question, SupervisionField::Settled(true))).unwrap();
    give(&mut brams, &mut annas, &id);
    assert_eq!(annas.caseload()[0].open_questions, 0);
    assert!(annas.supervision(&id).unwrap()[0].settled);
}
