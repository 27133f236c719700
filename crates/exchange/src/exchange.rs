//! The exchange of one device: events go in, steps and envelopes come out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use dossier::{CoachId, DocumentName, DossierId, Id};

use crate::contact::Contact;
use crate::document_set::DocumentSet;
use crate::due::Due;
use crate::entry::{DamagedEntry, EntryKey, read_entry};
use crate::home::Step;
use crate::identity::Identity;
use crate::notice::Notice;
use crate::peer::Peer;
use crate::pending_invitation::{Accepted, Offer};
use crate::quarantine::Quarantined;
use crate::randomness::Randomness;
use crate::shared::Shared;
use crate::signing_key::{DeviceKey, PersonKey, PersonSecret};
use crate::succession::Succession;

/// The exchange of one device.
pub struct Exchange {
    pub(crate) me: Identity,
    pub(crate) contacts: BTreeMap<PersonKey, Contact>,
    pub(crate) peers: BTreeMap<DeviceKey, Peer>,
    pub(crate) offers: BTreeMap<[u8; 16], Offer>,
    pub(crate) accepted: BTreeMap<[u8; 16], Accepted>,
    pub(crate) shared: BTreeMap<DossierId, Shared>,
    pub(crate) due: BTreeMap<(DeviceKey, DossierId), Due>,
    pub(crate) quarantined: BTreeMap<[u8; 16], Quarantined>,
}

