//! Methods, their steps, and the progress of a dossier through them.

mod known;
pub mod methods;
mod open;
pub mod progress;
mod step_facts;
