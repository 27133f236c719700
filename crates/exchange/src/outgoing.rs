//! Outgoing envelopes: everything that is due, in as few envelopes as possible.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use dossier::{DossierId, Id};

use crate::access::Access;
use crate::charter::Terms;
use crate::content::{EnvelopeContent, EnvelopePart};
use crate::device_card::DeviceCard;
use crate::document_set::DocumentSet;
use crate::draft_envelope::{DraftEnvelope, charter_part};
use crate::due::Due;
use crate::entry::EntryKey;
use crate::envelope::SealedEnvelope;
use crate::exchange::Exchange;
use crate::header::MAX_ENVELOPE_BYTES;
use crate::holdings::Known;
use crate::home::{Home, Step};
use crate::peer::{Given, Peer};
use crate::post::{Outgoing, Post};
use crate::randomness::Randomness;
use crate::retry::patience;
use crate::sealing_key::SealingSecret;
use crate::signing_key::{DeviceKey, PersonKey};

/// The size above which another envelope is begun. Some servers accept no more than 1 MiB until somebody allows it.
const ONE_ENVELOPE: usize = 512 * 1024;
/// The most envelopes that are made at once, so that the caller can carry them and show the progress.
const AT_ONCE: usize = 8;
/// The most keys that are kept for one device, which is how many answers in a row may be lost.
const MOST_GIVEN: usize = 32;

/// The result of adding the changes of a dossier to an envelope.
#[derive(Default)]
struct Filled {
    /// True if the device has not said yet that it has everything.
    lacks: bool,
    /// True if there was no room for some of the changes.
    more: bool,
}

impl Exchange {
    /// Makes the envelopes that must go out now. Make the step durable first, so that no number is ever used
    /// twice.
    pub fn outgoing<H: Home>(
        &mut self,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
    ) -> Result<(Step, Vec<Post>), H::Error> {
        self.outgoing_to_reachable(&|_| true, now, random, home)
    }

    /// Makes the envelopes for some devices only: those that can be reached now. For the others no envelope
    /// is made, and no number and no key is used up.
    pub fn outgoing_to_reachable<H: Home>(
        &mut self,
        reached: &dyn Fn(&DeviceKey) -> bool,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
    ) -> Result<(Step, Vec<Post>), H::Error> {
        let mut step = Step::default();
        self.destroy_old_keys(now, &mut step);
        let answers = self.replies_to_invitations(reached, now, random, &mut step).into_iter();
        let mut posts: Vec<Post> = answers.map(|outgoing| Post { outgoing, receipt: None }).collect();
        let mut devices: Vec<DeviceKey> = self.peers.keys().copied().filter(reached).collect();
        // Whoever has a lost computer hears of it after everybody else.
        devices.sort_by_key(|device| self.peers.get(device).is_some_and(|peer| peer.farewell));
        for device in devices {
            if posts.len() >= AT_ONCE {
                break;
            }
            self.outgoing_to(device, now, random, home, &mut step, &mut posts)?;
        }
        Ok((step, posts))
    }

    fn outgoing_to<H: Home>(
        &mut self,
        device: DeviceKey,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
        step: &mut Step,
        posts: &mut Vec<Post>,
    ) -> Result<(), H::Error> {
        let Some(peer) = self.peers.get(&device) else { return Ok(()) };
        if !self.may_be_sent_to(peer) {
            return Ok(());
        }
        let person = peer.person();
        let mut draft = DraftEnvelope::new(device);
        if peer.farewell {
            draft.receipt.farewell = true;
            posts.extend(self.close(draft, now, random, step));
            return Ok(());
        }
        let owes = peer.owes || peer.adopts_now(now);
        let lacks_cards = peer.lacks_cards.clone();
        let for_them =
            lacks_cards.iter().filter(|dossier| self.access(dossier, &person) == Access::Everything);
        for card in for_them.flat_map(|dossier| self.cards_of(dossier, &device)) {
            draft.introduce(card);
        }
        draft.receipt.cards = lacks_cards;
        let introduces = peer.introduced_from.is_some();
        for (dossier, which) in peer.owed.clone() {
            // An envelope has one list of holdings for each dossier.
            let told = if introduces { &DocumentSet::ALL } else { &which };
            draft.add(self.have(&dossier, told, &person, home)?);
            draft.receipt.answered.insert(dossier, which);
        }
        let due: Vec<DossierId> = self
            .due
            .range((device, DossierId::from_random([0; dossier::ID_BYTES]))..)
            .take_while(|((there, _), _)| *there == device)
            .filter(|(_, due)| due.is_ripe(now))
            .map(|((_, dossier), _)| dossier.clone())
            .collect();
        for dossier in due {
            if posts.len() >= AT_ONCE {
                break;
            }
            if draft.size > ONE_ENVELOPE {
                let full = std::mem::replace(&mut draft, DraftEnvelope::new(device));
                posts.extend(self.close(full, now, random, step));
            }
            self.fill(&dossier, now, home, &mut draft, step)?;
        }
        if owes || !draft.parts.is_empty() {
            posts.extend(self.close(draft, now, random, step));
        }
        Ok(())
    }

