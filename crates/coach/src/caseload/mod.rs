//! The caseload: its lines, what is due, why a dossier asks for attention, and the figures of all of it.

pub mod agenda;
pub mod calendar;
pub mod card;
mod cards;
pub mod due;
pub mod figures;
pub mod habits;
pub mod hands;
pub mod reminder;
