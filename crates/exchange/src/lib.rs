//! LIBDOC

mod adoption;
mod answer_keys;
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
mod post;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]
mod private_tests;
mod proofs;
mod qr;
mod quarantine;
mod randomness;
mod reading;
mod retry;
mod sealing_key;
mod shared;
mod sharing;
mod signing_key;
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
pub use signing_key::{DeviceKey, DeviceSecret, PersonKey, PersonSecret, Signature};
