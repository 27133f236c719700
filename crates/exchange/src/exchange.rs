//! The exchange of one device: events in, steps and envelopes out.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use dossier::{CoachId, DocumentName, DossierId, Id};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::charter::{Charter, Role};
use crate::content::Card;
use crate::home::{Home, Key, Step};
use crate::invitation::Invitation;
use crate::key::{DeviceKey, DeviceSecret, PersonKey, PersonSecret};
use crate::notice::Quarantined;
use crate::outside::Randomness;
use crate::sealing::SealingSecret;
use crate::state::{Acquaintance, Contact, Due, Me, Peer, Shared, Which};

/// How long after two people met more is expected of them soon.
const A_MOMENT: TimeDelta = TimeDelta::minutes(10);

/// The exchange of one device.
pub struct Exchange {
    pub(crate) me: Me,
    pub(crate) contacts: BTreeMap<PersonKey, Contact>,
    pub(crate) peers: BTreeMap<DeviceKey, Peer>,
    pub(crate) offers: BTreeMap<[u8; 16], Offer>,
    pub(crate) accepted: BTreeMap<[u8; 16], Accepted>,
    pub(crate) shared: BTreeMap<DossierId, Shared>,
    pub(crate) due: BTreeMap<(DeviceKey, DossierId), Due>,
    pub(crate) quarantined: BTreeMap<[u8; 16], Quarantined>,
}

/// An invitation that was given out. It works once; until it expires, the one who answered it may have to be welcomed again.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Offer {
    #[n(0)]
    pub(crate) invitation: Invitation,
    #[n(1)]
    pub(crate) answered_by: Option<DeviceKey>,
}

/// An invitation that this person accepted, until the welcome comes.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Accepted {
    #[n(0)]
    pub(crate) invitation: Invitation,
    #[n(1)]
    pub(crate) answer_key: SeedOf,
    /// When to send the answer again.
    #[cbor(n(2), with = "cbor::moment")]
    pub(crate) again: DateTime<Utc>,
    /// Whether the two people knew each other already: their computers meet anew.
    #[n(3)]
    pub(crate) anew: bool,
}

