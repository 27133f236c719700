//! Tables of people or ties, as Dutch and English spreadsheet programs and Network Canvas write them.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use super::contacts::{self, is_name};
use super::definition::{Contents, ImportDefinition, ReadError};
use super::draft::{Draft, Unread, UnreadReason};
use super::row::{Row, Value};
use crate::encoding::decode;
use crate::export::CLIENT;
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
    let mut draft = Draft::default();
    // With `\r\n` the library reports each line number one too high. Programs of the Macintosh write `\r` alone, and
    // a file that was converted twice has `\r\r\n`.
    let text = decode(bytes, &mut draft.unread);
    let text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n");
    let (table, separator) = separator(&text);
    let first_line = 1 + text[..text.len() - table.len()].matches('\n').count() as u32;
    let mut rows = rows(table, separator, first_line, &mut draft.unread).into_iter();
    let headings = rows.next().map(|(_, headings)| headings).unwrap_or_default();
    let columns = columns(&headings);
    let has = |field| columns.contains(&Column::Field(field));
    let ties = has("a") && has("b");
    if !ties && !columns.iter().any(|column| matches!(column, Column::Field(field) if is_name(field))) {
        return Err(ReadError::NoNames);
    }
    let mut names = HashMap::new();
    for (line, row) in rows {
        // Tables that were put behind each other have their headings more than once.
        if row == headings {
            draft.unread.add(line, &row.iter().collect::<Vec<_>>().join("; "), UnreadReason::Line);
            continue;
        }
        let row = row_of(&headings, &columns, &row, line, &mut draft.unread);
        if ties { add_link(row, &mut draft) } else { add_member(row, &mut names, &mut draft) }
    }
    Ok(draft)
}

/// Returns the rows of a table, each with its line. A line whose quote never closes is named and read without
/// quotes, so that it does not swallow the lines after it.
fn rows(table: &str, separator: u8, first_line: u32, unread: &mut Unread) -> Vec<(u32, StringRecord)> {
    let (mut rows, mut rest, mut line) = (Vec::new(), table, first_line);
    while !rest.is_empty() {
        let broken = broken_line(rest, separator);
        let (whole, after) = rest.split_at(broken.unwrap_or(rest.len()));
        add_rows(whole, separator, true, line, &mut rows);
        line += whole.matches('\n').count() as u32;
        let (one, after) = after.split_at(after.find('\n').map_or(after.len(), |at| at + 1));
        if !one.is_empty() {
            unread.add(line, one, UnreadReason::Quote);
            add_rows(one, separator, false, line, &mut rows);
            line += 1;
        }
        rest = after;
    }
    rows
}

fn add_rows(text: &str, separator: u8, quoting: bool, first_line: u32, rows: &mut Vec<(u32, StringRecord)>) {
    let mut reader = ReaderBuilder::new();
    reader.delimiter(separator).flexible(true).has_headers(false).trim(csv::Trim::All).quoting(quoting);
    for row in reader.from_reader(text.as_bytes()).into_records().flatten() {
        let (at, line) = row.position().map_or((0, 1), |place| (place.byte() as usize, place.line() as u32));
        // The library counts the empty lines before a row as part of it.
        let before =
            text.get(at..).unwrap_or_default().bytes().take_while(|byte| *byte == b'\n').count() as u32;
        let row: StringRecord = match quoting {
            true => row,
            false => row.iter().map(|cell| cell.trim_matches(['"', ' '])).collect(),
        };
        rows.push((first_line + line - 1 + before, row));
    }
}

/// Returns the place of the first row with a cell that begins with a quote which nothing closes: a quote closes a
/// cell only before a separator or the end of a line.
fn broken_line(text: &str, separator: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut row, mut at, mut begins_cell) = (0, 0, true);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' if begins_cell => match end_of_quoted(bytes, at + 1, separator) {
                Some(end) => {
                    at = end;
                    continue;
                }
                None => return Some(row),
            },
            b'\n' => (row, begins_cell) = (at + 1, true),
            byte if *byte == separator => begins_cell = true,
            b' ' => {}
            _ => begins_cell = false,
        }
        at += 1;
    }
    None
}

/// Returns the place of the separator or the line break behind a cell in quotes, of which the first quote stands
/// before `from`.
fn end_of_quoted(bytes: &[u8], from: usize, separator: u8) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')? + 1;
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        let closes = bytes.get(end).is_none_or(|byte| *byte == separator || *byte == b'\n');
        return closes.then_some(end);
    }
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

/// The contents of a column.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Field(&'static str),
    /// A nickname, beside the parts of the name.
    Nickname,
    /// A day, of which nobody may know whether it or the month comes first.
    Day(&'static str),
    Unknown,
}

