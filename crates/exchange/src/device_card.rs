//! The address of a device: its owner and the key for a first envelope.

use minicbor::{Decode, Encode};

use crate::certificate::DeviceCertificate;
use crate::sealing_key::SealingKey;

/// The certificate, name and key with which others reach a device for the first time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct DeviceCard {
    /// The certificate that says whose device it is.
    #[n(0)]
    pub certificate: DeviceCertificate,
    /// The name of its owner.
    #[n(1)]
    pub name: String,
    /// The key for a first envelope, and for one that must get through.
    #[n(2)]
    pub key: SealingKey,
}
