//! The agenda: what is to happen when, of all dossiers, from the lines of the caseload. No dossier is opened for it.

use chrono::NaiveDate;
use dossier::DossierId;
use serde::Serialize;
use ts_rs::TS;

use crate::caseload::card::CaseCard;
use crate::caseload::due::{self, DueKind};
use crate::desk::Desk;

/// How many days after today are near.
const NEAR: i64 = 7;

/// Where something stands in the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Before today, and not done.
    Late,
    /// Today.
    Today,
    /// In the seven days after today.
    Near,
    /// After that.
    Later,
}

impl When {
    fn of(day: NaiveDate, today: NaiveDate) -> Self {
        match (day - today).num_days() {
            ..0 => Self::Late,
            0 => Self::Today,
            1..=NEAR => Self::Near,
            _ => Self::Later,
        }
    }
}

/// Something in the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AgendaItem {
    /// The dossier.
    pub dossier: DossierId,
    /// The client's name or alias.
    pub name: String,
    /// An invented client.
    pub example: bool,
    /// What kind of thing.
    pub kind: DueKind,
    /// The record that says so.
    pub record: String,
    /// The day.
    pub day: NaiveDate,
    /// The hour, in minutes after midnight.
    pub minutes: Option<u16>,
    /// What an action is called.
    pub title: String,
    /// Where it stands.
    pub when: When,
}

/// The agenda as it is on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Agenda {
    /// The day.
    pub today: NaiveDate,
    /// What is to happen, by day and hour.
    pub items: Vec<AgendaItem>,
}

impl Desk {
    /// What is to happen when; with `days`, no further than so many days after today.
    pub fn agenda(&mut self, days: Option<u16>) -> Agenda {
        let today = self.outside.today();
        let mut items: Vec<AgendaItem> =
            self.caseload().iter().flat_map(|card| items_of(card, today).collect::<Vec<_>>()).collect();
        let within = |item: &AgendaItem| match days {
            Some(days) => (item.day - today).num_days() <= i64::from(days),
            None => true,
        };
        items.retain(within);
        // What has no hour comes before what has one: it is for the whole day.
        items.sort_by(|a, b| (a.day, a.minutes, a.kind, &a.name).cmp(&(b.day, b.minutes, b.kind, &b.name)));
        Agenda { today, items }
    }
}

fn items_of(card: &CaseCard, today: NaiveDate) -> impl Iterator<Item = AgendaItem> {
    due::still_due(&card.dues, card.last_contact).map(move |due| AgendaItem {
        dossier: card.id.clone(),
        name: card.name.clone(),
        example: card.example,
        kind: due.kind,
        record: due.record.clone(),
        day: due.day,
        minutes: due.minutes,
        title: due.title.clone(),
        when: When::of(due.day, today),
    })
}