    /// Adds what one device should get of one dossier. If the device misses nothing, the dossier is no longer
    /// due for it.
    fn fill<H: Home>(
        &mut self,
        dossier: &DossierId,
        now: DateTime<Utc>,
        home: &mut H,
        draft: &mut DraftEnvelope,
        step: &mut Step,
    ) -> Result<(), H::Error> {
        let device = draft.receipt.to;
        let place = (device, dossier.clone());
        let Some(due) = self.due.get(&place).cloned() else { return Ok(()) };
        let charter = self.charter(dossier, home)?.ok().flatten();
        let person = self.peers.get(&device).map(Peer::person);
        let seen = person.and_then(|person| Some((person, self.charter_for(charter?, &person)?)));
        let Some((person, charter)) = seen else {
            self.clear_due(&place, step);
            return Ok(());
        };
        let (access, terms) = (self.access(dossier, &person), charter.terms());
        let mut known = self.known(device, dossier, home)?;
        let before = draft.parts.len();
        let all = charter.digest();
        let mut lacks = known.statements != all;
        if lacks {
            // The charter is sent until the device has it. Otherwise the device could merge or forward what
            // was written after a withdrawal that it has not heard of.
            draft.receipt.charters.insert(dossier.clone(), all);
            draft.add(charter_part(dossier, &charter));
            if access == Access::Everything {
                self.cards_of(dossier, &device).into_iter().for_each(|card| draft.introduce(card));
            }
        }
        let mut filled = Filled::default();
        if access == Access::Everything && self.may_get_changes(&terms, &person, now) {
            filled = self.fill_changes(dossier, &due, &known, home, draft)?;
        } else if access == Access::Everything && terms.shared_on(now.date_naive()) {
            let back = known.documents.iter().filter(|(_, there)| there.give_back);
            let documents = DocumentSet(Some(back.map(|(name, _)| name.clone()).collect()));
            filled = self.fill_changes(dossier, &Due { documents, ..due }, &known, home, draft)?;
        }
        lacks |= filled.lacks;
        // Until a device has answered, it gets the holdings of this one: it may have known another state of
        // this device.
        if self.peers.get(&device).is_some_and(|peer| peer.introduced_from.is_some()) {
            lacks = true;
            draft.receipt.charters.entry(dossier.clone()).or_insert(known.statements_sent);
            if !draft.receipt.answered.contains_key(dossier) {
                draft.add(self.have(dossier, &DocumentSet::ALL, &person, home)?);
            }
        } else if draft.parts.len() > before
            && access == Access::Everything
            && !draft.receipt.answered.contains_key(dossier)
        {
            // The digest of the charter tells the device whether it has the statements that this one has.
            draft.add(self.have(dossier, &DocumentSet::NONE, &person, home)?);
        }
        let adds = draft.parts.len() > before;
        if !lacks && !adds {
            self.clear_due(&place, step);
        } else if let Some(due) = self.due.get_mut(&place) {
            draft.again |= adds && (!due.fresh || due.attempts > 0);
            if filled.more && !due.fresh {
                // What was sent before counts as lost. The next envelope goes on after this one.
                known.documents.values_mut().for_each(|there| there.sent.clear());
                step.put(EntryKey::Known(device, dossier.clone()), &known);
            }
            // This becomes durable only after the delivery. After a crash the envelope is made again.
            (due.fresh, due.at) = if filled.more { (true, now) } else { (false, now + patience(1)) };
        }
        Ok(())
    }

    /// Returns whether this person may send somebody changes of a dossier: they must have a role, and a
    /// consent must be valid.
    pub(crate) fn may_get_changes(&self, terms: &Terms, person: &PersonKey, now: DateTime<Utc>) -> bool {
        let me = self.person();
        *person == me
            || (terms.role(person).is_some() && terms.may_write(&me) && terms.shared_on(now.date_naive()))
    }

    /// Returns the cards of the members' devices for one of these, so that all of them can reach each other.
    fn cards_of(&self, dossier: &DossierId, device: &DeviceKey) -> Vec<DeviceCard> {
        let members = self.members_with_roles(dossier);
        let others = self
            .peers
            .values()
            .filter(|peer| peer.device() != *device && !peer.retired && members.contains(&peer.person()));
        others.map(|peer| peer.card.clone()).collect()
    }

