//! A desk of one's own.

use coach::desk::account;
use coach::desk::account::CoachRole;
use coach::{Desk, KdfParams, Outside};
use tempfile::TempDir;

use super::clock::now;

pub const PASSPHRASE: &str = "fiets paraplu zondag kachel";

/// Somebody's new desk on the test's clock, with its vault in a folder of her name.
pub fn desk_of(home: &TempDir, name: &str) -> Desk {
    desk_with(home, name, on_the_clock())
}

/// The same on another clock.
pub fn desk_with(home: &TempDir, name: &str, outside: Outside) -> Desk {
    let account = account::NewAccount { name, role: CoachRole::Professional, passphrase: PASSPHRASE };
    account::create(&home.path().join(name), &account, KdfParams::LEAST, outside).unwrap().0
}

/// A desk of [`desk_of`] after Kring was closed and opened.
pub fn opened_again(home: &TempDir, desk: Desk) -> Desk {
    let folder = home.path().join(desk.session().name);
    drop(desk);
    account::unlock(&folder, PASSPHRASE, on_the_clock()).unwrap()
}

fn on_the_clock() -> Outside {
    Outside { now, ..Outside::COMPUTER }
}
