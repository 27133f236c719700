//! A large network: 150 invented people, and 1,000 ties among them.

use std::collections::BTreeSet;

use coach::dossier::model::{Person, PersonField, Quality, Ring, Sector, Tie, TieField};
use coach::dossier::{Choice, Edit, MemberId, TieId, edit};

use crate::record::{id, person};

pub(crate) const PEOPLE: usize = 150;
pub(crate) const TIES: usize = 1000;
/// The number of people in a group who know each other well: a family, a street, a choir.
const CIRCLE: usize = 15;
/// The number of people with ties. The last two know nobody, and the one before them knows one other.
const SOCIABLE: usize = PEOPLE - 3;

/// Returns the pairs of people with a tie, always the same. Two in three stay within a group.
pub(crate) fn pairs() -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::from([(0, SOCIABLE)]);
    // A linear congruential generator (Knuth, The Art of Computer Programming, 3.3.4).
    let mut state: u64 = 7;
    let mut below = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    while pairs.len() < TIES {
        let a = below(SOCIABLE);
        let near = (a / CIRCLE * CIRCLE + below(CIRCLE)).min(SOCIABLE - 1);
        let b = if below(3) < 2 { near } else { below(SOCIABLE) };
        if a != b {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    pairs
}

/// Returns the edit that adds them all to a dossier.
pub(crate) fn all_at_once() -> Edit {
    let people = (0..PEOPLE).map(|number| {
        let fields = [
            PersonField::Name(format!("Persoon {number}")),
            PersonField::Sector(Sector::ALL.get(number % 4).cloned()),
            PersonField::Ring(Ring::ALL.get(number / 4 % 4).cloned()),
            PersonField::Quality(Quality::ALL.get(number % 5).cloned()),
        ];
        edit::add::<Person>(person(number), fields)
    });
    let ties = pairs().into_iter().enumerate().map(|(number, (a, b))| {
        let end = |number| Some(MemberId::Person(person(number)));
        edit::add::<Tie>(id::<TieId>(number), [TieField::A(end(a)), TieField::B(end(b))])
    });
    Edit::All(people.chain(ties).collect())
}
