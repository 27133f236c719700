//! Changes that came in: each is merged, requested again, or quarantined.

use std::collections::{BTreeMap, BTreeSet};

use dossier::{Arrival, DocumentName, DossierId, Id};

use crate::access::Access;
use crate::cbor;
use crate::charter::{GrantedRole, Terms};
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::heads_proof::HeadsProof;
use crate::holdings::KnownDocument;
use crate::home::{Home, Step, Verified};
use crate::notice::Notice;
use crate::put_back::Examined;
use crate::quarantine::{QuarantineReason, Quarantined};
use crate::reading::{ReadingEnvelope, Sender};
use crate::retry::PASS_ON;
use crate::signing_key::{DeviceKey, PersonKey};
use crate::vouchers::{Verdict, Vouchers};

/// The most entries about changes that were not merged; further ones are reported and not saved.
const MOST_QUARANTINED: usize = 1_000;
/// The most proofs that come with the changes of one document: more than are ever saved to be forwarded.
const MOST_PROOFS: usize = 100;
/// The most documents of one dossier that are merged: half of what a reader accepts, so that what two members
/// have together can still be read.
const MOST_MERGED: usize = cbor::MOST_DOCUMENTS / 2;

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
        if !reading.examined.insert((dossier.clone(), document.clone())) || proofs.len() > MOST_PROOFS {
            return Ok(());
        }
        let Some(terms) = reading.terms(&dossier)? else {
            // This vault may have been put back to before the dossier was shared.
            self.owe_answer(&device, &dossier, None);
            return Ok(());
        };
        let may_send = self.may_send(&terms, &person);
        let gives_back =
            may_send.is_err() && self.gives_back(&terms, &person, (&dossier, &document), &proofs, reading)?;
        let verdict = match may_send {
            Err(why) if !gives_back => Verdict::Quarantine(why),
            _ if self.is_one_too_many(&dossier, &document, reading)? => {
                Verdict::Quarantine(QuarantineReason::TooMuch)
            }
            _ => match self.examine(&dossier, &document, &changes, &proofs, reading)? {
                Examined::PutBack => {
                    reading.forked = true;
                    return Ok(());
                }
                Examined::Unreadable => Verdict::Quarantine(QuarantineReason::Unreadable),
                Examined::Staged(arrival) => {
                    if arrival.is_waiting() || self.waits_for_the_charter(&dossier, reading)? {
                        Verdict::AskAgain
                    } else if gives_back && !self.is_all_own(&arrival) {
                        Verdict::Quarantine(QuarantineReason::NoRole)
                    } else {
                        self.vouchers(&terms, &dossier, &proofs).judge(&document, *arrival)
                    }
                }
            },
        };
        match verdict {
            Verdict::Accept { arrival, proven, devices } => {
                self.record_devices(&dossier, devices, &mut reading.step);
                let news = !arrival.new_changes().is_empty();
                let proven: Vec<HeadsProof> = proven.into_iter().cloned().collect();
                self.record_their_heads(&dossier, &document, &proven, reading)?;
                self.save_proofs((&dossier, &document), &arrival, proven, &terms, reading)?;
                if news {
                    reading.step.notices.push(Notice::Arrived { dossier: dossier.clone(), from: person });
                    self.forward(&dossier, Some(&document), PASS_ON, reading);
                    let arrivals = reading.step.arrivals.entry(dossier.clone()).or_default();
                    arrivals.insert(document.clone(), Verified(*arrival));
                }
                self.owe_answer(&device, &dossier, Some(&document));
            }
            Verdict::AskAgain => {
                reading.step.notices.push(Notice::AskedAgain { dossier: dossier.clone(), from: person });
                self.owe_answer(&device, &dossier, Some(&document));
            }
            Verdict::Quarantine(why) => {
                if self.access(&dossier, &person) == Access::Nothing {
                    // The answer is the same as that of somebody who has nothing of the dossier.
                    self.owe_answer(&device, &dossier, None);
                }
                if why == QuarantineReason::Unreadable {
                    self.send_ours(&dossier, &document, reading)?;
                }
                let one = Quarantined { dossier, from: person, why, at: reading.now };
                self.quarantine(one, &mut reading.step);
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

    fn vouchers<'a, 'p>(
        &'a self,
        terms: &'a Terms,
        dossier: &'a DossierId,
        proofs: &'p [HeadsProof],
    ) -> Vouchers<'a, 'p> {
        Vouchers { exchange: self, proofs, charter: terms, dossier }
    }

    /// Returns whether the changes of a person are merged in a dossier, as far as it is shared here. If it is
    /// not, the charter that comes with the changes decides.
    pub(crate) fn writes(&self, person: &PersonKey, dossier: &DossierId) -> bool {
        let Some(shared) = self.shared.get(dossier) else { return self.is_known(person) };
        shared
            .people
            .iter()
            .any(|(named, one)| one.role == Some(GrantedRole::Coach) && self.latest_key(named) == *person)
    }

    /// Returns whether a person may send changes of a dossier. A person who may write vouches for everything
    /// that they forward, so the earlier changes of a withdrawn coach come through those who stayed.
    fn may_send(&self, terms: &Terms, person: &PersonKey) -> Result<(), QuarantineReason> {
        if terms.may_write(person) {
            return Ok(());
        }
        let withdrawn = terms.is_withdrawn(person);
        Err(if withdrawn { QuarantineReason::Withdrawn } else { QuarantineReason::NoRole })
    }

    /// Returns whether a person who may only read sends what this device or a former one signed and does not
    /// have any more, because this vault was put back.
    fn gives_back<H: Home>(
        &self,
        terms: &Terms,
        person: &PersonKey,
        (dossier, document): (&DossierId, &DocumentName),
        proofs: &[HeadsProof],
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<bool, H::Error> {
        if terms.role(person).is_none() {
            return Ok(false);
        }
        for device in self.devices_of_this_vault() {
            if self.signed_what_is_not_here(&device, dossier, document, proofs, reading)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns whether this person wrote all new changes.
    fn is_all_own(&self, arrival: &Arrival) -> bool {
        let own = self.own_coaches();
        let mut new = arrival.new_changes().iter();
        new.all(|change| change.author.as_ref().is_some_and(|author| own.contains(author)))
    }

    /// Returns whether a document is new and the dossier has as many as others can read.
    fn is_one_too_many<H: Home>(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<bool, H::Error> {
        let here: BTreeSet<DocumentName> = reading.home.documents(dossier)?.into_iter().collect();
        let arriving = reading.step.arrivals.get(dossier).into_iter().flatten();
        let new = arriving.filter(|(name, _)| !here.contains(name)).count();
        Ok(here.len() + new >= MOST_MERGED && !here.contains(document))
    }

    /// Sends the sender all of a document, because what came does not fit to what is here: the vault there may
    /// have been put back, and then the sender does not have any more what it had. That is done once, until
    /// the sender says again what it has.
    fn send_ours<H: Home>(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        let device = reading.sender.device;
        let mut known = self.known_so_far(dossier, reading)?;
        let Some(there) = known.documents.get_mut(document).filter(|there| !there.theirs.is_empty()) else {
            return Ok(());
        };
        *there = KnownDocument { give_back: true, ..Default::default() };
        reading.step.put(EntryKey::Known(device, dossier.clone()), &known);
        self.make_due(device, dossier, Some(document), reading.now, &mut reading.step);
        Ok(())
    }

    /// Records which devices wrote in a dossier.
    fn record_devices(
        &mut self,
        dossier: &DossierId,
        devices: BTreeMap<PersonKey, BTreeSet<DeviceKey>>,
        step: &mut Step,
    ) {
        let Some(shared) = self.shared.get_mut(dossier) else { return };
        let mut changed = false;
        for (person, devices) in devices {
            let Some(one) = shared.people.get_mut(&person) else { continue };
            let before = one.devices.len();
            one.devices.extend(devices);
            changed |= one.devices.len() > before;
        }
        if changed {
            step.put(EntryKey::Shared(dossier.clone()), shared);
        }
    }

    /// Records that changes were not merged. The changes themselves are not saved.
    fn quarantine(&mut self, one: Quarantined, step: &mut Step) {
        let Quarantined { dossier, from, why, .. } = one.clone();
        let mut id = [0; 16];
        let name = cbor::to_vec(&(dossier.as_str(), from, why));
        id.copy_from_slice(&blake3::derive_key("kring 2026 name in quarantine", &name)[..16]);
        step.notices.push(Notice::Quarantined { dossier, from, why });
        if self.quarantined.len() < MOST_QUARANTINED || self.quarantined.contains_key(&id) {
            step.put(EntryKey::Quarantined(id), &one);
            self.quarantined.insert(id, one);
        }
    }
}
