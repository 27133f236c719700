//! Tables of contacts, as Google and Outlook write them in Dutch and English: names in parts, numbered columns,
//! labels, and words for a value that nobody gave.

use super::row::{Row, Value};
use crate::text::one_line;
use crate::vocabulary;

/// The parts of a name, in the order in which people say them.
const PARTS: [&str; 5] = ["name_prefix", "given_name", "middle_name", "family_name", "name_suffix"];
/// The columns of which there may be several, with a number in the heading.
const NUMBERED: [&str; 2] = ["contact", "organisation"];
/// The headings of a name that is no full name.
const NICKNAMES: [&str; 3] = ["nickname", "roepnaam", "bijnaam"];
/// The separator of several values in a cell of Google.
const SEPARATOR: &str = " ::: ";
/// The beginning of a label that Google gives by itself.
const SYSTEM_LABEL: &str = "* ";
/// The values by which Outlook says that nobody gave a gender.
const NO_GENDER: [&str; 3] = ["unspecified", "niet opgegeven", "niet gespecificeerd"];

/// Returns the field that a column holds, by its heading with or without a number: `E-mail 2 - Value`.
pub(super) fn field(heading: &str) -> Option<&'static str> {
    let unnumbered = || {
        let words =
            heading.split(' ').filter(|word| word.is_empty() || !word.bytes().all(|b| b.is_ascii_digit()));
        // Outlook writes the number of a Dutch column before a hyphen.
        let words = words.map(|word| word.trim_start_matches(|c: char| c.is_ascii_digit()));
        let plain = words.collect::<Vec<_>>().join(" ").replace(" -a", "-a");
        vocabulary::field(&plain).filter(|field| NUMBERED.contains(field))
    };
    vocabulary::field(heading).or_else(unnumbered)
}

/// Returns whether a column holds something by which a member can be named.
pub(super) fn is_name(field: &str) -> bool {
    ["name", "given_name", "family_name", "organisation"].contains(&field)
}

/// Returns whether a column holds a nickname beside the parts of the name.
pub(super) fn is_nickname(heading: &str, headings: impl Iterator<Item = &'static str>) -> bool {
    NICKNAMES.contains(&heading.trim().to_lowercase().as_str()) && { headings }
        .any(|field| ["given_name", "family_name"].contains(&field))
}

/// Takes the name out of a row: the full name, its parts joined, or the name of the organisation.
pub(super) fn take_name(row: &mut Row<'_>) -> Option<String> {
    let organisation = row.first("organisation").map(one_line).filter(|name| !name.is_empty());
    let parts: Vec<String> = PARTS.iter().filter_map(|part| row.first(part)).map(one_line).collect();
    let joined = one_line(&parts.join(" "));
    let name = row.take("name").or_else(|| (!joined.is_empty()).then_some(joined));
    let Some(name) = name else {
        let organisation = organisation?;
        row.take("organisation");
        if row.first("type").is_none() {
            row.add("type", "organisation");
        }
        return Some(organisation);
    };
    // A part that the name has says nothing new.
    PARTS.iter().for_each(|part| row.pass_over(part, |part| name.contains(part)));
    if organisation.as_ref() == Some(&name) {
        row.take("organisation");
        if row.first("type").is_none() {
            row.add("type", "organisation");
        }
    } else if let Some(organisation) = row.take("organisation") {
        row.add("remark", &organisation);
    }
    Some(name)
}

/// Reads labels as the relation and the group of a person, and passes over what says nothing.
pub(super) fn tidy(row: &mut Row<'_>) {
    row.pass_over("gender", |gender| NO_GENDER.contains(&gender.to_lowercase().as_str()));
    // Outlook writes zeros for a day that nobody gave.
    row.pass_over("born", |day| {
        !day.is_empty() && day.chars().all(|c| matches!(c, '0' | '-' | '/' | '.' | ' '))
    });
    for value in row.values.iter_mut().filter(|value| value.field == "contact") {
        value.text = value.text.replace(SEPARATOR, ", ");
    }
    let (labels, others): (Vec<_>, Vec<_>) =
        std::mem::take(&mut row.values).into_iter().partition(|value| value.field == "labels");
    row.values = others;
    for Value { name, text, line, .. } in labels {
        let labels = text.split(SEPARATOR).flat_map(|part| part.split([';', ','])).map(str::trim);
        for label in labels.filter(|label| !label.is_empty() && !label.starts_with(SYSTEM_LABEL)) {
            let field = match vocabulary::choice("relation", label) {
                Some(_) if row.first("relation").is_none() => "relation",
                _ if row.first("group").is_none() => "group",
                _ => "labels",
            };
            row.values.push(Value { field, name: name.clone(), text: label.to_owned(), line });
        }
    }
}

/// Returns a date of Outlook in English, which writes the month first in some countries, with the day first.
/// Returns `None` if nobody can tell the day from the month.
pub(super) fn with_day_first(date: &str) -> Option<String> {
    let parts: Vec<&str> = date.trim().split('/').collect();
    let [first, second, year] = parts.as_slice() else { return Some(date.to_owned()) };
    let (Ok(first), Ok(second)) = (first.parse::<u8>(), second.parse::<u8>()) else {
        return Some(date.to_owned());
    };
    match (first > 12, second > 12) {
        (false, true) => Some(format!("{second}-{first}-{year}")),
        (false, false) if first != second => None,
        _ => Some(date.to_owned()),
    }
}
