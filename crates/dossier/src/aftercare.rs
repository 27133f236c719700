//! The days on which aftercare checks in.

use chrono::{Months, NaiveDate};

/// The months of the calendar after which a coach asks how it goes.
pub const AFTERCARE_MONTHS: [u32; 4] = [1, 3, 6, 12];

/// Returns the days of the check-ins after a first day. In a month that is too short for the day, it is the
/// last day.
pub fn aftercare(start: NaiveDate) -> Vec<NaiveDate> {
    AFTERCARE_MONTHS.iter().filter_map(|months| start.checked_add_months(Months::new(*months))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_follow_the_calendar_and_stay_within_short_months() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let days = [day(2027, 2, 28), day(2027, 4, 30), day(2027, 7, 31), day(2028, 1, 31)];
        assert_eq!(aftercare(day(2027, 1, 31)), days);
        assert_eq!(aftercare(day(2026, 11, 24))[0], day(2026, 12, 24));
        assert_eq!(aftercare(NaiveDate::MAX), []);
    }
}
