//! Tables of people or ties, as Dutch and English spreadsheet programs and Network Canvas write them.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};
use dossier::model::*;

use super::definition::{Contents, ImportDefinition, ReadError};
use super::draft::{Draft, DraftLink, DraftMember, Unread, UnreadReason};
use super::row::{MemberKind, Row};
use crate::encoding::{decode, one_line};
use crate::spreadsheet::from_text;
use crate::vocabulary;

pub(super) const DEFINITION: ImportDefinition = ImportDefinition {
    name: "csv",
    titles: &["CSV"],
    contents: Contents::Table,
    extensions: &["csv", "tsv", "txt"],
    shared_extensions: &[],
    shows: |_| false,
    allows: |head| !head.contains('\0'),
    read,
    example: "naam;telefoon\nAnna;030 123\n\"Bram, de buur\";\n",
};

/// The separators of values that spreadsheet programs write, the Dutch one first.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Reads a table: of ties if it has a column for each end, of people otherwise.
fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    // With `\r\n` the library reports each line number one too high.
    let text = decode(bytes).replace("\r\n", "\n");
    let (text, separator) = separator(&text);
    let mut table = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headings = table.headers().cloned().unwrap_or_default();
    let mut draft = Draft::default();
    let columns = columns(&headings, &mut draft.unread);
    let has = |field| columns.iter().flatten().any(|column| *column == field);
    let ties = has("a") && has("b");
    if !ties && !has("name") {
        return Err(ReadError::NoNames);
    }
    let mut names = HashMap::new();
    for row in table.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(0, |position| position.line() as u32);
                draft.unread.add(line, "", UnreadReason::Line);
                continue;
            }
        };
        let line = row.position().map_or(0, |position| position.line() as u32);
        let row = row_of(&columns, &row, line);
        if ties { add_tie(&row, &mut draft) } else { add_member(&row, &mut names, &mut draft) }
    }
    Ok(draft)
}

/// Returns the table and its separator: the one that a first line `sep=;` names, or the most frequent one in
/// the heading.
fn separator(text: &str) -> (&str, u8) {
    let text = text.trim_start_matches(['\u{feff}', '\n', '\r']);
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(named) = first.trim_end().strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
        return (rest, named);
    }
    let mut quoted = false;
    let mut counts = [0; SEPARATORS.len()];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        if let (false, Some(index)) = (quoted, SEPARATORS.iter().position(|separator| *separator == byte)) {
            counts[index] += 1;
        }
    }
    let most = (0..SEPARATORS.len()).rev().max_by_key(|index| counts[*index]).unwrap_or(0);
    (text, SEPARATORS[most])
}

/// Returns the field of each column. Of Network Canvas, the ids of ends that are the same in every file go
/// before the ids that only count within this one.
fn columns(headings: &StringRecord, unread: &mut Unread) -> Vec<Option<&'static str>> {
    let lasting: Vec<&str> = headings.iter().filter(|heading| is_lasting(heading)).collect();
    let lasting: Vec<Option<&str>> = lasting.into_iter().map(vocabulary::field).collect();
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    for heading in headings {
        let field = vocabulary::field(heading).filter(|field| {
            let outranked = !is_lasting(heading) && lasting.contains(&Some(*field));
            // Only the first column of a field counts, except that several may hold contact details or
            // remarks.
            !outranked && (*field == "contact" || *field == "remark" || !columns.contains(&Some(field)))
        });
        if field.is_none() && !heading.to_ascii_lowercase().starts_with("networkcanvas") {
            unread.leave_out(heading);
        }
        columns.push(field);
    }
    columns
}

fn is_lasting(heading: &str) -> bool {
    matches!(
        heading.to_ascii_lowercase().as_str(),
        "networkcanvasuuid" | "networkcanvassourceuuid" | "networkcanvastargetuuid"
    )
}

fn row_of<'a>(columns: &[Option<&'a str>], row: &StringRecord, line: u32) -> Row<'a> {
    let known = columns.iter().zip(row).filter_map(|(field, value)| Some(((*field)?, value)));
    let filled = known.filter(|(_, value)| !value.is_empty());
    Row { line, values: filled.map(|(field, value)| (field, from_text(value))).collect() }
}

fn add_member(row: &Row<'_>, names: &mut HashMap<String, u32>, draft: &mut Draft) {
    if row.values.is_empty() {
        return;
    }
    let Some(name) = row.first("name").map(one_line) else {
        draft.unread.add(row.line, &shown(row), UnreadReason::NoName);
        return;
    };
    let id = row.first("id").map(str::to_owned).unwrap_or_else(|| {
        // Without a column of ids the name is the id; a second row with the same name is another person.
        let times = names.entry(name.clone()).or_default();
        *times += 1;
        if *times == 1 { name.clone() } else { format!("{name} {times}") }
    });
    let lasting = is_uuid(&id);
    let (line, unread) = (row.line, &mut draft.unread);
    match row.kind() {
        MemberKind::Person => {
            let fields = row.fields::<Person>(&["name", "id", "type"], unread);
            draft.people.push(DraftMember { id, lasting, line, name, fields });
        }
        MemberKind::Organisation => {
            let fields = row.fields::<Organisation>(&["name", "id", "type"], unread);
            draft.organisations.push(DraftMember { id, lasting, line, name, fields });
        }
    }
}

fn add_tie(row: &Row<'_>, draft: &mut Draft) {
    if row.values.is_empty() {
        return;
    }
    let (Some(a), Some(b)) = (row.first("a").map(one_line), row.first("b").map(one_line)) else {
        draft.unread.add(row.line, &shown(row), UnreadReason::UnknownEnd);
        return;
    };
    let fields = row.fields::<Tie>(&["a", "b", "id", "name", "type"], &mut draft.unread);
    draft.ties.push(DraftLink { ends: [a, b], line: row.line, fields });
}

/// Returns the values of a row that cannot be read, for the coach to find it by.
fn shown(row: &Row<'_>) -> String {
    row.values.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join("; ")
}

/// Returns whether an id is one that no two files share by chance.
fn is_uuid(id: &str) -> bool {
    id.len() == 36 && id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && id.matches('-').count() == 4
}
