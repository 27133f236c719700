//! Changes that came in: given to be taken in, asked for again, or set apart.

use dossier::{Arrival, DocumentName, DossierId};

use crate::charter::Standing;
use crate::content::HeadsProof;
use crate::exchange::Exchange;
use crate::home::{Home, Key, Step, Verified};
use crate::notice::{Notice, Quarantined, Why};
use crate::receive::{Reading, Sender};
use crate::verify::{Verdict, Vouchers};

/// The most that is kept of what one device signed: an honest one never signs for less than before.
const MOST_OF_ONE: usize = 4;
/// The most that is kept of what all devices signed of one document.
const MOST_KEPT: usize = 64;
/// The most that is set apart: more is named, and not kept.
const MOST_QUARANTINED: usize = 1_000;

impl Exchange {
    pub(crate) fn take_changes<H: Home>(
        &mut self,
        (dossier, document): (DossierId, DocumentName),
        changes: Vec<u8>,
        proofs: Vec<HeadsProof>,
        reading: &mut Reading<'_, H>,
    ) -> Result<(), H::Error> {
        let Sender { person, device, .. } = reading.sender;
        // Two parts of one document would be laid beside the same old document.
        if reading.arriving(&dossier, &document).is_some() {
            return Ok(());
        }
        let Some(standing) = reading.standing(&dossier)? else { return Ok(()) };
        let vouchers = Vouchers {
            me: &self.me.certificate,
            sender: person,
            peers: &self.peers,
            proofs: &proofs,
            charter: &standing,
            contacts: &self.contacts,
        };
        let verdict = match vouchers.may_send(&dossier) {
            Err(why) if !vouchers.accepted_before(&document) => Verdict::SetApart(why),
            allowed => match reading.home.examine(&dossier, &document, &changes)? {
                Err(_) => Verdict::SetApart(Why::Unreadable),
                Ok(arrival) if arrival.is_waiting() => Verdict::PastIsMissing,
                Ok(arrival) => vouchers.judge(&dossier, &document, arrival, allowed.err()),
            },
        };
        match verdict {
            Verdict::Good { arrival, proven } => {
                let news = !arrival.new_changes().is_empty();
                let proven: Vec<HeadsProof> = proven.into_iter().cloned().collect();
                self.note_their_heads(&dossier, &document, &proven, reading)?;
                self.keep_proofs((&dossier, &document), &arrival, proven, &standing, reading)?;
                if news {
                    reading.step.notices.push(Notice::Arrived { dossier: dossier.clone(), from: person });
                    self.pass_on(&dossier, Some(&document), reading);
                    let arrivals = reading.step.arrivals.entry(dossier.clone()).or_default();
                    arrivals.insert(document.clone(), Verified(*arrival));
                }
                self.owe(&device, &dossier, Some(&document));
            }
            Verdict::PastIsMissing => {
                reading.step.notices.push(Notice::AskedAgain { dossier: dossier.clone(), from: person });
                self.owe(&device, &dossier, Some(&document));
            }
            Verdict::SetApart(why) => {
                let from = person;
                self.set_apart(
                    Quarantined { dossier, document, from, why, at: reading.now, changes },
                    &mut reading.step,
                );
            }
        }
        Ok(())
    }

    fn set_apart(&mut self, one: Quarantined, step: &mut Step) {
        let mut id = [0; 16];
        let name = [one.from.0.as_slice(), &one.changes].concat();
        id.copy_from_slice(&blake3::derive_key("kring 2026 name in quarantine", &name)[..16]);
        let Quarantined { dossier, from, why, .. } = one.clone();
        step.notices.push(Notice::Quarantined { dossier, from, why });
        if self.quarantined.len() < MOST_QUARANTINED && !self.quarantined.contains_key(&id) {
            step.put(Key::Quarantined(id), &one);
            self.quarantined.insert(id, one);
        }
    }

    /// Whoever sends changes has what it signed.
    fn note_their_heads<H: Home>(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        proven: &[HeadsProof],
        reading: &mut Reading<'_, H>,
    ) -> Result<(), H::Error> {
        let device = reading.sender.device;
        let own = proven.iter().find(|proof| proof.certificate().device() == device);
        let Some(own) = own else { return Ok(()) };
        let mut known = self.known_now(dossier, reading)?;
        let there = known.documents.entry(document.clone()).or_default();
        there.theirs = own.heads().to_vec();
        there.sent.clear();
        reading.step.put(Key::Known(device, dossier.clone()), &known);
        Ok(())
    }

    /// Keeps what devices of the dossier's people signed of what is here, to pass on; not where the same device signed for
    /// more. Who was withdrawn is among them: what they wrote before stands. A signature may name heads that are not here: they
    /// were lost on the way, and what came beside them is signed by nothing else.
    fn keep_proofs<H: Home>(
        &self,
        (dossier, document): (&DossierId, &DocumentName),
        arrival: &Arrival,
        proven: Vec<HeadsProof>,
        standing: &Standing,
        reading: &mut Reading<'_, H>,
    ) -> Result<(), H::Error> {
        let mut kept = self.proofs(dossier, document, reading.home)?;
        for proof in proven {
            let (person, device) = (proof.certificate().person(), proof.certificate().device());
            let of_device = |there: &HeadsProof| there.certificate().device() == device;
            let here = arrival.those_here(proof.heads());
            let says_more = |there: &HeadsProof| of_device(there) && arrival.precedes(&here, there.heads());
            let is_of_use = device != self.device()
                && standing.named(&person).is_some()
                && !here.is_empty()
                && !kept.iter().any(says_more);
            if !is_of_use {
                continue;
            }
            let says_less =
                |there: &HeadsProof| arrival.precedes(&arrival.those_here(there.heads()), proof.heads());
            kept.retain(|there| !of_device(there) || !says_less(there));
            if kept.iter().filter(|there| of_device(there)).count() >= MOST_OF_ONE {
                let oldest = kept.iter().position(of_device);
                oldest.map(|oldest| kept.remove(oldest));
            }
            kept.push(proof);
            if kept.len() > MOST_KEPT {
                kept.remove(0);
            }
        }
        reading.step.put(Key::Proofs(dossier.clone(), document.clone()), &kept);
        Ok(())
    }
}
