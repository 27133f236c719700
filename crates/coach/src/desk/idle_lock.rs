//! The lock that closes a desk when nobody has used it for a while.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::environment::Environment;
use crate::error::CoachError;

/// The time without use after which a desk is closed.
pub const LONGEST_IDLE: Duration = Duration::from_secs(10 * 60);

/// The last part of that time, in which the window warns.
pub const WARNING: Duration = Duration::from_secs(60);

/// The time by which the wall clock may run behind the steady one. More than this is a clock that was set
/// back, and not a correction of its drift.
const DRIFT: Duration = Duration::from_secs(60);

/// The state of the lock of an account that nobody uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LockState {
    /// The account is open.
    Open,
    /// The account is open, and is locked soon if nobody uses it.
    Soon,
    /// The account is locked.
    Locked,
}

/// A place for one open desk. It closes the desk when nobody has used it for [`LONGEST_IDLE`], so that the
/// keys are forgotten, and gives it to nobody after that time.
///
/// The time is measured by two clocks. The steady clock cannot be set, but stands still on many computers
/// while they sleep. The wall clock goes on then, but can be set. The one that says more counts. If the wall
/// clock was set back, nobody knows how long the computer slept, and the desk is closed.
#[derive(Default)]
pub struct IdleLock {
    open: Option<(Desk, Use)>,
}

/// The moment of the last use, by both clocks.
#[derive(Clone, Copy)]
struct Use {
    wall: DateTime<Utc>,
    steady: Duration,
}

impl IdleLock {
    /// Puts an open desk here, in place of the one that was here. Opening it is its first use.
    pub fn open(&mut self, desk: Desk) -> &mut Desk {
        let now = Use::now(desk.environment());
        &mut self.open.insert((desk, now)).0
    }

    /// Closes the desk.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Returns the desk. Returns [`CoachError::Locked`] if there is none or nobody has used it for too long.
    ///
    /// This is no use by itself: the window and the exchange also ask for the desk when nobody is there.
    pub fn desk(&mut self) -> Result<&mut Desk, CoachError> {
        if self.state() == LockState::Locked {
            self.close();
        }
        self.open.as_mut().map(|(desk, _)| desk).ok_or(CoachError::Locked)
    }

    /// Records that a person uses the desk now, unless nobody has used it for too long.
    pub fn used(&mut self) {
        if self.desk().is_ok()
            && let Some((desk, last)) = &mut self.open
        {
            *last = Use::now(desk.environment());
        }
    }

    /// Returns whether the desk is open, and for how long.
    pub fn state(&self) -> LockState {
        let Some((desk, last)) = &self.open else { return LockState::Locked };
        match last.idle(Use::now(desk.environment())) {
            Some(idle) if idle < LONGEST_IDLE - WARNING => LockState::Open,
            Some(idle) if idle < LONGEST_IDLE => LockState::Soon,
            Some(_) | None => LockState::Locked,
        }
    }
}

impl Use {
    fn now(environment: Environment) -> Self {
        Self { wall: (environment.now)(), steady: (environment.steady)() }
    }

    /// Returns the time from this use until `now`, or `None` if the wall clock was set back.
    fn idle(self, now: Self) -> Option<Duration> {
        let steady = now.steady.saturating_sub(self.steady);
        let wall = now.wall.signed_duration_since(self.wall).to_std().unwrap_or_default();
        if wall + DRIFT < steady || now.wall + DRIFT < self.wall { None } else { Some(wall.max(steady)) }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tempfile::TempDir;
    use vault::KdfParams;

    use super::*;
    use crate::desk::account::{CoachRole, NewAccount};

    const MINUTE: i64 = 60;

    thread_local! {
        /// The seconds that each clock went on. Each test runs on its own thread, so it has its own clocks.
        static WALL: Cell<i64> = const { Cell::new(0) };
        static STEADY: Cell<u64> = const { Cell::new(0) };
    }

    const CLOCKS: Environment = Environment {
        now: || {
            DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000) + chrono::TimeDelta::seconds(WALL.get())
        },
        steady: || Duration::from_secs(STEADY.get()),
        ..Environment::COMPUTER
    };

