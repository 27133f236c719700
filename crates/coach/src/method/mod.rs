//! Methods, their steps, and the way of a dossier through them.

pub mod course;
pub mod methods;
pub mod step_facts;
