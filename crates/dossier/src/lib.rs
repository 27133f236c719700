//! Kring.
