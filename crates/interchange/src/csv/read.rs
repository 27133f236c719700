//! Reading tables.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};
use dossier::Record;
use dossier::model::*;
use serde::de::DeserializeOwned;

use crate::draft::{Draft, DraftLink, DraftMember, Unread, UnreadReason};
use crate::encoding::{decode, one_line};
use crate::field::{FieldError, read_loosely};
use crate::format::ReadError;
use crate::words;

/// What spreadsheet programs put between values, the Dutch one first.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Reads a table: of ties where it has a column for each end, of people otherwise.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    // With `\r\n` the library counts a line late.
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
        let row = Row::of(&columns, &row, line);
        if ties { row.tie(&mut draft) } else { row.member(&mut names, &mut draft) }
    }
    Ok(draft)
}

/// A line `sep=;` on top says what separates; else the heading does.
fn separator(text: &str) -> (&str, u8) {
    let text = text.trim_start_matches(['\u{feff}', '\n', '\r']);
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(said) = first.trim_end().strip_prefix("sep=").and_then(|said| said.bytes().next()) {
        return (rest, said);
    }
    let mut quoted = false;
    let mut counts = [0; SEPARATORS.len()];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        if let (false, Some(place)) = (quoted, SEPARATORS.iter().position(|separator| *separator == byte)) {
            counts[place] += 1;
        }
    }
    let most = (0..SEPARATORS.len()).rev().max_by_key(|place| counts[*place]).unwrap_or(0);
    (text, SEPARATORS[most])
}

/// Which field each column is; the ends of Network Canvas that last go before the ones that only count in the file.
fn columns(headings: &StringRecord, unread: &mut Unread) -> Vec<Option<&'static str>> {
    let lasting: Vec<&str> = headings.iter().filter(|heading| is_lasting(heading)).collect();
    let lasting: Vec<Option<&str>> = lasting.into_iter().map(words::field).collect();
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    for heading in headings {
        let field = words::field(heading).filter(|field| {
            let outranked = !is_lasting(heading) && lasting.contains(&Some(*field));
            // The first column of a kind counts, but more than one may hold how to reach somebody.
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

/// A member that a row or a node tells of.
pub(crate) enum Member {
    Person,
    Organisation,
}

/// The values of a row, or of the data of a node or an edge, by field.
pub(crate) struct Row<'a> {
    pub(crate) line: u32,
    pub(crate) values: Vec<(&'a str, String)>,
}

impl<'a> Row<'a> {
    fn of(columns: &[Option<&'static str>], row: &StringRecord, line: u32) -> Self {
        let known = columns.iter().zip(row).filter_map(|(field, value)| Some(((*field)?, value)));
        let filled = known.filter(|(_, value)| !value.is_empty());
        Self { line, values: filled.map(|(field, value)| (field, bare(value).to_owned())).collect() }
    }

    pub(crate) fn first(&self, field: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == field).map(|(_, value)| value.as_str())
    }

    /// What the row says it is; a person where it says nothing.
    pub(crate) fn kind(&self) -> Member {
        match self.first("type").and_then(|said| words::choice("type", said)) {
            Some("organisation") => Member::Organisation,
            _ => Member::Person,
        }
    }

    fn member(&self, names: &mut HashMap<String, u32>, draft: &mut Draft) {
        if self.values.is_empty() {
            return;
        }
        let Some(name) = self.first("name").map(one_line) else {
            let shown: Vec<&str> = self.values.iter().map(|(_, value)| value.as_str()).collect();
            draft.unread.add(self.line, &shown.join("; "), UnreadReason::NoName);
            return;
        };
        let id = self.first("id").map(str::to_owned).unwrap_or_else(|| {
            // Without a column of ids a name counts as one; the second of a name is another person.
            let times = names.entry(name.clone()).or_default();
            *times += 1;
            if *times == 1 { name.clone() } else { format!("{name} {times}") }
        });
        let lasting = is_uuid(&id);
        let (line, unread) = (self.line, &mut draft.unread);
        match self.kind() {
            Member::Person => {
                let fields = self.fields::<Person>(&["name", "id", "type"], unread);
                draft.people.push(DraftMember { id, lasting, line, name, fields });
            }
            Member::Organisation => {
                let fields = self.fields::<Organisation>(&["name", "id", "type"], unread);
                draft.organisations.push(DraftMember { id, lasting, line, name, fields });
            }
        }
    }

    fn tie(&self, draft: &mut Draft) {
        if self.values.is_empty() {
            return;
        }
        let (Some(a), Some(b)) = (self.first("a").map(one_line), self.first("b").map(one_line)) else {
            let shown: Vec<&str> = self.values.iter().map(|(_, value)| value.as_str()).collect();
            draft.unread.add(self.line, &shown.join("; "), UnreadReason::UnknownEnd);
            return;
        };
        let fields = self.fields::<Tie>(&["a", "b", "id", "name", "type"], &mut draft.unread);
        draft.ties.push(DraftLink { ends: [a, b], line: self.line, fields });
    }

    /// The values as fields of a kind of record; what it has no place for or does not take is named.
    pub(crate) fn fields<R>(&self, passed_over: &[&str], unread: &mut Unread) -> Vec<R::Field>
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
                Err(FieldError::UnknownField) => unread.leave_out(words::heading(field)),
                Err(FieldError::UnknownValue) => {
                    unread.add(
                        self.line,
                        &format!("{}: {value}", words::heading(field)),
                        UnreadReason::Value,
                    );
                }
            }
        }
        fields
    }
}

/// A cell without the quote that keeps a spreadsheet program from taking it for a formula.
fn bare(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

/// Whether an id is one that no two files share by chance.
pub(crate) fn is_uuid(id: &str) -> bool {
    id.len() == 36 && id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && id.matches('-').count() == 4
}
