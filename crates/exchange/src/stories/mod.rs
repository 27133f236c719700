//! Stories of coaches who exchange, each with a home in memory, and mailboxes between them.

mod own_device;
pub(crate) mod support;
mod two_people;
