//! The inputs from outside the program: the clocks and randomness.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use chrono::{DateTime, Local, NaiveDate, Utc};
use dossier::{ID_BYTES, Id};
use exchange::Randomness;

use crate::error::CoachError;

/// The clocks and the source of randomness, given by the program that runs the desk.
#[derive(Clone, Copy)]
pub struct Environment {
    /// Returns the current time.
    pub now: fn() -> DateTime<Utc>,
    /// Returns the time since some moment before, by a clock that nobody can set. It may stand still while the
    /// computer sleeps.
    pub steady: fn() -> Duration,
    /// Fills a buffer with random bytes and returns whether it succeeded.
    pub random: fn(&mut [u8]) -> bool,
}

impl Environment {
    /// The clocks and randomness of this computer.
    pub const COMPUTER: Self =
        Self { now: Utc::now, steady: since_start, random: |bytes| getrandom::fill(bytes).is_ok() };

    /// Returns the current time in this computer's time zone.
    pub fn here(&self) -> DateTime<Local> {
        (self.now)().with_timezone(&Local)
    }

    /// Returns the current day in this computer's time zone.
    pub fn today(&self) -> NaiveDate {
        self.here().date_naive()
    }

    /// Creates a new random id.
    pub fn id<I: Id>(&self) -> Result<I, CoachError> {
        let mut bytes = [0; ID_BYTES];
        if (self.random)(&mut bytes) { Ok(I::from_random(bytes)) } else { Err(CoachError::NoRandomness) }
    }

    /// Returns randomness for one operation, from a new seed.
    pub(crate) fn randomness(&self) -> Result<Randomness, CoachError> {
        let mut seed = [0; 32];
        if (self.random)(&mut seed) { Ok(Randomness::from_seed(seed)) } else { Err(CoachError::NoRandomness) }
    }
}

/// Returns the time since this program first asked.
fn since_start() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

/// Returns the day of a time in this computer's time zone.
pub(crate) fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Local).date_naive()
}
