//! A person's signed statement that a device is theirs.

use chrono::{DateTime, Utc};
use dossier::CoachId;
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::signing_key::{DeviceKey, PersonKey, PersonSecret, Signature};

const PURPOSE: &str = "kring 2026 device certificate";

/// A device and the person who owns it, signed by that person.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct DeviceCertificate {
    #[n(0)]
    claim: Claim,
    #[n(1)]
    signature: Signature,
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Claim {
    #[n(0)]
    person: PersonKey,
    #[n(1)]
    device: DeviceKey,
    #[cbor(n(2), with = "cbor::coach_id")]
    coach: CoachId,
    #[cbor(n(3), with = "cbor::moment")]
    made: DateTime<Utc>,
}

impl DeviceCertificate {
    /// Signs that `device` belongs to the person. `coach` is the id under which the person writes in records.
    pub fn sign(person: &PersonSecret, device: DeviceKey, coach: CoachId, made: DateTime<Utc>) -> Self {
        let claim = Claim { person: person.public(), device, coach, made };
        Self { signature: person.sign(PURPOSE, &crate::cbor::to_vec(&claim)), claim }
    }

    /// Returns whether the person signed the certificate. Nothing that it says may be used before that.
    pub fn holds(&self) -> bool {
        self.claim.person.verifies(PURPOSE, &crate::cbor::to_vec(&self.claim), &self.signature)
    }

    /// Returns the person who owns the device.
    pub fn person(&self) -> PersonKey {
        self.claim.person
    }

    /// Returns the device.
    pub fn device(&self) -> DeviceKey {
        self.claim.device
    }

    /// Returns when the certificate was made, by the clock of its maker.
    pub(crate) fn made(&self) -> DateTime<Utc> {
        self.claim.made
    }

    /// Returns the id under which the person writes in records.
    pub fn coach(&self) -> &CoachId {
        &self.claim.coach
    }
}
