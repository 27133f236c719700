//! Kring.
fn main() {}
