//! The view of the conflicts between two people's changes.

use chrono::NaiveDate;
use dossier::{Content, Dossier, Edit, RecordKind, RecordRef};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::open_dossier::Conflicts;
use crate::dossier::author::{Names, Said};

/// A conflict between two people's changes, for a person to resolve.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ConflictCard {
    /// The record or profile that has the conflict.
    pub place: RecordRef,
    /// The name of the record. It is empty if the record has none.
    pub name: String,
    /// The kind of the conflict.
    pub about: About,
    /// The possible answers. For a field, the last one is the value that shows now.
    pub answers: Vec<ConflictAnswer>,
}

/// The kinds of conflict between two people's changes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum About {
    /// Both people changed the same field.
    Field {
        /// The key of the field: `field-<key>` in the message files.
        field: String,
    },
    /// One person removed a record that the other changed.
    Removal {
        /// The author and time of the removal.
        removed: Said,
        /// The author and time of the change.
        changed: Said,
    },
}

/// One of the possible answers to a conflict.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ConflictAnswer {
    /// The value, or the effect of the answer.
    pub shown: Shown,
    /// The author and time of the value.
    pub said: Option<Said>,
    /// The edit that applies this answer.
    pub edit: Edit,
}

/// A value in a form that can be shown in any language.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Shown {
    /// The field is not filled in.
    Nothing,
    /// The answer to a question is yes.
    Yes,
    /// The answer to a question is no.
    No,
    /// Choices from a closed list: `<list>-<value>` in the message files.
    Choices {
        /// The name of the list.
        list: String,
        /// The chosen values.
        values: Vec<String>,
    },
    /// A day of the calendar.
    Day {
        /// The day to show.
        day: NaiveDate,
    },
    /// A place on a map.
    Spot,
    /// Words, a number or a name.
    Text {
        /// The text as it was written.
        text: String,
    },
    /// The record is restored.
    Restore,
    /// The record stays removed.
    LeaveOut,
}

/// Returns the open conflicts of a dossier. Removals come first, because they keep a record out of view.
pub(crate) fn cards(dossier: &Dossier, conflicts: &Conflicts, names: &Names) -> Vec<ConflictCard> {
    let removals = conflicts.removals.iter().map(|removal| {
        let place = RecordRef::Record { kind: removal.kind, id: removal.id.clone() };
        let answer = |shown, edit: &Edit| ConflictAnswer { shown, said: None, edit: edit.clone() };
        ConflictCard {
            name: dossier.name_of(&place),
            about: About::Removal {
                removed: names.said(&removal.removed),
                changed: names.said(&removal.changed),
            },
            answers: vec![
                answer(Shown::Restore, &removal.restore),
                answer(Shown::LeaveOut, &removal.leave_out),
            ],
            place,
        }
    });
    let fields = conflicts.fields.iter().map(|field| ConflictCard {
        place: field.record.clone(),
        name: dossier.name_of(&field.record),
        about: About::Field { field: field.field.to_owned() },
        answers: field
            .values
            .iter()
            .map(|value| ConflictAnswer {
                shown: shown(dossier, field.field, &value.content),
                said: Some(names.said(&value.written)),
                edit: value.choose.clone(),
            })
            .collect(),
    });
    removals.chain(fields).collect()
}

/// Returns the value of a field in a form that can be shown in any language.
fn shown(dossier: &Dossier, field: &str, content: &Content) -> Shown {
    match content {
        Content::Empty => Shown::Nothing,
        Content::Choices { list, values } => {
            Shown::Choices { list: (*list).to_owned(), values: values.clone() }
        }
        // A method and a step are names in a file, and messages have the words for those that Kring brings.
        Content::Text(name) if field == "method" => {
            Shown::Choices { list: "method".to_owned(), values: vec![name.clone()] }
        }
        Content::Text(step) if field == "step" => {
            let method = dossier.profile().method;
            let method = method.as_deref().unwrap_or(dossier::method::SEVEN_STEPS);
            Shown::Choices { list: format!("step-{method}"), values: vec![step.clone()] }
        }
        Content::Text(text) => Shown::Text { text: text.clone() },
        Content::Date(date) => match date.day().filter(|_| !date.is_about()) {
            Some(day) => Shown::Day { day },
            None => Shown::Text { text: date.to_string() },
        },
        Content::Record(id) => Shown::Text { text: dossier.name_by_id(id) },
        Content::Dossier(id) => Shown::Text { text: id.to_string() },
        Content::Number(number) => Shown::Text { text: number.to_string() },
        Content::Answer(true) => Shown::Yes,
        Content::Answer(false) => Shown::No,
        Content::Position(_) => Shown::Spot,
    }
}

/// Returns the keys of the fields of the profile and of every kind of record. The message files must name
/// each of them.
pub fn fields() -> Vec<(&'static str, &'static [&'static str])> {
    use dossier::Field;
    let profile = ("profile", dossier::model::ProfileField::KEYS);
    let kinds = RecordKind::ALL.iter().map(|kind| (kind.as_str(), kind.fields()));
    [profile].into_iter().chain(kinds).collect()
}
