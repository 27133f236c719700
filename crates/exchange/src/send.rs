//! What goes out: what is due, as few envelopes as it takes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use dossier::{DocumentName, DossierId, Heads, Id};

use crate::cbor;
use crate::charter::{Charter, Standing};
use crate::content::{Card, Content, HeadsProof, Part};
use crate::envelope::Sealed;
use crate::exchange::Exchange;
use crate::home::{Home, Key, Step};
use crate::key::{DeviceKey, PersonKey};
use crate::meet::Outgoing;
use crate::outside::Randomness;
use crate::receipt::{Post, Receipt};
use crate::sealing::SealingSecret;
use crate::state::{Due, Given, Known, Peer, Which};

/// How much one envelope carries before another one is begun.
const ONE_ENVELOPE: usize = 1024 * 1024;
/// The most envelopes that are made at once, so that whoever asks can carry them and show how far it is.
const AT_ONCE: usize = 8;
/// The most keys that are kept for one device: so many answers in a row may be lost.
const MOST_GIVEN: usize = 32;

/// How long until something is sent again that was not answered: each time longer.
pub(crate) fn patience(attempts: u32) -> TimeDelta {
    match attempts {
        0 | 1 => TimeDelta::hours(1),
        2 => TimeDelta::hours(6),
        3 => TimeDelta::days(1),
        4 => TimeDelta::days(3),
        5..12 => TimeDelta::days(7),
        // Two months without a word: the device may be gone for good, and what is sent to it stays lying there.
        _ => TimeDelta::days(30),
    }
}

/// An envelope that is being filled.
struct Filling {
    parts: Vec<Part>,
    size: usize,
    receipt: Receipt,
    /// Whose cards stand in it: once is enough.
    cards: BTreeSet<DeviceKey>,
    /// Whether something in it was sent before and not answered: it must get through.
    again: bool,
}

impl Exchange {
    /// The envelopes that are to go out now. Make the step durable first: numbers are never used twice.
    pub fn outgoing<H: Home>(
        &mut self,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
    ) -> Result<(Step, Vec<Post>), H::Error> {
        self.outgoing_to_those(&|_| true, now, random, home)
    }

