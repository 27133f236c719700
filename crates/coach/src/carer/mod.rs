//! Those who carry for a client: their load as the faces say it, and the dossier that a carer may get.

use dossier::instrument::{self, CarerLoad, FilledIn, InstrumentSeries, LoadWarning, Outcome};
use dossier::model::{CarerRole, Instrument, Measurement, Person, PersonField, ProfileField, SupportKind};
use dossier::{DocumentName, Dossier, DossierId, Edit, EditError, Id, PersonId, edit};
use serde::Serialize;
use ts_rs::TS;
use vault::Append;

use crate::caseload::card::{self, Counts};
use crate::changed::Changed;
use crate::desk::document_id::dossier_document;
use crate::desk::open_dossier::OpenDossier;
use crate::desk::{Desk, changed};
use crate::error::CoachError;
use crate::message::Message;

/// What can be said of a filled-in instrument, as the message files name it: `load-<name>`, and `load-<name>-ask` for the
/// question.
pub const LOADS: [&str; 10] = [
    "incomplete",
    "strain",
    "strain-high",
    "strain-rising",
    "care",
    "care-heavy",
    "talk",
    "nothing",
    "kept",
    "unfit",
];

/// Who carries for a client.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CarersView {
    /// The carers, with what was filled in.
    pub carers: Vec<CarerCard>,
    /// The dossiers that people of the network have of their own.
    pub own_dossiers: Vec<OwnDossier>,
    /// The dossier of the person whom this client cares for.
    pub carer_in: Option<LinkedDossier>,
}

/// Somebody who carries.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CarerCard {
    /// Who; the client where absent.
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// What the carer is.
    pub roles: Vec<CarerRole>,
    /// What support the carer gives.
    pub gives: Vec<SupportKind>,
    /// Whether the load asks for attention.
    pub hand: Option<LoadWarning>,
    /// What was filled in, an instrument each.
    pub courses: Vec<CourseCard>,
}

/// One instrument over time.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CourseCard {
    /// Which.
    pub instrument: Instrument,
    /// Each time that it was filled in, by day.
    pub times: Vec<TimeCard>,
}

/// One time that an instrument was filled in, in words.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct TimeCard {
    /// What was filled in, and what it comes to.
    #[serde(flatten)]
    pub filled_in: FilledIn,
    /// What is seen.
    pub says: Message,
    /// A question to open the talk with.
    pub asks: Message,
}

/// A dossier that somebody in the network has.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct OwnDossier {
    /// Who.
    pub person: PersonId,
    /// The dossier.
    pub dossier: LinkedDossier,
}

/// A dossier that another one points at.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LinkedDossier {
    /// Which.
    pub id: DossierId,
    /// The client's name, where the dossier is at this desk.
    pub name: Option<String>,
}

impl Desk {
    /// Who carries for a client, with their load over time.
    pub fn carers(&mut self, id: &DossierId) -> Result<CarersView, CoachError> {
        let dossier = self.read(id)?;
        let (profile, people): (_, Vec<Person>) = (dossier.profile(), dossier.all_as_added());
        let carers = instrument::carers(&people, &dossier.all_as_added::<Measurement>());
        let name = |who: Option<&PersonId>| {
            let person = people.iter().find(|person| Some(&person.id) == who);
            person.map_or(&profile.name, |person| &person.name).clone()
        };
        let carers = carers.into_iter().map(|carer| card(name(carer.person.as_ref()), carer)).collect();
        let linked = |desk: &mut Self, id: DossierId| {
            let here = desk.caseload().into_iter().find(|card| card.id == id);
            LinkedDossier { id, name: here.map(|card| card.name) }
        };
        let own = people.into_iter().filter_map(|person| Some((person.id, person.own_dossier?)));
        let own = own.map(|(person, dossier)| OwnDossier { person, dossier: linked(self, dossier) });
        Ok(CarersView {
            carers,
            own_dossiers: own.collect(),
            carer_in: profile.carer_in.map(|id| linked(self, id)),
        })
    }

