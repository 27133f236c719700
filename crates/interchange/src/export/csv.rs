//! The network as two tables: members, and the ties and family lines among them.

use dossier::model::*;
use dossier::{Dossier, Field, Id, Record};
use serde::Serialize;

use super::definition::{ExportDefinition, ExportFile};
use super::ends::Ends;
use crate::field::texts;
use crate::spreadsheet::write_csv;
use crate::vocabulary;

pub(super) const DEFINITION: ExportDefinition =
    ExportDefinition { name: "csv", with_notes: false, write: |dossier, _| write(dossier) };

/// Fields that mean nothing in a table.
const LEFT_OUT: &[&str] = &["origin", "own_dossier", "ecogram", "circle", "sociogram", "genogram"];

fn write(dossier: &Dossier) -> Vec<ExportFile> {
    vec![
        ExportFile { suffix: "", bytes: members(dossier) },
        ExportFile { suffix: "-banden", bytes: links(dossier) },
    ]
}

fn members(dossier: &Dossier) -> Vec<u8> {
    let fields = PersonField::KEYS.iter().copied().filter(|field| !LEFT_OUT.contains(field));
    let columns: Vec<&str> = ["id", "type"].into_iter().chain(fields).chain(["kind"]).collect();
    let people = dossier.all::<Person>().into_iter().map(|person| row(&columns, &person, "person"));
    let organisations =
        dossier.all::<Organisation>().into_iter().map(|one| row(&columns, &one, "organisation"));
    table(&columns, people.chain(organisations))
}

fn links(dossier: &Dossier) -> Vec<u8> {
    let columns =
        ["id", "type", "a", "b", "kind", "strength", "quality", "energy", "since", "separated", "divorced"];
    let ends = Ends::of(dossier);
    let ties = dossier.all::<Tie>().into_iter().map(|tie| row(&columns, &tie, "tie"));
    let partnerships = dossier.all::<Partnership>().into_iter().map(|one| row(&columns, &one, "partnership"));
    let parentages = dossier.all::<Parentage>().into_iter().map(|one| row(&columns, &one, "parentage"));
    let seen = |row: &Vec<String>| ends.have([&row[2], &row[3]]);
    table(&columns, ties.chain(partnerships).chain(parentages).filter(seen))
}

fn row<R>(columns: &[&str], record: &R, kind: &str) -> Vec<String>
where
    R: Record,
    R::Field: Serialize,
{
    let known = texts(record);
    let value = |column: &str| match column {
        "id" => record.id().as_str().to_owned(),
        "type" => vocabulary::written("type", kind).to_owned(),
        column => known
            .iter()
            .find(|(field, _)| *field == column || end_of(field) == Some(column))
            .map(|(field, text)| everyday::<R>(field, text))
            .unwrap_or_default(),
    };
    columns.iter().map(|column| value(column)).collect()
}

/// Returns the column of an end that has a name of its own.
fn end_of(field: &str) -> Option<&'static str> {
    match field {
        "parent" => Some("a"),
        "child" => Some("b"),
        _ => None,
    }
}

/// Returns a value in the words that people read, instead of the terms of the record.
fn everyday<R: Record>(field: &str, text: &str) -> String {
    let list = vocabulary::list::<R>(field);
    text.split(", ").map(|part| vocabulary::written(list, part)).collect::<Vec<_>>().join(", ")
}

fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let headings = columns.iter().map(|column| vocabulary::heading(column).to_owned()).collect();
    write_csv(&[headings].into_iter().chain(rows).collect::<Vec<_>>())
}
