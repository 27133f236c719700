//! What two people did at once, and what came in: how the faces show it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use dossier::{CoachId, Dossier, DossierId, Edit, RecordKind, RecordRef, RemovalConflict, Written};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use vault::Batch;

use crate::changed::Changed;
use crate::desk::{Desk, changed};
use crate::dossier::news::News;
use crate::error::CoachError;

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

/// Who did something, and when by the clock of their device.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Said {
    /// Who.
    pub by: Who,
    /// When.
    pub at: DateTime<Utc>,
}

/// A person, as the one at the desk knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Who {
    /// The one at the desk.
    Me,
    /// Somebody with a name here.
    Colleague {
        /// The name.
        name: String,
    },
    /// Somebody without one.
    Somebody,
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

/// Something that came from another and was not looked at yet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct NewsItem {
    /// Where.
    pub place: RecordRef,
    /// What it is called; empty where it has no name.
    pub name: String,
    /// The edit that brings it back, where the other removed it.
    pub restore: Option<Edit>,
}

/// What a coach has looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "seen", rename_all = "snake_case")]
pub enum Seen {
    /// Everything that came in.
    All,
    /// That the dossier is there.
    Dossier,
    /// One thing.
    One {
        /// Which.
        place: RecordRef,
    },
}

/// Who is who at a desk.
pub(crate) struct Names {
    pub(crate) me: CoachId,
    pub(crate) colleagues: BTreeMap<CoachId, String>,
}

impl Names {
    pub(crate) fn said(&self, written: &Written) -> Said {
        let by = match &written.by {
            Some(by) if *by == self.me => Who::Me,
            Some(by) => match self.colleagues.get(by) {
                Some(name) => Who::Colleague { name: name.clone() },
                None => Who::Somebody,
            },
            None => Who::Somebody,
        };
        Said { by, at: written.at }
    }
}

impl Desk {
    /// Remembers that the coach looked at something that came in.
    pub fn seen(&mut self, id: &DossierId, seen: &Seen) -> Result<Changed, CoachError> {
        let saw = self.open(id)?.see(seen, Batch::default())?;
        Ok(if saw { changed(id) } else { Changed { topics: Vec::new(), message: None } })
    }

    /// What two people did at once in a dossier.
    pub fn differences(&mut self, id: &DossierId) -> Result<Vec<Difference>, CoachError> {
        Ok(self.dossier(id)?.differences)
    }

    pub(crate) fn names(&mut self) -> Result<Names, CoachError> {
        let me = self.account.coach.clone();
        let mut colleagues = self.colleagues.clone();
        let contacts = self.exchange()?.contacts();
        colleagues.extend(contacts.map(|contact| (contact.coach.clone(), contact.name.clone())));
        Ok(Names { me, colleagues })
    }
}

/// What is open in a dossier, questions first: something is out of view by them.
pub(crate) fn differences(
    dossier: &Dossier,
    fields: &[dossier::FieldConflict],
    questions: &[RemovalConflict],
    names: &Names,
) -> Vec<Difference> {
    let questions = questions.iter().map(|question| {
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
    let fields = fields.iter().map(|field| Difference {
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

/// What came in, without what is asked about anyway.
pub(crate) fn news(dossier: &Dossier, news: &News, questions: &[RemovalConflict]) -> Vec<NewsItem> {
    let asked = |place: &RecordRef| {
        questions.iter().any(|one| matches!(place, RecordRef::Record { id, .. } if *id == one.id))
    };
    let items = news.places.iter().filter(|place| !asked(place)).map(|place| NewsItem {
        name: dossier.name_of(place),
        restore: match place {
            RecordRef::Record { kind, id } if !dossier.is_in_view(place) => kind.restore(id),
            _ => None,
        },
        place: place.clone(),
    });
    items.collect()
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
