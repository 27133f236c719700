//! The heads that devices signed, saved so that they can be forwarded.

use dossier::{Arrival, DocumentName, DossierId, Heads};

use crate::cbor;
use crate::charter::Terms;
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::heads_proof::{HeadsProof, MOST_DEVICES};
use crate::home::Home;
use crate::reading::ReadingEnvelope;

/// The most proofs of one device that are saved. An honest device never signs for less than before.
const MOST_OF_ONE: usize = 4;

/// The most proofs of one document that are saved.
const MOST_SAVED: usize = 64;

/// The most heads of a saved proof that are not here.
const MOST_LOST: usize = 32;

/// Removes the oldest proof of the person with the most proofs.
fn remove_one_of_many(saved: &mut Vec<HeadsProof>) {
    let person = |proof: &HeadsProof| proof.certificate().person();
    let count = |one: &HeadsProof| saved.iter().filter(|proof| person(proof) == person(one)).count();
    let most = saved.iter().map(count).max();
    if let Some(oldest) = saved.iter().position(|proof| Some(count(proof)) == most) {
        saved.remove(oldest);
    }
}

impl Exchange {
    pub(crate) fn sign_heads(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: Heads,
    ) -> HeadsProof {
        let me = self.person();
        let mine = self.peers.values().filter(|peer| self.latest_key(&peer.person()) == me);
        let also = mine.map(|peer| peer.card.certificate().clone()).take(MOST_DEVICES).collect();
        HeadsProof::sign(&self.me.device, &self.me.certificate, also, dossier, document, heads)
    }

    pub(crate) fn proofs<H: Home>(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        home: &mut H,
    ) -> Result<Vec<HeadsProof>, H::Error> {
        let bytes = home.get(&EntryKey::Proofs(dossier.clone(), document.clone()))?;
        Ok(bytes.and_then(|bytes| cbor::read(&bytes)).unwrap_or_default())
    }

    /// Saves the proofs of the dossier's people, to forward them. A proof is dropped once the same device
    /// signed for more. The proofs of a withdrawn person are saved too, because what they wrote before
    /// remains. A proof may name heads that are not here: they were lost on the way, and nothing else signs
    /// what came beside them.
    pub(crate) fn save_proofs<H: Home>(
        &self,
        (dossier, document): (&DossierId, &DocumentName),
        arrival: &Arrival,
        proven: Vec<HeadsProof>,
        terms: &Terms,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        let mut saved = self.proofs(dossier, document, reading.home)?;
        for proof in proven {
            let (person, device) = (proof.certificate().person(), proof.certificate().device());
            let of_device = |there: &HeadsProof| there.certificate().device() == device;
            let here = arrival.known_among(proof.heads());
            let says_more = |there: &HeadsProof| of_device(there) && arrival.precedes(&here, there.heads());
            // Anybody can make up devices and heads, so that these push out what others signed.
            let wrote = self.shared.get(dossier).and_then(|shared| shared.people.get(&person));
            let is_known = self.peers.contains_key(&device)
                || wrote.is_some_and(|person| person.devices.contains(&device));
            let is_of_use = device != self.device()
                && is_known
                && terms.is_named(&person)
                && !here.is_empty()
                && proof.heads().len() <= here.len() + MOST_LOST
                && !saved.iter().any(says_more);
            if !is_of_use {
                continue;
            }
            let says_less =
                |there: &HeadsProof| arrival.precedes(&arrival.known_among(there.heads()), proof.heads());
            saved.retain(|there| !of_device(there) || !says_less(there));
            if saved.iter().filter(|there| of_device(there)).count() >= MOST_OF_ONE {
                let oldest = saved.iter().position(of_device);
                oldest.map(|oldest| saved.remove(oldest));
            }
            saved.push(proof);
            if saved.len() > MOST_SAVED {
                remove_one_of_many(&mut saved);
            }
        }
        reading.step.put(EntryKey::Proofs(dossier.clone(), document.clone()), &saved);
        Ok(())
    }
}
