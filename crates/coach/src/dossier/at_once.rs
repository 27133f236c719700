//! What two people did at once, and what came in: how the faces show it.

use chrono::NaiveDate;
use dossier::{Dossier, Edit, RecordKind, RecordRef};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::desk::open_dossier::Conflicts;
use crate::dossier::author::{Names, Said};

/// Something that two people did at once, for a person to choose.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Difference {
    /// Whose.
    pub place: RecordRef,
    /// What it is called; empty where it has no name.
    pub name: String,
    /// What is to choose.
    pub about: About,
    /// What can be chosen. Of a field the last one shows now.
    pub answers: Vec<ConflictAnswer>,
}

/// What two people did at once.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum About {
    /// Both changed one field.
    Field {
        /// Its key: `field-<key>` in the message files.
        field: String,
    },
    /// One removed what the other changed.
    Removal {
        /// Who removed it.
        removed: Said,
        /// Who changed it.
        changed: Said,
    },
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ConflictAnswer {
    /// The value, or what will be done.
    pub shown: Shown,
    /// Who wrote the value, and when.
    pub said: Option<Said>,
    /// The edit that chooses it.
    pub edit: Edit,
}

/// A value as a face can say it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Shown {
    /// Nothing filled in.
    Nothing,
    /// Choices of a closed list: `<list>-<value>` in the message files.
    Choices {
        /// The list.
        list: String,
        /// The values.
        values: Vec<String>,
    },
    /// A day.
    Day {
        /// Which.
        day: NaiveDate,
    },
    /// A place on a map.
    Spot,
    /// Words, a number or a name.
    Text {
        /// As they are.
        text: String,
    },
    /// The record comes back.
    Restore,
    /// The record stays out of view.
    LeaveOut,
}

/// What is open in a dossier, questions first: something is out of view by them.
pub(crate) fn differences(dossier: &Dossier, conflicts: &Conflicts, names: &Names) -> Vec<Difference> {
    let questions = conflicts.questions.iter().map(|question| {
        let place = RecordRef::Record { kind: question.kind, id: question.id.clone() };
        let answer = |shown, edit: &Edit| ConflictAnswer { shown, said: None, edit: edit.clone() };
        Difference {
            name: dossier.name_of(&place),
            about: About::Removal {
                removed: names.said(&question.removed),
                changed: names.said(&question.changed),
            },
            answers: vec![
                answer(Shown::Restore, &question.restore),
                answer(Shown::LeaveOut, &question.leave_out),
            ],
            place,
        }
    });
    let fields = conflicts.fields.iter().map(|field| Difference {
        place: field.record.clone(),
        name: dossier.name_of(&field.record),
        about: About::Field { field: field.field.to_owned() },
        answers: field
            .values
            .iter()
            .map(|value| ConflictAnswer {
                shown: shown(dossier, field, &value.choose),
                said: Some(names.said(&value.written)),
                edit: value.choose.clone(),
            })
            .collect(),
    });
    questions.chain(fields).collect()
}

/// The value that an edit sets, as a face can say it.
fn shown(dossier: &Dossier, field: &dossier::FieldConflict, edit: &Edit) -> Shown {
    // An edit is `{record, change: {…, to: {field, value}}}`, of the profile `{record, change: {field, value}}`.
    let edit = serde_json::to_value(edit).unwrap_or_default();
    let change = &edit["change"];
    let value = if change["to"].is_null() { &change["value"] } else { &change["to"]["value"] };
    let list = match (field.field, field.list) {
        (_, Some(list)) => Some(list.to_owned()),
        ("method", None) => Some("method".to_owned()),
        ("step", None) => {
            let method = dossier.profile().method;
            Some(format!("step-{}", method.as_deref().unwrap_or(dossier::method::SEVEN_STEPS)))
        }
        _ => None,
    };
    let text = |text: &str| match (text, list.clone()) {
        ("", _) => Shown::Nothing,
        (value, Some(list)) => Shown::Choices { list, values: vec![value.to_owned()] },
        (day, None) if day.parse::<NaiveDate>().is_ok() => match day.parse() {
            Ok(day) => Shown::Day { day },
            Err(_) => Shown::Nothing,
        },
        (id, None) if RecordRef::of_id(id).is_some() => Shown::Text { text: dossier.name_by_id(id) },
        (text, None) => Shown::Text { text: text.to_owned() },
    };
    match value {
        Value::Null => Shown::Nothing,
        Value::String(value) => text(value),
        Value::Array(values) => {
            let values: Vec<String> =
                values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect();
            match (values.is_empty(), list) {
                (false, Some(list)) => Shown::Choices { list, values },
                _ => Shown::Nothing,
            }
        }
        Value::Object(_) => Shown::Spot,
        Value::Bool(_) | Value::Number(_) => Shown::Text { text: value.to_string() },
    }
}

/// The kinds of records with the keys of their fields, and the profile's: each has a name in the message files.
pub fn fields() -> Vec<(&'static str, &'static [&'static str])> {
    use dossier::Field;
    let profile = ("profile", dossier::model::ProfileField::KEYS);
    let kinds = RecordKind::ALL.iter().map(|kind| (kind.as_str(), kind.fields()));
    [profile].into_iter().chain(kinds).collect()
}
