//! The network of a client for drawing: now, at a measuring moment, or on a day.

use dossier::analysis::Network;
use dossier::model::{Organisation, Parentage, Partnership, Person, Tie};
use dossier::{Dossier, MemberId, Past, Relative};
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

    /// Returns the network from which measures are computed.
    pub(crate) fn measured(&self) -> Network {
        Network::new(self.people.clone(), self.organisations.clone(), &self.ties)
    }

    /// Removes the ties and lines that have an end out of view.
    fn with_both_ends(mut self) -> Self {
        let (people, organisations) = (&self.people, &self.organisations);
        let member = |end: &Option<MemberId>| match end {
            Some(MemberId::Person(id)) => people.iter().any(|person| person.id == *id),
            Some(MemberId::Organisation(id)) => {
                organisations.iter().any(|organisation| organisation.id == *id)
            }
            None => false,
        };
        let relative = |end: &Option<Relative>| match end {
            Some(Relative::Client) => true,
            Some(Relative::Person(id)) => people.iter().any(|person| person.id == *id),
            None => false,
        };
        self.ties.retain(|tie| member(&tie.a) && member(&tie.b));
        self.partnerships.retain(|line| relative(&line.a) && relative(&line.b));
        self.parentages.retain(|line| relative(&line.parent) && relative(&line.child));
        self
    }
}
