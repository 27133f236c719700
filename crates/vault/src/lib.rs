//! The encrypted store: one account in one folder, open in one program at a time.
//!
//! A [`Vault`] stores entries by [`Shelf`] and key, and documents as lists of chunks that grow. A [`Batch`]
//! is written all or nothing. The vault does not know what the bytes mean.
//!
//! ```
//! use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, Vault};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path().join("anna");
//! let passphrase = Passphrase::from("fiets paraplu zondag".to_owned());
//! let (vault, recovery_code) = Vault::create(&folder, &passphrase, KdfParams::LEAST, Batch::default())?;
//! let document = DocumentId([1; 16]);
//! vault.append(&[Append { document, chunk: b"hello", summary: Some(b"a word") }], Batch::default())?;
//! drop(vault);
//!
//! let (vault, repairs) = Vault::open(&folder, &passphrase)?;
//! assert!(repairs.is_empty());
//! assert_eq!(vault.chunks(document)?, [b"hello"]);
//! assert!(vault.matches_recovery_code(&recovery_code));
//! # Ok(())
//! # }
//! ```
//!
//! # Invariants
//!
//! - A write that returns is durable: the sealed journal holds it and has been synced. Reads come from sled,
//!   the index, which may lag behind, be damaged or be missing.
//! - After a failed sync or renaming of the journal nobody can tell what is on the disk: the vault takes no
//!   more writes until it is opened again. Reading goes on.
//! - Only one thread touches sled, and nobody waits for it forever. Changes that sled has not made yet are
//!   read from its queue. A sled that fails or does not answer is abandoned: until the next opening
//!   everything is read from the journal, and that opening builds a fresh sled.
//! - Every opening reads the whole journal, compares it with sled entry by entry, repairs each from the
//!   other, and reports the repairs. The journal is at most about twice as large as its latest values.
//! - Nothing is deleted because something else is missing: a frame that was cut out of the journal is a gap
//!   in its numbers, and then sled keeps what it has.
//! - Entries and changes of a newer version are kept, although this version does not know the shelf or the kind.
//! - The header of a new vault is written last, after its first entries: without a header there is no vault.
//! - Every byte on disk that comes from outside the vault is sealed and bound to its place, and names are
//!   blinded.
//! - A copied or restored vault gets another [`Incarnation`] before it writes, so that no two copies write as
//!   one. Each incarnation has files of its own, so no copy replaces what another wrote.
//! - Derived data, such as an index for searching, is never the only copy: losing it costs time and nothing
//!   else.
//! - Secrets have no `Debug`, `Display` or `Serialize`; only the recovery code can be shown, once.
//!
//! The format is in `docs/vault-format.md`.

mod access_log;
mod atomic_write;
mod batch;
mod check;
mod copies;
mod derived;
mod disk;
mod document;
mod document_id;
mod error;
mod frame;
mod header;
mod incarnation;
mod index;
mod journal;
mod journal_reading;
mod latest_operations;
mod lock;
mod operation;
mod other_copy;
mod read;
mod reconcile;
mod seal;
mod secret;
mod sled_folder;
mod sled_thread;
mod stores;
#[cfg(test)]
mod tests;
mod vacuum;
mod vault;

pub use batch::{Batch, Shelf};
pub use check::{CheckReport, Problem};
pub use document::Append;
pub use document_id::DocumentId;
pub use error::{Repair, VaultError};
pub use header::KdfParams;
pub use incarnation::Incarnation;
pub use read::{EntryValue, KeyValue};
pub use seal::fingerprint;
pub use secret::{Passphrase, RecoveryCode};
pub use vault::{Vault, journal_path};