    /// Returns the digest of all known devices of a dossier's members.
    pub(crate) fn devices_digest(&self, dossier: &DossierId) -> [u8; 32] {
        let members = self.members_with_roles(dossier);
        let peers = self.peers.values().filter(|peer| !peer.retired && members.contains(&peer.person()));
        let own = members.contains(&self.person()).then(|| self.device());
        let devices: BTreeSet<DeviceKey> = peers.map(Peer::device).chain(own).collect();
        let devices: Vec<u8> = devices.iter().flat_map(|device| device.0).collect();
        blake3::derive_key("kring 2026 digest of devices", &devices)
    }

    /// Adds changes to an envelope until it is full. It gets those of one document at least, but none of a document
    /// that fits in no envelope.
    fn fill_changes<H: Home>(
        &mut self,
        dossier: &DossierId,
        due: &Due,
        known: &Known,
        home: &mut H,
        draft: &mut DraftEnvelope,
    ) -> Result<Filled, H::Error> {
        let mut filled = Filled::default();
        let documents = match &due.documents.0 {
            Some(some) => some.iter().cloned().collect(),
            None => home.documents(dossier)?,
        };
        let (before, mut adds) = (draft.size, false);
        for document in documents {
            let heads = home.heads(dossier, &document)?;
            let there = known.documents.get(&document).cloned().unwrap_or_default();
            let sent = if due.fresh { there.sent } else { Vec::new() };
            filled.lacks |= heads.iter().any(|head| !there.theirs.contains(head));
            let base = [there.theirs, sent].concat();
            if heads.iter().all(|head| base.contains(head)) {
                continue;
            }
            let changes = home.changes_since(dossier, &document, &base)?;
            if changes.is_empty() {
                continue;
            }
            if before + changes.len() > MAX_ENVELOPE_BYTES - ONE_ENVELOPE {
                continue;
            }
            if adds
                && (draft.size > before + ONE_ENVELOPE || draft.size + changes.len() > MAX_ENVELOPE_BYTES / 2)
            {
                filled.more = true;
                break;
            }
            adds = true;
            let mut proofs = vec![self.sign_heads(dossier, &document, heads.clone())];
            proofs.extend(self.proofs(dossier, &document, home)?);
            draft.receipt.documents.push((dossier.clone(), document.clone(), heads));
            draft.add(EnvelopePart::Changes { dossier: dossier.clone(), document, changes, proofs });
        }
        Ok(filled)
    }

    fn close(
        &mut self,
        draft: DraftEnvelope,
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) -> Option<Post> {
        let DraftEnvelope { mut parts, mut receipt, again, .. } = draft;
        if self.peers.get(&receipt.to)?.adopt.is_some() {
            parts.push(EnvelopePart::Adopt { adoption: self.adoption() });
        }
        let me = &self.me;
        let peer = self.peers.get_mut(&receipt.to)?;
        peer.adopt = peer.adopt.map(|_| now + patience(1));
        if peer.introduced_from.is_some() {
            let successions = me.successions.iter().cloned();
            parts.extend(successions.map(|succession| EnvelopePart::Succeeded { succession }));
            parts.push(EnvelopePart::Device { card: me.card() });
        }
        // Every answer, and the first envelope, brings a fresh key. Nobody reads what a lost device answers.
        let answers = !peer.retired && (peer.owes || peer.given.is_empty());
        let answer_with = answers.then(|| {
            let secret = SealingSecret::random(random);
            let public = secret.public();
            peer.given.push(Given { id: public.id(), secret, replaced: None });
            while peer.given.len() > MOST_GIVEN {
                // The first key is the one that the device used last. It may have none of those after it.
                peer.given.remove(1);
            }
            public
        });
        receipt.number = peer.next;
        let mut content = EnvelopeContent {
            sender: me.certificate.clone(),
            number: peer.next,
            previous: peer.previous,
            sent: now,
            acknowledged: peer.highest,
            answer_with,
            parts,
        };
        // Parts that were not answered are sealed with the key of the card, which its owner always has.
        let fresh = peer.answer_with.as_ref().filter(|_| !again).map(|(key, _)| key);
        let key = fresh.unwrap_or(peer.card.key());
        let (sealed, hash) = match SealedEnvelope::seal(&content, &me.device, &receipt.to, key, random) {
            Some(sealed) => sealed,
            // Changes that are too long must not keep a withdrawal back.
            None => {
                content.parts.retain(|part| !matches!(part, EnvelopePart::Changes { .. }));
                for (dossier, _, _) in std::mem::take(&mut receipt.documents) {
                    if let Some(due) = self.due.get_mut(&(receipt.to, dossier)) {
                        (due.fresh, due.at) = (false, now + patience(1));
                    }
                }
                SealedEnvelope::seal(&content, &me.device, &receipt.to, key, random)?
            }
        };
        peer.next += 1;
        peer.previous = hash;
        let to = receipt.to;
        self.save_peer(&to, step);
        let outgoing = Outgoing { to, bytes: sealed.as_bytes().to_vec() };
        receipt.name = outgoing.name();
        Some(Post { outgoing, receipt: Some(receipt) })
    }
}
