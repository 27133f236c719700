//! Noticing that a vault was put back to an older state, and healing what was written since.
//!
//! A vault that was put back goes on with a stream of which others have more. The proof is a signature of this
//! device: others have changes that it signed and that are not here. The device then becomes a new one. What it
//! wrote after it was put back has the same numbers as what others have. It is written anew in the stream of
//! the new device, so that both can be merged; what the new device wrote after it, too.
//!
//! Without such a signature nothing is written anew. Otherwise anybody could claim numbers of a stream, and
//! everything in it would be there twice.

use dossier::{Arrival, ChangeHash, DocumentName, DossierId, Fork};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::heads_proof::HeadsProof;
use crate::home::Home;
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

/// The changes of a document that were written anew here.
#[derive(Default, Encode, Decode)]
#[cbor(transparent)]
struct Rewritten(#[cbor(with = "cbor::heads")] Vec<ChangeHash>);

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
        let actor = |device| Self::actor(device, dossier, document);
        let own: Vec<[u8; 16]> = devices.iter().map(actor).collect();
        let vouched = self.proofs(dossier, document, reading.home)?;
        for (device, actor) in devices.iter().zip(&own) {
            if !self.signed_what_is_not_here(device, dossier, document, proofs, reading)? {
                continue;
            }
            if *device == self.device() {
                return Ok(Examined::PutBack);
            }
            let signed = self.signed_by(device, dossier, document, proofs).concat();
            let vouched = self.signed_by(device, dossier, document, &vouched).concat();
            let fork = Fork { actor, changes, signed: &signed, vouched: &vouched };
            let written = reading.home.reauthor(dossier, document, &fork, &own)?;
            if written.is_empty() {
                continue;
            }
            self.remember_rewritten((dossier, document), written, reading)?;
            let step = self.edited(dossier, document, reading.now);
            reading.step.writes.extend(step.writes);
            if let Ok(arrival) = reading.home.examine(dossier, document, changes)? {
                return Ok(Examined::Staged(Box::new(arrival)));
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
        let rewritten = self.rewritten(dossier, document, reading)?;
        for head in self.signed_by(device, dossier, document, proofs).concat() {
            if !rewritten.0.contains(&head) && !reading.home.knows(dossier, document, &[head])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns the changes of a document that were written anew here.
    fn rewritten<H: Home>(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<Rewritten, H::Error> {
        let key = EntryKey::Rewritten(dossier.clone(), document.clone());
        let bytes = match reading.step.writes.get(&key) {
            Some(bytes) => bytes.clone(),
            None => reading.home.get(&key)?,
        };
        Ok(bytes.and_then(|bytes| cbor::read(&bytes)).unwrap_or_default())
    }

    /// Remembers changes that were written anew. Whoever brings them afterwards proves nothing: they are not here,
    /// and nothing is missing.
    fn remember_rewritten<H: Home>(
        &self,
        (dossier, document): (&DossierId, &DocumentName),
        written: Vec<ChangeHash>,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        let mut rewritten = self.rewritten(dossier, document, reading)?;
        rewritten.0.extend(written);
        reading.step.put(EntryKey::Rewritten(dossier.clone(), document.clone()), &rewritten);
        Ok(())
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
