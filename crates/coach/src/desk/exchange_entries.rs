//! The entries of the exchange in the vault. They are read when an account opens, and written together with
//! the data that they are about.

use dossier::model::Note;
use dossier::{Dossier, Id as _, Writer};
use exchange::{EntryKey, Exchange, Step};
use vault::{Batch, Shelf, Vault};

use crate::desk::account::Account;
use crate::desk::document_id::{dossier_of, note_document, note_document_before_sharing};
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
        None => {
            move_notes(vault, account)?;
            Exchange::begin(account.coach.clone(), &account.name, incarnation, now, &mut random)
        }
    };
    let mut batch = Batch::default();
    write(&step, &mut batch);
    vault.commit(batch)?;
    Ok(exchange)
}

/// Moves the texts of notes to their current document ids. Since dossiers can be shared, the id of a text
/// depends on the dossier too.
///
/// This runs once, before the account can send anything. If the power fails, the next opening continues it.
fn move_notes(vault: &Vault, account: &Account) -> Result<(), CoachError> {
    let writer = Writer { coach: account.coach.clone(), actor: [0; 16] };
    for (document, _) in vault.summaries() {
        let Some(id) = dossier_of(document) else { continue };
        let chunks = vault.chunks(document)?;
        // The texts of a damaged dossier stay where they are. `check` reports the damage.
        let Ok(dossier) = Dossier::load(id.clone(), chunks.iter().map(Vec::as_slice), &writer) else {
            continue;
        };
        for note in dossier.ids_and_removed::<Note>() {
            let (from, to) = (note_document_before_sharing(&note), note_document(&id, &note));
            let mut batch = Batch::default();
            if let Some(excerpt) = vault.get(Shelf::Excerpts, &note.to_bytes())? {
                batch.put(Shelf::Excerpts, &to.0, &excerpt);
                batch.delete(Shelf::Excerpts, &note.to_bytes());
            }
            if vault.holds(from)? {
                vault.rename(from, to, batch)?;
            }
        }
    }
    Ok(())
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
