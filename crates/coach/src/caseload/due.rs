//! The items that are due on a day: agreed contacts, actions and check-ins. A card of the caseload stores
//! their days, so lateness is computed on the day when somebody looks, without opening a dossier.

use chrono::NaiveDate;
use dossier::model::{Action, ActionField, ActionStatus, CheckIn, DossierStatus, Note, NoteField, NoteKind};
use dossier::{Dossier, Edit, RecordEdit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::environment::day;
use crate::message::message_kinds;

message_kinds! {
    /// A kind of item that is due. Items of one day are sorted in this order.
    #[derive(PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
    #[serde(rename_all = "snake_case")]
    pub enum DueKind {
        Contact => "due-contact",
        CheckIn => "due-check-in",
        Action => "due-action",
    }
    test every_kind_that_is_due_has_a_message_in_both_languages
}

/// An item that is due on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Due {
    /// The kind of the item.
    pub kind: DueKind,
    /// The id of the record that the item comes from.
    pub record: String,
    /// The day on which it is due.
    pub day: NaiveDate,
    /// The local time of day in minutes after midnight, if the item has one.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// The title of an action. It is empty for other kinds.
    #[serde(default)]
    pub title: String,
}

/// The days that the card of a dossier is computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    /// The first day that the record mentions.
    pub(crate) started: Option<NaiveDate>,
    /// The last contact before the last edit, and the contacts on later days.
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
        // Local dates differ by time zone, so this keeps one extra day.
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
        // Two notes may mention the same appointment.
        dues.dedup_by(|b, a| {
            (a.kind, a.day, a.minutes) == (DueKind::Contact, b.day, b.minutes) && b.kind == a.kind
        });
        Self { started, contacts, dues }
    }

    /// Returns whether the days stay the same after an edit.
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

/// Returns whether a note records contact with the client. A consultation with colleagues or a
/// thought does not.
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

/// Returns the last contact on or before a day.
pub(crate) fn last_contact(contacts: &[NaiveDate], today: NaiveDate) -> Option<NaiveDate> {
    contacts.iter().copied().filter(|day| *day <= today).max()
}

/// Returns the items that are still due. An agreed contact is no longer due after a contact on its
/// day or later.
pub(crate) fn still_due(dues: &[Due], last_contact: Option<NaiveDate>) -> impl Iterator<Item = &Due> {
    dues.iter().filter(move |due| due.kind != DueKind::Contact || Some(due.day) > last_contact)
}
