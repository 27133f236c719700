//! Coaches with a home in memory, and mailboxes between them.
#![allow(unreachable_pub, reason = "the module itself is private")]

use std::collections::BTreeMap;

use crate::charter::{Act, ConsentForm, GrantedRole};
use crate::{
    DeviceKey, Exchange, InvitationKind, InviterRole, MemoryHome, Notice, Outgoing, PersonKey, Randomness,
    Received, ShareError, Step,
};
use chrono::{DateTime, TimeDelta, Utc};
use dossier::model::{Person, PersonField, ProfileField};
use dossier::{DocumentName, DossierId, Edit, Id, IntoEdit, NoteId, PersonId, edit};

/// The mailboxes of all devices.
#[derive(Default)]
pub struct Store {
    pub boxes: BTreeMap<DeviceKey, Vec<Vec<u8>>>,
    /// Everything that was ever put into a mailbox.
    pub ever: Vec<Vec<u8>>,
}

impl Store {
    pub fn put(&mut self, outgoing: Outgoing) {
        self.ever.push(outgoing.bytes.clone());
        self.boxes.entry(outgoing.to).or_default().push(outgoing.bytes);
    }
}

/// A coach with one device.
pub struct Coach {
    pub exchange: Exchange,
    pub home: MemoryHome,
    pub random: Randomness,
    pub now: DateTime<Utc>,
    pub notices: Vec<Notice>,
}

pub fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

impl Coach {
    pub fn new(name: &'static str) -> Self {
        let mut seed = [0; 32];
        seed[..name.len()].copy_from_slice(name.as_bytes());
        let mut random = Randomness::from_seed(seed);
        let (exchange, step) = Exchange::begin(name, random.bytes(), start(), &mut random);
        let mut home = MemoryHome::new(exchange.coach(), exchange.device());
        home.commit(step);
        Self { exchange, home, random, now: start(), notices: Vec::new() }
    }

    pub fn person(&self) -> PersonKey {
        self.exchange.person()
    }

    pub fn commit(&mut self, step: Step) {
        self.notices.extend(step.notices.iter().cloned());
        self.home.commit(step);
    }

    /// Receives everything in the mailbox; envelopes that must wait stay there.
    pub fn collect(&mut self, store: &mut Store) {
        let waiting = store.boxes.remove(&self.exchange.device()).unwrap_or_default();
        for bytes in waiting {
            let taken =
                self.exchange.receive(bytes.clone(), self.now, &mut self.random, &mut self.home).unwrap();
            match taken {
                Ok(Received::Merged(step, outgoing)) => {
                    self.commit(step);
                    outgoing.into_iter().for_each(|one| store.put(one));
                }
                Ok(Received::Postponed { .. }) => {
                    store.boxes.entry(self.exchange.device()).or_default().push(bytes);
                }
                Ok(Received::Duplicate { .. } | Received::UnknownSender) | Err(_) => {}
                Ok(Received::PutBack) => {
                    store.boxes.entry(self.exchange.device()).or_default().push(bytes);
                    let incarnation = self.random.bytes();
                    self.restart(incarnation);
                    return;
                }
            }
        }
    }

    /// Sends everything that is due. Returns the number of envelopes.
    pub fn send(&mut self, store: &mut Store) -> usize {
        let mut count = 0;
        loop {
            let (step, posts) = self.exchange.outgoing(self.now, &mut self.random, &mut self.home).unwrap();
            self.commit(step);
            if posts.is_empty() {
                return count;
            }
            for post in posts {
                count += 1;
                store.put(post.outgoing);
                if let Some(receipt) = post.receipt {
                    let step = self.exchange.delivered(&receipt, self.now, &mut self.home).unwrap();
                    self.commit(step);
                }
            }
        }
    }

    pub fn issue(&mut self, dossier: &DossierId, act: Act) -> Result<(), ShareError> {
        let step = self.exchange.issue(dossier, act, self.now, &mut self.home).unwrap()?;
        self.commit(step);
        Ok(())
    }

    pub fn consent(&mut self, dossier: &DossierId) {
        let act = Act::Consent {
            purpose: "samen begeleiden".into(),
            how: ConsentForm::Spoken,
            given_by: "mevrouw De Wit".into(),
            until: None,
        };
        self.issue(dossier, act).unwrap();
    }

