//! The carers of a client: their load in sentences, and the dossier that a carer may have of her own.

mod load;

use std::collections::BTreeMap;

use dossier::instrument::{self, CarerLoad, InstrumentSeries, LoadWarning};
use dossier::model::{CarerRole, Instrument, Measurement, Person, PersonField, ProfileField, SupportKind};
use dossier::{DocumentName, Dossier, DossierId, Edit, EditError, Id, PersonId, edit};
use serde::Serialize;
use ts_rs::TS;

use crate::caseload::card::Counts;
use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::document_id::dossier_document;
use crate::desk::open_dossier::OpenDossier;
use crate::desk::saving::Saving;
use crate::desk::stored_document::StoredDocument;
use crate::dossier::news::News;
use crate::error::CoachError;

pub use self::load::FilledInCard;

/// The carers of a client.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CarersView {
    /// The carers, with the instruments that they filled in.
    pub carers: Vec<CarerCard>,
    /// The dossiers that people of the network have of their own.
    pub own_dossiers: Vec<OwnDossier>,
    /// The dossier of the person whom this client cares for, if the profile names one.
    pub carer_in: Option<LinkedDossier>,
}

/// A carer of a client.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CarerCard {
    /// The id of the carer. It is absent if the carer is the client.
    pub person: Option<PersonId>,
    /// The name of the carer.
    pub name: String,
    /// The roles of the carer.
    pub roles: Vec<CarerRole>,
    /// The kinds of support that the carer gives.
    pub gives: Vec<SupportKind>,
    /// The warning about the load, if there is one.
    pub warning: Option<LoadWarning>,
    /// The series of each instrument that was filled in.
    pub series: Vec<SeriesCard>,
}

/// The series of outcomes of one instrument.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SeriesCard {
    /// The instrument that was filled in.
    pub instrument: Instrument,
    /// The times that it was filled in, by day.
    pub times: Vec<FilledInCard>,
}

/// A person in the network who has a dossier of their own.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OwnDossier {
    /// The id of the person.
    pub person: PersonId,
    /// The dossier of this person.
    pub dossier: LinkedDossier,
}

/// A dossier that another one refers to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LinkedDossier {
    /// The id of the dossier.
    pub id: DossierId,
    /// The client's name, if this account has the dossier.
    pub name: Option<String>,
}

impl Desk {
    /// Returns the carers of a client, with their load over time.
    pub fn carers(&mut self, id: &DossierId) -> Result<CarersView, CoachError> {
        let here: BTreeMap<DossierId, String> =
            self.caseload().into_iter().map(|card| (card.id, card.name)).collect();
        let dossier = self.read(id)?;
        let (profile, people): (_, Vec<Person>) = (dossier.profile(), dossier.all_as_added());
        let carers = instrument::carers(&people, &dossier.all_as_added::<Measurement>());
        let names: BTreeMap<&PersonId, &String> =
            people.iter().map(|person| (&person.id, &person.name)).collect();
        let name = |who: Option<&PersonId>| {
            let name = who.and_then(|who| names.get(who).copied());
            name.unwrap_or(&profile.name).clone()
        };
        let carers = carers.into_iter().map(|carer| card(name(carer.person.as_ref()), carer)).collect();
        let linked = |id: DossierId| LinkedDossier { name: here.get(&id).cloned(), id };
        let own = people.into_iter().filter_map(|person| Some((person.id, person.own_dossier?)));
        let own = own.map(|(person, dossier)| OwnDossier { person, dossier: linked(dossier) });
        Ok(CarersView { carers, own_dossiers: own.collect(), carer_in: profile.carer_in.map(linked) })
    }

    /// Creates a dossier for a person in the network of the dossier `id`. Both dossiers refer to each other,
    /// or neither does.
    pub fn open_carer_dossier(&mut self, id: &DossierId, who: &PersonId) -> Result<Changed, CoachError> {
        self.not_while_joining()?;
        let person = self.read(id)?.one::<Person>(who);
        let person = person.ok_or_else(|| EditError::NotFound { id: who.to_string() })?;
        if person.own_dossier.is_some() {
            return Err(CoachError::HasOwnDossier(person.name));
        }
        let now = self.now();
        let (new, founded) = self.found()?;
        let mut theirs = Dossier::create(new.clone(), &self.writer(&new, &DocumentName::Record))?;
        let name = Edit::Profile(ProfileField::Name(person.name.trim().to_owned()));
        let carer_in = Edit::Profile(ProfileField::CarerIn(Some(id.clone())));
        theirs.apply(&Edit::All(vec![name, carer_in]), now)?;
        let theirs = StoredDocument::new(dossier_document(&new), theirs);

        let mut saving = Saving::with(founded.and(self.before_writing(id, &DocumentName::Record)?));
        let (open, mut stores) = self.open(id)?;
        // This edits a copy. If the vault refuses, the open dossier does not refer to a dossier that
        // does not exist.
        let mut ours = open.record().clone();
        let own_dossier = PersonField::OwnDossier(Some(new.clone()));
        ours.content_mut().apply(&edit::set::<Person>(who.clone(), own_dossier), now)?;
        let (counts, their_counts) = (open.counts(), Counts::of(theirs.content()));
        saving.record(&ours, ours.unsaved(), &counts, open.news());
        saving.record(&theirs, theirs.unsaved(), &their_counts, &News::default());
        saving.append(&mut stores)?;

        open.put_record(ours, counts, stores.vault);
        let theirs = OpenDossier::saved(theirs, their_counts, stores.vault);
        self.put_open(new, theirs);
        Ok(Changed::dossier(id))
    }

    /// Returns the person in a network with an id or a name.
    pub fn person_called(&mut self, id: &DossierId, named: &str) -> Result<PersonId, CoachError> {
        let people: Vec<Person> = self.read(id)?.all();
        let alike = |person: &&Person| {
            person.id.as_str() == named || person.name.trim().to_lowercase() == named.trim().to_lowercase()
        };
        match people.iter().filter(alike).collect::<Vec<_>>().as_slice() {
            [] => Err(EditError::NotFound { id: named.to_owned() }.into()),
            [person] => Ok(person.id.clone()),
            [..] => Err(CoachError::SeveralPeople(named.to_owned())),
        }
    }
}

fn card(name: String, carer: CarerLoad) -> CarerCard {
    let series = carer.series.into_iter().map(|InstrumentSeries { instrument, filled_in }| SeriesCard {
        times: load::cards(&name, filled_in),
        instrument,
    });
    CarerCard {
        series: series.collect(),
        person: carer.person,
        roles: carer.roles,
        gives: carer.gives,
        warning: carer.warning,
        name,
    }
}
