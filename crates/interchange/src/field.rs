//! The fields of the record as text: reading one from its name and a text, and writing it as text.

use dossier::{Field, PartialDate, Record};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::vocabulary;

/// The reason why a name and a text make no field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldError {
    /// The record has no field of that name.
    UnknownField,
    /// The field does not accept the value.
    UnknownValue,
}

/// Reads the value of a field from a text: a word, a number, true or false, two coordinates, or a list with
/// commas, whichever the field accepts.
pub fn read<R>(key: &str, value: &str) -> Result<R::Field, FieldError>
where
    R: Record,
    R::Field: DeserializeOwned,
{
    if !R::Field::KEYS.contains(&key) {
        return Err(FieldError::UnknownField);
    }
    let list: Vec<&str> = value.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut readings = vec![json!(value), json!(list)];
    readings.extend(value.parse::<i64>().ok().map(Value::from));
    readings.extend(value.parse::<bool>().ok().map(Value::from));
    let position =
        value.split_once(',').and_then(|(x, y)| Some((x.trim().parse().ok()?, y.trim().parse().ok()?)));
    if let Some((x, y)) = position {
        let (x, y): (f64, f64) = (x, y);
        readings.push(json!({ "x": x, "y": y }));
    }
    if value.is_empty() {
        readings.insert(0, Value::Null);
    }
    let field = readings
        .into_iter()
        .find_map(|value| serde_json::from_value::<R::Field>(json!({ "field": key, "value": value })).ok())
        .ok_or(FieldError::UnknownValue)?;
    if field.unknown_choice().is_some() || field.check().is_err() {
        Err(FieldError::UnknownValue)
    } else {
        Ok(field)
    }
}

/// The fields that hold a date.
pub(crate) const DATES: [&str; 5] = ["born", "died", "since", "separated", "divorced"];
/// The first year of a date that is believed. An earlier one is part of a date that was read wrongly, such as the
/// day of `3-5-48`.
const FIRST_YEAR: u16 = 1000;
/// The year that programs of Apple write into a birthday whose year nobody knows.
const NO_YEAR: u16 = 1604;

/// Reads the value of a field as people and other programs write it: in Dutch or English words, dates with
/// the day first.
pub(crate) fn read_loosely<R>(key: &str, value: &str) -> Result<R::Field, FieldError>
where
    R: Record,
    R::Field: DeserializeOwned,
{
    if DATES.contains(&key) && R::Field::KEYS.contains(&key) {
        let has_year = |date: &PartialDate| key != "born" || date.day().is_none() || date.year() != NO_YEAR;
        let date = date(value).filter(has_year).ok_or(FieldError::UnknownValue)?;
        return read::<R>(key, &date.to_string());
    }
    let known = vocabulary::choices(vocabulary::list::<R>(key), value)
        .or_else(|| (key == "age").then(|| age_group(value).map(str::to_owned))?);
    read::<R>(key, known.as_deref().unwrap_or(value))
}

/// Returns a date whose year is believed.
pub(crate) fn plausible(date: PartialDate) -> Option<PartialDate> {
    (date.year() >= FIRST_YEAR).then_some(date)
}

/// Reads a date of a table: `1948`, `1948-05-03`, or with the day first, `3-5-1948`. A spreadsheet program may
/// write a time of midnight behind it.
pub(crate) fn date(value: &str) -> Option<PartialDate> {
    let value = value.trim();
    let value =
        [" 00:00:00", " 00:00", "T00:00:00"].iter().find_map(|end| value.strip_suffix(end)).unwrap_or(value);
    let day_first = day_first(value);
    plausible(day_first.as_deref().unwrap_or(value).parse().ok()?)
}

/// Returns the age group of an age in years, which is how other programs store an age.
fn age_group(value: &str) -> Option<&'static str> {
    let number = value.trim().trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
    match number.parse::<f64>().ok().filter(|years| *years >= 0.0)? as u32 {
        0..=17 => Some("0-17"),
        18..=29 => Some("18-29"),
        30..=44 => Some("30-44"),
        45..=64 => Some("45-64"),
        65..=79 => Some("65-79"),
        80..=125 => Some("80+"),
        _ => None,
    }
}

