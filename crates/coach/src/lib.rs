//! The use cases of Kring. Both faces, the window and the terminal program, call these and hold no rule of their own.
//!
//! [`desk::account`] makes and opens accounts; a [`Desk`] is an open account with its dossiers. What the faces show
//! stands beside its use case, what they tell when something goes wrong in [`CoachError`].
//!
//! ```
//! use coach::Outside;
//! use coach::desk::account::{self, CoachRole};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path().join("anna");
//! let anna = account::NewAccount { name: "Anna", role: CoachRole::Professional, passphrase: "fiets paraplu zondag kachel" };
//! let (mut desk, _recovery_code) = account::create(&folder, &anna, coach::KdfParams::LEAST, Outside::COMPUTER)?;
//! let id = desk.new_dossier("Mevrouw De Wit")?;
//! assert_eq!(desk.caseload()[0].name, "Mevrouw De Wit");
//! assert_eq!(desk.dossier(&id)?.profile.name, "Mevrouw De Wit");
//! # Ok(())
//! # }
//! ```
//!
//! Invariants
//! - An edit that returns is durable.
//! - The clock and randomness come in through [`Outside`].
//! - No screen and no terminal: words for people are in the message files, under the names given here.

pub mod carer;
pub mod caseload;
pub mod changed;
pub mod desk;
pub mod dossier;
pub mod error;
pub mod files;
pub mod message;
pub mod method;
pub mod network;
pub mod notes;
mod outside;
pub mod paper;
pub mod people;
pub mod plan;
mod practice;
pub mod search;
pub mod transport;
#[cfg(test)]
mod two_desks;

pub use ::dossier::Edit;
pub use desk::Desk;
pub use error::CoachError;
pub use files::{ImportFile, ImportInto};
pub use interchange::paper::{Language, MapPicture, PictureFormat};
pub use interchange::write_csv;
pub use interchange::{
    Contents, ExportFormat, FieldError, ImportFormat, ReadError, UnreadReason, read_field,
};
pub use network::view::NetworkView;
pub use outside::Outside;
pub use people::meeting::PersonRef;
pub use transport::courier::{Courier, Lender, Round};
pub use vault::{CheckReport, KdfParams, Problem, VaultError};
