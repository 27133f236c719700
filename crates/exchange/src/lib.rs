//! Two people, one record: people, devices, charters and sealed envelopes. The core does no I/O and starts no thread.

pub mod carrier;
mod cbor;
mod certificate;
pub mod charter;
mod content;
mod envelope;
mod exchange;
mod have;
mod home;
mod invitation;
mod key;
mod meet;
#[cfg(feature = "memory")]
mod memory_home;
mod notice;
mod outside;
mod own_device;
mod pairing;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]
mod private_tests;
mod qr;
mod reach;
mod receipt;
mod receive;
mod sealing;
mod send;
mod share;
mod state;
mod take_changes;
mod take_statements;
#[cfg(test)]
mod vectors;
mod verify;
mod words;

pub use certificate::DeviceCertificate;
pub use content::{Adoption, Card, Content, HeadsProof, Part};
pub use envelope::{MOST_BYTES, NotSealed, Opened, Sealed};
pub use exchange::{Damaged, Exchange};
pub use home::{Home, Key, Step, Verified};
pub use invitation::{Invitation, InvitationError, InvitationKind, InvitedStorage, InviterRole};
pub use key::{DeviceKey, DeviceSecret, PersonKey, PersonSecret, Signature};
pub use meet::{MeetError, Outgoing};
#[cfg(feature = "memory")]
pub use memory_home::{MemoryHome, Never};
pub use notice::{Notice, Quarantined, Why};
pub use outside::Randomness;
pub use qr::{QrPicture, qr_picture};
pub use receipt::{Post, Receipt};
pub use receive::Taken;
pub use sealing::{KeyId, SealingKey, SealingSecret};
pub use share::ShareError;
pub use state::{Acquaintance, Contact, Joining};
pub use words::comparison_words;
