//! An invented dossier that six people wrote for five years.

use dossier::model::*;
use dossier::*;

use crate::support::*;

const WORDS: [&str; 5] =
    ["Belt elke week. ", "Komt op dinsdag. ", "Wil helpen. ", "Gaat goed. ", "Ziek geweest. "];

/// Returns the dossier after sixty months, in each of which six people wrote on one of their three devices.
pub(crate) fn five_years(edits_a_month: u64) -> Dossier {
    let mut dossier = mrs_de_wit();
    let mut random = 1_u64;
    let mut next = |below: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (random >> 33) % below
    };
    for month in 0..60_u64 {
        for coach in 0..6 {
            let actor = [20 + coach * 3 + next(3) as u8; 16];
            let writer = Writer { coach: CoachId::from_random([coach; 10]), actor };
            dossier = Dossier::load(dossier_id(), [dossier.save().as_slice()], &writer).unwrap();
            for turn in 0..edits_a_month / 6 {
                let number = 1 + next(60) as u8;
                let there = dossier.one::<Person>(&person_id(number));
                let edit = match (there, next(6)) {
                    (None, _) => person(number, "Fatima el Amrani"),
                    (Some(person), 0) => {
                        let mut remark: String = person.remark.0.chars().rev().take(600).collect();
                        remark = remark.chars().rev().collect();
                        remark.push_str(WORDS[next(5) as usize]);
                        edit::set::<Person>(person_id(number), PersonField::Remark(remark.as_str().into()))
                    }
                    (Some(_), 1) => name(number, &format!("Fatima {}", next(1_000))),
                    (Some(_), 2) => {
                        let ends = [1 + next(60) as u8, 61 + next(60) as u8]
                            .map(|end| Some(MemberId::Person(person_id(end))));
                        let [a, b] = ends;
                        edit::add::<Tie>(
                            TieId::from_random([month as u8, coach, turn as u8, 0, 0, 0, 0, 0, 0, number]),
                            [TieField::A(a), TieField::B(b)],
                        )
                    }
                    (Some(_), 3) => {
                        relation(number, if next(2) == 0 { Relation::Friend } else { Relation::Neighbour })
                    }
                    (Some(_), _) => edit::set::<Person>(
                        person_id(number),
                        PersonField::Ecogram(Some(Position {
                            x: next(100) as f64 / 100.0,
                            y: next(100) as f64 / 100.0,
                        })),
                    ),
                };
                dossier.apply(&edit, at((month * 43_200 + turn) as i64)).unwrap();
            }
        }
    }
    dossier
}