    /// Time goes by while the computer is awake.
    fn awake(seconds: i64) {
        WALL.set(WALL.get() + seconds);
        STEADY.set(STEADY.get() + seconds as u64);
    }

    /// Time goes by while the computer sleeps.
    fn asleep(seconds: i64) {
        WALL.set(WALL.get() + seconds);
    }

    /// Somebody sets the clock.
    fn set_clock(seconds: i64) {
        WALL.set(WALL.get() + seconds);
    }

    fn unlocked(home: &TempDir) -> IdleLock {
        let passphrase = "fiets paraplu zondag kachel";
        let anna = NewAccount { name: "Anna", role: CoachRole::Professional, passphrase };
        let folder = home.path().join("anna");
        let (desk, _) = Desk::create(&folder, &anna, KdfParams::LEAST, CLOCKS).unwrap();
        let mut lock = IdleLock::default();
        lock.open(desk);
        lock
    }

    #[test]
    fn a_desk_that_nobody_uses_is_closed_before_the_next_command() {
        let home = tempfile::tempdir().unwrap();
        let mut lock = unlocked(&home);
        awake(9 * MINUTE - 1);
        assert_eq!(lock.state(), LockState::Open);
        awake(1);
        assert_eq!(lock.state(), LockState::Soon);
        assert!(lock.desk().is_ok());
        awake(MINUTE);
        assert!(matches!(lock.desk(), Err(CoachError::Locked)));
        // The vault is free again, so its keys are gone.
        Desk::unlock(&home.path().join("anna"), "fiets paraplu zondag kachel", CLOCKS).unwrap();
    }

    #[test]
    fn use_keeps_a_desk_open_and_a_command_alone_does_not() {
        let home = tempfile::tempdir().unwrap();
        let mut lock = unlocked(&home);
        for _ in 0..5 {
            awake(9 * MINUTE);
            lock.used();
            assert_eq!(lock.state(), LockState::Open);
        }
        awake(9 * MINUTE);
        assert!(lock.desk().is_ok());
        awake(MINUTE);
        assert!(lock.desk().is_err());
    }

    #[test]
    fn a_laptop_that_wakes_is_locked_whatever_is_done_first() {
        for first in [|lock: &mut IdleLock| lock.used(), |_: &mut IdleLock| ()] {
            let home = tempfile::tempdir().unwrap();
            let mut lock = unlocked(&home);
            awake(MINUTE);
            asleep(9 * MINUTE);
            first(&mut lock);
            assert!(lock.desk().is_err());
        }
    }

    #[test]
    fn a_clock_that_is_set_back_does_not_keep_a_desk_open() {
        let home = tempfile::tempdir().unwrap();
        let mut lock = unlocked(&home);
        awake(5 * MINUTE);
        set_clock(-5 * MINUTE);
        awake(5 * MINUTE);
        assert!(lock.desk().is_err());

        // The clock is set back to the minute at which the computer fell asleep.
        let home = tempfile::tempdir().unwrap();
        let mut lock = unlocked(&home);
        asleep(60 * MINUTE);
        set_clock(-65 * MINUTE);
        lock.used();
        assert!(lock.desk().is_err());
    }

    #[test]
    fn a_corrected_drift_of_the_clock_closes_nothing() {
        let home = tempfile::tempdir().unwrap();
        let lock = unlocked(&home);
        awake(MINUTE);
        set_clock(-5);
        assert_eq!(lock.state(), LockState::Open);
    }

    #[test]
    fn a_closed_desk_is_not_used_again() {
        let home = tempfile::tempdir().unwrap();
        let mut lock = unlocked(&home);
        lock.close();
        lock.used();
        assert_eq!(lock.state(), LockState::Locked);
    }
}
