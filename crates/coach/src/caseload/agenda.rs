//! The agenda: the items that are due in all dossiers, and their days. It is computed from the cards of the
//! caseload, without opening a dossier.

use chrono::NaiveDate;
use dossier::DossierId;
use serde::Serialize;
use ts_rs::TS;

use crate::caseload::card::CaseCard;
use crate::caseload::due::{self, DueKind};
use crate::desk::Desk;

/// The number of days after today that count as near.
const NEAR: i64 = 7;

/// The part of the agenda in which an item is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The item was due before today and is not done.
    Late,
    /// The item is due today.
    Today,
    /// The item is due in the seven days after today.
    Near,
    /// The item is due more than seven days after today.
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

/// An item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AgendaItem {
    /// The dossier that it is in.
    pub dossier: DossierId,
    /// The client's name or alias.
    pub name: String,
    /// True if the client is fictional.
    pub example: bool,
    /// The kind of thing that is due.
    pub kind: DueKind,
    /// The id of the record that the item comes from.
    pub record: String,
    /// The day on which it is due.
    pub day: NaiveDate,
    /// The time of day in minutes after midnight, if the item has one.
    pub minutes: Option<u16>,
    /// The title of an action. It is empty for other kinds.
    pub title: String,
    /// The part of the agenda in which the item is listed.
    pub when: When,
}

/// The agenda as it is on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Agenda {
    /// The day that it is computed for.
    pub today: NaiveDate,
    /// The items, by day and hour.
    pub items: Vec<AgendaItem>,
}

impl Desk {
    /// Returns the agenda. With `days`, it ends that many days after today.
    pub fn agenda(&mut self, days: Option<u16>) -> Agenda {
        let today = self.today();
        let mut items: Vec<AgendaItem> =
            self.caseload().iter().flat_map(|card| items_of(card, today).collect::<Vec<_>>()).collect();
        let within = |item: &AgendaItem| match days {
            Some(days) => (item.day - today).num_days() <= i64::from(days),
            None => true,
        };
        items.retain(within);
        // An item without an hour is for the whole day, so it comes before those with one.
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
