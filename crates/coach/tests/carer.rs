//! Tests of carers: the warning about their load in the caseload, and their own dossiers.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use coach::caseload::card::CaseCard;
use coach::dossier::instrument::LoadWarning;
use coach::dossier::model::*;
use coach::dossier::{DossierId, Edit, Id, MeasurementId, PersonId, SupervisionId, edit};
use coach::{CoachError, Desk};
use support::*;
use tempfile::TempDir;

fn joris() -> PersonId {
    PersonId::from_random([1; 10])
}

/// Creates Anna's dossier of Mrs De Wit, for whom Joris cares.
fn annas_desk(home: &TempDir) -> (Desk, DossierId) {
    let mut desk = desk_of(home, "Anna");
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    let roles = [CarerRole::PivotalCarer].into_iter().collect();
    desk.edit(&id, &add(1, "Joris", [PersonField::CarerRoles(roles)])).unwrap();
    (desk, id)
}

fn measurement(number: u8) -> MeasurementId {
    MeasurementId::from_random([number; 10])
}

/// Returns an edit that adds a Caregiver Strain Index of Joris with `score` items answered with yes.
fn strain(number: u8, day: &str, score: usize) -> Edit {
    let answers = format!("{}{}", "1".repeat(score), "0".repeat(13 - score));
    edit::add::<Measurement>(
        measurement(number),
        [
            MeasurementField::Instrument(Some(Instrument::CaregiverStrainIndex)),
            MeasurementField::Person(Some(joris())),
            MeasurementField::Day(day.parse().ok()),
            MeasurementField::Answers(answers),
        ],
    )
}

#[test]
fn a_load_that_rises_and_then_is_high_gives_a_warning_in_the_caseload() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, id) = annas_desk(&home);
    let warning = |desk: &mut Desk| desk.caseload()[0].carer_load;
    desk.edit(&id, &strain(1, "2026-05-01", 3)).unwrap();
    assert_eq!(warning(&mut desk), None);
    desk.edit(&id, &strain(2, "2026-08-01", 5)).unwrap();
    assert_eq!(warning(&mut desk), Some(LoadWarning::Rising));
    desk.edit(&id, &strain(3, "2026-11-01", 9)).unwrap();
    let mut desk = opened_again(&home, desk);
    assert_eq!(warning(&mut desk), Some(LoadWarning::High));

    let view = desk.carers(&id).unwrap();
    let [carer] = view.carers.as_slice() else { panic!("{view:?}") };
    assert_eq!((carer.name.as_str(), carer.warning), ("Joris", Some(LoadWarning::High)));
    let said: Vec<&str> = carer.series[0].times.iter().map(|time| time.says.id.as_str()).collect();
    assert_eq!(said, ["load-strain", "load-strain-rising", "load-strain-high"]);
    assert_eq!(carer.series[0].times[2].says.args["count"], "9");

    // Correcting or removing the measurement removes the warning, and so does closing the dossier.
    let fixed = MeasurementField::Answers("1110000000000".into());
    desk.edit(&id, &edit::set::<Measurement>(measurement(3), fixed)).unwrap();
    assert_eq!(warning(&mut desk), None);
    desk.undo(&id).unwrap();
    assert_eq!(warning(&mut desk), Some(LoadWarning::High));
    desk.edit(&id, &edit::remove::<Measurement>(measurement(3))).unwrap();
    assert_eq!(warning(&mut desk), Some(LoadWarning::Rising));
    desk.edit(&id, &Edit::Profile(ProfileField::Status(Some(DossierStatus::Closed)))).unwrap();
    assert_eq!(warning(&mut desk), None);
    desk.edit(&id, &Edit::Profile(ProfileField::Status(Some(DossierStatus::Open)))).unwrap();
    assert_eq!(warning(&mut desk), Some(LoadWarning::Rising));
    let died = PersonField::Life(Some(LifeStatus::Deceased));
    desk.edit(&id, &edit::set::<Person>(joris(), died)).unwrap();
    assert_eq!(warning(&mut desk), None);
}

#[test]
fn a_card_of_an_older_version_has_no_warning_and_no_questions() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, _) = annas_desk(&home);
    let mut line = serde_json::to_value(&desk.caseload()[0]).unwrap();
    for key in ["carer_load", "open_questions"] {
        line.as_object_mut().unwrap().remove(key).unwrap();
    }
    let read: CaseCard = serde_json::from_value(line).unwrap();
    assert_eq!(read, desk.caseload()[0]);
}

