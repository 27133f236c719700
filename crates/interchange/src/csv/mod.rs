//! Tables of people or ties, as Dutch and English spreadsheet programs and Network Canvas write them.

mod read;
mod write;

pub(crate) use read::{Member, Row, read};
pub use write::rows as write_rows;
pub(crate) use write::{members as write_members, ties as write_ties};
