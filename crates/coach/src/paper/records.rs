//! Any record on paper: every field that is filled in, by its name, with its value in words. The fields come from the record
//! itself, so that a full copy stays full when one is added.

use chrono::NaiveDate;
use dossier::{Field, PartialDate, Record};
use interchange::paper::{Block, Fact};
use serde::Serialize;
use serde_json::Value;

use super::material::{Material, clock};

/// The fields that are not on paper, but in the JSON beside it: positions in drawings, origins of imports, the record's own
/// heads, and the file of a method.
pub(super) const NOT_FOR_READERS: [&str; 7] =
    ["ecogram", "circle", "sociogram", "genogram", "origin", "heads", "definition"];
/// The fields that name another record, or the client.
const NAMES_ANOTHER: [&str; 10] =
    ["a", "b", "parent", "child", "goal", "member", "person", "wish", "moment", "reply_to"];
/// The fields that name another dossier. Its client is not told.
const NAMES_A_DOSSIER: [&str; 2] = ["own_dossier", "carer_in"];
/// The fields that hold a day, or as much of a day as somebody remembers.
const DAYS: [&str; 11] =
    ["born", "died", "since", "separated", "divorced", "due", "begun", "ended", "day", "next", "held"];

/// Returns the filled-in fields of a record, except those in `said`, which its heading has already.
pub(super) fn facts<R: Record>(of: &Material<'_>, record: &R, said: &[&str]) -> Block
where
    R::Field: Serialize,
{
    let told = record.fields().into_iter().filter(|field| !said.contains(&field.key()));
    let lines = told.filter_map(|field| {
        let says = says::<R>(of, record, &field)?;
        Some(Fact { name: name::<R>(of, field.key()), says })
    });
    Block::Facts { lines: lines.collect() }
}

/// Returns records of one kind as a table, with a column for every field that any of them fills in. Returns `None` for no
/// records.
pub(super) fn table<R: Record>(of: &Material<'_>, records: &[R]) -> Option<Block>
where
    R::Field: Serialize,
{
    let cell = |record: &R, key: &str| {
        record.field(key).and_then(|field| says::<R>(of, record, &field)).unwrap_or_default()
    };
    let keys = R::Field::KEYS.iter().copied();
    let filled = |key: &&str| records.iter().any(|record| !cell(record, key).is_empty());
    let keys: Vec<&str> = keys.filter(filled).collect();
    let rows = records.iter().map(|record| keys.iter().map(|key| cell(record, key)).collect());
    let rows: Vec<Vec<String>> = rows.collect();
    let head = keys.iter().map(|key| name::<R>(of, key)).collect();
    (!rows.is_empty()).then_some(Block::Table { head, rows })
}

/// Returns the name of a field.
fn name<R: Record>(of: &Material<'_>, key: &str) -> String {
    // The key `life` is a dimension of life in a goal, and whether somebody is alive in a person.
    let id = match (R::MAP, key) {
        ("goals", "life") => "field-goal-life".to_owned(),
        _ => format!("field-{key}"),
    };
    of.say(&id, &[])
}

/// Returns the value of a field in words, or `None` if it is empty or not on paper.
fn says<R: Record>(of: &Material<'_>, record: &R, field: &R::Field) -> Option<String>
where
    R::Field: Serialize,
{
    let key = field.key();
    if NOT_FOR_READERS.contains(&key) {
        return None;
    }
    let value = serde_json::to_value(field).ok()?.get_mut("value")?.take();
    let list = R::Field::list(key);
    let choice = |text: &str| list.map_or_else(|| text.to_owned(), |list| of.words.choice(list, text));
    let text = match value {
        Value::Null | Value::Bool(false) | Value::Object(_) => return None,
        Value::Bool(true) => of.say("paper-yes", &[]),
        Value::Number(number) if key == "next_time" => {
            number.as_u64().and_then(|minutes| u16::try_from(minutes).ok()).map(clock)?
        }
        Value::Number(number) => number.to_string(),
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(choice).collect::<Vec<_>>().join(", "),
        Value::String(text) if list.is_some() => choice(&text),
        Value::String(text) if key == "method" => of.method_title(&text),
        Value::String(text) if key == "step" => {
            let own = record.field("method").and_then(|method| serde_json::to_value(method).ok());
            let own = own.as_ref().and_then(|method| method["value"].as_str());
            of.step(own.unwrap_or(&of.view.method.name), &text)
        }
        Value::String(text) if NAMES_A_DOSSIER.contains(&key) && !text.is_empty() => of.say("paper-yes", &[]),
        Value::String(text) if NAMES_ANOTHER.contains(&key) => {
            if text == "client" {
                of.view.profile.name.clone()
            } else {
                of.dossier.name_by_id(&text)
            }
        }
        Value::String(text) if DAYS.contains(&key) => day(of, &text),
        // The answers have one digit for each item.
        Value::String(text) if key == "answers" => {
            text.chars().map(String::from).collect::<Vec<_>>().join(" ")
        }
        Value::String(text) => text,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// Returns a day, a month or a year in words.
fn day(of: &Material<'_>, text: &str) -> String {
    let (about, rest) = text.strip_prefix('~').map_or(("", text), |rest| ("± ", rest));
    if let Ok(day) = rest.parse::<NaiveDate>() {
        return format!("{about}{}", of.words.day(day));
    }
    match rest.split_once('-') {
        Some((year, month)) if rest.parse::<PartialDate>().is_ok() => {
            let month = of.say(&format!("month-{}", month.trim_start_matches('0')), &[]);
            format!("{about}{month} {year}")
        }
        _ => format!("{about}{rest}"),
    }
}
