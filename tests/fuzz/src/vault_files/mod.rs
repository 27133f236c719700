//! The files of a vault as somebody leaves them who can write on the disk: opening them gives an error with a
//! sentence, or a vault that is sound.

mod damage;
mod folder;

use vault::{Append, Batch, KdfParams, Passphrase, Shelf, Vault, VaultError};

use crate::bytes::Decisions;
use crate::vault_files::folder::{DOCUMENT, Original};

const SHELVES: [Shelf; 9] = [
    Shelf::Settings,
    Shelf::Documents,
    Shelf::Summaries,
    Shelf::Excerpts,
    Shelf::AccessLog,
    Shelf::Exchange,
    Shelf::Sharing,
    Shelf::News,
    Shelf::Heads,
];

/// Reads the bytes as damage to the files of a vault, and opens what is left of it.
pub fn vault(data: &[u8]) {
    folder::with_original(|original| {
        // Without a disk to write on there is nothing to try.
        let _ = try_one(original, &mut Decisions::of(data));
    });
}

/// Returns decisions that damage each kind of file in each way.
pub(crate) fn seeds() -> Vec<Vec<u8>> {
    damage::seeds()
}

fn try_one(original: &Original, by: &mut Decisions<'_>) -> std::io::Result<()> {
    let moved = by.byte() % 4 == 3;
    let by_passphrase = by.rarely();
    let folder = original.lay(moved)?;
    damage::damage(original, &folder, by)?;
    let open = || match by_passphrase && original.is_cheap(&folder) {
        true => {
            Vault::open_at_cost(&folder, &Passphrase::from(folder::PASSPHRASE.to_owned()), KdfParams::LEAST)
        }
        false => Vault::open_with_recovery(&folder, &original.code()),
    };
    let (vault, repairs) = match open() {
        Ok(opened) => opened,
        Err(error) => {
            explained(&error);
            return Ok(());
        }
    };
    repairs.iter().for_each(|repair| drop((repair.code(), repair.detail())));
    read(&vault);
    let written = write(&vault);
    drop(vault);
    let again = open();
    assert!(
        again.is_ok() || written.is_none(),
        "what was opened and written does not open again: {:?}",
        again.err()
    );
    if let (Ok((vault, _)), Some(chunk)) = (again, written) {
        read(&vault);
        let chunks = vault.chunks(DOCUMENT);
        assert!(
            chunks.as_ref().is_ok_and(|chunks| chunks.contains(&chunk)),
            "what was written before closing is gone: {chunks:?}"
        );
    }
    Ok(())
}

/// Makes the sentence that a person reads.
fn explained(error: &VaultError) {
    assert!(!error.to_string().is_empty() && !error.code().is_empty());
    let _ = error.location();
}

/// Reads everything in every way.
fn read(vault: &Vault) {
    let or_why = |read: Result<(), VaultError>| read.unwrap_or_else(|error| explained(&error));
    for shelf in SHELVES {
        let entries = vault.scan(shelf).unwrap_or_default();
        let keys = entries.iter().map(|(key, _)| key.clone());
        or_why(vault.get_many(shelf, keys).map(drop));
    }
    or_why(vault.get(Shelf::Settings, b"colour").map(drop));
    or_why(vault.chunks(DOCUMENT).map(drop));
    or_why(vault.access_log().map(drop));
    or_why(vault.check().map(|report| {
        report.problems.iter().for_each(|problem| drop(problem.location()));
    }));
    let _ = (vault.summaries(), vault.derived(b"index"), vault.incarnation());
}

/// Writes in every way. Returns the last chunk of the document if it was saved.
fn write(vault: &Vault) -> Option<Vec<u8>> {
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"colour", b"green");
    batch.delete(Shelf::Excerpts, b"gone");
    let chunk = b"written after the damage".to_vec();
    let part = Append { document: DOCUMENT, chunk: &chunk, summary: Some(b"after") };
    let appended = vault.append(&[part], batch);
    appended.as_ref().err().into_iter().for_each(explained);
    let _ = (vault.log_access(b"a line"), vault.save_derived(b"index", b"words"));
    if appended.is_err() {
        return None;
    }
    // What was acknowledged is read back at once.
    let there = vault.get(Shelf::Settings, b"colour");
    assert!(matches!(&there, Ok(Some(colour)) if colour == b"green"), "{there:?}");
    Some(chunk)
}
