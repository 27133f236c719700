//! The entries of the exchange in the vault. They are read when an account opens, and written together with
//! the data that they are about.

use exchange::{EntryKey, Exchange, Step};
use vault::{Batch, Shelf, Vault};

use crate::desk::account::Account;
use crate::environment::Environment;
use crate::error::CoachError;

/// Returns the shelf on which the vault stores an entry.
pub(crate) fn shelf(key: &EntryKey) -> Shelf {
    if key.is_loaded_first() { Shelf::Exchange } else { Shelf::Sharing }
}

/// Loads the exchange of an account, or creates it if there is none yet.
pub(crate) fn load(
    vault: &Vault,
    account: &Account,
    environment: Environment,
) -> Result<Exchange, CoachError> {
    let entries = vault.scan(Shelf::Exchange)?;
    let (now, incarnation) = ((environment.now)(), vault.incarnation().0);
    let mut random = environment.randomness()?;
    let (exchange, step) = match Exchange::load(entries, incarnation, now, &mut random)? {
        Some(loaded) => loaded,
        None => Exchange::begin(&account.name, incarnation, now, &mut random),
    };
    let mut batch = Batch::default();
    write(&step, &mut batch);
    vault.commit(batch)?;
    Ok(exchange)
}

/// Adds the entries that a step changes to a batch.
pub(crate) fn write(step: &Step, batch: &mut Batch) {
    for (key, value) in &step.writes {
        match value {
            Some(value) => batch.put(shelf(key), &key.to_bytes(), value),
            None => batch.delete(shelf(key), &key.to_bytes()),
        }
    }
}