    /// Opens a dossier of her own for somebody in the network of `id`; both say so of each other, or neither does.
    pub fn open_carer_dossier(&mut self, id: &DossierId, who: &PersonId) -> Result<Changed, CoachError> {
        self.not_while_joining()?;
        let person = self.read(id)?.one::<Person>(who);
        let person = person.ok_or_else(|| EditError::NotFound { id: who.to_string() })?;
        if person.own_dossier.is_some() {
            return Err(CoachError::HasOwnDossier(person.name));
        }
        let now = (self.outside.now)();
        let new: DossierId = self.outside.id()?;
        let mut theirs = Dossier::create(new.clone(), &self.writer(&new, &DocumentName::Record))?;
        let name = Edit::Profile(ProfileField::Name(person.name.trim().to_owned()));
        let carer_in = Edit::Profile(ProfileField::CarerIn(Some(id.clone())));
        theirs.apply(&Edit::All(vec![name, carer_in]), now)?;

        let batch = self.before_writing(id, &DocumentName::Record)?;
        let at = self.open(id)?;
        // In a copy: where the vault refuses, nothing points at a dossier that is not there.
        let mut copy = at.open.dossier.clone();
        copy.apply(&edit::set::<Person>(who.clone(), PersonField::OwnDossier(Some(new.clone()))), now)?;
        let counts = at.open.counts.get_or_insert_with(|| Counts::of(&copy)).clone();
        let card = card::card(&copy, counts, at.open.news.count());
        let their_card = card::card(&theirs, Counts::of(&theirs), 0);
        let (chunk, their_chunk) = (copy.save_since(&at.open.saved), theirs.save());
        let (summary, their_summary) = (card::encode(&card), card::encode(&their_card));
        let part =
            |id, chunk, summary| Append { document: dossier_document(id), chunk, summary: Some(summary) };
        at.vault.append(&[part(id, &chunk, &summary), part(&new, &their_chunk, &their_summary)], batch)?;

        let mut at = at;
        at.open.dossier = copy;
        at.saved(at.open.dossier.heads());
        at.caseload.keep(card);
        at.caseload.keep(their_card);
        let mut open = OpenDossier::new(theirs);
        open.saved = open.dossier.heads();
        open.chunks = 1;
        self.open.insert(new, open);
        Ok(changed(id))
    }

    /// The person in a network that somebody means: the id, or the name.
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
    let courses = carer.series.into_iter().map(|InstrumentSeries { instrument, filled_in }| CourseCard {
        times: times(&name, filled_in),
        instrument,
    });
    CarerCard {
        courses: courses.collect(),
        person: carer.person,
        roles: carer.roles,
        gives: carer.gives,
        hand: carer.warning,
        name,
    }
}

fn times(name: &str, filled_in: Vec<FilledIn>) -> Vec<TimeCard> {
    let mut scores = Vec::new();
    let times = filled_in.into_iter().map(|filled_in| {
        if let Some(Outcome::Strain { score, .. }) = outcome(&filled_in) {
            scores.push(*score);
        }
        let (said, count) = say(&filled_in, &scores);
        let message = |id: String| Message {
            id,
            args: [("name", name.to_owned()), ("count", count.to_string())]
                .map(|(key, text)| (key.to_owned(), text))
                .into(),
        };
        TimeCard {
            says: message(format!("load-{said}")),
            asks: message(format!("load-{said}-ask")),
            filled_in,
        }
    });
    times.collect()
}

fn outcome(filled_in: &FilledIn) -> Option<&Outcome> {
    filled_in.scored.as_ref()?.outcome.as_ref()
}

/// What is said of a time, one of [`LOADS`], with the number in it; `scores` are those of the Caregiver Strain Index so far.
fn say(filled_in: &FilledIn, scores: &[u8]) -> (&'static str, usize) {
    let Some(scored) = &filled_in.scored else { return ("unfit", 0) };
    match &scored.outcome {
        Some(Outcome::Strain { score, .. }) => match instrument::load_warning(scores) {
            Some(LoadWarning::High) => ("strain-high", usize::from(*score)),
            Some(LoadWarning::Rising) => ("strain-rising", usize::from(*score)),
            None => ("strain", usize::from(*score)),
        },
        Some(Outcome::CareQuality { sum, heavy, .. }) if heavy.is_empty() => ("care", usize::from(*sum)),
        Some(Outcome::CareQuality { sum, .. }) => ("care-heavy", usize::from(*sum)),
        Some(Outcome::Signal { talk_about }) if talk_about.is_empty() => ("nothing", 0),
        Some(Outcome::Signal { talk_about }) => ("talk", talk_about.len()),
        None if scored.missing.is_empty() => ("kept", 0),
        None => ("incomplete", scored.missing.len()),
    }
}
