//! The order of people and organisations on paper: by ring from the inside, and by name within a ring.

use std::cmp::Ordering;

use dossier::Choice as _;
use dossier::model::{Organisation, Person, Ring};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use crate::dossier::view::DossierView;

/// The order of names as a register has it: “Émile” is between “Emiel” and “Eva”, and capitals make no
/// difference.
pub(super) struct NameOrder(Option<CollatorBorrowed<'static>>);

impl NameOrder {
    /// Returns the order of names. Dutch and English have the same.
    pub(super) fn new() -> Self {
        Self(Collator::try_new(Default::default(), CollatorOptions::default()).ok())
    }

    /// Compares two names. Without the data of the order it compares their letters by code point.
    pub(super) fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0
            .as_ref()
            .map_or(Ordering::Equal, |order| order.compare(one, other))
            .then_with(|| one.cmp(other))
    }
}

/// Sorts the people and the organisations of a dossier.
pub(super) fn sort_members(view: &mut DossierView, names: &NameOrder) {
    let compare = |one: (usize, &str), other: (usize, &str)| {
        one.0.cmp(&other.0).then_with(|| names.compare(one.1, other.1))
    };
    let person = |one: &Person| rank(&one.ring);
    view.people.sort_by(|a, b| compare((person(a), &a.name), (person(b), &b.name)));
    let organisation = |one: &Organisation| rank(&one.ring);
    view.organisations.sort_by(|a, b| compare((organisation(a), &a.name), (organisation(b), &b.name)));
}

/// Returns the place of a ring from the inside. No ring, and a ring of a newer version, come last.
fn rank(ring: &Option<Ring>) -> usize {
    let known = ring.as_ref().and_then(|ring| Ring::ALL.iter().position(|one| one.as_str() == ring.as_str()));
    known.unwrap_or(Ring::ALL.len())
}
