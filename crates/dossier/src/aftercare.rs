//! The days of the aftercare.

use chrono::{Months, NaiveDate};

/// After how many months of the calendar somebody asks how it goes.
pub const AFTERCARE_MONTHS: [u32; 4] = [1, 3, 6, 12];

/// The days of the check-ins that follow on a day. A month that is too short for the day ends with its last one.
pub fn aftercare(start: NaiveDate) -> Vec<NaiveDate> {
    AFTERCARE_MONTHS.iter().filter_map(|months| start.checked_add_months(Months::new(*months))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_follow_the_calendar_and_the_ends_of_its_months() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let days = [day(2027, 2, 28), day(2027, 4, 30), day(2027, 7, 31), day(2028, 1, 31)];
        assert_eq!(aftercare(day(2027, 1, 31)), days);
        assert_eq!(aftercare(day(2026, 11, 24))[0], day(2026, 12, 24));
        assert_eq!(aftercare(NaiveDate::MAX), []);
    }
}
