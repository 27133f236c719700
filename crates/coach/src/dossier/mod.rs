//! One dossier: the record itself, from the crate of that name, and the use cases about it.

pub mod at_once;
pub(crate) mod history;
pub(crate) mod news;
pub mod supervision;
pub mod view;

pub use ::dossier::*;
