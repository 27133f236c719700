//! Changes that came in: each is merged, requested again, or quarantined.

use dossier::{DocumentName, DossierId};

use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::heads_proof::HeadsProof;
use crate::home::{Home, Step, Verified};
use crate::notice::Notice;
use crate::quarantine::{QuarantineReason, Quarantined};
use crate::reading::{ReadingEnvelope, Sender};
use crate::vouchers::{Verdict, Vouchers};

/// The most changes that are quarantined; further ones are reported and not saved.
const MOST_QUARANTINED: usize = 1_000;

impl Exchange {
    pub(crate) fn merge_changes<H: Home>(
        &mut self,
        (dossier, document): (DossierId, DocumentName),
        changes: Vec<u8>,
        proofs: Vec<HeadsProof>,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        let Sender { person, device, .. } = reading.sender;
        // A second part about the same document would be staged on the same old document.
        if reading.arriving(&dossier, &document).is_some() {
            return Ok(());
        }
        let Some(terms) = reading.terms(&dossier)? else { return Ok(()) };
        let vouchers = Vouchers {
            me: &self.me.certificate,
            sender: person,
            peers: &self.peers,
            proofs: &proofs,
            charter: &terms,
            contacts: &self.contacts,
        };
        let verdict = match vouchers.may_send(&dossier) {
            Err(why) if !vouchers.accepted_before(&document) => Verdict::Quarantine(why),
            allowed => match reading.home.examine(&dossier, &document, &changes)? {
                Err(_) => Verdict::Quarantine(QuarantineReason::Unreadable),
                Ok(arrival) if arrival.is_waiting() => Verdict::MissingHistory,
                Ok(arrival) => vouchers.judge(&dossier, &document, arrival, allowed.err()),
            },
        };
        match verdict {
            Verdict::Accept { arrival, proven } => {
                let news = !arrival.new_changes().is_empty();
                let proven: Vec<HeadsProof> = proven.into_iter().cloned().collect();
                self.record_their_heads(&dossier, &document, &proven, reading)?;
                self.save_proofs((&dossier, &document), &arrival, proven, &terms, reading)?;
                if news {
                    reading.step.notices.push(Notice::Arrived { dossier: dossier.clone(), from: person });
                    self.forward(&dossier, Some(&document), reading);
                    let arrivals = reading.step.arrivals.entry(dossier.clone()).or_default();
                    arrivals.insert(document.clone(), Verified(*arrival));
                }
                self.owe_answer(&device, &dossier, Some(&document));
            }
            Verdict::MissingHistory => {
                reading.step.notices.push(Notice::AskedAgain { dossier: dossier.clone(), from: person });
                self.owe_answer(&device, &dossier, Some(&document));
            }
            Verdict::Quarantine(why) => {
                let from = person;
                self.quarantine(
                    Quarantined { dossier, document, from, why, at: reading.now, changes },
                    &mut reading.step,
                );
            }
        }
        Ok(())
    }

    /// Records that the sender has the heads that it signed.
    fn record_their_heads<H: Home>(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        proven: &[HeadsProof],
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        let device = reading.sender.device;
        let own = proven.iter().find(|proof| proof.certificate().device() == device);
        let Some(own) = own else { return Ok(()) };
        let mut known = self.known_so_far(dossier, reading)?;
        let there = known.documents.entry(document.clone()).or_default();
        there.theirs = own.heads().to_vec();
        there.sent.clear();
        reading.step.put(EntryKey::Known(device, dossier.clone()), &known);
        Ok(())
    }

    fn quarantine(&mut self, one: Quarantined, step: &mut Step) {
        let mut id = [0; 16];
        let name = [one.from.0.as_slice(), &one.changes].concat();
        id.copy_from_slice(&blake3::derive_key("kring 2026 name in quarantine", &name)[..16]);
        let Quarantined { dossier, from, why, .. } = one.clone();
        step.notices.push(Notice::Quarantined { dossier, from, why });
        if self.quarantined.len() < MOST_QUARANTINED && !self.quarantined.contains_key(&id) {
            step.put(EntryKey::Quarantined(id), &one);
            self.quarantined.insert(id, one);
        }
    }
}
