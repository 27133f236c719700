//! A clock that a test can advance. It starts at noon of 25 November 2026.

use std::cell::Cell;

use chrono::{DateTime, Local, NaiveDate, TimeDelta, TimeZone, Utc};

thread_local! {
    /// The number of days that went by. Each test runs on its own thread, so it has its own clock.
    static LATER: Cell<i64> = const { Cell::new(0) };
}

pub fn now() -> DateTime<Utc> {
    let noon = Local.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).unwrap();
    noon.with_timezone(&Utc) + TimeDelta::days(LATER.get())
}

pub fn today() -> NaiveDate {
    now().with_timezone(&Local).date_naive()
}

pub fn days_go_by(days: i64) {
    LATER.set(LATER.get() + days);
}
