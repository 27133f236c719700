//! The time for which a storage is left alone after it refused something.

use std::time::{Duration, Instant};

use exchange::carrier::CarrierError;

/// The longest time that a storage is left alone.
const LONGEST: Duration = Duration::from_secs(60 * 60);
/// The longest time that is chosen here, when the server does not say one.
const LONGEST_OF_OWN: Duration = Duration::from_secs(10 * 60);
/// The time after the second failure in a row. It doubles with each. After the first, the next round tries again.
const SECOND: Duration = Duration::from_secs(60);

/// The time for which a storage is left alone. Only a person who asks to exchange now is not kept waiting.
#[derive(Default)]
pub(crate) struct Pause {
    failures: u32,
    until: Option<Instant>,
}

impl Pause {
    /// Returns whether the storage is to be left alone at `now`.
    pub(super) fn holds(&self, now: Instant) -> bool {
        self.until.is_some_and(|until| now < until)
    }

    /// Records that the storage did what it was asked.
    pub(super) fn end(&mut self) {
        *self = Self::default();
    }

    /// Records that the storage failed at `now`.
    pub(super) fn lengthen(&mut self, error: &CarrierError, now: Instant) {
        self.failures = self.failures.saturating_add(1);
        let own = match self.failures {
            1 => Duration::ZERO,
            failures => SECOND.saturating_mul(1 << (failures - 2).min(8)).min(LONGEST_OF_OWN),
        };
        let pause = match error {
            // Nobody is burdened by a request that does not arrive, and a stick may be back at any moment.
            CarrierError::Unreachable { .. } | CarrierError::NotThere | CarrierError::OnlineOnly { .. } => {
                None
            }
            CarrierError::Busy { again_in, .. } => Some(again_in.unwrap_or_default().max(own)),
            // Many attempts with a wrong password lock an account.
            CarrierError::Refused => Some(LONGEST),
            CarrierError::Full
            | CarrierError::Untrusted { .. }
            | CarrierError::NotAllowed
            | CarrierError::TooLarge { .. }
            | CarrierError::TakesNoLarge
            | CarrierError::Moved { .. }
            | CarrierError::Crowded
            | CarrierError::NotAMailbox { .. }
            | CarrierError::Unexpected { .. } => Some(own),
        };
        self.until = pause.map(|pause| now + pause.min(LONGEST));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn busy(seconds: Option<u64>) -> CarrierError {
        CarrierError::Busy { detail: String::new(), again_in: seconds.map(Duration::from_secs) }
    }

    /// Returns the pause in seconds after each of some failures in a row.
    fn pauses(failures: &[CarrierError]) -> Vec<u64> {
        let (mut pause, now) = (Pause::default(), Instant::now());
        let after = |error| {
            pause.lengthen(error, now);
            pause.until.map_or(0, |until| (until - now).as_secs())
        };
        failures.iter().map(after).collect()
    }

    #[test]
    fn a_busy_storage_is_left_alone_for_longer_each_time() {
        assert_eq!(pauses(&vec![busy(None); 8]), [0, 60, 120, 240, 480, 600, 600, 600]);
    }

    #[test]
    fn a_storage_is_left_alone_for_as_long_as_it_asks_but_never_for_more_than_an_hour() {
        assert_eq!(pauses(&[busy(Some(5)), busy(Some(900)), busy(Some(100_000))]), [5, 900, 3_600]);
    }

    #[test]
    fn a_wrong_password_is_not_tried_again_for_an_hour() {
        assert_eq!(pauses(&[CarrierError::Refused]), [3_600]);
    }

    #[test]
    fn a_storage_that_does_not_answer_is_asked_again_in_the_next_round() {
        let away = CarrierError::Unreachable { detail: String::new() };
        assert_eq!(pauses(&[away.clone(), away, CarrierError::NotThere]), [0, 0, 0]);
    }

    #[test]
    fn a_pause_ends_when_its_time_is_over_or_the_storage_answers() {
        let (mut pause, now) = (Pause::default(), Instant::now());
        pause.lengthen(&busy(Some(60)), now);
        assert!(pause.holds(now) && pause.holds(now + Duration::from_secs(59)));
        assert!(!pause.holds(now + Duration::from_secs(60)));
        pause.end();
        assert!(!pause.holds(now));
    }
}
