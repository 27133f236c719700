//! Writing tables as Dutch spreadsheet programs open them: semicolons, UTF-8 with a byte order mark.

use dossier::model::*;
use dossier::{Dossier, Field, Record};
use serde::Serialize;

use crate::field::texts;
use crate::words;

/// Fields that say nothing in a table.
const LEFT_OUT: &[&str] = &["origin", "own_dossier", "ecogram", "circle", "sociogram", "genogram"];

/// The table of people and organisations.
pub(crate) fn members(dossier: &Dossier) -> Vec<u8> {
    let fields: Vec<&str> =
        PersonField::KEYS.iter().copied().filter(|field| !LEFT_OUT.contains(field)).collect();
    let mut columns = vec!["id", "type"];
    columns.extend(&fields);
    columns.push("kind");
    let mut rows = Vec::new();
    for person in dossier.all::<Person>() {
        rows.push(row(&columns, &person, "person"));
    }
    for organisation in dossier.all::<Organisation>() {
        rows.push(row(&columns, &organisation, "organisation"));
    }
    table(&columns, rows)
}

/// The table of ties among members.
pub(crate) fn ties(dossier: &Dossier) -> Vec<u8> {
    let columns = ["a", "b", "kind", "strength", "quality", "energy"];
    let rows = dossier.all::<Tie>().iter().map(|tie| row(&columns, tie, "")).collect();
    table(&columns, rows)
}

fn row<R>(columns: &[&str], record: &R, kind: &str) -> Vec<String>
where
    R: Record,
    R::Field: Serialize,
{
    use dossier::Id;
    let known = texts(record);
    let value = |column: &str| match column {
        "id" => record.id().as_str().to_owned(),
        "type" => words::written("type", kind).to_owned(),
        column => known
            .iter()
            .find(|(field, _)| *field == column)
            .map(|(field, text)| said::<R>(field, text))
            .unwrap_or_default(),
    };
    columns.iter().map(|column| safe(value(column))).collect()
}

/// A value in the words that people read.
fn said<R: Record>(field: &str, text: &str) -> String {
    let list = words::list::<R>(field);
    text.split(", ").map(|part| words::written(list, part)).collect::<Vec<_>>().join(", ")
}

/// A cell that a spreadsheet program does not take for a formula: a quote keeps it a text. A telephone number stays as
/// it is.
fn safe(cell: String) -> String {
    let mut characters = cell.chars();
    let first = characters.next();
    let number = characters.next().is_some_and(|second| second.is_ascii_digit());
    match first {
        Some('=' | '@') => format!("'{cell}"),
        Some('+' | '-') if !number => format!("'{cell}"),
        _ => cell,
    }
}

fn table(columns: &[&str], rows: Vec<Vec<String>>) -> Vec<u8> {
    let headings = columns.iter().map(|column| words::heading(column).to_owned()).collect();
    written(&[vec![headings], rows].concat())
}

/// Writes a table of words and numbers, whose first row says what the columns are.
pub fn rows(rows: &[Vec<String>]) -> Vec<u8> {
    written(&rows.iter().map(|row| row.iter().cloned().map(safe).collect()).collect::<Vec<_>>())
}

fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(&mut bytes);
        // Writing to memory does not fail.
        rows.iter().for_each(|row| drop(writer.write_record(row)));
        let _ = writer.flush();
    }
    bytes
}
