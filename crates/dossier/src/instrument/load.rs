//! The load of carers over time, and the warnings that it gives.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::forms::FORMS;
use super::outcome::Outcome;
use super::scoring::{Scored, scored};
use super::strain_index::HIGH_STRAIN;
use crate::choice::Choice;
use crate::id::{MeasurementId, MomentId, PersonId};
use crate::model::{CarerRole, Instrument, LifeStatus, Measurement, Person, SupportKind};

/// The least increase of the Caregiver Strain Index since the last time that gives a warning. There is no
/// published least change; one item alone changes with a bad night, so it takes two.
pub const NOTABLE_RISE: u8 = 2;

/// A warning that a carer's load asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LoadWarning {
    /// The load is rising.
    Rising,
    /// The load is high.
    High,
}

/// A carer, with the instruments that were filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarerLoad {
    /// The person who cares. If absent, this is the client herself.
    pub person: Option<PersonId>,
    /// The roles of the carer.
    pub roles: Vec<CarerRole>,
    /// The kinds of support that the carer gives.
    pub gives: Vec<SupportKind>,
    /// The filled-in instruments, a series for each.
    pub series: Vec<InstrumentSeries>,
    /// The warning that the load gives, if any.
    pub warning: Option<LoadWarning>,
}

/// One instrument as it was filled in over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentSeries {
    /// The instrument of the series.
    pub instrument: Instrument,
    /// Each time that it was filled in, by day.
    pub filled_in: Vec<FilledIn>,
}

/// One time that an instrument was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FilledIn {
    /// The id of the measurement.
    pub id: MeasurementId,
    /// The day on which it was filled in.
    pub day: Option<NaiveDate>,
    /// The measuring moment that it belongs to.
    pub moment: Option<MomentId>,
    /// The answers as the record holds them.
    pub answers: String,
    /// The scored answers; absent if they do not fit the instrument.
    pub scored: Option<Scored>,
}

/// Returns the carers: the people who have a role as a carer or filled in an instrument, in the order of
/// `people`, after the client herself if she filled one in.
///
/// A person who died gives no warning, and the measurements of a removed person are not shown. `measurements`
/// must be in the order in which they were added, which decides between two of one day.
pub fn carers(people: &[Person], measurements: &[Measurement]) -> Vec<CarerLoad> {
    let mut by_person: BTreeMap<Option<&PersonId>, Vec<&Measurement>> = BTreeMap::new();
    for measurement in measurements {
        by_person.entry(measurement.person.as_ref()).or_default().push(measurement);
    }
    let of = |who| by_person.get(&who).map(Vec::as_slice).unwrap_or_default();
    let client = carer(None, of(None));
    let client = (!client.series.is_empty()).then_some(client);
    let people = people.iter().map(|person| carer(Some(person), of(Some(&person.id))));
    let carries = |carer: &CarerLoad| !carer.roles.is_empty() || !carer.series.is_empty();
    client.into_iter().chain(people.filter(carries)).collect()
}

/// Returns the load of one carer, whose measurements these are.
fn carer(person: Option<&Person>, measurements: &[&Measurement]) -> CarerLoad {
    let id = person.map(|person| person.id.clone());
    let of = |instrument: &Instrument| {
        let mine = measurements.iter().filter(|one| one.instrument.as_ref() == Some(instrument));
        let mut filled_in: Vec<FilledIn> = mine.map(|one| filled_in(instrument, one)).collect();
        // A measurement without a day sorts first, so that the last known day stays last.
        filled_in.sort_by_key(|one| one.day);
        InstrumentSeries { instrument: instrument.clone(), filled_in }
    };
    let others = Instrument::ALL.iter().filter(|instrument| !FORMS.contains(instrument));
    let series = FORMS.iter().chain(others).map(of).filter(|one| !one.filled_in.is_empty());
    let series: Vec<InstrumentSeries> = series.collect();
    let alive = person.is_none_or(|person| person.life != Some(LifeStatus::Deceased));
    let strain = series.iter().find(|one| one.instrument == Instrument::CaregiverStrainIndex);
    CarerLoad {
        roles: person.map(|person| person.carer_roles.0.iter().cloned().collect()).unwrap_or_default(),
        gives: person.map(|person| person.gives.0.iter().cloned().collect()).unwrap_or_default(),
        warning: strain.filter(|_| alive).and_then(|one| load_warning(&one.strain())),
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
    /// Returns the scores of the Caregiver Strain Index in the series, oldest first, without the incomplete
    /// ones.
    fn strain(&self) -> Vec<u8> {
        let outcomes = self.filled_in.iter().filter_map(|one| one.scored.as_ref()?.outcome.as_ref());
        let score = |outcome: &Outcome| match outcome {
            Outcome::Strain { score, .. } => Some(*score),
            Outcome::CareQuality { .. } | Outcome::Signal { .. } => None,
        };
        outcomes.filter_map(score).collect()
    }
}

/// Returns the warning that `scores` of the Caregiver Strain Index give, which are in order, oldest first.
/// There is a warning if the last score is high (Robinson 1983: 7 or more), or rose by [`NOTABLE_RISE`] since
/// the one before. A score that was high and fell gives none.
pub fn load_warning(scores: &[u8]) -> Option<LoadWarning> {
    let (last, before) = scores.split_last()?;
    if *last >= HIGH_STRAIN {
        return Some(LoadWarning::High);
    }
    before.last().filter(|before| *last >= **before + NOTABLE_RISE).map(|_| LoadWarning::Rising)
}
