//! The values of a row of a table, or of the data of a node or an edge, by field of the record.

use dossier::model::*;
use dossier::{ParentageId, PartnershipId, Record, TieId};
use serde::de::DeserializeOwned;

use super::draft::{Draft, DraftLink, DraftMember, Unread, UnreadReason};
use crate::field::{FieldError, read_loosely};
use crate::text::one_line;
use crate::vocabulary;

/// The fields that say which member or link a row describes. Readers take those that they use.
const IDENTITY: [&str; 5] = ["name", "id", "type", "a", "b"];

/// A value of a row.
pub(super) struct Value<'a> {
    /// The field of the record.
    pub(super) field: &'a str,
    /// The name of the column or attribute in the file.
    pub(super) name: String,
    pub(super) text: String,
    /// The line in the file, from 1.
    pub(super) line: u32,
}

/// The values of a row, or of the data of a node or an edge, by field.
pub(super) struct Row<'a> {
    /// The line in the file, from 1.
    pub(super) line: u32,
    pub(super) values: Vec<Value<'a>>,
}

impl Row<'_> {
    /// Returns the first value of a field.
    pub(super) fn first(&self, field: &str) -> Option<&str> {
        self.values.iter().find(|value| value.field == field).map(|value| value.text.as_str())
    }

    /// Adds a value that follows from others of the row.
    pub(super) fn add(&mut self, field: &'static str, text: &str) {
        let name = vocabulary::heading(field).to_owned();
        self.values.insert(0, Value { field, name, text: text.to_owned(), line: self.line });
    }

    /// Takes the first value of a field out of the row, as one line.
    pub(super) fn take(&mut self, field: &str) -> Option<String> {
        let place = self.values.iter().position(|value| value.field == field)?;
        Some(one_line(&self.values.remove(place).text)).filter(|text| !text.is_empty())
    }

    /// Takes the values of a field out of the row that say nothing new.
    pub(super) fn pass_over(&mut self, field: &str, says_nothing: impl Fn(&str) -> bool) {
        self.values.retain(|value| value.field != field || !says_nothing(&one_line(&value.text)));
    }

    /// Names every value of a row that describes nobody.
    pub(super) fn name_all(&self, unread: &mut Unread) {
        self.values.iter().for_each(|value| unread.leave_out(&value.name, value.line));
    }

    /// Adds the person or organisation that the row describes; a person if it does not say which.
    pub(super) fn add_member(mut self, id: String, lasting: bool, name: String, draft: &mut Draft) {
        let kind = self.values.iter().find(|value| value.field == "type");
        let known = kind.and_then(|kind| vocabulary::choice("type", &kind.text));
        if let Some("person" | "organisation") = known {
            self.take("type");
        } else if let Some(Value { name, text, line, .. }) = kind {
            draft.unread.add(*line, &format!("{name}: {}", one_line(text)), UnreadReason::Value);
            self.take("type");
        }
        let (line, unread) = (self.line, &mut draft.unread);
        if known == Some("organisation") {
            let fields = self.fields::<Organisation>(unread);
            draft.organisations.push(DraftMember { id, lasting, line, name, fields });
        } else {
            let fields = self.fields::<Person>(unread);
            draft.people.push(DraftMember { id, lasting, line, name, fields });
        }
    }

    /// Adds the tie, partnership or line of descent that the row describes; a tie if it does not say which.
    ///
    /// Ids that other programs give to ties count for nothing.
    pub(super) fn add_link(mut self, id: Option<String>, ends: [String; 2], draft: &mut Draft) {
        let kind = self.link_kind();
        let (line, unread) = (self.line, &mut draft.unread);
        if let Some("tie" | "partnership" | "parentage") = kind {
            self.take("type");
        }
        let id = id.or_else(|| self.take_own_id());
        match kind {
            Some("partnership") => {
                let fields = self.fields::<Partnership>(unread);
                draft.partnerships.push(DraftLink { id, ends, line, fields });
            }
            Some("parentage") => {
                let fields = self.fields::<Parentage>(unread);
                draft.parentages.push(DraftLink { id, ends, line, fields });
            }
            _ => {
                self.read_type_as_kind();
                let fields = self.fields::<Tie>(unread);
                draft.ties.push(DraftLink { id, ends, line, fields });
            }
        }
    }

    /// Returns the kind of link that the row names: a tie, a partnership or a line of descent.
    pub(super) fn link_kind(&self) -> Option<&'static str> {
        let kind = self.values.iter().find(|value| value.field == "type")?;
        vocabulary::choice("type", &kind.text)
    }

    /// Takes the id out of the row if Kring gave it.
    fn take_own_id(&mut self) -> Option<String> {
        let id = self.values.iter().find(|value| value.field == "id")?;
        is_own_link(&id.text).then(|| self.take("id"))?
    }

    /// Reads the type of a tie as its kind, where the file gives no other: Network Canvas calls it a type.
    fn read_type_as_kind(&mut self) {
        if self.values.iter().any(|value| value.field == "kind") {
            return;
        }
        let is_kind = |value: &&mut Value<'_>| {
            value.field == "type" && vocabulary::choice("kind", &value.text).is_some()
        };
        if let Some(value) = self.values.iter_mut().find(is_kind) {
            value.field = "kind";
        }
    }

    /// Returns the values as fields of a kind of record, and names those that it has no field for or does not
    /// accept.
    fn fields<R>(&self, unread: &mut Unread) -> Vec<R::Field>
    where
        R: Record,
        R::Field: DeserializeOwned,
    {
        let mut fields = Vec::new();
        let mut joined: Vec<(&str, String)> = Vec::new();
        for value in &self.values {
            if IDENTITY.contains(&value.field) {
                unread.leave_out(&value.name, value.line);
                continue;
            }
            match joined.iter_mut().find(|(known, _)| *known == value.field) {
                Some((_, text)) => *text = format!("{text}, {}", value.text),
                None => joined.push((value.field, value.text.clone())),
            }
        }
        for (field, text) in joined {
            let text = if field == "remark" { text } else { one_line(&text) };
            let own = self.values.iter().filter(|value| value.field == field);
            match read_loosely::<R>(field, &text) {
                Ok(field) => fields.push(field),
                Err(FieldError::UnknownField) => {
                    own.for_each(|value| unread.leave_out(&value.name, value.line));
                }
                Err(FieldError::UnknownValue) => own.for_each(|value| {
                    let text = format!("{}: {}", value.name, one_line(&value.text));
                    unread.add(value.line, &text, UnreadReason::Value);
                }),
            }
        }
        fields
    }
}

/// Returns whether an id is one that Kring gives to ties and family lines.
pub(super) fn is_own_link(id: &str) -> bool {
    id.parse::<TieId>().is_ok() || id.parse::<PartnershipId>().is_ok() || id.parse::<ParentageId>().is_ok()
}
