//! The encrypted store: one account, one folder, one open program.
//!
//! A [`Vault`] keeps entries on [`Shelf`]s and documents as growing lists of chunks. It knows bytes, not coaching.
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
//! Invariants
//! - What is acknowledged is durable: it stands in the sealed journal, synced. sled is what is read; it may lag or be lost.
//! - Only one thread touches sled, and nobody waits for it without end: a sled that refuses or does not answer is given up,
//!   and everything is read from the journal until the next opening builds sled again.
//! - Journal and sled are compared at every opening; each is mended from the other, and what was mended is told.
//! - Nothing is deleted because something else is missing.
//! - Every byte on disk that comes from outside the vault is sealed, and tied to its place; names are blinded.
//! - Secrets have no `Debug`, `Display` or `Serialize`, save the recovery code's one showing.
//!
//! The format is in `docs/vault-format.md`.

mod batch;
mod check;
mod derived;
mod document;
mod durable;
mod error;
mod header;
mod incarnation;
mod index;
mod journal;
mod lock;
mod owner;
mod reconcile;
mod seal;
mod secret;
mod sled_folder;
mod standing;
mod vacuum;
mod vault;

pub use batch::{Batch, Shelf};
pub use check::{CheckReport, Problem};
pub use document::{Append, DocumentId};
pub use error::{Repair, VaultError};
pub use header::KdfParams;
pub use incarnation::Incarnation;
pub use seal::fingerprint;
pub use secret::{Passphrase, RecoveryCode};
pub use vault::{KeyValue, Read, Vault, journal_path};