/// Returns the contents of each column. Of Network Canvas, the ids of ends that are the same in every file go
/// before the ids that only count within this one.
fn columns(headings: &StringRecord) -> Vec<Column> {
    let lasting: Vec<&str> = headings.iter().filter(|heading| is_lasting(heading)).collect();
    let lasting: Vec<Option<&str>> = lasting.into_iter().map(vocabulary::field).collect();
    let is_english_outlook = headings.iter().any(|heading| heading.eq_ignore_ascii_case("E-mail Address"));
    let mut columns: Vec<Column> = Vec::new();
    for heading in headings {
        let column = match contacts::field(heading) {
            Some("name") if contacts::is_nickname(heading, headings.iter().filter_map(contacts::field)) => {
                Column::Nickname
            }
            Some(field @ "born") if is_english_outlook && !columns.contains(&Column::Day(field)) => {
                Column::Day(field)
            }
            Some(field) if !is_lasting(heading) && lasting.contains(&Some(field)) => Column::Unknown,
            // Only the first column of a field counts, except that several may hold contact details or remarks.
            Some(field)
                if field == "contact" || field == "remark" || !columns.contains(&Column::Field(field)) =>
            {
                Column::Field(field)
            }
            _ => Column::Unknown,
        };
        columns.push(column);
    }
    columns
}

fn is_lasting(heading: &str) -> bool {
    matches!(
        heading.to_ascii_lowercase().as_str(),
        "networkcanvasuuid" | "networkcanvassourceuuid" | "networkcanvastargetuuid"
    )
}

/// Returns the values of a row by field, and names those that have none.
fn row_of(
    headings: &StringRecord,
    columns: &[Column],
    row: &StringRecord,
    line: u32,
    unread: &mut Unread,
) -> Row<'static> {
    let mut values = Vec::new();
    for (place, value) in row.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
        match columns.get(place) {
            Some(Column::Field(field)) => {
                let name = headings[place].to_owned();
                values.push(Value { field, name, text: from_text(value), line });
            }
            Some(Column::Nickname) => {
                let (name, text) = (headings[place].to_owned(), format!("“{}”", from_text(value)));
                values.push(Value { field: "remark", name, text, line });
            }
            Some(Column::Day(field)) => match contacts::with_day_first(&from_text(value)) {
                Some(text) => {
                    values.push(Value { field, name: headings[place].to_owned(), text, line });
                }
                None => {
                    let text = format!("{}: {value}", &headings[place]);
                    unread.add(line, &text, UnreadReason::Value);
                }
            },
            Some(Column::Unknown) if !headings[place].is_empty() => unread.leave_out(&headings[place], line),
            // A value without a heading is named by itself.
            _ => unread.add(line, value, UnreadReason::Value),
        }
    }
    Row { line, values }
}

fn add_member(mut row: Row<'_>, names: &mut HashMap<String, u32>, draft: &mut Draft) {
    if row.values.is_empty() {
        return;
    }
    let Some(name) = contacts::take_name(&mut row) else {
        draft.unusable.members += 1;
        draft.unread.add(row.line, &shown(&row), UnreadReason::NoName);
        return;
    };
    contacts::tidy(&mut row);
    let id = row.take("id").unwrap_or_else(|| {
        // Without a column of ids the name is the id; a second row with the same name is another person.
        let times = names.entry(name.clone()).or_default();
        *times += 1;
        if *times == 1 { name.clone() } else { format!("{name} {times}") }
    });
    let lasting = is_uuid(&id);
    row.add_member(id, lasting, name, draft);
}

fn add_link(mut row: Row<'_>, draft: &mut Draft) {
    if row.values.is_empty() {
        return;
    }
    let whole = shown(&row);
    let (Some(a), Some(b)) = (row.take("a"), row.take("b")) else {
        draft.unusable.ties += 1;
        draft.unread.add(row.line, &whole, UnreadReason::UnknownEnd);
        return;
    };
    let of_family = matches!(row.link_kind(), Some("partnership" | "parentage"));
    if of_family && (a == CLIENT || b == CLIENT) {
        draft.client = Some(CLIENT.to_owned());
    }
    row.add_link(None, [a, b], draft);
}

/// Returns the values of a row that cannot be read, for the coach to find it by.
fn shown(row: &Row<'_>) -> String {
    row.values.iter().map(|value| value.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// Returns whether an id is one that no two files share by chance.
fn is_uuid(id: &str) -> bool {
    id.len() == 36 && id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && id.matches('-').count() == 4
}
