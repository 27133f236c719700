//! The fields of any record on paper: the name of each field that is filled in, with its value in words. The
//! fields come from the record itself, so the full copy stays complete when a field is added.

use dossier::{Content, Field, PartialDate, Record};
use interchange::paper::{Block, Fact};

use super::material::{Material, clock};

/// The fields that are only in the JSON beside the paper: origins of imports, the heads of a moment, and the
/// file of a method. Positions in drawings are left out as well.
pub(super) const NOT_FOR_READERS: [&str; 3] = ["origin", "heads", "definition"];

/// Returns the filled-in fields of a record, except those in `said`, which its heading has already.
pub(super) fn facts<R: Record>(of: &Material<'_>, record: &R, said: &[&str]) -> Block {
    let told = record.fields().into_iter().filter(|field| !said.contains(&field.key()));
    let lines = told.filter_map(|field| {
        let says = says::<R>(of, record, &field)?;
        Some(Fact { name: name::<R>(of, field.key()), says })
    });
    Block::Facts { lines: lines.collect() }
}

/// Returns records of one kind as a table, with a column for every field that any of them fills in. Returns
/// `None` for no records.
pub(super) fn table<R: Record>(of: &Material<'_>, records: &[R]) -> Option<Block> {
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

/// Returns the name of a field, from the message files.
fn name<R: Record>(of: &Material<'_>, key: &str) -> String {
    // The key `life` is a dimension of life in a goal. In a person it is the life status.
    let id = match (R::MAP, key) {
        ("goals", "life") => "field-goal-life".to_owned(),
        _ => format!("field-{key}"),
    };
    of.say(&id, &[])
}

/// Returns the value of a field in words, or `None` if it is empty or not on paper.
fn says<R: Record>(of: &Material<'_>, record: &R, field: &R::Field) -> Option<String> {
    let key = field.key();
    let text = match field.content() {
        _ if NOT_FOR_READERS.contains(&key) => return None,
        Content::Empty | Content::Answer(false) | Content::Position(_) => return None,
        Content::Answer(true) => of.say("paper-yes", &[]),
        Content::Number(minutes) if key == "next_time" => clock(minutes),
        Content::Number(number) => number.to_string(),
        Content::Choices { list, values } => {
            let labels = values.iter().map(|value| of.words.choice(list, value));
            labels.collect::<Vec<_>>().join(", ")
        }
        Content::Date(date) => day(of, date),
        Content::Record(id) => of.dossier.name_by_id(&id),
        // The client of another dossier is not named.
        Content::Dossier(_) => of.say("paper-yes", &[]),
        Content::Text(name) if key == "method" => of.method_title(&name),
        Content::Text(step) if key == "step" => match record.field("method").map(|method| method.content()) {
            Some(Content::Text(method)) => of.step(&method, &step),
            _ => of.step(&of.view.method.name, &step),
        },
        // The answers have one digit for each item.
        Content::Text(digits) if key == "answers" => {
            digits.chars().map(String::from).collect::<Vec<_>>().join(" ")
        }
        Content::Text(text) => text,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// Returns a day, a month or a year in words.
fn day(of: &Material<'_>, date: PartialDate) -> String {
    let about = if date.is_about() { "± " } else { "" };
    let words = match (date.day(), date.month()) {
        (Some(day), _) => of.words.day(day),
        (None, Some(month)) => format!("{} {}", of.say(&format!("month-{month}"), &[]), date.year()),
        (None, None) => date.year().to_string(),
    };
    format!("{about}{words}")
}