impl Exchange {
    /// Creates the keys of a person with a first device. The id under which the person writes in records
    /// follows from them (see [`Exchange::coach`]).
    pub fn begin(
        name: &str,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> (Self, Step) {
        let person = PersonSecret::random(random);
        let me = Identity::new(person, name, incarnation, now, random);
        let exchange = Self {
            contacts: BTreeMap::new(),
            peers: BTreeMap::new(),
            offers: BTreeMap::new(),
            accepted: BTreeMap::new(),
            shared: BTreeMap::new(),
            due: BTreeMap::new(),
            quarantined: BTreeMap::new(),
            me,
        };
        let mut step = Step::default();
        step.put(EntryKey::Me, &exchange.me);
        (exchange, step)
    }

    /// Loads the entries that are read first (see [`EntryKey::is_loaded_first`]). A vault that was copied or
    /// restored becomes a new device, because one device is one chain of envelopes. Returns `None` if no
    /// exchange was ever begun.
    pub fn load(
        entries: impl IntoIterator<Item = (Vec<u8>, Vec<u8>)>,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Result<Option<(Self, Step)>, DamagedEntry> {
        let mut me = None;
        let (mut contacts, mut peers, mut offers) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (mut accepted, mut shared) = (BTreeMap::new(), BTreeMap::new());
        let (mut due, mut quarantined) = (BTreeMap::new(), BTreeMap::new());
        for (bytes, value) in entries {
            let Some(key) = EntryKey::from_bytes(&bytes) else { continue };
            match key.clone() {
                EntryKey::Me => me = Some(read_entry(key, &value)?),
                EntryKey::Contact(person) => drop(contacts.insert(person, read_entry(key, &value)?)),
                EntryKey::Peer(device) => drop(peers.insert(device, read_entry(key, &value)?)),
                EntryKey::Offer(id) => drop(offers.insert(id, read_entry(key, &value)?)),
                EntryKey::Accepted(id) => drop(accepted.insert(id, read_entry(key, &value)?)),
                EntryKey::Shared(dossier) => drop(shared.insert(dossier, read_entry(key, &value)?)),
                EntryKey::Due(device, dossier) => {
                    drop(due.insert((device, dossier), read_entry(key, &value)?))
                }
                EntryKey::Quarantined(id) => drop(quarantined.insert(id, read_entry(key, &value)?)),
                EntryKey::Charter(_)
                | EntryKey::Known(..)
                | EntryKey::Proofs(..)
                | EntryKey::Rewritten(..)
                | EntryKey::Founding(_) => {}
            }
        }
        let Some(me) = me else { return Ok(None) };
        let mut exchange = Self { me, contacts, peers, offers, accepted, shared, due, quarantined };
        let mut step = Step::default();
        if exchange.me.incarnation != incarnation {
            exchange.become_new_device(incarnation, now, random, &mut step);
        }
        Ok(Some((exchange, step)))
    }

    /// Becomes a new device after the vault was copied or restored. The old device may still be in use
    /// elsewhere, so it becomes another device of this person.
    fn become_new_device(
        &mut self,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) {
        let before = self.me.card();
        let Identity { person, name, successions, .. } = self.me.clone();
        self.me = Identity { successions, ..Identity::new(person, &name, incarnation, now, random) };
        let old = Peer { introduced_from: Some(1), ..Peer::new(before.clone(), now) };
        self.begin_anew_with_all(now, step);
        self.peers.insert(before.device(), old);
        self.owe_all(now, step);
    }

    /// Begins anew with every other device, after this one got other keys: number 1, and heads.
    pub(crate) fn begin_anew_with_all(&mut self, now: DateTime<Utc>, step: &mut Step) {
        step.put(EntryKey::Me, &self.me);
        for peer in self.peers.values_mut() {
            *peer = Peer {
                introduced_from: Some(1),
                retired: peer.retired,
                farewell: peer.farewell,
                heard: peer.heard,
                adopt: peer.adopt.map(|_| now),
                ..Peer::new(peer.card.clone(), peer.since.min(now))
            };
        }
        step.notices.push(Notice::NewKeys);
    }

    /// Makes everything due for every device, so that each learns what this one has.
    pub(crate) fn owe_all(&mut self, now: DateTime<Utc>, step: &mut Step) {
        let shared: Vec<DossierId> = self.shared.keys().cloned().collect();
        for device in self.peers.keys().copied().collect::<Vec<DeviceKey>>() {
            self.owe(&device, &shared, now, step);
        }
    }

    /// Makes everything in some dossiers due for a device, and tells it what this one has.
    pub(crate) fn owe(
        &mut self,
        device: &DeviceKey,
        dossiers: &[DossierId],
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let Some(peer) = self.peers.get_mut(device).filter(|peer| !peer.retired) else { return };
        peer.owed = dossiers.iter().map(|dossier| (dossier.clone(), DocumentSet::ALL)).collect();
        peer.owes = true;
        dossiers.iter().for_each(|dossier| self.make_due(*device, dossier, None, now, step));
        self.save_peer(device, step);
    }

    /// Returns the key of this person.
    pub fn person(&self) -> PersonKey {
        self.me.person.public()
    }

    /// Returns the id under which this person writes in records.
    pub fn coach(&self) -> CoachId {
        self.person().coach()
    }

    /// Returns the ids under which this person ever wrote in records: one for each key that was replaced, and the
    /// present one.
    pub fn own_coaches(&self) -> BTreeSet<CoachId> {
        let former = self.me.successions.iter().map(|succession| succession.former().coach());
        former.chain([self.coach()]).collect()
    }

    /// Returns whether the owner of this computer reported it lost. It takes no part in the exchange then.
    pub fn is_revoked(&self) -> bool {
        self.me.revoked
    }

    /// Returns the key that a person has now, after computers with earlier keys were lost.
    pub(crate) fn latest_key(&self, person: &PersonKey) -> PersonKey {
        let mut latest = *person;
        for _ in 0..=self.contacts.len() + self.me.successions.len() {
            let own = self.me.successions.iter().find(|one| one.former() == latest);
            let of_contact = || self.contacts.get(&latest).filter(|contact| !contact.disputed)?.successor();
            match own.map(Succession::successor).or_else(of_contact) {
                Some(next) => latest = next,
                None => break,
            }
        }
        latest
    }

    /// Returns a secret of this person, which is the same on each of her devices and different for each
    /// purpose. `purpose` is a constant of the program (BLAKE3's mode for deriving keys).
    pub fn own_secret(&self, purpose: &'static str) -> [u8; 32] {
        blake3::derive_key(purpose, self.me.person.expose_seed())
    }

    /// Returns the key of this device.
    pub fn device(&self) -> DeviceKey {
        self.me.device.public()
    }

    /// Returns the actor under which a device writes a document. Everybody can compute it, so everybody can
    /// tell whose stream it is.
    pub fn actor(device: &DeviceKey, dossier: &DossierId, document: &DocumentName) -> [u8; 16] {
        let note = match document {
            DocumentName::Record => [0; dossier::ID_BYTES],
            DocumentName::Note(note) => note.to_bytes(),
        };
        let stream = [device.0.as_slice(), &dossier.to_bytes(), &note].concat();
        let hash = blake3::derive_key("kring 2026 automerge actor of a device", &stream);
        let mut actor = [0; 16];
        actor.copy_from_slice(&hash[..16]);
        actor
    }

    /// Returns the changes that were quarantined and not merged.
    pub fn quarantined(&self) -> impl Iterator<Item = &Quarantined> {
        self.quarantined.values()
    }
}
