//! Whole dossiers as Kring exports them in JSON: the network is read, and the rest is named.

use std::collections::HashMap;

use dossier::Field;
use dossier::model::ParentageField;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::definition::{Contents, ImportDefinition};
use super::draft::{Draft, DraftLink, DraftMember, Unread, UnreadReason};
use crate::encoding::decode;
use crate::export::CLIENT;
use crate::field::{DATES, date};
use crate::text::one_line;

pub(super) const DEFINITION: ImportDefinition = ImportDefinition {
    name: "json",
    titles: &["Kring JSON"],
    contents: Contents::Network,
    extensions: &["json"],
    shared_extensions: &[],
    shows: |_| false,
    allows: |head| head.starts_with('{'),
    read: |bytes| Ok(read(bytes)),
    example: "{\n  \"people\": [\n    {\n      \"id\": \"p-040g2081040g2081\",\n      \"name\": \"Anna\"\n    }\n  ]\n}\n",
};

/// A field that means nothing in another dossier.
const ORIGIN: &str = "origin";
/// A field that points at another dossier, which the importing coach need not have.
const OWN_DOSSIER: &str = "own_dossier";
/// Values of the profile that say something about the file or about the dossier as such.
const ABOUT_THE_FILE: [&str; 3] = ["id", "name", "example"];

fn read(bytes: &[u8]) -> Draft {
    let mut draft = Draft::default();
    let text = decode(bytes, &mut draft.unread);
    let whole: Map<String, Value> = match serde_json::from_str(&text) {
        Ok(whole) => whole,
        Err(error) => {
            let line = u32::try_from(error.line()).unwrap_or_default();
            draft.unread.add(line, &error.to_string(), UnreadReason::BreaksOff);
            return draft;
        }
    };
    let lines = Lines::of(&text);
    for (list, value) in &whole {
        match list.as_str() {
            "kring" => {}
            "profile" => read_profile(value, &lines, &mut draft),
            "people" => {
                let (members, unread) = (&mut draft.people, &mut draft.unread);
                draft.unusable.members += each(value, list, &lines, unread, members, member);
            }
            "organisations" => {
                let (members, unread) = (&mut draft.organisations, &mut draft.unread);
                draft.unusable.organisations += each(value, list, &lines, unread, members, member);
            }
            "ties" => {
                let (links, unread) = (&mut draft.ties, &mut draft.unread);
                draft.unusable.ties += each(value, list, &lines, unread, links, link);
            }
            "partnerships" => {
                let (links, unread) = (&mut draft.partnerships, &mut draft.unread);
                draft.unusable.family += each(value, list, &lines, unread, links, link);
            }
            "parentages" => {
                let (lines_of_descent, unread) = (&mut draft.parentages, &mut draft.unread);
                draft.unusable.family += each(value, list, &lines, unread, lines_of_descent, descent);
            }
            _ => leave_out(list, value, &lines, &mut draft.unread),
        }
    }
    draft
}

/// The lines of a file as Kring writes it: one value a line.
struct Lines<'a> {
    /// The line of each id.
    ids: HashMap<&'a str, u32>,
    /// The line of each list of the dossier.
    lists: HashMap<&'a str, u32>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let mut lines = Self { ids: HashMap::new(), lists: HashMap::new() };
        for (number, line) in (1..).zip(text.lines()) {
            let Some((key, value)) = line.trim_start().split_once("\": ") else { continue };
            let value = value.trim_end_matches(',');
            if key == "\"id" {
                lines.ids.entry(value.trim_matches('"')).or_insert(number);
            }
            if line.starts_with("  \"") {
                lines.lists.entry(key.trim_start_matches('"')).or_insert(number);
            }
        }
        lines
    }

    /// Returns the line of a record, or that of its list.
    fn of_record(&self, record: &Value, list: &str) -> u32 {
        let id = record.get("id").and_then(Value::as_str);
        let line = id.and_then(|id| self.ids.get(id)).or_else(|| self.lists.get(list));
        line.copied().unwrap_or_default()
    }
}

/// Reads each record of a list, and names those that say too little. Returns the number of these.
fn each<T>(
    value: &Value,
    list: &str,
    lines: &Lines<'_>,
    unread: &mut Unread,
    all: &mut Vec<T>,
    read: fn(&Map<String, Value>, u32, &mut Unread) -> Option<T>,
) -> u32 {
    let Some(records) = value.as_array() else {
        leave_out(list, value, lines, unread);
        return 0;
    };
    let mut unusable = 0;
    for record in records {
        let line = lines.of_record(record, list);
        match record.as_object().and_then(|record| read(record, line, unread)) {
            Some(one) => all.push(one),
            None => {
                unread.add(line, &record.to_string(), UnreadReason::Line);
                unusable += 1;
            }
        }
    }
    unusable
}

