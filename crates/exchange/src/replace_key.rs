//! Replacing a person's key after a computer was lost.
//!
//! Every computer of a person has the person's key, so whoever has a lost one can speak as that person. The
//! person therefore takes another key on the computers that are left. The former key names it as its
//! successor, to everybody who knows the person and in every charter, and what is signed by the former key
//! counts no more. If the former key names two successors, the finder of the computer named one of them.
//! Then nobody can tell which, and nothing is sent to either before words were compared anew.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use dossier::DossierId;

use crate::adoption::Adoption;
use crate::contact::{Acquaintance, Contact, Joining};
use crate::device_card::DeviceCard;
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::home::{Home, Step};
use crate::identity::Identity;
use crate::notice::Notice;
use crate::peer::Peer;
use crate::randomness::Randomness;
use crate::reading::ReadingEnvelope;
use crate::signing_key::{DeviceKey, PersonKey, PersonSecret};
use crate::succession::Succession;

/// The most times that the key of one person is replaced. A person who has lost so many computers meets
/// everybody anew.
const MOST_KEYS: usize = 16;

impl Exchange {
    /// Replaces the key of this person, because the other devices named in `lost` are lost. The devices that
    /// are left get the new key. The lost ones hear that they were reported lost, and get nothing more.
    pub fn replace_key<H: Home>(
        &mut self,
        lost: &BTreeSet<DeviceKey>,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
    ) -> Result<Step, H::Error> {
        let mut step = Step::default();
        let former = self.me.person.clone();
        let fresh = PersonSecret::random(random);
        let succession = Succession::sign(&former, &fresh);
        // Whoever has a lost computer can certify devices that nobody saw. So can a vault that was put back: the
        // device that it was before is in use no more.
        let seen: BTreeSet<DeviceKey> = self.own_devices().map(DeviceCard::device).collect();
        let all: BTreeSet<DeviceKey> =
            self.devices_of(&former.public()).chain(seen.iter().copied()).collect();
        let (kept, left): (Vec<DeviceKey>, Vec<DeviceKey>) =
            all.into_iter().partition(|device| seen.contains(device) && !lost.contains(device));
        self.take_key(fresh, vec![succession.clone()], now, random, &mut step);
        for device in &left {
            self.retire(device, &self.person(), &mut step);
        }
        for device in lost {
            // It may lie in a drawer, in use by its owner or not: its screen should say why nothing comes any more.
            if let Some(peer) = self.peers.get_mut(device).filter(|peer| peer.retired) {
                peer.farewell = true;
                self.save_peer(device, &mut step);
            }
        }
        for device in kept {
            if let Some(peer) = self.peers.get_mut(&device) {
                peer.adopt = Some(now);
                self.save_peer(&device, &mut step);
            }
        }
        self.succeed_in_charters(&succession, now, home, &mut step)?;
        self.owe_all(now, &mut step);
        Ok(step)
    }

    /// Becomes a device of the new key. The device gets other keys too, because the former person key
    /// certified those that it had.
    fn take_key(
        &mut self,
        fresh: PersonSecret,
        chain: Vec<Succession>,
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) {
        let before = self.me.card();
        let Identity { name, incarnation, mut successions, .. } = self.me.clone();
        successions.extend(chain);
        self.me = Identity {
            successions,
            instead_of: Some(before.device()),
            ..Identity::new(fresh, &name, incarnation, now, random)
        };
        self.stop_adopting(step);
        self.begin_anew_with_all(now, step);
        // Its certificate goes on to vouch for what the device wrote before.
        let device = before.device();
        self.peers.insert(device, Peer { retired: true, ..Peer::new(before, now) });
        self.save_peer(&device, step);
    }

    /// Stops giving the key to computers that have not answered as this person's yet. One of them may be the lost
    /// one, and those that are left get the new key from the computer that reported it.
    fn stop_adopting(&mut self, step: &mut Step) {
        let joining = self.contacts.values().filter(|contact| contact.joining == Some(Joining::Theirs));
        for person in joining.map(|contact| contact.person).collect::<Vec<_>>() {
            step.writes.extend(self.forget(&person).writes);
        }
        for peer in self.peers.values_mut() {
            peer.adopt = None;
        }
    }

