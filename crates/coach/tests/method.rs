//! A dossier that goes through a method, tested over a whole desk.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use coach::Desk;
use coach::dossier::DossierId;
use coach::dossier::method::StageState::{self, Done, Now, Skipped, ToCome};
use coach::dossier::model::Passage;
use coach::method::methods::MethodFrom;
use coach::method::progress::StepMove;
use support::*;

const EXAMPLE: &str = include_str!("../../../docs/method-example.toml");

fn states(desk: &mut Desk, id: &DossierId) -> Vec<StageState> {
    desk.method_progress(id).unwrap().steps.iter().map(|step| step.stage.state).collect()
}

fn said(desk: &mut Desk, id: &DossierId, step: &str) -> (Vec<String>, Vec<String>) {
    let progress = desk.method_progress(id).unwrap();
    let step = progress.steps.into_iter().find(|one| one.stage.step == step).unwrap();
    let ids = |messages: Vec<coach::message::Message>| messages.into_iter().map(|one| one.id).collect();
    (ids(step.known), ids(step.open))
}

#[test]
fn steps_are_done_skipped_and_resumed_and_each_move_is_one_edit_to_undo() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    desk.move_step(&id, "map", StepMove::Done, "").unwrap();
    desk.move_step(&id, "quality", StepMove::Skip, "  Nu niet.  ").unwrap();
    assert_eq!(states(&mut desk, &id), [Done, Skipped, Now, ToCome, ToCome, ToCome, ToCome]);
    assert_eq!(desk.method_progress(&id).unwrap().steps[1].stage.words, "Nu niet.");
    assert_eq!(desk.caseload()[0].step, "possibilities");
    // Marking a step other than the current one leaves the dossier where it is.
    desk.move_step(&id, "plan", StepMove::Done, "").unwrap();
    assert_eq!(desk.method_progress(&id).unwrap().here, "possibilities");
    desk.move_step(&id, "quality", StepMove::Go, "").unwrap();
    assert_eq!(states(&mut desk, &id), [Done, Now, ToCome, ToCome, Done, ToCome, ToCome]);
    desk.undo(&id).unwrap();
    assert_eq!(states(&mut desk, &id), [Done, Skipped, Now, ToCome, Done, ToCome, ToCome]);
    assert_eq!(desk.move_step(&id, "tea", StepMove::Go, "").unwrap_err().code(), "no-such-step");
}

#[test]
fn known_and_open_facts_are_counted_from_the_record() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    assert_eq!(said(&mut desk, &id, "map"), (vec![], vec!["open-nobody".to_owned()]));
    for (number, name) in [(1, "Fatima"), (2, "Joris")] {
        desk.edit(&id, &add(number, name, [])).unwrap();
    }
    let (known, open) = said(&mut desk, &id, "map");
    assert_eq!(known, ["known-people"]);
    assert_eq!(open, ["open-rings", "open-ties"]);
    let example = desk.example_dossier().unwrap();
    let (known, open) = said(&mut desk, &example, "map");
    assert_eq!(known, ["known-people", "known-organisations", "known-ties"]);
    assert_eq!(open, Vec::<String>::new());
}

#[test]
fn a_dossier_returns_to_a_method_without_loss_and_stores_its_own_method() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    desk.move_step(&id, "map", StepMove::Done, "").unwrap();
    let before = states(&mut desk, &id);
    assert_eq!(desk.follow(&id, "buurttafel").unwrap_err().code(), "no-such-method");
    assert_eq!(desk.add_method(EXAMPLE.as_bytes()).unwrap().name, "buurttafel");
    desk.follow(&id, "buurttafel").unwrap();
    assert_eq!(desk.caseload()[0].step_title.as_deref(), Some("Kennismaken aan tafel"));
    desk.move_step(&id, "kennismaken", StepMove::Done, "").unwrap();
    desk.follow(&id, "network-coach").unwrap();
    assert_eq!(desk.method_progress(&id).unwrap().here, "acquaintance");
    desk.follow(&id, "seven-steps").unwrap();
    assert_eq!(states(&mut desk, &id), before);

    // The account forgets the file, but the dossier holds it and continues where it was.
    desk.remove_method("buurttafel").unwrap();
    let mut desk = opened_again(&home, desk);
    assert_eq!(desk.methods(None).unwrap().len(), 2);
    let cards = desk.methods(Some(&id)).unwrap();
    assert_eq!(cards.last().map(|card| card.from), Some(MethodFrom::Dossier));
    desk.follow(&id, "buurttafel").unwrap();
    assert_eq!(desk.method_progress(&id).unwrap().here, "wie-zit-er");
    assert_eq!(desk.dossier(&id).unwrap().own_methods.len(), 1);
    // A later version of the file replaces the earlier one, in the dossier too.
    desk.add_method(EXAMPLE.replace("De buurttafel", "De lange tafel").as_bytes()).unwrap();
    desk.follow(&id, "buurttafel").unwrap();
    let view = desk.dossier(&id).unwrap();
    assert_eq!((view.own_methods.len(), view.method.title.as_deref()), (1, Some("De lange tafel")));
    assert!(desk.read(&id).unwrap().all::<Passage>().iter().any(|one| one.step == "kennismaken"));
}

#[test]
fn a_method_is_saved_sealed_and_a_file_that_is_no_method_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    assert_eq!(desk.add_method(b"\xff\xfe").unwrap_err().code(), "method-not-one");
    let slip = EXAMPLE.replacen("about = \"client\"", "about = \"tafel\"", 1);
    let error = desk.add_method(slip.as_bytes()).unwrap_err();
    assert_eq!((error.code(), error.args()["line"].as_str()), ("method-unknown-part", "9"));
    assert_eq!(desk.methods(None).unwrap().len(), 2);
    desk.add_method(EXAMPLE.as_bytes()).unwrap();
    drop(desk);
    let folder = home.path().join("Anna");
    for file in [vault::journal_path(&folder), folder.join("vault.json")] {
        let bytes = std::fs::read(&file).unwrap();
        assert!(!bytes.windows(10).any(|there| there == b"buurttafel"), "{}", file.display());
    }
}
