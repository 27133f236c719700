//! The values of a row of a table, or of the data of a node or an edge, by field of the record.

use dossier::Record;
use serde::de::DeserializeOwned;

use super::draft::{Unread, UnreadReason};
use crate::field::{FieldError, read_loosely};
use crate::text::one_line;
use crate::vocabulary;

/// The kind of member that a row or a node describes.
pub(super) enum MemberKind {
    Person,
    Organisation,
}

/// The values of a row, or of the data of a node or an edge, by field.
pub(super) struct Row<'a> {
    /// The line in the file, from 1.
    pub(super) line: u32,
    pub(super) values: Vec<(&'a str, String)>,
}

impl Row<'_> {
    /// Returns the first value of a field.
    pub(super) fn first(&self, field: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == field).map(|(_, value)| value.as_str())
    }

    /// Returns the kind of member that the row names; a person if it names none.
    pub(super) fn kind(&self) -> MemberKind {
        match self.first("type").and_then(|kind| vocabulary::choice("type", kind)) {
            Some("organisation") => MemberKind::Organisation,
            _ => MemberKind::Person,
        }
    }

    /// Returns the values as fields of a kind of record, and names those that it has no field for or does not
    /// accept.
    pub(super) fn fields<R>(&self, passed_over: &[&str], unread: &mut Unread) -> Vec<R::Field>
    where
        R: Record,
        R::Field: DeserializeOwned,
    {
        let mut fields = Vec::new();
        let mut joined: Vec<(&str, String)> = Vec::new();
        for (field, value) in self.values.iter().filter(|(field, _)| !passed_over.contains(field)) {
            match joined.iter_mut().find(|(known, _)| known == field) {
                Some((_, text)) => *text = format!("{text}, {value}"),
                None => joined.push((field, value.clone())),
            }
        }
        for (field, value) in joined {
            let value = if field == "remark" { value } else { one_line(&value) };
            match read_loosely::<R>(field, &value) {
                Ok(field) => fields.push(field),
                Err(FieldError::UnknownField) => unread.leave_out(vocabulary::heading(field), self.line),
                Err(FieldError::UnknownValue) => {
                    let text = format!("{}: {value}", vocabulary::heading(field));
                    unread.add(self.line, &text, UnreadReason::Value);
                }
            }
        }
        fields
    }
}
