//! The statements and changes that another device is known to have. Two devices tell each other what they
//! have; what is missing is sent, and what was lost is sent again.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use dossier::{ChangeHash, DocumentName, DossierId};
use minicbor::{Decode, Encode};

use crate::access::Access;
use crate::cbor;
use crate::charter::CharterDigest;
use crate::content::EnvelopePart;
use crate::document_set::DocumentSet;
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::home::Home;
use crate::notice::Notice;
use crate::reading::{ReadingEnvelope, Sender};
use crate::retry::{WAIT_FOR_A_CHARTER, is_over};
use crate::signing_key::{DeviceKey, PersonKey};

/// The number of times that something that was lost is sent again at once.
const SOON: u32 = 2;
/// The most heads of a document that are looked up; honest devices have a few.
const MOST_LOOKED_UP: usize = 64;
/// The most documents of a dossier about which one device is answered at once.
pub(crate) const MOST_UNTOLD: usize = 256;
/// The most earlier heads that are remembered of a device that has heads which are unknown here.
const MOST_BEFORE: usize = 32;

/// The statements and changes of a dossier that a device is known to have.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
pub(crate) struct Known {
    /// The digest of the statements that the device said it has.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(crate) statements: CharterDigest,
    /// The digest of the statements that were sent to it.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(crate) statements_sent: CharterDigest,
    #[cbor(n(2), with = "cbor::by_text")]
    pub(crate) documents: BTreeMap<DocumentName, KnownDocument>,
    /// The moment at which the device last said that it has everything.
    #[cbor(n(3), with = "cbor::maybe_moment")]
    pub(crate) complete: Option<DateTime<Utc>>,
    /// The number of the envelope in which statements were last sent.
    #[n(4)]
    pub(crate) statements_sent_in: u64,
    /// The digest of the last statements of the device that were all here.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub(crate) statements_here: CharterDigest,
    /// The moment since which the device has statements that are not here.
    #[cbor(n(6), with = "cbor::maybe_moment")]
    pub(crate) differs_since: Option<DateTime<Utc>>,
}

/// The changes of a document that a device is known to have.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
pub(crate) struct KnownDocument {
    /// The heads that the device said it has, as far as they are known here.
    #[cbor(n(0), with = "cbor::heads")]
    pub(crate) theirs: Vec<ChangeHash>,
    /// The heads that were sent after that.
    #[cbor(n(1), with = "cbor::heads")]
    pub(crate) sent: Vec<ChangeHash>,
    /// The number of the envelope in which they were sent.
    #[n(2)]
    pub(crate) sent_in: u64,
    /// The digest of the heads that the device named last of which one is unknown here.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub(crate) unknown: [u8; 32],
    /// True if the device has what is unknown here or does not fit: it may have been put back, and then gets
    /// back what its owner wrote, also from somebody who may only read.
    #[n(4)]
    pub(crate) give_back: bool,
}

/// The statements and documents of a dossier that the sender of an envelope names as its own.
pub(crate) struct Holdings<'a> {
    pub(crate) statements: CharterDigest,
    pub(crate) documents: &'a [(DocumentName, Vec<ChangeHash>)],
    /// True if the sender has no other documents.
    pub(crate) all: bool,
}

impl Known {
    /// Returns whether the device says again that it has the same statements, although it has read the envelope
    /// that brought it what is here. To send that once more changes nothing: the device refuses it, or has
    /// more than it may see.
    pub(crate) fn repeats(&self, theirs: CharterDigest, here: CharterDigest, acknowledged: u64) -> bool {
        self.statements == theirs && self.statements_sent == here && acknowledged >= self.statements_sent_in
    }

    /// Records that all statements with this digest are here, and that the device has no others.
    pub(crate) fn has_none_but_ours(&mut self, theirs: CharterDigest) {
        (self.statements_here, self.differs_since) = (theirs, None);
    }

    /// Returns whether statements that a device has may not all be here.
    fn may_have_others(&self, theirs: CharterDigest, here: CharterDigest) -> bool {
        theirs != here && theirs != self.statements_here && theirs != self.statements_sent
    }
}