    /// Names this person as the successor in every charter that knows the former key.
    fn succeed_in_charters<H: Home>(
        &mut self,
        succession: &Succession,
        now: DateTime<Utc>,
        home: &mut H,
        step: &mut Step,
    ) -> Result<(), H::Error> {
        let Identity { name, person, .. } = self.me.clone();
        for dossier in self.shared.keys().cloned().collect::<Vec<DossierId>>() {
            // A charter that cannot be read stays as it is; the person is told of it when it is used.
            let Ok(Some(mut charter)) = self.charter(&dossier, home)? else { continue };
            let before = charter.digest();
            if charter.succeed(succession.clone(), &name, &person, now).is_ok() && charter.digest() != before
            {
                self.save_charter(&dossier, &charter, step);
            }
        }
        Ok(())
    }

    /// Takes the new key of this person, which came from another device of hers. `chain` must lead to it from
    /// the key that this device has.
    pub(crate) fn take_key_from_own_device<H: Home>(
        &mut self,
        adoption: &Adoption,
        chain: Vec<Succession>,
        random: &mut Randomness,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        let (now, fresh) = (reading.now, adoption.person.clone());
        let mut step = std::mem::take(&mut reading.step);
        let last = chain.last().cloned();
        self.take_key(fresh, chain, now, random, &mut step);
        // The devices that replaced the key before stated the successions before the last.
        if let Some(last) = last {
            self.succeed_in_charters(&last, now, reading.home, &mut step)?;
        }
        self.owe_all(now, &mut step);
        step.notices.push(Notice::Joined { coach: self.coach(), name: self.me.name.clone() });
        reading.step = step;
        Ok(())
    }

    /// Learns that a person has another key. Both keys signed that, so it does not matter who says it.
    pub(crate) fn accept_succession(&mut self, succession: &Succession, now: DateTime<Utc>, step: &mut Step) {
        let (former, successor) = (succession.former(), succession.successor());
        if !succession.holds() || self.me.successions.contains(succession) {
            return;
        }
        if former == self.person() {
            self.me.revoked = true;
            step.put(EntryKey::Me, &self.me);
            step.notices.push(Notice::Revoked);
            return;
        }
        let Some(contact) = self.contacts.get(&former).cloned() else { return };
        match contact.successor() {
            _ if contact.acquaintance == Acquaintance::Unconfirmed => {}
            Some(known) if known == successor => {}
            // A dispute that was settled by comparing words anew is not raised again by what was said before.
            Some(_) if contact.disputed => {}
            Some(known) => self.dispute([former, known, successor], step),
            // A key that was replaced or is doubted is nobody's successor.
            None if self.contacts.get(&successor).is_some_and(|one| !one.is_in_use()) => {
                self.dispute([former, former, successor], step);
            }
            None if self.keys_of(&former) >= MOST_KEYS => {}
            None => self.replace_contact(contact, succession, now, step),
        }
    }

    /// Returns the number of keys that a person had until now.
    fn keys_of(&self, latest: &PersonKey) -> usize {
        let former = self.contacts.values().filter(|contact| contact.succession.is_some());
        former.filter(|contact| self.latest_key(&contact.person) == *latest).count()
    }

    fn replace_contact(
        &mut self,
        former: Contact,
        succession: &Succession,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let person = succession.successor();
        let next = Contact { person, since: now, succession: None, ..former.clone() };
        let former = Contact { succession: Some(succession.clone()), ..former };
        let devices: Vec<DeviceKey> = self.devices_of(&former.person).collect();
        for contact in [former, next] {
            step.put(EntryKey::Contact(contact.person), &contact);
            self.contacts.insert(contact.person, contact);
        }
        devices.iter().for_each(|device| self.retire(device, &person, step));
        step.notices.push(Notice::KeyReplaced { person });
    }

    fn dispute(&mut self, keys: [PersonKey; 3], step: &mut Step) {
        let [former, ..] = keys;
        for person in keys {
            if let Some(contact) = self.contacts.get_mut(&person).filter(|contact| !contact.disputed) {
                contact.disputed = true;
                step.put(EntryKey::Contact(person), contact);
                if person == former {
                    step.notices.push(Notice::KeyDisputed { person });
                }
            }
        }
    }
}