/// Names what the record has no place for, once for each record.
fn leave_out(list: &str, value: &Value, lines: &Lines<'_>, unread: &mut Unread) {
    match value {
        Value::Array(records) => {
            records.iter().for_each(|record| unread.leave_out(list, lines.of_record(record, list)));
        }
        value if is_blank(value) => {}
        value => unread.leave_out(list, lines.of_record(value, list)),
    }
}

/// Reads the client's name, and names what else the file says of the client.
fn read_profile(value: &Value, lines: &Lines<'_>, draft: &mut Draft) {
    let line = lines.of_record(value, "profile");
    draft.client = Some(CLIENT.to_owned());
    if let Some(name) = text_of(value.get("name")) {
        let (id, lasting) = (CLIENT.to_owned(), false);
        draft.people.push(DraftMember { id, lasting, line, name, fields: Vec::new() });
    }
    let Some(profile) = value.as_object() else {
        return leave_out("profile", value, lines, &mut draft.unread);
    };
    for (key, value) in profile {
        let is_read = ABOUT_THE_FILE.contains(&key.as_str()) && (key != "name" || value.is_string());
        if !is_blank(value) && !is_read {
            draft.unread.leave_out(&format!("profile.{key}"), line);
        }
    }
}

fn member<F: Field + DeserializeOwned>(
    record: &Map<String, Value>,
    line: u32,
    unread: &mut Unread,
) -> Option<DraftMember<F>> {
    let (id, name) = (text_of(record.get("id"))?, text_of(record.get("name"))?);
    let fields = fields(record, &["id", "name"], line, unread);
    Some(DraftMember { id, lasting: false, line, name, fields })
}

fn link<F: Field + DeserializeOwned>(
    record: &Map<String, Value>,
    line: u32,
    unread: &mut Unread,
) -> Option<DraftLink<F>> {
    between(record, ["a", "b"], line, unread)
}

fn descent(record: &Map<String, Value>, line: u32, unread: &mut Unread) -> Option<DraftLink<ParentageField>> {
    between(record, ["parent", "child"], line, unread)
}

/// Reads a link between the members that two fields name.
fn between<F: Field + DeserializeOwned>(
    record: &Map<String, Value>,
    [first, second]: [&str; 2],
    line: u32,
    unread: &mut Unread,
) -> Option<DraftLink<F>> {
    let ends = [text_of(record.get(first))?, text_of(record.get(second))?];
    let fields = fields(record, &["id", first, second], line, unread);
    Some(DraftLink { id: text_of(record.get("id")), ends, line, fields })
}

/// Returns the fields of a record but for those that are read by themselves, and names the values that this version
/// does not know.
fn fields<F: Field + DeserializeOwned>(
    record: &Map<String, Value>,
    without: &[&str],
    line: u32,
    unread: &mut Unread,
) -> Vec<F> {
    let mut fields = Vec::new();
    for (key, value) in record {
        if key == ORIGIN || without.contains(&key.as_str()) || is_blank(value) {
            continue;
        }
        if key == OWN_DOSSIER || !F::KEYS.contains(&key.as_str()) {
            unread.leave_out(key, line);
            continue;
        }
        let field = serde_json::from_value::<F>(json!({ "field": key, "value": value }));
        let is_sound = |field: &F| field.check().is_ok() && field.unknown_choice().is_none();
        match field.ok().filter(|field| is_sound(field) && has_plausible_date(key, value)) {
            Some(field) => fields.push(field),
            None => unread.add(line, &format!("{key}: {value}"), UnreadReason::Value),
        }
    }
    fields
}

/// Returns whether a value is no date, or a date whose year is believed.
fn has_plausible_date(key: &str, value: &Value) -> bool {
    !DATES.contains(&key) || value.as_str().and_then(date).is_some()
}

fn text_of(value: Option<&Value>) -> Option<String> {
    value.and_then(Value::as_str).map(one_line).filter(|text| !text.is_empty())
}

/// Returns whether a value says nothing: Kring writes the fields that are empty too.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(parts) => parts.is_empty(),
        Value::Object(parts) => parts.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}