/// Returns a date with the day first (`3-5-1948`) in the order of the record (`1948-05-03`). Its year has four
/// digits: nobody can tell the century of `3-5-48`.
fn day_first(value: &str) -> Option<String> {
    let parts: Vec<&str> = value.split(['-', '/', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let (day, month): (u8, u8) = (day.parse().ok()?, month.parse().ok()?);
    (year.len() == 4).then(|| format!("{year}-{month:02}-{day:02}"))
}

/// Returns every field that holds something, with its value as text in the terms of the record.
pub(crate) fn texts<R>(record: &R) -> Vec<(&'static str, String)>
where
    R: Record,
    R::Field: Serialize,
{
    let blank = R::blank(record.id().clone());
    let known = record.fields().into_iter().filter(|field| blank.field(field.key()).as_ref() != Some(field));
    known
        .map(|field| (field.key(), text(&serde_json::to_value(&field).unwrap_or_default()["value"])))
        .collect()
}

/// Returns a field as people read it: its heading in tables and its value.
pub(crate) fn described<F: Field + Serialize>(field: &F) -> String {
    let value = text(&serde_json::to_value(field).unwrap_or_default()["value"]);
    format!("{}: {}", vocabulary::heading(field.key()), vocabulary::written(field.key(), &value))
}

/// Returns the name of a record with its fields, for the coach to find it by.
pub(crate) fn with_fields<F: Field + Serialize>(shown: &str, fields: &[F]) -> String {
    let fields = fields.iter().map(described);
    [shown.to_owned()].into_iter().chain(fields).collect::<Vec<_>>().join("; ")
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(text).collect::<Vec<_>>().join(", "),
        Value::Object(parts) => parts.values().map(text).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use dossier::model::{AgeGroup, Person, PersonField, Relation};

    use super::*;

    #[test]
    fn a_value_is_read_as_the_type_of_its_field() {
        let read = |key, value| read::<Person>(key, value).ok();
        assert_eq!(read("relation", "neighbour"), Some(PersonField::Relation(Some(Relation::Neighbour))));
        assert_eq!(read("relation", ""), Some(PersonField::Relation(None)));
        assert_eq!(read("name", "Fatima, Bennani"), Some(PersonField::Name("Fatima, Bennani".into())));
        assert!(
            matches!(read("gives", "company,practical"), Some(PersonField::Gives(kinds)) if kinds.0.len() == 2)
        );
        assert!(
            matches!(read("ecogram", "0.25, 0.5"), Some(PersonField::Ecogram(Some(position))) if position.x == 0.25)
        );
    }

    #[test]
    fn an_unknown_field_and_an_unknown_value_are_refused() {
        assert_eq!(read::<Person>("relatoin", "friend"), Err(FieldError::UnknownField));
        assert_eq!(read::<Person>("relation", "fiend"), Err(FieldError::UnknownValue));
    }

    #[test]
    fn dates_with_the_day_first_and_choices_in_everyday_words_are_read() {
        assert_eq!(
            read_loosely::<Person>("born", "3-5-1948"),
            Ok(PersonField::Born(Some("1948-05-03".parse().unwrap())))
        );
        for wrong in ["3-5-48", "3-5-31", "31-12-05", "17656", "3 mei", "00-00-1948", "43466,5", "0948"] {
            assert_eq!(read_loosely::<Person>("born", wrong), Err(FieldError::UnknownValue), "{wrong}");
        }
        let with_time = read_loosely::<Person>("born", "3-5-1948 00:00");
        assert_eq!(with_time, Ok(PersonField::Born(Some("1948-05-03".parse().unwrap()))));
        let age = |text| read_loosely::<Person>("age", text);
        assert_eq!(age("67"), Ok(PersonField::Age(Some(AgeGroup::From65))));
        assert_eq!(age("17.5 jaar"), Ok(PersonField::Age(Some(AgeGroup::Under18))));
        assert_eq!(age("1948"), Err(FieldError::UnknownValue));
        assert_eq!(
            read_loosely::<Person>("relation", "Buurvrouw"),
            Ok(PersonField::Relation(Some(Relation::Neighbour)))
        );
    }
}