/// A sealing secret in an entry.
#[derive(Clone, Encode, Decode)]
#[cbor(transparent)]
pub(crate) struct SeedOf(#[cbor(with = "cbor::seed")] pub(crate) SealingSecret);

/// Entries of the exchange that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the entry {key:?} of the exchange cannot be read")]
pub struct Damaged {
    /// Which.
    pub key: Key,
}

impl Exchange {
    /// Makes the keys of a person with a first device.
    pub fn begin(
        coach: CoachId,
        name: &str,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> (Self, Step) {
        let person = PersonSecret::random(random);
        let me = Me::new(person, coach, name, incarnation, now, random);
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
        step.put(Key::Me, &exchange.me);
        (exchange, step)
    }

    /// Loads the entries that are read at first (see [`Key::is_read_at_first`]). A vault that was copied or restored goes
    /// on as a new device: one device is one chain of envelopes. `None` where nothing was ever begun.
    pub fn load(
        entries: impl IntoIterator<Item = (Vec<u8>, Vec<u8>)>,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Result<Option<(Self, Step)>, Damaged> {
        let mut me = None;
        let (mut contacts, mut peers, mut offers) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (mut accepted, mut shared) = (BTreeMap::new(), BTreeMap::new());
        let (mut due, mut quarantined) = (BTreeMap::new(), BTreeMap::new());
        for (bytes, value) in entries {
            let Some(key) = Key::from_bytes(&bytes) else { continue };
            match key.clone() {
                Key::Me => me = Some(entry(key, &value)?),
                Key::Contact(person) => drop(contacts.insert(person, entry(key, &value)?)),
                Key::Peer(device) => drop(peers.insert(device, entry(key, &value)?)),
                Key::Offer(id) => drop(offers.insert(id, entry(key, &value)?)),
                Key::Accepted(id) => drop(accepted.insert(id, entry(key, &value)?)),
                Key::Shared(dossier) => drop(shared.insert(dossier, entry(key, &value)?)),
                Key::Due(device, dossier) => drop(due.insert((device, dossier), entry(key, &value)?)),
                Key::Quarantined(id) => drop(quarantined.insert(id, entry(key, &value)?)),
                Key::Charter(_) | Key::Known(..) | Key::Proofs(..) => {}
            }
        }
        let Some(me) = me else { return Ok(None) };
        let mut exchange = Self { me, contacts, peers, offers, accepted, shared, due, quarantined };
        let mut step = Step::default();
        if exchange.me.incarnation != incarnation {
            exchange.go_on_as_a_new_device(incarnation, now, random, &mut step);
        }
        Ok(Some((exchange, step)))
    }

    /// The vault was copied or restored: the old device may live on elsewhere, and becomes another one of this person.
    fn go_on_as_a_new_device(
        &mut self,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) {
        let before = self.me.card();
        let Me { person, coach, name, .. } = &self.me;
        self.me = Me::new(person.clone(), coach.clone(), name, incarnation, now, random);
        step.put(Key::Me, &self.me);
        for peer in self.peers.values_mut() {
            *peer = Peer {
                introduce: true,
                retired: peer.retired,
                heard: peer.heard,
                ..Peer::new(peer.card.clone())
            };
        }
        let old = Peer { introduce: true, ..Peer::new(before.clone()) };
        self.peers.insert(before.certificate.device(), old);
        let shared: Vec<DossierId> = self.shared.keys().cloned().collect();
        let devices: Vec<DeviceKey> = self.peers.keys().copied().collect();
        for device in devices {
            if let Some(peer) = self.peers.get_mut(&device) {
                peer.owed = shared.iter().map(|dossier| (dossier.clone(), Which::ALL)).collect();
                peer.owes = true;
            }
            shared.iter().for_each(|dossier| self.make_due(device, dossier, None, now, step));
            self.keep_peer(&device, step);
        }
    }

    /// Who this person is to the exchange.
    pub fn person(&self) -> PersonKey {
        self.me.person.public()
    }

    /// A secret of this person's, the same on each of her devices and another for each purpose. `purpose` is a constant of the
    /// program's (BLAKE3's mode for deriving keys).
    pub fn own_secret(&self, purpose: &'static str) -> [u8; 32] {
        blake3::derive_key(purpose, self.me.person.for_the_vault())
    }

    /// Which device this is.
    pub fn device(&self) -> DeviceKey {
        self.me.device.public()
    }

    /// The stream in which a device writes a document: everybody can compute whose it is.
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

    /// The people this person works with.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.contacts.values()
    }

    /// One of them.
    pub fn contact(&self, person: &PersonKey) -> Option<&Contact> {
        self.contacts.get(person)
    }

    /// The other devices of this person that were heard of: what a vault was before it was put back is not in use.
    pub fn own_devices(&self) -> impl Iterator<Item = &Card> {
        self.own_peers().filter(|peer| peer.heard.is_some()).map(|peer| &peer.card)
    }

    pub(crate) fn own_peers(&self) -> impl Iterator<Item = &Peer> {
        let mine = self.person();
        self.peers.values().filter(move |peer| peer.person() == mine && !peer.retired)
    }

    /// When anything last came from somebody.
    pub fn last_heard(&self, person: &PersonKey) -> Option<DateTime<Utc>> {
        self.devices_of(person).filter_map(|device| self.peers.get(&device)?.heard).max()
    }

    /// The invitations that are open, without their secrets being used.
    pub fn open_invitations(&self) -> impl Iterator<Item = &Invitation> {
        let open = self.offers.values().filter(|offer| offer.answered_by.is_none());
        open.map(|offer| &offer.invitation)
    }

    /// The invitations that were accepted here and not answered yet.
    pub fn accepted_invitations(&self) -> impl Iterator<Item = &Invitation> {
        self.accepted.values().map(|accepted| &accepted.invitation)
    }

    /// What was set apart and not taken in.
    pub fn quarantined(&self) -> impl Iterator<Item = &Quarantined> {
        self.quarantined.values()
    }

    /// The dossiers that have a charter.
    pub fn shared_dossiers(&self) -> impl Iterator<Item = &DossierId> {
        self.shared.keys()
    }

    /// The names of the others who have a role in a dossier now, without reading its charter.
    pub fn shared_with(&self, dossier: &DossierId) -> impl Iterator<Item = &str> {
        let (me, people) = (self.person(), self.shared.get(dossier).map(|shared| &shared.people));
        let others =
            people.into_iter().flatten().filter(move |(person, role)| role.is_some() && **person != me);
        others.filter_map(|(person, _)| self.contacts.get(person)).map(|contact| contact.name.as_str())
    }

    /// The charter of a dossier, if it has one.
    pub fn charter<H: Home>(
        &self,
        dossier: &DossierId,
        home: &mut H,
    ) -> Result<Result<Option<Charter>, Damaged>, H::Error> {
        charter_at(dossier, home)
    }

    /// Whether this person may write in a dossier: in one that has a charter, as it says.
    pub fn may_write(&self, dossier: &DossierId) -> bool {
        let Some(shared) = self.shared.get(dossier) else { return true };
        matches!(shared.people.get(&self.person()), Some(Some(Role::Coach)))
    }

    /// When all devices of somebody had all of a dossier as it stood here; `None` while one has not.
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

    /// Whether something of a dossier was not received by somebody yet.
    pub fn is_waiting(&self, dossier: &DossierId, person: &PersonKey) -> bool {
        self.devices_of(person).any(|device| self.due.contains_key(&(device, dossier.clone())))
    }

    pub(crate) fn devices_of(&self, person: &PersonKey) -> impl Iterator<Item = DeviceKey> {
        let person = *person;
        let peers = self.peers.iter().filter(move |(_, peer)| peer.person() == person && !peer.retired);
        peers.map(|(device, _)| *device)
    }

    /// Whether anything may go to a person: oneself, or somebody whose words were compared.
    pub(crate) fn may_be_written_to(&self, person: &PersonKey) -> bool {
        *person == self.person()
            || self.contacts.get(person).is_some_and(|contact| {
                contact.joining.is_none() && contact.acquaintance != Acquaintance::Unconfirmed
            })
    }

    pub(crate) fn make_due(
        &mut self,
        device: DeviceKey,
        dossier: &DossierId,
        document: Option<&DocumentName>,
        at: DateTime<Utc>,
        step: &mut Step,
    ) {
        let place = (device, dossier.clone());
        let documents = match (document, self.due.get(&place)) {
            (None, _) => Which::ALL,
            (Some(document), Some(due)) => due.documents.clone().with(document),
            (Some(document), None) => Which::one(document),
        };
        let at = match self.due.get(&place) {
            Some(due) if due.fresh => due.at.min(at),
            _ => at,
        };
        let due = Due { at, fresh: true, attempts: 0, documents };
        step.put(Key::Due(device, dossier.clone()), &due);
        self.due.insert(place, due);
    }

    pub(crate) fn keep_peer(&self, device: &DeviceKey, step: &mut Step) {
        if let Some(peer) = self.peers.get(device) {
            step.put(Key::Peer(*device), peer);
        }
    }

    /// The people of a dossier that may get something of it now, with this person's other devices.
    pub(crate) fn members(&self, dossier: &DossierId) -> Vec<PersonKey> {
        let Some(shared) = self.shared.get(dossier) else { return Vec::new() };
        let with_role = shared.people.iter().filter(|(_, role)| role.is_some());
        with_role.map(|(person, _)| *person).filter(|person| self.may_be_written_to(person)).collect()
    }

    /// Notes that a document of a dossier was edited here: who shares it should get it.
    pub fn edited(&mut self, dossier: &DossierId, document: &DocumentName, now: DateTime<Utc>) -> Step {
        let mut step = Step::default();
        for person in self.members(dossier) {
            let devices: Vec<DeviceKey> = self.devices_of(&person).collect();
            for device in devices {
                let place = (device, dossier.clone());
                let stands = self
                    .due
                    .get(&place)
                    .is_some_and(|due| due.fresh && due.at <= now && due.documents.holds(document));
                if !stands {
                    self.make_due(device, dossier, Some(document), now, &mut step);
                }
            }
        }
        step
    }

    /// Whether somebody is about to answer: an invitation is open, words were compared a moment ago, or another device of
    /// this person is new.
    pub fn expects_somebody(&self, now: DateTime<Utc>) -> bool {
        let new = |contact: &Contact| {
            contact.acquaintance == Acquaintance::Unconfirmed || now - contact.since < A_MOMENT
        };
        !self.accepted.is_empty()
            || self.open_invitations().any(|open| !open.is_expired(now))
            || self.contacts.values().any(new)
            || self.has_a_new_device(now)
    }

    fn has_a_new_device(&self, now: DateTime<Utc>) -> bool {
        let mut others = self.own_peers().map(|peer| &peer.card.certificate).peekable();
        others.peek().is_some()
            && others.chain([&self.me.certificate]).any(|certificate| now - certificate.made() < A_MOMENT)
    }

    /// Whether anything waits to be sent at `now`.
    pub fn has_something_to_send(&self, now: DateTime<Utc>) -> bool {
        self.due.values().any(|due| due.at <= now)
            || self.peers.values().any(|peer| peer.wants_something(now))
            || self.accepted.values().any(|accepted| accepted.again <= now)
    }
}

impl Me {
    fn new(
        person: PersonSecret,
        coach: CoachId,
        name: &str,
        incarnation: [u8; 16],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Self {
        let device = DeviceSecret::random(random);
        let certificate = DeviceCertificate::sign(&person, device.public(), coach.clone(), now);
        let card = SealingSecret::random(random);
        Self { person, coach, name: name.to_owned(), incarnation, device, certificate, card }
    }
}

impl Step {
    pub(crate) fn put<T: Encode<()>>(&mut self, key: Key, value: &T) {
        self.writes.insert(key, Some(cbor::to_vec(value)));
    }

    pub(crate) fn delete(&mut self, key: Key) {
        self.writes.insert(key, None);
    }
}

pub(crate) fn charter_at<H: Home>(
    dossier: &DossierId,
    home: &mut H,
) -> Result<Result<Option<Charter>, Damaged>, H::Error> {
    let key = Key::Charter(dossier.clone());
    let Some(bytes) = home.get(&key)? else { return Ok(Ok(None)) };
    Ok(Charter::decode(&bytes).map(Some).map_err(|_| Damaged { key }))
}

pub(crate) fn entry<T: for<'b> Decode<'b, ()>>(key: Key, bytes: &[u8]) -> Result<T, Damaged> {
    cbor::read(bytes).ok_or(Damaged { key })
}