#[test]
fn a_carer_gets_one_dossier_of_her_own_and_both_refer_to_each_other() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, id) = annas_desk(&home);
    desk.open_carer_dossier(&id, &joris()).unwrap();
    let mut desk = opened_again(&home, desk);
    let own = desk.carers(&id).unwrap().own_dossiers[0].dossier.clone();
    assert_eq!(own.name.as_deref(), Some("Joris"));
    let theirs = desk.dossier(&own.id).unwrap().profile;
    assert_eq!((theirs.name.as_str(), &theirs.carer_in), ("Joris", &Some(id.clone())));
    let back = desk.carers(&own.id).unwrap().carer_in.unwrap();
    assert_eq!((back.id, back.name.as_deref()), (id.clone(), Some("Mevrouw De Wit")));
    // No other data of Mrs De Wit was copied.
    assert!(desk.dossier(&own.id).unwrap().people.is_empty());

    let again = desk.open_carer_dossier(&id, &joris());
    assert!(matches!(again, Err(CoachError::HasOwnDossier(name)) if name == "Joris"));
    let nobody = desk.open_carer_dossier(&id, &PersonId::from_random([9; 10])).unwrap_err();
    assert_eq!(nobody.code(), "not-there");
    assert_eq!(desk.caseload().len(), 2);
    assert_eq!(desk.check().unwrap().problems, []);
    // Both dossiers can be edited, now and after closing.
    desk.edit(&own.id, &Edit::Profile(ProfileField::Story("Zorgt voor zijn moeder.".into()))).unwrap();
    desk.edit(&id, &strain(1, "2026-05-01", 8)).unwrap();
    let mut desk = opened_again(&home, desk);
    assert_eq!(desk.dossier(&own.id).unwrap().profile.story.0, "Zorgt voor zijn moeder.");
    assert_eq!(desk.dossier(&id).unwrap().people[0].own_dossier, Some(own.id));
}

#[test]
fn search_finds_the_new_dossier_of_a_carer_at_once() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, id) = annas_desk(&home);
    while desk.prepare_search().unwrap() {}
    assert_eq!(desk.search("Joris", 10).unwrap().count, 1);
    desk.open_carer_dossier(&id, &joris()).unwrap();
    let findings = desk.search("Joris", 10).unwrap();
    let new = findings.found.iter().filter(|one| one.dossier != id).map(|one| one.client.as_str());
    assert_eq!((new.collect::<Vec<_>>(), findings.unread), (vec!["Joris"], 0));
}

#[test]
fn a_link_to_a_dossier_that_is_not_at_this_desk_has_no_name() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, id) = annas_desk(&home);
    let elsewhere = DossierId::from_random([8; 10]);
    let to = PersonField::OwnDossier(Some(elsewhere.clone()));
    desk.edit(&id, &edit::set::<Person>(joris(), to)).unwrap();
    let own = desk.carers(&id).unwrap().own_dossiers[0].dossier.clone();
    assert_eq!((own.id, own.name), (elsewhere, None));
}

#[test]
fn a_question_stays_open_in_the_caseload_until_it_is_settled() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, id) = annas_desk(&home);
    let (question, answer) = (SupervisionId::from_random([1; 10]), SupervisionId::from_random([2; 10]));
    let words = |text: &str| SupervisionField::Words(text.into());
    desk.edit(&id, &edit::add::<Supervision>(question.clone(), [words("Mag ik Joris bellen?")])).unwrap();
    assert_eq!(desk.caseload()[0].open_questions, 1);
    let reply = SupervisionField::ReplyTo(Some(question.clone()));
    desk.edit(&id, &edit::add::<Supervision>(answer, [words("Ja, graag."), reply])).unwrap();
    assert_eq!(desk.caseload()[0].open_questions, 1);
    desk.edit(&id, &edit::set::<Supervision>(question, SupervisionField::Settled(true))).unwrap();
    assert_eq!(desk.caseload()[0].open_questions, 0);
    let asked = desk.supervision(&id).unwrap();
    assert!(asked[0].settled && asked[0].answers[0].words == "Ja, graag.", "{asked:?}");
}