    /// The same, for some devices only: those that can be reached now. For the others nothing is made, and no number
    /// and no key is used up.
    pub fn outgoing_to_those<H: Home>(
        &mut self,
        reached: &dyn Fn(&DeviceKey) -> bool,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
    ) -> Result<(Step, Vec<Post>), H::Error> {
        let mut step = Step::default();
        self.destroy_old_keys(now, &mut step);
        let answers = self.answers(reached, now, random, &mut step).into_iter();
        let mut posts: Vec<Post> = answers.map(|outgoing| Post { outgoing, receipt: None }).collect();
        for device in self.peers.keys().copied().filter(reached).collect::<Vec<_>>() {
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
        if peer.retired || !self.may_be_written_to(&peer.person()) {
            return Ok(());
        }
        let mut filling = Filling::new(device);
        let owes = peer.owes || peer.adopt.is_some_and(|at| at <= now);
        let lacks_cards = peer.lacks_cards.clone();
        for card in lacks_cards.iter().flat_map(|dossier| self.cards_of(dossier, &device)) {
            filling.introduce(card);
        }
        filling.receipt.cards = lacks_cards;
        for (dossier, which) in peer.owed.clone() {
            filling.add(self.have(&dossier, &which, home)?);
            filling.receipt.answered.insert(dossier, which);
        }
        let due: Vec<DossierId> = self
            .due
            .range((device, DossierId::from_random([0; dossier::ID_BYTES]))..)
            .take_while(|((there, _), _)| *there == device)
            .filter(|(_, due)| due.at <= now)
            .map(|((_, dossier), _)| dossier.clone())
            .collect();
        for dossier in due {
            if posts.len() >= AT_ONCE {
                break;
            }
            if filling.size > ONE_ENVELOPE {
                let full = std::mem::replace(&mut filling, Filling::new(device));
                posts.extend(self.close(full, now, random, step));
            }
            self.fill(&dossier, now, home, &mut filling, step)?;
        }
        if owes || !filling.parts.is_empty() {
            posts.extend(self.close(filling, now, random, step));
        }
        Ok(())
    }

    /// Adds what one device should get of one dossier; where it lacks nothing, it is not due any more.
    fn fill<H: Home>(
        &mut self,
        dossier: &DossierId,
        now: DateTime<Utc>,
        home: &mut H,
        filling: &mut Filling,
        step: &mut Step,
    ) -> Result<(), H::Error> {
        let device = filling.receipt.to;
        let place = (device, dossier.clone());
        let Some(due) = self.due.get(&place).cloned() else { return Ok(()) };
        let charter = self.charter(dossier, home)?.ok().flatten();
        let (Some(peer), Some(charter)) = (self.peers.get(&device), charter) else {
            self.not_due(&place, step);
            return Ok(());
        };
        let (person, standing) = (peer.person(), charter.standing());
        let known = self.known(device, dossier, home)?;
        let before = filling.parts.len();
        let all = charter.digest();
        let mut lacks = known.statements != all;
        if lacks {
            // It goes along until they have it: nobody takes in or passes on what was written after a withdrawal without
            // having heard of the withdrawal.
            filling.receipt.charters.insert(dossier.clone(), all);
            filling.add(charter_part(dossier, &charter));
            for card in self.cards_of(dossier, &device) {
                filling.introduce(card);
            }
        }
        if self.may_get_changes(&standing, &person, now) {
            lacks |= self.fill_changes(dossier, &due, &known, home, filling)?;
        }
        // Until a device has answered, it is told what stands here: it may have had other knowledge of this one.
        if self.peers.get(&device).is_some_and(|peer| peer.introduce) {
            lacks = true;
            if filling.parts.len() == before {
                filling.receipt.charters.insert(dossier.clone(), known.statements_sent);
                filling.add(self.have(dossier, &Which::ALL, home)?);
            }
        }
        let adds = filling.parts.len() > before;
        if !lacks && !adds {
            self.not_due(&place, step);
        } else if let Some(due) = self.due.get_mut(&place) {
            filling.again |= adds && !due.fresh;
            // Durable only when it was delivered: after a crash it is simply made again.
            (due.fresh, due.at) = (false, now + patience(1));
        }
        Ok(())
    }

    /// Whether somebody may get changes of a dossier from this person: with a role, while a consent stands.
    pub(crate) fn may_get_changes(
        &self,
        standing: &Standing,
        person: &PersonKey,
        now: DateTime<Utc>,
    ) -> bool {
        let me = self.person();
        *person == me
            || (standing.role(person).is_some()
                && standing.may_write(&me)
                && standing.shared_on(now.date_naive()))
    }

    /// The devices of the members of a dossier, for one of these: all are to reach each other.
    fn cards_of(&self, dossier: &DossierId, device: &DeviceKey) -> Vec<Card> {
        let members = self.members_with_roles(dossier);
        let others = self
            .peers
            .values()
            .filter(|peer| peer.device() != *device && !peer.retired && members.contains(&peer.person()));
        others.map(|peer| peer.card.clone()).collect()
    }

    fn members_with_roles(&self, dossier: &DossierId) -> Vec<PersonKey> {
        let shared = self.shared.get(dossier);
        let people = shared.into_iter().flat_map(|shared| &shared.people);
        people.filter(|(_, role)| role.is_some()).map(|(person, _)| *person).collect()
    }

    /// All devices of the members of a dossier that are known here, as one number.
    pub(crate) fn devices_digest(&self, dossier: &DossierId) -> u64 {
        let members = self.members_with_roles(dossier);
        let peers = self.peers.values().filter(|peer| !peer.retired && members.contains(&peer.person()));
        let own = members.contains(&self.person()).then(|| self.device());
        peers.map(Peer::device).chain(own).fold(0, |all, device| {
            let hash = blake3::derive_key("kring 2026 digest of devices", &device.0);
            let (number, _) = hash.split_first_chunk().unwrap_or((&[0; 8], &[]));
            all ^ u64::from_le_bytes(*number)
        })
    }

    /// Adds changes; returns whether the device has not said yet that it has everything.
    fn fill_changes<H: Home>(
        &mut self,
        dossier: &DossierId,
        due: &Due,
        known: &Known,
        home: &mut H,
        filling: &mut Filling,
    ) -> Result<bool, H::Error> {
        let mut lacks = false;
        let documents = match &due.documents.0 {
            Some(some) => some.iter().cloned().collect(),
            None => home.documents(dossier)?,
        };
        for document in documents {
            let heads = home.heads(dossier, &document)?;
            let there = known.documents.get(&document).cloned().unwrap_or_default();
            let sent = if due.fresh { there.sent } else { Vec::new() };
            lacks |= heads.iter().any(|head| !there.theirs.contains(head));
            let base = [there.theirs, sent].concat();
            if heads.iter().all(|head| base.contains(head)) {
                continue;
            }
            let changes = home.changes_since(dossier, &document, &base)?;
            if changes.is_empty() {
                continue;
            }
            let mut proofs = vec![self.sign_heads(dossier, &document, heads.clone())];
            proofs.extend(self.proofs(dossier, &document, home)?);
            filling.receipt.documents.push((dossier.clone(), document.clone(), heads));
            filling.add(Part::Changes { dossier: dossier.clone(), document, changes, proofs });
        }
        Ok(lacks)
    }

    fn sign_heads(&self, dossier: &DossierId, document: &DocumentName, heads: Heads) -> HeadsProof {
        let mine = self.peers.values().filter(|peer| peer.person() == self.person());
        let also = mine.map(|peer| peer.card.certificate.clone()).collect();
        HeadsProof::sign(&self.me.device, &self.me.certificate, also, dossier, document, heads)
    }

    fn close(
        &mut self,
        filling: Filling,
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) -> Option<Post> {
        let Filling { mut parts, mut receipt, again, .. } = filling;
        if self.peers.get(&receipt.to)?.adopt.is_some() {
            let adoption = self.adoption_of(&receipt.to)?;
            parts.push(Part::Adopt { adoption });
        }
        let me = &self.me;
        let peer = self.peers.get_mut(&receipt.to)?;
        peer.adopt = peer.adopt.map(|_| now + patience(1));
        if peer.introduce {
            parts.push(Part::Device { card: me.card() });
        }
        // A fresh key goes along with every answer, and with the first envelope.
        let answer_with = (peer.owes || peer.given.is_empty()).then(|| {
            let secret = SealingSecret::random(random);
            let public = secret.public();
            peer.given.push(Given { id: public.id(), secret, replaced: None });
            while peer.given.len() > MOST_GIVEN {
                // The first is the one that it used last: it may have none of those after it.
                peer.given.remove(1);
            }
            public
        });
        receipt.number = peer.next;
        let content = Content {
            sender: me.certificate.clone(),
            number: peer.next,
            previous: peer.previous,
            sent: now,
            acknowledged: peer.highest,
            answer_with,
            parts,
        };
        // What was not answered goes with the key of the card, which its owner always has.
        let fresh = peer.answer_with.as_ref().filter(|_| !again).map(|(key, _)| key);
        let key = fresh.unwrap_or(&peer.card.key);
        let (sealed, hash) = Sealed::seal(&content, &me.device, &receipt.to, key, random)?;
        peer.next += 1;
        peer.previous = hash;
        let to = receipt.to;
        self.keep_peer(&to, step);
        let outgoing = Outgoing { to, bytes: sealed.as_bytes().to_vec() };
        Some(Post { outgoing, receipt: Some(receipt) })
    }

    pub(crate) fn not_due(&mut self, place: &(DeviceKey, DossierId), step: &mut Step) {
        if self.due.remove(place).is_some() {
            step.delete(Key::Due(place.0, place.1.clone()));
        }
    }

    pub(crate) fn known<H: Home>(
        &self,
        device: DeviceKey,
        dossier: &DossierId,
        home: &mut H,
    ) -> Result<Known, H::Error> {
        let bytes = home.get(&Key::Known(device, dossier.clone()))?;
        // What cannot be read is asked for again: nothing is known then.
        Ok(bytes.and_then(|bytes| cbor::read(&bytes)).unwrap_or_default())
    }

    pub(crate) fn proofs<H: Home>(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        home: &mut H,
    ) -> Result<Vec<HeadsProof>, H::Error> {
        let bytes = home.get(&Key::Proofs(dossier.clone(), document.clone()))?;
        Ok(bytes.and_then(|bytes| cbor::read(&bytes)).unwrap_or_default())
    }
}

impl Filling {
    fn new(to: DeviceKey) -> Self {
        let receipt = Receipt {
            to,
            number: 0,
            charters: BTreeMap::new(),
            documents: Vec::new(),
            answered: BTreeMap::new(),
            cards: BTreeSet::new(),
        };
        Self { parts: Vec::new(), size: 0, receipt, cards: BTreeSet::new(), again: false }
    }

    fn add(&mut self, part: Part) {
        self.size += match &part {
            Part::Changes { changes, proofs, .. } => changes.len() + 400 * proofs.len(),
            Part::Charter { statements, .. } => statements.iter().map(|one| one.len()).sum(),
            Part::Have { documents, .. } => 100 * documents.len(),
            Part::Device { .. } | Part::Retired { .. } | Part::Adopt { .. } => 1_500,
        };
        self.parts.push(part);
    }

    fn introduce(&mut self, card: Card) {
        if self.cards.insert(card.certificate.device()) {
            self.add(Part::Device { card });
        }
    }
}

fn charter_part(dossier: &DossierId, charter: &Charter) -> Part {
    let statements = charter.statements().map(|statement| statement.to_bytes().into()).collect();
    Part::Charter { dossier: dossier.clone(), statements }
}
