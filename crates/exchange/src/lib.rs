//! The exchange: people, devices, charters and sealed envelopes, so that two people can work on one record.
//!
//! An [`Exchange`] is the exchange of one device. It gets events (an edit, an envelope, a confirmation) and
//! returns a [`Step`] to make durable and envelopes to carry. A [`Home`] is the place where it runs: a vault
//! with its records, or a simulated one. A [`Charter`](charter::Charter) says who may read and write a
//! dossier.
//!
//! ```
//! use chrono::DateTime;
//! use exchange::{Exchange, InvitationKind, InviterRole, MemoryHome, Randomness, Received};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (now, random) = (DateTime::UNIX_EPOCH, &mut Randomness::from_seed([7; 32]));
//! let (mut anna, step) = Exchange::begin("Anna", [1; 16], now, random);
//! let mut home_of_anna = MemoryHome::new(anna.coach(), anna.device());
//! home_of_anna.commit(step);
//! let (mut bram, step) = Exchange::begin("Bram", [2; 16], now, random);
//! let mut home_of_bram = MemoryHome::new(bram.coach(), bram.device());
//! home_of_bram.commit(step);
//!
//! // Anna gives Bram an invitation, and Bram accepts it.
//! let (kind, role) = (InvitationKind::Colleague, InviterRole::Professional);
//! let (invitation, step) = anna.invite(kind, role, None, now, random);
//! home_of_anna.commit(step);
//! home_of_bram.commit(bram.accept(&invitation, now, random)?);
//!
//! // Bram's reply is carried to Anna, who answers with a welcome.
//! let Ok((step, posts)) = bram.outgoing(now, random, &mut home_of_bram);
//! home_of_bram.commit(step);
//! let reply = posts.into_iter().next().map(|post| post.outgoing.bytes).unwrap_or_default();
//! let Ok(received) = anna.receive(reply, now, random, &mut home_of_anna);
//! let Received::Merged(step, welcome) = received? else { panic!("the reply is new") };
//! home_of_anna.commit(step);
//! assert_eq!(welcome[0].to, bram.device());
//!
//! // Both compute the words from the same secret, compare them, and can then share dossiers.
//! assert!(anna.words_secret(&bram.person()).is_some());
//! assert_eq!(anna.words_secret(&bram.person()), bram.words_secret(&anna.person()));
//! # Ok(())
//! # }
//! ```
//!
//! # Invariants
//!
//! - The core does no I/O and starts no thread; the clock and randomness are arguments. Only [`carrier`]
//!   talks to disks and networks, and it cannot read what it carries.
//! - An envelope has no unsealed form. The signed bytes go straight into the seal, and only changes that were
//!   checked ([`Verified`]) can be merged.
//! - The exchange returns steps, and its home makes each durable as a whole. Entries, changes of records and
//!   envelopes come out of one event together. A number is durable before its envelope leaves, and an
//!   envelope is removed only after it was merged.
//! - A device is one copy of a vault. A copied or restored vault becomes a new device with new streams.
//!   Everybody can compute the streams from the device's key, so a change shows whose it is.
//! - A charter says the same for everybody who has the same statements, whatever the order in which they
//!   came.
//! - Repair starts from heads. Whatever a store loses, doubles or brings back, two devices tell each other
//!   what they have, and send what is missing. Nothing depends on the order, the locks or the memory of a
//!   store.
//! - A person's signature covers everything that the person wrote. Changes that are forwarded bring the
//!   signatures of their authors' devices; of each device only those that no later signature covers are
//!   saved. A signature names the person's other devices too, because a computer that is gone may have
//!   written what another one signs for.
//! - A person's key goes to her other devices and nowhere else, and only after the words were compared on
//!   both sides and if the new device was not used before. A dossier goes to her devices through a charter,
//!   as it does to anybody else.
//! - A private note has no name that a [`Home`] could be asked for, so no envelope can contain it.
//!
//! The format of everything that is sent is in `docs/exchange-format.md`.

mod access;
mod adoption;
mod answer_keys;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]
mod attacks;
pub mod carrier;
mod cbor;
mod certificate;
pub mod charter;
mod comparison_words;
mod contact;
mod contacts;
mod content;
mod delivery;
mod device_card;
mod document_set;
mod draft_envelope;
mod due;
mod entry;
mod envelope;
mod exchange;
#[cfg(any(test, feature = "memory"))]
pub mod forge;
mod founding;
mod header;
mod heads_proof;
mod holdings;
mod home;
mod identity;
mod incoming;
mod invitation;
mod invitation_code;
mod line_access;
mod meeting;
#[cfg(feature = "memory")]
mod memory_documents;
#[cfg(feature = "memory")]
mod memory_home;
mod merge_changes;
mod merge_statements;
mod notice;
mod outgoing;
mod own_device;
mod padding;
mod pairing;
mod peer;
mod pending;
mod pending_invitation;
#[cfg_attr(not(feature = "memory"), allow(dead_code, unreachable_pub, reason = "only simulations plant"))]
#[doc(hidden)]
pub mod planted;
mod post;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]
mod private_tests;
mod proofs;
mod put_back;
mod qr;
mod quarantine;
mod randomness;
mod reading;
mod replace_key;
mod retry;
mod sealing_key;
mod shared;
mod sharing;
mod signing_key;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]
mod stories;
mod succession;
#[cfg(test)]
mod vectors;
mod vouchers;

pub use adoption::Adoption;
pub use certificate::DeviceCertificate;
pub use comparison_words::comparison_words;
pub use contact::{Acquaintance, Contact, Joining};
pub use content::{EnvelopeContent, EnvelopePart};
pub use device_card::DeviceCard;
pub use entry::{DamagedEntry, EntryKey};
pub use envelope::SealedEnvelope;
pub use exchange::Exchange;
pub use founding::Founding;
pub use header::{EnvelopeError, MAX_ENVELOPE_BYTES};
pub use heads_proof::HeadsProof;
pub use home::{Home, Step, Verified};
pub use incoming::Received;
pub use invitation::{Invitation, InvitationKind, InvitedStorage, InviterRole};
pub use invitation_code::InvitationError;
pub use meeting::MeetError;
#[cfg(feature = "memory")]
pub use memory_home::MemoryHome;
pub use notice::Notice;
pub use post::{Outgoing, Post, Receipt};
pub use qr::{QrPicture, qr_picture};
pub use quarantine::{QuarantineReason, Quarantined};
pub use randomness::Randomness;
pub use sealing_key::{KeyId, SealingKey};
pub use sharing::ShareError;
pub use signing_key::{
    DeviceKey, DeviceSecret, FoundingKey, FoundingSecret, PersonKey, PersonSecret, Signature,
};
pub use succession::Succession;
