//! The statement of a person and a device that the device is theirs.

use minicbor::{Decode, Encode};

use crate::planted::{self, Weakness};
use crate::signing_key::{DeviceKey, DeviceSecret, PersonKey, PersonSecret, Signature};

const BY_PERSON: &str = "kring 2026 device of a person";
const BY_DEVICE: &str = "kring 2026 person of a device";

/// A device and the person who owns it. Both sign it: nobody can call the device of another their own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct DeviceCertificate {
    #[n(0)]
    person: PersonKey,
    #[n(1)]
    device: DeviceKey,
    #[n(2)]
    by_person: Signature,
    #[n(3)]
    by_device: Signature,
}

impl DeviceCertificate {
    /// Signs that the device belongs to the person.
    pub fn sign(person: &PersonSecret, device: &DeviceSecret) -> Self {
        let claim = claim(&person.public(), &device.public());
        Self {
            person: person.public(),
            device: device.public(),
            by_person: person.sign(BY_PERSON, &claim),
            by_device: device.sign(BY_DEVICE, &claim),
        }
    }

    /// Returns whether the person and the device signed the certificate. Nothing that it says may be used
    /// before that.
    pub fn holds(&self) -> bool {
        let claim = claim(&self.person, &self.device);
        self.person.verifies(BY_PERSON, &claim, &self.by_person)
            && (self.device.verifies(BY_DEVICE, &claim, &self.by_device)
                || planted::is(Weakness::CertificateWithoutDevice))
    }

    /// Returns the person who owns the device.
    pub fn person(&self) -> PersonKey {
        self.person
    }

    /// Returns the device.
    pub fn device(&self) -> DeviceKey {
        self.device
    }
}

fn claim(person: &PersonKey, device: &DeviceKey) -> Vec<u8> {
    [person.0, device.0].concat()
}
