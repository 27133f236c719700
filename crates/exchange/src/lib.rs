//! Two people, one record: people, devices, charters and sealed envelopes. The core does no I/O and starts no thread.

mod cbor;
mod certificate;
mod content;
mod envelope;
mod key;
mod outside;
mod sealing;

pub use certificate::DeviceCertificate;
pub use content::{Card, Content, HeadsProof, Part};
pub use envelope::{MOST_BYTES, Opened, Sealed};
pub use key::{DeviceKey, DeviceSecret, PersonKey, PersonSecret, Signature};
pub use outside::Randomness;
pub use sealing::{KeyId, SealingKey, SealingSecret};
