//! The use cases of Kring. Both faces, the window and the terminal program, call these and hold no rule of their own.
//!
//! [`account`] makes and opens accounts; a [`Desk`] is an open account with its dossiers. What the faces show is in
//! [`view`], what they tell when something goes wrong in [`CoachError`].
//!
//! ```
//! use coach::{Outside, account, view::CoachRole};
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

pub mod account;
pub mod accountability;
pub mod agenda;
mod agreement;
mod arrivals;
pub mod calendar;
pub mod carer;
mod caseload;
mod change;
mod courier;
pub mod course;
mod desk;
mod direct;
pub mod due;
mod error;
mod events;
mod example;
mod files;
pub mod habits;
pub mod hands;
mod meeting;
pub mod methods;
mod network_view;
mod news;
mod old_history;
mod open_dossier;
mod open_note;
mod outside;
mod own_device;
pub mod paper;
pub mod passphrase;
mod place;
pub mod plan;
pub mod private;
pub mod quality;
pub mod reminder;
mod replica;
pub mod search;
mod sharing;
pub mod step_facts;
mod storage;
mod storage_watch;
pub mod supervision;
pub mod then_and_now;
pub mod together;
#[cfg(test)]
mod two_desks;
pub mod view;
pub mod view_together;

pub use courier::{Courier, Lender, Round};
pub use desk::Desk;
pub use error::CoachError;
pub use exchange::Why as SetApartWhy;
pub use files::{ImportFile, ImportInto};
pub use interchange::paper::{Language, MapPicture, PictureFormat};
pub use interchange::write_csv;
pub use interchange::{ExportFormat, FieldError, ImportFormat, ReadError, UnreadReason, read_field};
pub use meeting::PersonRef;
pub use network_view::NetworkView;
pub use outside::Outside;
pub use vault::{CheckReport, KdfParams, Problem, VaultError};
pub use {dossier, dossier::Edit};
