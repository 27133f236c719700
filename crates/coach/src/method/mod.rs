//! Methods, their steps, and the course of a dossier through them.

pub mod course;
mod known;
pub mod methods;
mod open;
mod step_facts;
