//! Noticing that a vault was put back to an older state, and healing what was written since.
//!
//! A vault that was put back goes on with a stream of which others have more. The proof is a signature of this
//! device: others have changes that it signed and that are not here. The device then becomes a new one. What it
//! wrote after it was put back has the same numbers as what others have. It is written anew in the stream of
//! the new device, so that both can be merged. If the new device wrote something before that, this is written anew
//! too, by one more new device.
//!
//! Without such a signature nothing is written anew. Otherwise anybody could claim numbers of a stream, and
//! everything in it would be there twice.

use dossier::{Arrival, ChangeHash, DocumentName, DossierId};

use crate::exchange::Exchange;
use crate::heads_proof::HeadsProof;
use crate::home::{ForkedStream, Home, Reauthored};
use crate::reading::ReadingEnvelope;
use crate::signing_key::DeviceKey;

/// The result of staging changes.
pub(crate) enum Examined {
    /// The changes are staged.
    Staged(Box<Arrival>),
    /// The changes cannot be read.
    Unreadable,
    /// The changes prove that this vault was put back.
    PutBack,
}

impl Exchange {
    /// Stages changes on their document.
    pub(crate) fn examine<H: Home>(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
        proofs: &[HeadsProof],
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<Examined, H::Error> {
        let me = self.device();
        match reading.home.examine(dossier, document, changes)? {
            Ok(arrival) => {
                let own = Self::actor(&me, dossier, document);
                let heads: Vec<ChangeHash> = self.signed_by(&me, dossier, document, proofs).concat();
                let signed = arrival.covered_by(&heads);
                let mut new = arrival.new_changes().iter().filter(|change| change.actor == own);
                let proven = new.any(|change| signed.contains(&change.hash));
                Ok(if proven { Examined::PutBack } else { Examined::Staged(Box::new(arrival)) })
            }
            Err(_) => self.heal(dossier, document, changes, proofs, reading),
        }
    }

    /// Tries to stage changes that do not fit, after what was written here with the same numbers is written
    /// anew.
    fn heal<H: Home>(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
        proofs: &[HeadsProof],
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<Examined, H::Error> {
        let devices = self.devices_of_this_vault();
        let own: Vec<[u8; 16]> =
            devices.iter().map(|device| Self::actor(device, dossier, document)).collect();
        for (device, actor) in devices.iter().zip(&own) {
            if !self.signed_what_is_not_here(device, dossier, document, proofs, reading)? {
                continue;
            }
            if *device == self.device() {
                return Ok(Examined::PutBack);
            }
            let stream = ForkedStream { actor, own: &own, changes };
            match reading.home.reauthor(dossier, document, &stream)? {
                Reauthored::Done => {
                    let step = self.edited(dossier, document, reading.now);
                    reading.step.writes.extend(step.writes);
                    if let Ok(arrival) = reading.home.examine(dossier, document, changes)? {
                        return Ok(Examined::Staged(Box::new(arrival)));
                    }
                }
                Reauthored::NeedsNewDevice => return Ok(Examined::PutBack),
                Reauthored::Nothing => {}
            }
        }
        Ok(Examined::Unreadable)
    }

    /// Returns the devices that this vault is and was. A device of this person that was ever heard from is
    /// another computer, and only that computer writes its own stream anew.
    pub(crate) fn devices_of_this_vault(&self) -> Vec<DeviceKey> {
        let me = self.person();
        let own = self.peers.values().filter(|peer| {
            peer.heard.is_none() && peer.adopt.is_none() && self.latest_key(&peer.person()) == me
        });
        [self.device()].into_iter().chain(own.map(|peer| peer.device())).collect()
    }

    /// Returns whether a device of this person signed heads of a document that are not all here.
    pub(crate) fn signed_what_is_not_here<H: Home>(
        &self,
        device: &DeviceKey,
        dossier: &DossierId,
        document: &DocumentName,
        proofs: &[HeadsProof],
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<bool, H::Error> {
        for heads in self.signed_by(device, dossier, document, proofs) {
            for head in heads {
                if !reading.home.knows(dossier, document, &[*head])? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Returns the heads of a document that a device signed.
    fn signed_by<'p>(
        &self,
        device: &DeviceKey,
        dossier: &DossierId,
        document: &DocumentName,
        proofs: &'p [HeadsProof],
    ) -> Vec<&'p [ChangeHash]> {
        let by_device = proofs.iter().filter(|proof| {
            proof.certificate().device() == *device
                && proof.holds(dossier, document, |certificate| certificate.holds())
        });
        by_device.map(HeadsProof::heads).collect()
    }
}
