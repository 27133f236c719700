//! Dates that people remember only in part.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A year, a month of a year or a day, perhaps "about": `1948`, `1948-05`, `1948-05-03`, `~1948`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
    about: bool,
}

/// The error of a text that is not a year, a month or a day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{0}” is not a date such as 1948, 1948-05 or 1948-05-03")]
pub struct NotADate(
    /// The text that was given.
    pub String,
);

impl PartialDate {
    /// Returns the date, or `None` if the calendar has no such day. Years run from 1 to 9999.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>, about: bool) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(
            i32::from(year),
            u32::from(month.unwrap_or(1)),
            u32::from(day.unwrap_or(1)),
        )?;
        let sound = (1..=9999).contains(&first.year()) && (day.is_none() || month.is_some());
        sound.then_some(Self { year, month, day, about })
    }

    /// Returns a day of the calendar as a date; `None` where its year is not from 1 to 9999.
    pub fn on(day: NaiveDate) -> Option<Self> {
        let part = |number: u32| u8::try_from(number).ok();
        Self::new(u16::try_from(day.year()).ok()?, part(day.month()), part(day.day()), false)
    }

    /// Returns the day, or `None` where only the year or the month is known.
    pub fn day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::from(self.year), self.month?.into(), self.day?.into())
    }

    /// Returns whether the date is "about" then.
    pub fn is_about(&self) -> bool {
        self.about
    }

    /// Returns the month from 1 to 12, or `None` where only the year is known.
    pub fn month(&self) -> Option<u8> {
        self.month
    }

    /// Returns the year of the date.
    pub fn year(&self) -> u16 {
        self.year
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.about {
            f.write_str("~")?;
        }
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(text.to_owned());
        let trimmed = text.trim();
        let (about, digits) = match trimmed.strip_prefix('~') {
            Some(rest) => (true, rest),
            None => (false, trimmed),
        };
        let mut parts = digits.split('-').map(|part| part.parse::<u16>().map_err(|_| wrong()));
        let year = parts.next().ok_or_else(wrong)??;
        let mut small = || -> Result<Option<u8>, NotADate> {
            parts.next().transpose()?.map(|part| u8::try_from(part).map_err(|_| wrong())).transpose()
        };
        let (month, day) = (small()?, small()?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        Self::new(year, month, day, about).ok_or_else(wrong)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_keeps_the_precision_it_was_given_with() {
        for text in ["1948", "1948-05", "1948-05-03", "~1948"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_date_has_a_day_where_year_month_and_day_are_known() {
        let day = "1948-05-03".parse().unwrap();
        assert_eq!(PartialDate::on(day).and_then(|date| date.day()), Some(day));
        assert_eq!("~1948-05-03".parse::<PartialDate>().unwrap().day(), Some(day));
        for text in ["1948", "1948-05"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().day(), None, "{text}");
        }
    }

    #[test]
    fn a_day_that_the_calendar_does_not_have_is_refused() {
        for text in ["", "48-13", "1948-02-30", "1948-05-03-01", "yesterday", "1948--3"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
