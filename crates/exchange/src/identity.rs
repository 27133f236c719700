//! The keys and the name of this person and this device.

use chrono::{DateTime, Utc};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::contact::clean_name;
use crate::device_card::DeviceCard;
use crate::randomness::Randomness;
use crate::sealing_key::SealingSecret;
use crate::signing_key::{DeviceKey, DeviceSecret, PersonSecret};
use crate::succession::Succession;

/// The keys and the name of this person and this device.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Identity {
    #[cbor(n(0), with = "cbor::seed")]
    pub(crate) person: PersonSecret,
    #[n(1)]
    pub(crate) name: String,
    /// The copy of the vault to which the device belongs. Another copy is another device.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(crate) incarnation: [u8; 16],
    #[cbor(n(3), with = "cbor::seed")]
    pub(crate) device: DeviceSecret,
    #[n(4)]
    pub(crate) certificate: DeviceCertificate,
    /// The secret half of the key on this device's card.
    #[cbor(n(5), with = "cbor::seed")]
    pub(crate) card: SealingSecret,
    /// The moment at which this device got its keys.
    #[cbor(n(6), with = "cbor::moment")]
    pub(crate) since: DateTime<Utc>,
    /// The keys that this person had before, each with its successor.
    #[n(7)]
    pub(crate) successions: Vec<Succession>,
    /// The device that this one was before the person's key was replaced.
    #[n(8)]
    pub(crate) instead_of: Option<DeviceKey>,
    /// True if the owner reported this computer lost.
    #[n(9)]
    pub(crate) revoked: bool,
}

impl Identity {
    /// Returns the card of this device. A device has one card as long as it lives, so its number is 1.
    pub(crate) fn card(&self) -> DeviceCard {
        let (certificate, key) = (self.certificate.clone(), self.card.public());
        DeviceCard::sign(&self.device, certificate, &self.name, key, 1, self.instead_of)
    }
}

impl Identity {
    pub(crate) fn new(
        person: PersonSecret,
        name: &str,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Self {
        let device = DeviceSecret::random(random);
        let certificate = DeviceCertificate::sign(&person, &device);
        let card = SealingSecret::random(random);
        Self {
            person,
            name: clean_name(name),
            incarnation,
            device,
            certificate,
            card,
            since: now,
            successions: Vec::new(),
            instead_of: None,
            revoked: false,
        }
    }
}
