//! The caseload: its cards, the items that are due, the reasons why a dossier asks for attention,
//! and the figures.

pub mod agenda;
pub mod attention;
pub mod calendar;
pub mod card;
mod cards;
pub mod due;
pub mod figures;
pub mod habits;
pub mod reminder;
