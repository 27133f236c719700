//! What is to happen on a day: agreed contacts, actions and check-ins. A summary keeps the days, so that what is late is
//! computed on the day that it is looked at, without opening a dossier.

use chrono::NaiveDate;
use dossier::model::{Action, ActionField, ActionStatus, CheckIn, DossierStatus, Note, NoteField, NoteKind};
use dossier::{Dossier, Edit, RecordEdit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::day;

/// What kind of thing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// The next contact, as a note says it.
    Contact,
    /// A check-in of the aftercare.
    CheckIn,
    /// An action of the plan.
    Action,
}

impl DueKind {
    /// All, in the order in which they stand on one day.
    pub const ALL: [Self; 3] = [Self::Contact, Self::CheckIn, Self::Action];

    /// Its name in messages: `due-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::CheckIn => "check-in",
            Self::Action => "action",
        }
    }
}

/// Something that is to happen on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Due {
    /// What kind of thing.
    pub kind: DueKind,
    /// The record that says so.
    pub record: String,
    /// The day.
    pub day: NaiveDate,
    /// The hour, in minutes after midnight, as clocks say it there.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// What an action is called; empty of the others.
    #[serde(default)]
    pub title: String,
}

/// The days that a dossier's line in the caseload is computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    /// The first day that the record tells of.
    pub(crate) started: Option<NaiveDate>,
    /// The last contact when the record was last written, and any on later days.
    pub(crate) contacts: Vec<NaiveDate>,
    pub(crate) dues: Vec<Due>,
}

impl Days {
    pub(crate) fn of(dossier: &Dossier) -> Self {
        let (notes, check_ins) = (dossier.all::<Note>(), dossier.all::<CheckIn>());
        let mut contacts: Vec<NaiveDate> =
            notes.iter().filter(|note| is_contact(note)).filter_map(|note| note.day).collect();
        contacts.extend(check_ins.iter().filter_map(|check_in| check_in.held));
        contacts.sort();
        contacts.dedup();
        let begun = dossier.created_at().map(day);
        let first_told = notes.iter().filter_map(|note| note.day).min();
        let started = begun.into_iter().chain(first_told).min();
        // The day is another one west and east of Greenwich: a day of more is kept.
        let written = dossier.last_written().map(|written| day(written.at)).unwrap_or_default();
        let surely_past = written.checked_sub_days(chrono::Days::new(1)).unwrap_or(written);
        let before = contacts.partition_point(|contact| *contact <= surely_past);
        let contacts = contacts.split_off(before.saturating_sub(1));
        let last_past = contacts.first().copied().filter(|day| *day <= surely_past);

        let closed = dossier.profile().status == Some(DossierStatus::Closed);
        let mut dues = Vec::new();
        if !closed {
            dues.extend(notes.into_iter().filter_map(agreed).filter(|due| Some(due.day) > last_past));
            dues.extend(dossier.all::<Action>().into_iter().filter_map(promised));
        }
        dues.extend(check_ins.into_iter().filter_map(planned));
        dues.sort_by(|a, b| {
            (a.day, a.minutes, a.kind, &a.record).cmp(&(b.day, b.minutes, b.kind, &b.record))
        });
        // Two notes may tell of one appointment.
        dues.dedup_by(|b, a| {
            (a.kind, a.day, a.minutes) == (DueKind::Contact, b.day, b.minutes) && b.kind == a.kind
        });
        Self { started, contacts, dues }
    }

    /// Whether they stand after an edit.
    pub(crate) fn outlast(edit: &Edit) -> bool {
        match edit {
            Edit::All(edits) => edits.iter().all(Self::outlast),
            Edit::Note(RecordEdit::Set { to, .. }) => !matches!(
                to,
                NoteField::Day(_) | NoteField::Kind(_) | NoteField::Next(_) | NoteField::NextTime(_)
            ),
            Edit::Action(RecordEdit::Set { to, .. }) => {
                !matches!(to, ActionField::Status(_) | ActionField::Due(_) | ActionField::Title(_))
            }
            Edit::Profile(field) => !matches!(field, dossier::model::ProfileField::Status(_)),
            Edit::Note(_) | Edit::Action(_) | Edit::CheckIn(_) => false,
            _ => true,
        }
    }
}

/// A talk with colleagues or a thought is no contact with the client.
fn is_contact(note: &Note) -> bool {
    !matches!(note.kind, Some(NoteKind::Consultation | NoteKind::Thought))
}

fn agreed(note: Note) -> Option<Due> {
    let (record, day) = (note.id.to_string(), note.next?);
    Some(Due { kind: DueKind::Contact, record, day, minutes: note.next_time, title: String::new() })
}

fn promised(action: Action) -> Option<Due> {
    let over = matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped));
    let (record, day) = (action.id.to_string(), action.due.filter(|_| !over)?);
    Some(Due { kind: DueKind::Action, record, day, minutes: None, title: action.title })
}

fn planned(check_in: CheckIn) -> Option<Due> {
    let (record, day) = (check_in.id.to_string(), check_in.due.filter(|_| check_in.held.is_none())?);
    Some(Due { kind: DueKind::CheckIn, record, day, minutes: None, title: String::new() })
}

/// The last contact by a day.
pub(crate) fn last_contact(contacts: &[NaiveDate], today: NaiveDate) -> Option<NaiveDate> {
    contacts.iter().copied().filter(|day| *day <= today).max()
}

/// What is still to happen on a day: an agreed contact is over once there was one on its day or later.
pub(crate) fn still_due(dues: &[Due], last_contact: Option<NaiveDate>) -> impl Iterator<Item = &Due> {
    dues.iter().filter(move |due| due.kind != DueKind::Contact || Some(due.day) > last_contact)
}