    pub fn share(
        &mut self,
        dossier: &DossierId,
        with: &PersonKey,
        role: GrantedRole,
    ) -> Result<(), ShareError> {
        let to = self.exchange.member_of(with).ok_or(ShareError::Unconfirmed)?;
        self.issue(dossier, Act::Grant { to, role })
    }

    pub fn accept_handover(&mut self, dossier: &DossierId) {
        let step = self.exchange.accept_handover(dossier, self.now, &mut self.home).unwrap().unwrap();
        self.commit(step);
    }

    /// Shares a dossier of this person alone with her other devices.
    pub fn share_with_own_devices(&mut self, dossier: &DossierId) {
        let step = self.exchange.share_with_own_devices(dossier, self.now, &mut self.home).unwrap().unwrap();
        self.commit(step);
    }

    pub fn new_dossier(&mut self, name: &str) -> DossierId {
        let (dossier, step) = Exchange::found(&mut self.random);
        self.commit(step);
        self.edit(&dossier, &Edit::Profile(ProfileField::Name(name.into())));
        dossier
    }

    pub fn edit(&mut self, dossier: &DossierId, edit: &Edit) {
        self.home.edit(dossier, edit, self.now).unwrap();
        let step = self.exchange.edited(dossier, &DocumentName::Record, self.now);
        self.commit(step);
    }

    pub fn add_person(&mut self, dossier: &DossierId, name: &str) -> PersonId {
        let id = PersonId::from_random(self.random.bytes());
        self.edit(dossier, &edit::add::<Person>(id.clone(), [PersonField::Name(name.into())]));
        id
    }

    pub fn set<R: IntoEdit>(&mut self, dossier: &DossierId, id: &R::Id, to: R::Field) {
        self.edit(dossier, &edit::set::<R>(id.clone(), to));
    }

    pub fn write(&mut self, dossier: &DossierId, note: &NoteId, text: &str) {
        self.home.write_note(dossier, note, text, self.now).unwrap();
        let step = self.exchange.edited(dossier, &DocumentName::Note(note.clone()), self.now);
        self.commit(step);
    }

    pub fn names(&self, dossier: &DossierId) -> Vec<String> {
        let record = self.home.record(dossier);
        let mut names: Vec<String> =
            record.into_iter().flat_map(|record| record.all::<Person>()).map(|person| person.name).collect();
        names.sort();
        names
    }

    /// Restarts the program from what is durable.
    pub fn restart(&mut self, incarnation: [u8; 16]) {
        let entries: Vec<_> = self.home.entries().collect();
        let (exchange, step) =
            Exchange::load(entries, incarnation, self.now, &mut self.random).unwrap().unwrap();
        self.exchange = exchange;
        if self.home.device != self.exchange.device() {
            self.home.become_device(self.exchange.device()).unwrap();
        }
        self.commit(step);
    }
}

/// Lets everybody receive and send until nothing moves any more. Returns the number of envelopes.
pub fn settle(coaches: &mut [&mut Coach], store: &mut Store) -> usize {
    let mut count = 0;
    for _ in 0..50 {
        let mut moved = 0;
        for coach in coaches.iter_mut() {
            coach.collect(store);
            moved += coach.send(store);
        }
        count += moved;
        if moved == 0 {
            return count;
        }
    }
    panic!("they never stop writing to each other");
}

pub fn pass(coaches: &mut [&mut Coach], time: TimeDelta) {
    coaches.iter_mut().for_each(|coach| coach.now += time);
}

/// Lets two people meet and confirm each other.
pub fn acquainted(a: &mut Coach, b: &mut Coach, store: &mut Store) {
    met(InvitationKind::Colleague, a, b, store);
    confirmed(a, b, store);
}

/// Lets two people meet, without confirming that the words match.
pub fn met(kind: InvitationKind, a: &mut Coach, b: &mut Coach, store: &mut Store) {
    let (invitation, step) = a.exchange.invite(kind, InviterRole::Professional, None, a.now, &mut a.random);
    a.commit(step);
    let step = b.exchange.accept(&invitation, b.now, &mut b.random).unwrap();
    b.commit(step);
    settle(&mut [&mut *b, &mut *a], store);
}

/// Lets both confirm that the words match.
pub fn confirmed(a: &mut Coach, b: &mut Coach, store: &mut Store) {
    let (of_a, of_b) = (a.person(), b.person());
    let step = a.exchange.confirm(&of_b, a.now).unwrap();
    a.commit(step);
    let step = b.exchange.confirm(&of_a, b.now).unwrap();
    b.commit(step);
    settle(&mut [a, b], store);
}