impl Exchange {
    /// Returns the part that tells a person what this device has of a dossier, as far as they may know it. If
    /// they may know nothing, it says that nothing is here, as it does where nothing is.
    pub(crate) fn have<H: Home>(
        &self,
        dossier: &DossierId,
        which: &DocumentSet,
        to: &PersonKey,
        home: &mut H,
    ) -> Result<EnvelopePart, H::Error> {
        let access = self.access(dossier, to);
        let dossier = dossier.clone();
        if access < Access::Everything {
            let charter = self.charter(&dossier, home)?.ok().flatten();
            return Ok(EnvelopePart::Have {
                statements: self.digest_for(charter, to),
                dossier,
                documents: Vec::new(),
                devices: [0; 32],
                all: false,
            });
        }
        let statements = self.shared.get(&dossier).map_or([0; 32], |shared| shared.statements);
        let mut names: BTreeSet<DocumentName> = home.documents(&dossier)?.into_iter().collect();
        names.retain(|name| which.holds(name));
        // Of a document that is not here, the other device must learn so too.
        names.extend(which.0.iter().flatten().cloned());
        let all = which.0.is_none() && names.len() <= cbor::MOST_DOCUMENTS;
        let documents = names.into_iter().take(cbor::MOST_DOCUMENTS).map(|name| {
            let mut heads = home.heads(&dossier, &name)?;
            heads.truncate(cbor::MOST_HEADS);
            Ok((name, heads))
        });
        let documents = documents.collect::<Result<Vec<_>, H::Error>>()?;
        let devices = self.devices_digest(&dossier);
        Ok(EnvelopePart::Have { dossier, statements, documents, devices, all })
    }

    /// Records what the sender says it has.
    pub(crate) fn record_holdings<H: Home>(
        &mut self,
        dossier: &DossierId,
        Holdings { statements, documents, all }: Holdings<'_>,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        let Sender { person, device, acknowledged } = reading.sender;
        let access = self.access(dossier, &person);
        if access == Access::Nothing {
            return Ok(());
        }
        let here = match self.shared.get(dossier) {
            Some(shared) if access == Access::Everything => shared.statements,
            _ => self.digest_for(reading.charter(dossier)?.ok().flatten(), &person),
        };
        let mut known = self.known_so_far(dossier, reading)?;
        let repeats = known.repeats(statements, here, acknowledged);
        known.statements = statements;
        if statements == here {
            known.has_none_but_ours(statements);
        }
        if statements == [0; 32] {
            // The sender has nothing of the dossier.
            known.documents.clear();
        }
        // Statements that were sent may be under way. Once the sender has read the envelope, they are not.
        let under_way = known.statements_sent == here && acknowledged < known.statements_sent_in;
        let mut lost = statements != here && !under_way && !repeats;
        if all {
            let named: BTreeSet<&DocumentName> = documents.iter().map(|(name, _)| name).collect();
            let before = known.documents.len();
            let under_way = |there: &KnownDocument| acknowledged < there.sent_in;
            known.documents.retain(|name, there| named.contains(name) || under_way(there));
            lost |= known.documents.len() < before;
        }
        // Of documents that are not here, nothing is remembered: anybody can name as many as they like.
        let names: BTreeSet<DocumentName> = match access {
            Access::Everything => reading.home.documents(dossier)?.into_iter().collect(),
            _ => BTreeSet::new(),
        };
        let writes = access == Access::Everything && self.writes(&person, dossier);
        let mut untold = Vec::new();
        let mut seen = BTreeSet::new();
        for (name, heads) in documents {
            if !seen.insert(name) {
                continue;
            }
            if !names.contains(name) && reading.arriving(dossier, name).is_none() {
                // The sender may believe that it is here.
                if writes && !heads.is_empty() && untold.len() < MOST_UNTOLD {
                    untold.push(name.clone());
                }
                continue;
            }
            let mut theirs = Vec::new();
            // Looking one up may load a document, and anybody can name a thousand.
            for head in heads.iter().take(MOST_LOOKED_UP) {
                if reading.knows(dossier, name, *head)? {
                    theirs.push(*head);
                }
            }
            let here = reading.heads(dossier, name)?;
            let there = known.documents.entry(name.clone()).or_default();
            let named = theirs.clone();
            if theirs.len() < heads.len() {
                // The sender has something that is not here. It still has what it had before.
                there.theirs.retain(|head| !theirs.contains(head));
                theirs.extend(there.theirs.iter().take(MOST_BEFORE));
                // This vault may have been put back, and the sender believe that what it lacks is here. The
                // sender is told once: it may also have what is refused here.
                let unknown = digest_of_heads(heads);
                if there.unknown != unknown {
                    there.unknown = unknown;
                    untold.push(name.clone());
                }
                there.give_back = true;
            }
            there.theirs = theirs;
            if here.iter().all(|head| there.theirs.contains(head)) {
                there.sent.clear();
                there.give_back = false;
            } else if acknowledged >= there.sent_in {
                // The sender answered after this was sent and does not have it, so it was lost. Nor may the sender
                // have what it had before.
                lost = true;
                there.sent.clear();
                there.theirs = named;
            }
        }
        let place = (device, dossier.clone());
        let which = self.due.get(&place).map_or(DocumentSet::ALL, |due| due.documents.clone());
        let has_all = access < Access::Everything || self.has_all(&known, dossier, &which, reading)?;
        // Beside changes, it says which statements the sender has, and nothing of documents.
        let is_answer = !documents.is_empty() || reading.examined.iter().all(|(named, _)| named != dossier);
        if statements == here && has_all && is_answer && !lost {
            known.complete = Some(reading.now);
            reading.step.notices.push(Notice::Received { dossier: dossier.clone(), person });
            self.clear_due(&place, &mut reading.step);
        } else if lost {
            self.send_again(&place, reading);
        }
        reading.step.put(EntryKey::Known(device, dossier.clone()), &known);
        let owed = self.peers.get(&device).and_then(|peer| peer.owed.get(dossier)?.0.as_ref());
        let room = MOST_UNTOLD.saturating_sub(owed.map_or(0, BTreeSet::len));
        for name in untold.into_iter().take(room) {
            self.owe_answer(&device, dossier, Some(&name));
            self.peers.entry(device).and_modify(|peer| peer.owes = true);
        }
        Ok(())
    }

