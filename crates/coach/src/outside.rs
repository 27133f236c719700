//! What comes in from outside the program: the clock and randomness.

use chrono::{DateTime, Utc};
use dossier::{ID_BYTES, Id};

use crate::error::CoachError;

/// The clock and the source of randomness that a face hands in.
#[derive(Clone, Copy)]
pub struct Outside {
    /// The time now.
    pub now: fn() -> DateTime<Utc>,
    /// Fills random bytes; says whether it could.
    pub random: fn(&mut [u8]) -> bool,
}

impl Outside {
    /// The clock and randomness of this computer.
    pub const COMPUTER: Self = Self { now: Utc::now, random: |bytes| getrandom::fill(bytes).is_ok() };

    /// Makes a new id.
    pub fn id<I: Id>(&self) -> Result<I, CoachError> {
        let mut bytes = [0; ID_BYTES];
        if (self.random)(&mut bytes) { Ok(I::from_random(bytes)) } else { Err(CoachError::NoRandomness) }
    }
}
