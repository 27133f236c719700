//! The waiting times before something is sent again.

use chrono::TimeDelta;

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
