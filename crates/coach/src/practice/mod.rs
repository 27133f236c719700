//! Dossiers for practising with Kring.

pub(crate) mod example;
