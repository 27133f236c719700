//! The network of a client for drawing: now, at a measuring moment, or on a day.

use std::collections::BTreeSet;

use dossier::analysis::Network;
use dossier::model::{Organisation, Parentage, Partnership, Person, Tie};
use dossier::{Dossier, MemberId, OrganisationId, Past, PersonId, Relative};
use serde::Serialize;
use ts_rs::TS;

/// The members of a network, with the ties among them.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct NetworkView {
    /// The people around the client.
    pub people: Vec<Person>,
    /// The organisations around the client.
    pub organisations: Vec<Organisation>,
    /// The ties among members. Both ends of each are in view.
    pub ties: Vec<Tie>,
    /// The partnerships. Both ends of each are in view.
    pub partnerships: Vec<Partnership>,
    /// The lines of descent. Both ends of each are in view.
    pub parentages: Vec<Parentage>,
}

impl NetworkView {
    /// Returns the current network of a dossier.
    pub(crate) fn of(dossier: &Dossier) -> Self {
        let all = Self {
            people: dossier.all(),
            organisations: dossier.all(),
            ties: dossier.all(),
            partnerships: dossier.all(),
            parentages: dossier.all(),
        };
        all.with_both_ends()
    }

    /// Returns the network of a dossier in the past.
    pub(crate) fn then(past: &Past<'_>) -> Self {
        let all = Self {
            people: past.all(),
            organisations: past.all(),
            ties: past.all(),
            partnerships: past.all(),
            parentages: past.all(),
        };
        all.with_both_ends()
    }

    /// Returns the number of records in the network.
    pub(crate) fn size(&self) -> usize {
        let lines = self.ties.len() + self.partnerships.len() + self.parentages.len();
        self.people.len() + self.organisations.len() + lines
    }

    /// Returns the network from which measures are computed.
    pub(crate) fn measured(&self) -> Network {
        Network::new(self.people.clone(), self.organisations.clone(), &self.ties)
    }

    /// Removes the ties and lines that have an end out of view.
    fn with_both_ends(mut self) -> Self {
        let people: BTreeSet<&PersonId> = self.people.iter().map(|person| &person.id).collect();
        let organisations: BTreeSet<&OrganisationId> = self.organisations.iter().map(|one| &one.id).collect();
        let member = |end: &Option<MemberId>| match end {
            Some(MemberId::Person(id)) => people.contains(id),
            Some(MemberId::Organisation(id)) => organisations.contains(id),
            None => false,
        };
        let relative = |end: &Option<Relative>| match end {
            Some(Relative::Client) => true,
            Some(Relative::Person(id)) => people.contains(id),
            None => false,
        };
        self.ties.retain(|tie| member(&tie.a) && member(&tie.b));
        self.partnerships.retain(|line| relative(&line.a) && relative(&line.b));
        self.parentages.retain(|line| relative(&line.parent) && relative(&line.child));
        self
    }
}

#[cfg(test)]
mod tests {
    use dossier::model::TieField;
    use dossier::{ID_BYTES, Id, Record, TieId};

    use super::*;

    #[test]
    fn the_ends_of_many_ties_are_looked_up_in_a_moment() {
        let bytes = |number: u32| {
            let mut bytes = [0; ID_BYTES];
            bytes[..4].copy_from_slice(&number.to_be_bytes());
            bytes
        };
        let person = |number| PersonId::from_random(bytes(number));
        let tie = |number: u32| {
            let mut tie = Tie::blank(TieId::from_random(bytes(number)));
            tie.set(TieField::A(Some(MemberId::Person(person(number % 50_000)))));
            tie.set(TieField::B(Some(MemberId::Person(person(number)))));
            tie
        };
        let all = NetworkView {
            people: (0..50_000).map(|number| Person::blank(person(number))).collect(),
            organisations: Vec::new(),
            ties: (0..100_000).map(tie).collect(),
            partnerships: Vec::new(),
            parentages: Vec::new(),
        };
        let begun = std::time::Instant::now();
        assert_eq!(all.with_both_ends().ties.len(), 50_000);
        assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    }
}
