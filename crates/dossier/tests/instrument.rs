//! Instruments, compared with the rules that their authors published, and the load of a carer over time.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use chrono::NaiveDate;
use dossier::instrument::Outcome;
use dossier::instrument::*;
use dossier::model::*;
use dossier::*;
use support::{at, mrs_de_wit, person_id};

fn outcome(instrument: &Instrument, answers: &str) -> Option<Outcome> {
    scored(instrument, answers).unwrap().outcome
}

fn strain(answers: &str) -> Option<(u8, bool)> {
    match outcome(&Instrument::CaregiverStrainIndex, answers)? {
        Outcome::Strain { score, high } => Some((score, high)),
        other => panic!("{other:?}"),
    }
}

fn care(answers: &str) -> Option<(u8, Option<u8>)> {
    match outcome(&Instrument::CarerQol, answers)? {
        Outcome::CareQuality { sum, happiness, .. } => Some((sum, happiness)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn strain_is_the_number_of_items_that_apply_and_high_from_seven() {
    assert_eq!(strain("0000000000000"), Some((0, false)));
    assert_eq!(strain("1111110000000"), Some((6, false)));
    assert_eq!(strain("0000001111111"), Some((7, true)));
    assert_eq!(strain("1111111111111"), Some((13, true)));
    // Every item weighs the same: each of the 8,192 ways to answer counts its ones.
    for way in 0..1_u32 << 13 {
        let ones = way.count_ones() as u8;
        assert_eq!(strain(&format!("{way:013b}")), Some((ones, ones >= 7)));
    }
}

#[test]
fn the_sum_is_0_for_the_heaviest_care_and_14_for_the_lightest() {
    // The heaviest care has no fulfilment, a lot of every problem and no support; the lightest is the
    // opposite.
    assert_eq!(care("022220200"), Some((0, Some(0))));
    assert_eq!(care("200002010"), Some((BEST_CARE, Some(10))));
    assert_eq!(care("111111107"), Some((7, Some(7))));
    // The authors count 2,187 situations: three answers to each of seven dimensions, every sum from 0 to 14
    // among them.
    let situation =
        |number: u32| (0..7).map(|place| (number / 3_u32.pow(place) % 3).to_string()).collect::<String>();
    let sums: Vec<u8> =
        (0..2_187).map(|number| care(&format!("{}--", situation(number))).unwrap().0).collect();
    assert!((0..=BEST_CARE).all(|sum| sums.contains(&sum)) && sums.iter().all(|sum| *sum <= BEST_CARE));
    assert_eq!(sums.iter().map(|sum| u32::from(*sum)).sum::<u32>(), 7 * 2_187);
}

#[test]
fn dimensions_with_the_heaviest_answer_are_named() {
    let Some(Outcome::CareQuality { heavy, .. }) = outcome(&Instrument::CarerQol, "102000105") else {
        panic!("no outcome")
    };
    assert_eq!(heavy, ["mind", "support"]);
}

#[test]
fn three_questions_name_what_to_talk_about_and_give_no_grade() {
    let signal = |answers: &str| outcome(&Instrument::ThreeQuestions, answers);
    assert_eq!(signal("000"), Some(Outcome::Signal { talk_about: Vec::new() }));
    let talk_about = vec!["own-life".to_owned(), "take-over".to_owned()];
    assert_eq!(signal("102"), Some(Outcome::Signal { talk_about }));
}

#[test]
fn incomplete_answers_have_no_score_and_name_the_missing_items() {
    let half = scored(&Instrument::CaregiverStrainIndex, "111111111111-").unwrap();
    assert_eq!(half, Scored { missing: vec!["overwhelmed".into()], outcome: None });
    let none = scored(&Instrument::ThreeQuestions, "").unwrap();
    assert_eq!(none.missing, ["own-life", "go-on", "take-over"]);
    // The happiness is a scale of its own: without it the seven dimensions still have their sum.
    let seven = scored(&Instrument::CarerQol, "2000020--").unwrap();
    assert_eq!(seven.missing, ["happiness"]);
    assert_eq!(care("2000020--"), Some((14, None)));
    assert_eq!(care("-00002010"), None);
}

#[test]
fn outcomes_stay_within_the_bounds_of_the_form() {
    for instrument in &FORMS {
        let form = form(instrument).unwrap();
        let names: std::collections::BTreeSet<_> = form.items.iter().map(|item| item.name).collect();
        assert_eq!(names.len(), form.items.len(), "{instrument:?}");
        assert_eq!(scored(instrument, &"-".repeat(form.places())).unwrap().missing.len(), form.items.len());
        assert_eq!(scored(instrument, "nonsense"), None);
    }
    assert_eq!(form(&Instrument::SocialSupportList), None);
    assert_eq!(scored(&Instrument::read("of_later"), "12"), None);
}

fn filled_in(number: u8, who: Option<PersonId>, instrument: Instrument, day: &str, answers: &str) -> Edit {
    edit::add::<Measurement>(
        MeasurementId::from_random([number; 10]),
        [
            MeasurementField::Instrument(Some(instrument)),
            MeasurementField::Person(who),
            MeasurementField::Day(day.parse().ok()),
            MeasurementField::Answers(answers.into()),
        ],
    )
}

#[test]
fn answers_that_do_not_fit_the_instrument_are_refused_with_the_reason() {
    let mut dossier = mrs_de_wit();
    let mut refused = |instrument: Instrument, answers: &str| {
        let edit = filled_in(1, None, instrument, "2026-11-24", answers);
        match dossier.apply(&edit, at(1)) {
            Err(EditError::Invalid(invalid)) => invalid,
            other => panic!("{other:?}"),
        }
    };
    let strain = Instrument::CaregiverStrainIndex;
    assert_eq!(refused(strain.clone(), "1010"), Invalid::AnswersLength { field: "answers", must: 13 });
    let digit = Invalid::NotAnAnswer { field: "answers", item: 3, most: 1 };
    assert_eq!(refused(strain, "1020000000000"), digit);
    let ladder = Invalid::NotAnAnswer { field: "answers", item: 8, most: 10 };
    for happiness in ["11", "-5", "+5", " 5"] {
        assert_eq!(refused(Instrument::CarerQol, &format!("2000020{happiness}")), ladder);
    }
    assert_eq!(
        refused(Instrument::CarerQol, "20000201"),
        Invalid::AnswersLength { field: "answers", must: 9 }
    );

    // An instrument that Kring knows by name only takes any answers, and answers cannot move to another
    // instrument.
    dossier.apply(&filled_in(2, None, Instrument::SocialSupportList, "2026-11-24", "3412"), at(2)).unwrap();
    let id = MeasurementId::from_random([2; 10]);
    let other =
        edit::set::<Measurement>(id.clone(), MeasurementField::Instrument(Some(Instrument::CarerQol)));
    assert!(dossier.apply(&other, at(3)).is_err());
    assert_eq!(dossier.one::<Measurement>(&id).unwrap().answers, "3412");
}

/// Returns answers to the Caregiver Strain Index with this score.
fn ones(score: usize) -> String {
    format!("{}{}", "1".repeat(score), "0".repeat(13 - score))
}

#[test]
fn a_high_load_warns_and_so_does_one_that_rises_by_two() {
    assert_eq!(load_warning(&[]), None);
    assert_eq!(load_warning(&[6]), None);
    assert_eq!(load_warning(&[7]), Some(LoadWarning::High));
    assert_eq!(load_warning(&[3, 4]), None);
    assert_eq!(load_warning(&[3, 5]), Some(LoadWarning::Rising));
    assert_eq!(load_warning(&[4, 9]), Some(LoadWarning::High));
    // A load that was high and fell gives no warning, and neither does a rise of long ago.
    assert_eq!(load_warning(&[9, 6]), None);
    assert_eq!(load_warning(&[2, 5, 5]), None);
}

#[test]
fn the_series_of_a_carer_is_sorted_by_day() {
    let mut dossier = mrs_de_wit();
    let (fatima, joris) = (person_id(1), person_id(2));
    let roles = PersonField::CarerRoles([CarerRole::PivotalCarer].into_iter().collect());
    let strain = Instrument::CaregiverStrainIndex;
    for edit in [
        edit::set::<Person>(joris.clone(), roles),
        filled_in(1, Some(joris.clone()), strain.clone(), "2026-11-24", &ones(5)),
        filled_in(2, Some(joris.clone()), strain.clone(), "2026-08-24", &ones(3)),
        filled_in(3, Some(joris.clone()), strain.clone(), "2026-12-24", "1------------"),
        filled_in(4, Some(joris.clone()), Instrument::ThreeQuestions, "2026-11-24", "012"),
        filled_in(5, Some(fatima.clone()), strain.clone(), "2026-11-24", &ones(1)),
        filled_in(6, None, strain.clone(), "2026-11-24", &ones(8)),
        filled_in(7, Some(person_id(9)), strain, "2026-11-24", &ones(13)),
    ] {
        dossier.apply(&edit, at(1)).unwrap().unwrap();
    }
    let carers = |dossier: &Dossier| carers(&dossier.all(), &dossier.all_as_added());
    let all = carers(&dossier);
    let warnings: Vec<_> = all.iter().map(|carer| (carer.person.clone(), carer.warning)).collect();
    // A person who is not on the map is left out.
    assert_eq!(
        warnings,
        [
            (None, Some(LoadWarning::High)),
            (Some(fatima), None),
            (Some(joris.clone()), Some(LoadWarning::Rising))
        ]
    );
    let [three, index] = all[2].series.as_slice() else { panic!("{all:?}") };
    assert_eq!((&three.instrument, three.filled_in.len()), (&Instrument::ThreeQuestions, 1));
    let days: Vec<_> = index.filled_in.iter().map(|one| one.day.unwrap()).collect();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(days, [day("2026-08-24"), day("2026-11-24"), day("2026-12-24")]);

    // A person who died gives no warning, but the measurements can still be read.
    let died = edit::set::<Person>(joris.clone(), PersonField::Life(Some(LifeStatus::Deceased)));
    dossier.apply(&died, at(2)).unwrap();
    assert_eq!((carers(&dossier)[2].warning, carers(&dossier)[2].series.len()), (None, 2));
    dossier.apply(&edit::remove::<Person>(joris), at(3)).unwrap();
    assert_eq!(carers(&dossier).len(), 2);
}
