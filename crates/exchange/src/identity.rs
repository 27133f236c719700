//! The keys and the name of this person and this device.

use chrono::{DateTime, Utc};
use dossier::CoachId;
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::device_card::DeviceCard;
use crate::randomness::Randomness;
use crate::sealing_key::SealingSecret;
use crate::signing_key::{DeviceSecret, PersonSecret};

/// The keys and the name of this person and this device.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Identity {
    #[cbor(n(0), with = "cbor::seed")]
    pub(crate) person: PersonSecret,
    #[cbor(n(1), with = "cbor::coach_id")]
    pub(crate) coach: CoachId,
    #[n(2)]
    pub(crate) name: String,
    /// The copy of the vault to which the device belongs. Another copy is another device.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub(crate) incarnation: [u8; 16],
    #[cbor(n(4), with = "cbor::seed")]
    pub(crate) device: DeviceSecret,
    #[n(5)]
    pub(crate) certificate: DeviceCertificate,
    /// The secret half of the key on this device's card.
    #[cbor(n(6), with = "cbor::seed")]
    pub(crate) card: SealingSecret,
}

impl Identity {
    pub(crate) fn card(&self) -> DeviceCard {
        DeviceCard { certificate: self.certificate.clone(), name: self.name.clone(), key: self.card.public() }
    }
}

impl Identity {
    pub(crate) fn new(
        person: PersonSecret,
        coach: CoachId,
        name: &str,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Self {
        let device = DeviceSecret::random(random);
        let certificate = DeviceCertificate::sign(&person, device.public(), coach.clone(), now);
        let card = SealingSecret::random(random);
        Self { person, coach, name: name.to_owned(), incarnation, device, certificate, card }
    }
}
