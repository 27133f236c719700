//! A simulation of years of exchange. It runs the code that ships, with real records, over a store that
//! loses, doubles, reorders, delays, damages and forgets objects, on computers that crash, whose clocks are
//! wrong, and whose vaults are restored and copied.
//!
//! Everything follows from one number, so a seed that fails can be played again exactly.
//!
//! The module [`promises`] says what must be true. It is checked after every step, and again when the store
//! has become reliable.

mod chance;
mod changes;
mod laptop;
mod malicious;
mod promises;
mod store;
mod watched_home;
mod world;

pub use exchange::planted::Weakness;
pub use malicious::{MaliciousStory, simulate_malicious};
pub use store::Counts;
pub use world::{Story, simulate};
