//! The waiting times before something is sent again.

use chrono::{DateTime, TimeDelta, Utc};

/// The time until the changes of one member are forwarded to another, who mostly gets them directly.
pub(crate) const PASS_ON: TimeDelta = TimeDelta::hours(6);

/// The time until they are forwarded if the member who sent them has another charter than this device: it may
/// say that somebody is withdrawn. Once the charters are the same, they are forwarded as usual.
pub(crate) const PASS_ON_UNSETTLED: TimeDelta = TimeDelta::days(7);

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
