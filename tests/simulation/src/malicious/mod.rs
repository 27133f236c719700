//! A year with malicious members. They hold valid keys and run programs of their own, and one of them may own
//! the storage.
//!
//! The honest people run the code that ships. Each villain runs it too, keeps every key that it ever had, and
//! makes with [`exchange::forge`] whatever the code would not. The module `promises` says what must be true
//! for the honest people. It is checked after every step, and again when the villains have stopped.

mod budgets;
mod case;
mod circle;
mod honest;
mod promises;
mod rounds;
mod spent;
mod storage;
mod story;
mod theft;
mod thief;
mod villain;
mod villain_keeper;
mod watch;
mod watched;

use anyhow::{Result, anyhow};
use exchange::planted::{Weakness, plant};

use self::circle::Circle;
pub use self::story::MaliciousStory;

/// Plays one malicious year from a seed, with a weakness planted or none. An error names the seed and tells
/// what happened until then.
pub fn simulate_malicious(seed: u64, planted: Option<Weakness>) -> Result<MaliciousStory> {
    plant(planted);
    let mut circle = Circle::begin(seed)?;
    let played = circle.play();
    plant(None);
    match played {
        Ok(()) => Ok(circle.totals()),
        Err(error) => {
            Err(anyhow!("{error:#}; play it again with --malicious --seed {seed}{}", circle.told()))
        }
    }
}
