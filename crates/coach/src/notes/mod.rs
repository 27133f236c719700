//! The private and shared notes on a dossier.

pub mod private;
mod shared;
