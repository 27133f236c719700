//! The waiting times before something is sent again.

use chrono::{DateTime, TimeDelta, Utc};

/// The time until the changes of one member are forwarded to another, who mostly gets them directly.
pub(crate) const PASS_ON: TimeDelta = TimeDelta::hours(6);

/// The longest that changes of somebody wait who has statements that are not here. Some statements are never kept
/// here, and then the two charters stay different.
pub(crate) const WAIT_FOR_A_CHARTER: TimeDelta = TimeDelta::days(7);

/// The time until the reply to an invitation is sent again.
pub(crate) const AGAIN: TimeDelta = TimeDelta::hours(1);

/// Returns whether a wait until `at` is over. A wait that is longer than the longest was begun by a clock that
/// was ahead, so it is over too: otherwise a clock that was wrong for a moment would stop the exchange for years.
pub(crate) fn is_over(at: DateTime<Utc>, now: DateTime<Utc>, longest: TimeDelta) -> bool {
    at <= now || at - now > longest
}

/// Returns the time until something that was not answered is sent again, which is longer each time.
pub(crate) fn patience(attempts: u32) -> TimeDelta {
    match attempts {
        0 | 1 => TimeDelta::hours(1),
        2 => TimeDelta::hours(6),
        3 => TimeDelta::days(1),
        4 => TimeDelta::days(3),
        5..12 => TimeDelta::days(7),
        // After two months without an answer the device may be gone for good, and everything that is sent to
        // it stays in its mailbox.
        _ => TimeDelta::days(30),
    }
}
