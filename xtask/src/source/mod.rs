//! A crate as its files say it: modules, imports, and the file that defines a name.
//!
//! This reads the syntax alone. It knows no types and expands no macros, so it answers in a second for the
//! whole workspace, and it sees all code, for whatever system it is written.

mod code;
mod import;
mod module;
mod names;
mod test_only;

pub(crate) use code::{Reader, walk};
pub(crate) use module::Crate;
pub(crate) use names::Target;
