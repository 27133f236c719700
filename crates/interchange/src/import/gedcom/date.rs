//! Dates of GEDCOM 5.5.1 and 7.0, as precise as the file gives them.

use dossier::PartialDate;

use super::structure::Structure;
use crate::field::plausible;
use crate::import::draft::Draft;

/// The names of months in English and Dutch, as programs write them against the standard too.
const MONTHS: [&[&str]; 12] = [
    &["JAN", "JANUARY", "JANUARI"],
    &["FEB", "FEBRUARY", "FEBRUARI"],
    &["MAR", "MARCH", "MRT", "MAART"],
    &["APR", "APRIL"],
    &["MAY", "MEI"],
    &["JUN", "JUNE", "JUNI"],
    &["JUL", "JULY", "JULI"],
    &["AUG", "AUGUST", "AUGUSTUS"],
    &["SEP", "SEPT", "SEPTEMBER"],
    &["OCT", "OCTOBER", "OKT", "OKTOBER"],
    &["NOV", "NOVEMBER"],
    &["DEC", "DECEMBER"],
];
/// Words before the first or the last day of a period.
const BOUNDS: [&str; 6] = ["BEF", "AFT", "FROM", "TO", "BET", "AND"];
/// Words that mark a date as not exact, or begin a period of which the first date counts.
const ABOUT: [&str; 13] =
    ["ABT", "EST", "CAL", "INT", "BEF", "AFT", "FROM", "TO", "BET", "ABOUT", "CA", "CIRCA", "OMSTREEKS"];

/// Returns the date of an event of a person or family; names a date that cannot be read in the draft.
pub(super) fn event_date(structure: &Structure, event: &str, draft: &mut Draft) -> Option<PartialDate> {
    let event = structure.first(event)?;
    if event.is(did_not_happen) {
        return None;
    }
    event.is(says_only_that_it_happened);
    let date = event.first("DATE").filter(|date| !date.value().is_empty())?;
    let read = parse(date.value());
    if read.is_none() || has_more(date.value()) {
        date.name_as_unread(&mut draft.unread);
    }
    read
}

/// Returns whether the value of an event says no more than that it happened, or did not.
pub(super) fn says_only_that_it_happened(value: &str) -> bool {
    matches!(value, "" | "Y" | "N")
}

/// Returns whether the value of an event says that it did not happen.
pub(super) fn did_not_happen(value: &str) -> bool {
    value == "N"
}

/// Returns whether a date has a part that the record has no place for: it is the bound of a period, or has the second
/// year of another calendar, or a phrase.
fn has_more(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let (date, phrase) = upper.split_once('(').unwrap_or((&upper, ""));
    let is_more = |word: &str| {
        BOUNDS.contains(&word.trim_end_matches('.'))
            || word.contains('/') && matches!(numbers_of(word), Some(Numbers::One(_)))
    };
    date.split_whitespace().any(is_more) || !phrase.trim_matches([')', ' ']).is_empty()
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
            word => match MONTHS.iter().position(|names| names.contains(&word.trim_end_matches('.'))) {
                Some(index) if month.is_none() => month = Some(index as u8 + 1),
                Some(_) => return None,
                None => match numbers_of(word)? {
                    Numbers::One(number) => numbers.push(number),
                    Numbers::Date(date) => {
                        let only = numbers.is_empty() && month.is_none();
                        return date.filter(|_| only).and_then(|(year, month, day)| {
                            plausible(PartialDate::new(year, Some(month), day, about)?)
                        });
                    }
                },
            },
        }
    }
    let date = match (numbers.as_slice(), month) {
        ([year], month) => PartialDate::new(*year, month, None, about),
        ([day, year], Some(month)) => {
            PartialDate::new(*year, Some(month), Some(u8::try_from(*day).ok()?), about)
        }
        _ => None,
    };
    plausible(date?)
}

/// The numbers in a word.
enum Numbers {
    /// One number: a day or a year.
    One(u16),
    /// A whole date of a year, a month and perhaps a day; `None` if nobody can tell the day from the month.
    Date(Option<(u16, u8, Option<u8>)>),
}

/// Reads a word of numbers: `1948`, `1699/00`, `1948-05-03`, `25/12/1950`, `05/1948`.
fn numbers_of(word: &str) -> Option<Numbers> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    if !parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let number = |place: usize| parts.get(place)?.parse::<u16>().ok();
    let small = |place: usize| parts.get(place)?.parse::<u8>().ok();
    let is_year = |place: usize| parts.get(place).is_some_and(|part| part.len() == 4);
    match parts.len() {
        1 => Some(Numbers::One(number(0)?)),
        // 1699/00 is a year in two calendars; people at the time wrote the first. The line is named.
        2 if word.contains('/') && parts[1].len() == 2 && (number(0)? + 1) % 100 == number(1)? => {
            Some(Numbers::One(number(0)?))
        }
        2 if is_year(0) => Some(Numbers::Date(Some((number(0)?, small(1)?, None)))),
        2 if is_year(1) => Some(Numbers::Date(Some((number(1)?, small(0)?, None)))),
        3 if is_year(0) => Some(Numbers::Date(Some((number(0)?, small(1)?, small(2))))),
        3 if is_year(2) => {
            let (first, second, year) = (small(0)?, small(1)?, number(2)?);
            Some(Numbers::Date(match (first > 12, second > 12) {
                (true, false) => Some((year, second, Some(first))),
                (false, true) => Some((year, first, Some(second))),
                (false, false) if first == second => Some((year, first, Some(second))),
                _ => None,
            }))
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
            ("1951-07-05", "1951-07-05"),
            ("25/12/1950", "1950-12-25"),
            ("12/25/1950", "1950-12-25"),
            ("05/1948", "1948-05"),
            ("12 MEI 1950", "1950-05-12"),
            ("ca. 1999", "~1999"),
        ] {
            assert_eq!(parse(text).map(|date| date.to_string()).as_deref(), Some(date), "{text}");
        }
        for text in [
            "",
            "(unknown)",
            "31 FEB 1948",
            "@#DHEBREW@ 2 TVT 5758",
            "44 BC",
            "12 13 14 15",
            "03/05/1948",
            "3/5/48",
            "48",
            "1948/51",
            "31/31/1950",
            "3 05/1948",
            "MAR APR 1950",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
