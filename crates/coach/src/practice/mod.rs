//! Dossiers to practise with.

pub(crate) mod example;
