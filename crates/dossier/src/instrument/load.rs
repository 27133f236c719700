//! The load of carers over time, and when it asks for attention.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FORMS, Outcome, Scored, scored};
use crate::choice::Choice;
use crate::id::{MeasurementId, MomentId, PersonId};
use crate::model::{CarerRole, Instrument, LifeStatus, Measurement, Person, SupportKind};

/// By how much the Caregiver Strain Index must have gone up since the last time to be rising. No published least change is at
/// hand; one item alone turns with a bad night, so it takes two that were not there before.
pub const NOTABLE_RISE: u8 = 2;

/// A warning that a carer's load asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LoadWarning {
    /// It goes up.
    Rising,
    /// It is high.
    High,
}

/// Somebody who carries, with what was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CarerLoad {
    /// Who; the client herself where absent.
    pub person: Option<PersonId>,
    /// What the carer is.
    pub roles: Vec<CarerRole>,
    /// What support the carer gives.
    pub gives: Vec<SupportKind>,
    /// What was filled in, an instrument each.
    pub series: Vec<InstrumentSeries>,
    /// Whether the load asks for attention.
    pub warning: Option<LoadWarning>,
}

/// One instrument over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InstrumentSeries {
    /// Which.
    pub instrument: Instrument,
    /// Each time that it was filled in, by day.
    pub filled_in: Vec<FilledIn>,
}

/// One time that an instrument was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FilledIn {
    /// The measurement.
    pub id: MeasurementId,
    /// The day.
    pub day: Option<NaiveDate>,
    /// The measuring moment that it belongs to.
    pub moment: Option<MomentId>,
    /// The answers, as they are kept.
    pub answers: String,
    /// What they come to; absent where they do not fit the instrument.
    pub scored: Option<Scored>,
}

/// Those who carry: whoever has a role as a carer or filled in an instrument, in the order of `people`, the client herself
/// first where she did. Who has died gives no warning; measurements of somebody out of view are out of view. Measurements come
/// in the order in which they were added, which decides where two are of one day.
pub fn carers(people: &[Person], measurements: &[Measurement]) -> Vec<CarerLoad> {
    let client = carer(None, measurements);
    let client = (!client.series.is_empty()).then_some(client);
    let people = people.iter().map(|person| carer(Some(person), measurements));
    let carries = |carer: &CarerLoad| !carer.roles.is_empty() || !carer.series.is_empty();
    client.into_iter().chain(people.filter(carries)).collect()
}

fn carer(person: Option<&Person>, measurements: &[Measurement]) -> CarerLoad {
    let id = person.map(|person| person.id.clone());
    let of = |instrument: &Instrument| {
        let mine =
            measurements.iter().filter(|one| one.person == id && one.instrument.as_ref() == Some(instrument));
        let mut filled_in: Vec<FilledIn> = mine.map(|one| filled_in(instrument, one)).collect();
        // A day that nobody noted comes before those that are known: what is known to be last stays last.
        filled_in.sort_by_key(|one| one.day);
        InstrumentSeries { instrument: instrument.clone(), filled_in }
    };
    let others = Instrument::ALL.iter().filter(|instrument| !FORMS.contains(instrument));
    let series = FORMS.iter().chain(others).map(of).filter(|course| !course.filled_in.is_empty());
    let series: Vec<InstrumentSeries> = series.collect();
    let alive = person.is_none_or(|person| person.life != Some(LifeStatus::Deceased));
    let strain = series.iter().find(|course| course.instrument == Instrument::CaregiverStrainIndex);
    CarerLoad {
        roles: person.map(|person| person.carer_roles.0.iter().cloned().collect()).unwrap_or_default(),
        gives: person.map(|person| person.gives.0.iter().cloned().collect()).unwrap_or_default(),
        warning: strain.filter(|_| alive).and_then(|course| load_warning(&course.strain())),
        person: id,
        series,
    }
}

fn filled_in(instrument: &Instrument, measurement: &Measurement) -> FilledIn {
    FilledIn {
        id: measurement.id.clone(),
        day: measurement.day,
        moment: measurement.moment.clone(),
        answers: measurement.answers.clone(),
        scored: scored(instrument, &measurement.answers),
    }
}

impl InstrumentSeries {
    /// The scores of the Caregiver Strain Index in it, oldest first; what is incomplete has none.
    fn strain(&self) -> Vec<u8> {
        let outcomes = self.filled_in.iter().filter_map(|one| one.scored.as_ref()?.outcome.as_ref());
        let score = |outcome: &Outcome| match outcome {
            Outcome::Strain { score, .. } => Some(*score),
            _ => None,
        };
        outcomes.filter_map(score).collect()
    }
}

/// Whether scores of the Caregiver Strain Index, oldest first, ask for attention: the last is high (Robinson 1983: 7 or more),
/// or went up by [`NOTABLE_RISE`] since the one before. What was high and went down asks no more.
pub fn load_warning(scores: &[u8]) -> Option<LoadWarning> {
    let (last, before) = scores.split_last()?;
    if *last >= super::HIGH_STRAIN {
        return Some(LoadWarning::High);
    }
    before.last().filter(|before| *last >= **before + NOTABLE_RISE).map(|_| LoadWarning::Rising)
}
