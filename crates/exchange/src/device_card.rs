//! The address of a device: its owner and the key for a first envelope.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::contact::clean_name;
use crate::planted::{self, Weakness};
use crate::sealing_key::SealingKey;
use crate::signing_key::{DeviceKey, DeviceSecret, PersonKey, Signature};

const PURPOSE: &str = "kring 2026 card of a device";

/// The certificate, name and key with which others reach a device for the first time, signed by the device.
///
/// The signed bytes are saved and sent on as they came, with fields that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceCard {
    claim: CardClaim,
    signed: Vec<u8>,
    signature: Signature,
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct CardClaim {
    #[n(0)]
    certificate: DeviceCertificate,
    #[n(1)]
    name: String,
    #[n(2)]
    key: SealingKey,
    /// Counts the cards of the device; a card replaces only those with a lower number.
    #[n(3)]
    number: u64,
    /// The device that this one was before its person's key was replaced.
    #[n(4)]
    instead_of: Option<DeviceKey>,
}

impl DeviceCard {
    /// Signs a card. `number` counts the cards of the device.
    pub(crate) fn sign(
        device: &DeviceSecret,
        certificate: DeviceCertificate,
        name: &str,
        key: SealingKey,
        number: u64,
        instead_of: Option<DeviceKey>,
    ) -> Self {
        let claim = CardClaim { certificate, name: clean_name(name), key, number, instead_of };
        let signed = cbor::to_vec(&claim);
        Self { signature: device.sign(PURPOSE, &signed), signed, claim }
    }

    /// Returns whether the device signed the card, and the person and the device the certificate on it.
    /// Nothing that the card says may be used before that.
    pub fn holds(&self) -> bool {
        (self.device().verifies(PURPOSE, &self.signed, &self.signature)
            || planted::is(Weakness::CardNotSigned))
            && self.certificate().holds()
    }

    /// Returns the certificate that says whose device it is.
    pub fn certificate(&self) -> &DeviceCertificate {
        &self.claim.certificate
    }

    /// Returns the owner of the device.
    pub fn person(&self) -> PersonKey {
        self.claim.certificate.person()
    }

    /// Returns the device.
    pub fn device(&self) -> DeviceKey {
        self.claim.certificate.device()
    }

    /// Returns the name of the owner.
    pub fn name(&self) -> &str {
        &self.claim.name
    }

    /// Returns the key for a first envelope, and for one that must get through.
    pub fn key(&self) -> &SealingKey {
        &self.claim.key
    }

    /// Returns the device that this one was before.
    pub(crate) fn instead_of(&self) -> Option<DeviceKey> {
        self.claim.instead_of
    }

    /// Returns whether the card replaces another one of the same device.
    pub(crate) fn replaces(&self, other: &Self) -> bool {
        self.claim.number > other.claim.number
    }
}

impl<C> Encode<C> for DeviceCard {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        context: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(2)?.encode_with(self.signature, context)?.bytes(&self.signed)?;
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for DeviceCard {
    fn decode(d: &mut Decoder<'b>, context: &mut C) -> Result<Self, minicbor::decode::Error> {
        let (signature, signed): (Signature, ByteVec) = d.decode_with(context)?;
        let claim: Option<CardClaim> = cbor::read(&signed);
        let mut claim = claim.ok_or_else(|| minicbor::decode::Error::message("not a card"))?;
        claim.name = clean_name(&claim.name);
        Ok(Self { claim, signed: signed.into(), signature })
    }
}
