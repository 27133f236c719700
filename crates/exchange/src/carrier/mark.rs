//! The mark that a device leaves in its own mailbox once a day. If there is no mark, the storage was emptied;
//! if there is an older one, the storage was restored. The listing that is made anyway shows the mark.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use super::object_name::NotOurs;

/// The day on which a mark was left, as days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(pub u32);

impl Mark {
    /// Returns the mark of the day (UTC) of a moment.
    pub fn of(moment: DateTime<Utc>) -> Self {
        let days = moment.date_naive().signed_duration_since(NaiveDate::default()).num_days();
        Self(u32::try_from(days).unwrap_or(0))
    }

    /// Returns the day of the mark.
    pub fn day(self) -> NaiveDate {
        NaiveDate::default() + chrono::Days::new(self.0.into())
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mark-{}", self.0)
    }
}

impl FromStr for Mark {
    type Err = NotOurs;

    /// Parses exactly what [`Display`](fmt::Display) writes.
    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let mark = text.strip_prefix("mark-").and_then(|days| days.parse().ok()).map(Self);
        mark.filter(|mark| mark.to_string() == text).ok_or(NotOurs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_back_and_other_names_are_refused() {
        let mark = Mark::of(DateTime::from_timestamp(1_790_000_000, 0).unwrap());
        assert_eq!(mark.to_string().parse(), Ok(mark));
        assert_eq!(mark.day().to_string(), "2026-09-21");
        for foreign in ["mark-", "mark-01", "mark-+1", "mark-1.part", "Mark-1", "mark-99999999999"] {
            assert_eq!(foreign.parse::<Mark>(), Err(NotOurs), "{foreign}");
        }
    }
}
