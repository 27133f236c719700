//! Times and days that somebody else wrote, kept to years that every calendar can show.
//!
//! A document holds the time of a change as a number of seconds and a day as a text, and both can be
//! anything. Chrono reads years up to 262142, and panics where a time at the end of that range is shown in
//! local time.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// The first moment that is shown, 2 January of the year 1. A day from the first year on, so that it is in
/// that year wherever it is shown.
const FIRST: i64 = -62_135_510_400;

/// The last moment that is shown, the end of 30 December 9999.
const LAST: i64 = 253_402_214_399;

/// Returns the time of a change; a time out of the years 1 to 9999 is the first or the last moment that is
/// shown. So it stays before or after the same other times.
pub(crate) fn time(seconds: i64) -> DateTime<Utc> {
    // Both ends are within chrono's range, so there always is such a time.
    DateTime::from_timestamp(clamped(seconds), 0).unwrap_or_default()
}

/// Returns the seconds of a time that can be shown.
pub(crate) fn clamped(seconds: i64) -> i64 {
    seconds.clamp(FIRST, LAST)
}

/// Returns whether a day is in the years 1 to 9999.
pub(crate) fn is_shown(day: NaiveDate) -> bool {
    (1..=9999).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use chrono::FixedOffset;
    use proptest::prelude::*;

    use super::*;
    use crate::value::{PartialDate, Scalar};

    #[test]
    fn the_ends_are_a_day_from_the_ends_of_the_years_that_are_shown() {
        assert_eq!(time(i64::MIN).to_string(), "0001-01-02 00:00:00 UTC");
        assert_eq!(time(i64::MAX).to_string(), "9999-12-30 23:59:59 UTC");
        assert_eq!(time(1_790_000_000).timestamp(), 1_790_000_000);
    }

    proptest! {
        #[test]
        fn any_number_as_a_time_is_shown_at_every_offset(
            seconds in prop_oneof![any::<i64>(), -9_000_000_000_000..9_000_000_000_000_i64],
            offset in -86_399..=86_399,
        ) {
            let there = time(seconds).with_timezone(&FixedOffset::east_opt(offset).unwrap());
            prop_assert!(is_shown(there.date_naive()), "{there}");
        }

        #[test]
        fn any_text_as_a_day_is_a_day_that_is_shown_or_none(
            text in "\\PC{0,12}|[+-]?[0-9]{1,7}-[0-9]{1,2}-[0-9]{1,2}",
        ) {
            let value = automerge::ScalarValue::from(text.as_str());
            if let Some(day) = <NaiveDate as Scalar>::from_scalar(&value) {
                prop_assert!(is_shown(day));
                prop_assert!(PartialDate::on(day).is_some());
            }
            if let Some(date) = <PartialDate as Scalar>::from_scalar(&value) {
                prop_assert!((1..=9999).contains(&date.year()));
            }
        }
    }
}
