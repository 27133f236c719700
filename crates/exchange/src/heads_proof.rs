//! A device's signature for the heads of a document.

use dossier::{ChangeHash, DocumentName, DossierId};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::signing_key::{DeviceSecret, PersonKey, Signature};

const HEADS: &str = "kring 2026 signed heads";

/// The most devices of one person that a proof names.
pub(crate) const MOST_DEVICES: usize = 32;

/// Heads of a document, signed by a device. The hash graph makes one signature cover everything before them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct HeadsProof {
    #[n(0)]
    certificate: DeviceCertificate,
    #[cbor(n(1), with = "cbor::heads")]
    heads: Vec<ChangeHash>,
    #[n(2)]
    signature: Signature,
    /// The other devices of the person: a computer that is gone may have written what this one signs for.
    #[n(3)]
    also: Vec<DeviceCertificate>,
}

#[derive(Encode)]
struct Claim<'a> {
    #[cbor(n(0), with = "cbor::dossier_id")]
    dossier: &'a DossierId,
    #[cbor(n(1), with = "cbor::document_name")]
    document: &'a DocumentName,
    #[cbor(n(2), with = "cbor::heads")]
    heads: &'a Vec<ChangeHash>,
}

impl HeadsProof {
    pub(crate) fn sign(
        device: &DeviceSecret,
        certificate: &DeviceCertificate,
        also: Vec<DeviceCertificate>,
        dossier: &DossierId,
        document: &DocumentName,
        mut heads: Vec<ChangeHash>,
    ) -> Self {
        heads.truncate(cbor::MOST_HEADS);
        let signature = device.sign(HEADS, &cbor::to_vec(&Claim { dossier, document, heads: &heads }));
        Self { certificate: certificate.clone(), heads, signature, also }
    }

    /// Returns whether the device signed these heads for this document, and whether its person certified the
    /// device, as `certifies` says.
    pub(crate) fn holds(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        certifies: impl Fn(&DeviceCertificate) -> bool,
    ) -> bool {
        let claim = cbor::to_vec(&Claim { dossier, document, heads: &self.heads });
        certifies(&self.certificate)
            && self.certificate.device().verifies(HEADS, &claim, &self.signature)
            && self.also.len() <= MOST_DEVICES
    }

    /// Returns the certificates of all devices whose streams the proof covers. Another device counts if it is of
    /// the same person, as `same` says, and certified. A reader who met the person after a key was replaced does
    /// not know the devices of the former key.
    pub(crate) fn certificates(
        &self,
        certifies: impl Fn(&DeviceCertificate) -> bool,
        same: impl Fn(&PersonKey, &PersonKey) -> bool,
    ) -> impl Iterator<Item = &DeviceCertificate> {
        let person = self.certificate.person();
        let theirs = move |other: &&DeviceCertificate| same(&other.person(), &person) && certifies(other);
        [&self.certificate].into_iter().chain(self.also.iter().filter(theirs))
    }

    pub(crate) fn certificate(&self) -> &DeviceCertificate {
        &self.certificate
    }

    pub(crate) fn heads(&self) -> &[ChangeHash] {
        &self.heads
    }
}
