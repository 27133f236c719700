//! Years of exchange, simulated: the very code that ships, with real records, over a store that loses, doubles, reorders,
//! delays, damages and forgets; on computers that crash, whose clocks lie, whose vaults are restored and copied.
//!
//! Everything follows from one number: a seed that fails is played again exactly.
//!
//! What must hold is in [`promises`]: it is checked after every step, and once more when the storm is over.

mod chance;
mod laptop;
mod promises;
mod store;
mod world;

pub use store::Counts;
pub use world::{Story, simulate};
