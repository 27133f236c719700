//! The theft of a computer.

use exchange::forge::Forger;
use exchange::{DeviceKey, PersonKey};

use super::case::Human;

/// The theft of a computer.
pub(crate) struct Theft {
    pub(crate) victim: Human,
    pub(crate) thief: Human,
    pub(crate) device: DeviceKey,
    /// The keys on the computer.
    /// The key of the person that the computer had.
    pub(crate) person: PersonKey,
    pub(crate) keys: Forger,
    pub(crate) reported: bool,
    pub(crate) round: u32,
}
