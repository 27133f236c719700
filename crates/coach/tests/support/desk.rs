//! Desks for tests, each with its own vault.

use coach::desk::account::{CoachRole, NewAccount};
use coach::{Desk, Environment, KdfParams};
use tempfile::TempDir;

use super::clock::now;

pub const PASSPHRASE: &str = "fiets paraplu zondag kachel";

/// Creates somebody's desk on the test's clock, with its vault in a folder of that name.
pub fn desk_of(home: &TempDir, name: &str) -> Desk {
    desk_with(home, name, on_the_clock())
}

/// Creates a professional's desk on another clock.
pub fn desk_with(home: &TempDir, name: &str, environment: Environment) -> Desk {
    desk_as(CoachRole::Professional, home, name, environment)
}

/// Creates the desk of somebody in a role.
pub fn desk_as(role: CoachRole, home: &TempDir, name: &str, environment: Environment) -> Desk {
    let account = NewAccount { name, role, passphrase: PASSPHRASE };
    Desk::create(&home.path().join(name), &account, KdfParams::LEAST, environment).unwrap().0
}

/// Closes a desk of [`desk_of`] and opens it again.
pub fn opened_again(home: &TempDir, desk: Desk) -> Desk {
    let name = desk.session().name;
    drop(desk);
    unlocked(home, &name)
}

/// Opens a desk of [`desk_of`] that was closed.
pub fn unlocked(home: &TempDir, name: &str) -> Desk {
    unlocked_with(home, name, on_the_clock())
}

/// Opens a desk of [`desk_with`] that was closed.
pub fn unlocked_with(home: &TempDir, name: &str, environment: Environment) -> Desk {
    Desk::unlock(&home.path().join(name), PASSPHRASE, environment).unwrap()
}

fn on_the_clock() -> Environment {
    Environment { now, ..Environment::COMPUTER }
}
