//! Dates of GEDCOM 5.5.1 and 7.0, as precise as the file gives them.

use dossier::PartialDate;

use super::structure::Structure;
use crate::import::draft::Draft;

const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
/// Words that mark a date as not exact, or begin a period of which the first date counts.
const ABOUT: [&str; 10] = ["ABT", "EST", "CAL", "INT", "BEF", "AFT", "FROM", "TO", "BET", "ABOUT"];

/// Returns the date of an event of a person or family; names a date that cannot be read in the draft.
pub(super) fn event_date(structure: &Structure, event: &str, draft: &mut Draft) -> Option<PartialDate> {
    let date = structure.first(event)?.first("DATE").filter(|date| !date.value.trim().is_empty())?;
    let read = parse(&date.value);
    if read.is_none() {
        date.name_as_unread(&mut draft.unread);
    }
    read
}

/// Parses a date. Returns `None` for a date of another calendar or before our era, for a phrase, and for no
/// date.
fn parse(text: &str) -> Option<PartialDate> {
    let upper = text.split('(').next()?.replace("@#DGREGORIAN@", " ").to_ascii_uppercase();
    let mut about = false;
    let mut numbers = Vec::new();
    let mut month = None;
    for word in upper.split_whitespace() {
        match word {
            "AND" | "TO" if !numbers.is_empty() => break,
            "GREGORIAN" => {}
            word if ABOUT.contains(&word.trim_end_matches('.')) => about = true,
            word => match MONTHS.iter().position(|name| *name == word.trim_end_matches('.')) {
                Some(index) => month = Some(index as u8 + 1),
                // 1699/00 is a year in two calendars; people at the time wrote the first.
                None => numbers.push(word.split('/').next()?.parse::<u16>().ok()?),
            },
        }
    }
    match (numbers.as_slice(), month) {
        ([year], month) => PartialDate::new(*year, month, None, about),
        ([day, year], Some(month)) => {
            PartialDate::new(*year, Some(month), Some(u8::try_from(*day).ok()?), about)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_the_file_gives_it() {
        for (text, date) in [
            ("15 MAR 2019", "2019-03-15"),
            ("mar 2019", "2019-03"),
            ("2019", "2019"),
            ("ABT 1948", "~1948"),
            ("BET 1900 AND 1910", "~1900"),
            ("FROM 1 JAN 1980 TO 1990", "~1980-01-01"),
            ("@#DGREGORIAN@ 3 MAY 1948", "1948-05-03"),
            ("INT 1948 (about the flood)", "~1948"),
            ("4 FEB 1699/00", "1699-02-04"),
        ] {
            assert_eq!(parse(text).map(|date| date.to_string()).as_deref(), Some(date), "{text}");
        }
        for text in ["", "(unknown)", "31 FEB 1948", "@#DHEBREW@ 2 TVT 5758", "44 BC", "12 13 14 15"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