    /// Sends again what was lost: at once the first times, and after that with the usual waits. The other
    /// device may have something that is refused here, and then never says that it has everything.
    fn send_again<H: Home>(&mut self, place: &(DeviceKey, DossierId), reading: &mut ReadingEnvelope<'_, H>) {
        match self.due.get_mut(place) {
            Some(due) if !due.fresh => {
                // What is due may be other documents than the one that was lost.
                due.documents = DocumentSet::ALL;
                if due.attempts <= SOON {
                    due.at = reading.now;
                }
                reading.step.put(EntryKey::Due(place.0, place.1.clone()), due);
            }
            _ => self.make_due(place.0, &place.1, None, reading.now, &mut reading.step),
        }
    }

    /// Returns whether a device said that it has everything in some documents.
    fn has_all<H: Home>(
        &self,
        known: &Known,
        dossier: &DossierId,
        which: &DocumentSet,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<bool, H::Error> {
        for name in reading.home.documents(dossier)?.into_iter().filter(|name| which.holds(name)) {
            let there = known.documents.get(&name).map(|there| there.theirs.as_slice()).unwrap_or_default();
            if reading.heads(dossier, &name)?.iter().any(|head| !there.contains(head)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Returns whether changes of the sender wait until its charter is here: it may say that somebody is
    /// withdrawn, to whom they would be sent. That takes an answer, and a week if the sender has statements that
    /// are refused here.
    pub(crate) fn waits_for_the_charter<H: Home>(
        &self,
        dossier: &DossierId,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<bool, H::Error> {
        let Some(theirs) = reading.digests.get(dossier).copied() else { return Ok(false) };
        let here = self.shared.get(dossier).map_or([0; 32], |shared| shared.statements);
        let mut known = self.known_so_far(dossier, reading)?;
        if !known.may_have_others(theirs, here) {
            return Ok(false);
        }
        let since = *known.differs_since.get_or_insert(reading.now);
        reading.step.put(EntryKey::Known(reading.sender.device, dossier.clone()), &known);
        Ok(!is_over(since + WAIT_FOR_A_CHARTER, reading.now, WAIT_FOR_A_CHARTER))
    }

    /// Returns what the sender is known to have, with what this envelope says about it.
    pub(crate) fn known_so_far<H: Home>(
        &self,
        dossier: &DossierId,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<Known, H::Error> {
        let device = reading.sender.device;
        let key = EntryKey::Known(device, dossier.clone());
        match reading.step.writes.get(&key) {
            Some(bytes) => Ok(bytes.as_deref().and_then(crate::cbor::read).unwrap_or_default()),
            None => self.known(device, dossier, reading.home),
        }
    }

    pub(crate) fn known<H: Home>(
        &self,
        device: DeviceKey,
        dossier: &DossierId,
        home: &mut H,
    ) -> Result<Known, H::Error> {
        let bytes = home.get(&EntryKey::Known(device, dossier.clone()))?;
        // If the entry cannot be read, nothing is known and the device is asked again.
        Ok(bytes.and_then(|bytes| cbor::read(&bytes)).unwrap_or_default())
    }

    /// Returns when all devices of a person had everything of a dossier. Returns `None` while a device still
    /// misses something.
    pub fn received<H: Home>(
        &self,
        dossier: &DossierId,
        person: &PersonKey,
        home: &mut H,
    ) -> Result<Option<DateTime<Utc>>, H::Error> {
        let mut latest = None;
        for device in self.devices_of(person) {
            latest = latest.max(self.known(device, dossier, home)?.complete);
        }
        Ok(latest)
    }

    /// Returns whether a person still has to receive something of a dossier.
    pub fn is_waiting(&self, dossier: &DossierId, person: &PersonKey) -> bool {
        self.devices_of(person).any(|device| self.due.contains_key(&(device, dossier.clone())))
    }
}

fn digest_of_heads(heads: &[ChangeHash]) -> [u8; 32] {
    let sorted: BTreeSet<&ChangeHash> = heads.iter().collect();
    let bytes: Vec<u8> = sorted.iter().flat_map(|head| head.0).collect();
    blake3::derive_key("kring 2026 digest of heads", &bytes)
}
