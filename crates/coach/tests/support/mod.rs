//! The setup that tests of desks have in common.
#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::unwrap_used,
    reason = "each test takes its part"
)]

mod clock;
mod desk;
mod records;
mod someone;

pub use clock::{days_go_by, today};
pub use desk::{PASSPHRASE, desk_of, opened_again, unlocked};
pub use records::{add, member, numbered, set};
pub use someone::{Someone, acquainted, copy, pass, rename, settle, shared, store};
