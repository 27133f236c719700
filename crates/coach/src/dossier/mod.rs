//! One dossier: the record, from the crate `dossier`, and the use cases about it.

pub mod at_once;
pub mod author;
mod editing;
pub(crate) mod forget_history;
pub mod news;
mod showing;
pub mod supervision;
mod undone;
pub mod view;

pub use ::dossier::*;
