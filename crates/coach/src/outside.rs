//! What comes in from outside the program: the clock and randomness.

use chrono::{DateTime, Local, NaiveDate, Utc};
use dossier::{ID_BYTES, Id};
use exchange::Randomness;

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

    /// The time now, in this computer's zone.
    pub fn here(&self) -> DateTime<Local> {
        (self.now)().with_timezone(&Local)
    }

    /// Today, as this computer's clock shows it.
    pub fn today(&self) -> NaiveDate {
        self.here().date_naive()
    }

    /// Makes a new id.
    pub fn id<I: Id>(&self) -> Result<I, CoachError> {
        let mut bytes = [0; ID_BYTES];
        if (self.random)(&mut bytes) { Ok(I::from_random(bytes)) } else { Err(CoachError::NoRandomness) }
    }

    /// Randomness for one piece of work, from a fresh seed.
    pub(crate) fn randomness(&self) -> Result<Randomness, CoachError> {
        let mut seed = [0; 32];
        if (self.random)(&mut seed) { Ok(Randomness::from_seed(seed)) } else { Err(CoachError::NoRandomness) }
    }
}

/// The day of a moment, in this computer's zone.
pub(crate) fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Local).date_naive()
}
