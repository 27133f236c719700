//! What comes in: opened, believed of its sender, checked against the charter, and only then given to be taken in.

use chrono::{DateTime, TimeDelta, Utc};
use dossier::{ChangeHash, DocumentName, DossierId};

use crate::charter::{Charter, Role, SignedStatement, StandingRole};
use crate::content::{HeadsProof, Part};
use crate::envelope::{Header, Kind, MOST_BYTES, NotSealed, Opened, Sealed};
use crate::exchange::Exchange;
use crate::home::{Home, Key, Step, Verified};
use crate::key::{DeviceKey, PersonKey};
use crate::meet::{Outgoing, tidy};
use crate::notice::{Notice, Quarantined, Why};
use crate::outside::Randomness;
use crate::sealing::{KeyId, SealingSecret};
use crate::state::{Acquaintance, Contact, Shared, Which};
use crate::verify::{Verdict, Vouchers};

/// How long a sealing key is kept after its device used a newer one, while envelopes before that are missing.
const TERM: TimeDelta = TimeDelta::days(30);
/// How long until what one member wrote is passed on to another, who mostly gets it directly.
const PASS_ON: TimeDelta = TimeDelta::hours(6);
/// The most numbers that are remembered as missing.
const MOST_MISSING: u64 = 256;
/// The most that is kept of what one device signed, where others passed it on.
const MOST_PASSED_ON: usize = 4;
/// The most that is set apart: more is named, and not kept.
const MOST_QUARANTINED: usize = 1_000;

/// What became of an envelope.
#[derive(Debug)]
pub enum Taken {
    /// Make the step durable, take the envelope away, and carry what there is to carry.
    In(Step, Vec<Outgoing>),
    /// It came before: take it away.
    Before {
        /// From whom.
        person: PersonKey,
    },
    /// The words with its sender have not been compared yet: leave it where it is.
    Later {
        /// From whom.
        person: PersonKey,
    },
    /// Nobody that is known here sent it: take it away.
    Stranger,
}

/// Who sent the envelope that is being read.
#[derive(Clone, Copy)]
struct Sender {
    person: PersonKey,
    device: DeviceKey,
    acknowledged: u64,
}

impl Exchange {
    /// Reads something that was carried here. Nothing is taken in before the step is durable.
    pub fn receive<H: Home>(
        &mut self,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
    ) -> Result<Result<Taken, NotSealed>, H::Error> {
        let opened = match self.open(bytes, now, random) {
            Ok(Ok(opened)) => opened,
            Ok(Err(taken)) => return Ok(Ok(taken)),
            Err(not_sealed) => return Ok(Err(not_sealed)),
        };
        let certificate = opened.content().sender.clone();
        let (person, device) = (certificate.person(), certificate.device());
        match self.contacts.get(&person) {
            _ if person == self.person() => {}
            None => return Ok(Ok(Taken::Stranger)),
            Some(Contact { acquaintance: Acquaintance::Unconfirmed, .. }) => {
                return Ok(Ok(Taken::Later { person }));
            }
            Some(contact) if contact.coach != *certificate.coach() => return Ok(Ok(Taken::Stranger)),
            Some(_) => {}
        }
        let mut step = Step::default();
        if !self.peers.contains_key(&device) {
            // A device that nobody has met introduces itself; its person's certificate vouches for it.
            let own = opened.content().parts.iter().find_map(|part| match part {
                Part::Device { card } if card.certificate == certificate => Some(card.clone()),
                _ => None,
            });
            let Some(card) = own else { return Ok(Ok(Taken::Stranger)) };
            self.take_card(&card, now, &mut step);
        }
        let hash = opened.hash();
        if !self.is_new(&device, opened.content().number, opened.content().previous, hash, now, &mut step) {
            return Ok(Ok(Taken::Before { person }));
        }
        self.retire_keys(&device, opened.key(), now);
        let content = opened.into_content();
        let sender = Sender { person, device, acknowledged: content.acknowledged };
        if let Some(peer) = self.peers.get_mut(&device) {
            peer.owes |= content.parts.iter().any(Part::asks_for_an_answer);
            // It has opened something of this device's: they know each other.
            peer.introduce &= content.acknowledged == 0;
            if let Some(key) = content.answer_with
                && peer.answer_with.as_ref().is_none_or(|(_, number)| *number < content.number)
            {
                peer.answer_with = Some((key, content.number));
            }
        }
        // Who may write comes before what was written; what somebody holds comes last.
        let mut parts = content.parts;
        parts.sort_by_key(|part| match part {
            Part::Charter { .. } => 0,
            Part::Device { .. } | Part::Retired { .. } => 1,
            Part::Changes { .. } => 2,
            Part::Have { .. } => 3,
        });
        for part in parts {
            match part {
                Part::Charter { dossier, statements } => {
                    let statements = statements.iter().map(|bytes| bytes.as_slice());
                    self.take_statements(sender, &dossier, statements, now, home, &mut step)?;
                }
                Part::Device { card } => self.take_card_of_another(sender, &card, now, &mut step),
                Part::Retired { device } => self.retire(sender, device, &mut step),
                Part::Changes { dossier, document, changes, proofs } => {
                    self.take_changes(sender, dossier, document, changes, proofs, now, home, &mut step)?;
                }
                Part::Have { dossier, statements, documents, devices } => {
                    if devices != self.devices_digest(&dossier)
                        && let Some(peer) = self.peers.get_mut(&device)
                    {
                        peer.lacks_cards.insert(dossier.clone());
                    }
                    self.note_what_they_have(sender, &dossier, statements, &documents, now, home, &mut step)?;
                }
            }
        }
        step.writes.retain(|(key, _)| *key != Key::Peer(device));
        self.keep_peer(&device, &mut step);
        Ok(Ok(Taken::In(step, Vec::new())))
    }

    fn open(
        &mut self,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Result<Result<Opened, Taken>, NotSealed> {
        if bytes.len() > MOST_BYTES {
            return Err(NotSealed::TooLong);
        }
        let (header, _) = Header::read(&bytes)?;
        if header.kind != Kind::Envelope {
            let (step, outgoing) = self.introduced(&header, &bytes, now, random)?;
            return Ok(Err(Taken::In(step, outgoing)));
        }
        let secret = self.secret(header.key).ok_or(NotSealed::NoKey)?;
        Ok(Ok(Sealed::from_bytes(bytes)?.open(&self.device(), &secret)?))
    }

    fn secret(&self, id: KeyId) -> Option<SealingSecret> {
        if self.me.card.public().id() == id {
            return Some(self.me.card.clone());
        }
        let given = self.peers.values().flat_map(|peer| &peer.given);
        given.into_iter().find(|given| given.id == id).map(|given| given.secret.clone())
    }

    /// Whether an envelope came for the first time; remembers its place in the chain.
    fn is_new(
        &mut self,
        device: &DeviceKey,
        number: u64,
        previous: [u8; 32],
        hash: [u8; 32],
        now: DateTime<Utc>,
        step: &mut Step,
    ) -> bool {
        let Some(peer) = self.peers.get_mut(device) else { return false };
        if number <= peer.highest {
            return peer.missing.remove(&number);
        }
        if number == peer.highest + 1 && peer.highest > 0 && previous != peer.highest_hash {
            step.notices.push(Notice::ChainBroken { person: peer.person() });
        }
        let from = (peer.highest + 1).max(number.saturating_sub(MOST_MISSING));
        peer.missing.extend(from..number);
        while peer.missing.len() as u64 > MOST_MISSING {
            peer.missing.pop_first();
        }
        (peer.highest, peer.highest_hash, peer.heard) = (number, hash, Some(now));
        true
    }

    /// Destroys the keys that a device has replaced by using a newer one: at once where no earlier envelope is missing,
    /// after a term otherwise.
    fn retire_keys(&mut self, device: &DeviceKey, used: KeyId, now: DateTime<Utc>) {
        let Some(peer) = self.peers.get_mut(device) else { return };
        if let Some(place) = peer.given.iter().position(|given| given.id == used) {
            for given in &mut peer.given[..place] {
                given.replaced.get_or_insert(now);
            }
        }
        let whole = peer.missing.is_empty();
        peer.given.retain(|given| given.replaced.is_none_or(|at| !whole && now - at < TERM));
    }

    fn take_card_of_another(
        &mut self,
        sender: Sender,
        card: &crate::content::Card,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let person = card.certificate.person();
        let known = person == self.person() || self.contacts.contains_key(&person);
        if person == sender.person || (known && sender.person == self.person()) {
            return self.take_card(card, now, step);
        }
        // Somebody else's device: only of people that a charter names, in their own key's name.
        let named = self.shared.values().any(|shared| {
            shared.people.get(&person).is_some_and(Option::is_some)
                && shared.people.get(&sender.person).is_some_and(Option::is_some)
        });
        if named && card.certificate.holds() {
            if !known {
                let contact = Contact {
                    person,
                    coach: card.certificate.coach().clone(),
                    name: tidy(&card.name),
                    acquaintance: Acquaintance::Introduced,
                    since: now,
                    secret: None,
                    was: None,
                    own: false,
                    invitation: None,
                };
                step.put(Key::Contact(person), &contact);
                self.contacts.insert(person, contact);
            }
            self.take_card(card, now, step);
        }
    }

    fn retire(&mut self, sender: Sender, device: DeviceKey, step: &mut Step) {
        if let Some(peer) = self.peers.get_mut(&device)
            && peer.person() == sender.person
        {
            peer.retired = true;
            self.keep_peer(&device, step);
        }
    }

    fn take_statements<'a, H: Home>(
        &mut self,
        sender: Sender,
        dossier: &DossierId,
        statements: impl Iterator<Item = &'a [u8]>,
        now: DateTime<Utc>,
        home: &mut H,
        step: &mut Step,
    ) -> Result<(), H::Error> {
        let here = match self.charter_now(dossier, home, step)? {
            Ok(here) => here,
            // A charter that cannot be read here is not replaced by what somebody sends.
            Err(_) => return Ok(()),
        };
        let is_new = here.is_none();
        // A dossier that is here and was never shared belongs to this person: nobody else opens its charter.
        if is_new && sender.person != self.person() && !home.documents(dossier)?.is_empty() {
            return Ok(());
        }
        let mut charter = here;
        let before = charter.as_ref().map_or(0, Charter::len);
        let mut theirs = 0;
        for bytes in statements {
            let Ok(statement) = SignedStatement::from_bytes(bytes) else { continue };
            theirs ^= statement.hash().digest();
            match &mut charter {
                Some(charter) => drop(charter.add(statement)),
                None => charter = Charter::begin(dossier.clone(), statement).ok(),
            }
        }
        let Some(charter) = charter else { return Ok(()) };
        let (standing, me) = (charter.standing(), self.person());
        // A new dossier comes from somebody with a role in it, for somebody with a role in it.
        if is_new && (standing.role(&me).is_none() || standing.role(&sender.person).is_none()) {
            return Ok(());
        }
        if charter.len() > before || is_new {
            self.keep_charter(dossier, &charter, step);
            step.notices.push(if is_new {
                Notice::Shared { dossier: dossier.clone(), by: sender.person }
            } else if standing.role(&me).is_none() {
                Notice::Withdrawn { dossier: dossier.clone() }
            } else {
                Notice::CharterChanged { dossier: dossier.clone() }
            });
            // Others mostly hear it from whoever stated it.
            self.pass_on(sender, dossier, None, now, step);
        }
        let mut known = self.known_now(sender.device, dossier, home, step)?;
        known.statements = theirs;
        step.put(Key::Known(sender.device, dossier.clone()), &known);
        if theirs != charter.digest() {
            // There is something here that they have not heard.
            self.make_due(sender.device, dossier, None, now, step);
        }
        self.owe(&sender.device, dossier, None);
        Ok(())
    }

    /// Keeps a charter, and in short who shares the dossier.
    pub(crate) fn keep_charter(&mut self, dossier: &DossierId, charter: &Charter, step: &mut Step) {
        let standing = charter.standing();
        let mut shared = self.shared.remove(dossier).unwrap_or_default();
        shared.people.values_mut().for_each(|role| *role = None);
        shared.people.extend(standing.members().map(|(member, role)| {
            let reads = role == StandingRole::Reader;
            (member.person, Some(if reads { Role::Reader } else { Role::Coach }))
        }));
        let shared = Shared { statements: charter.digest(), ..shared };
        step.writes.push((Key::Charter(dossier.clone()), Some(charter.encode())));
        step.put(Key::Shared(dossier.clone()), &shared);
        self.shared.insert(dossier.clone(), shared);
    }

    fn pass_on(
        &mut self,
        sender: Sender,
        dossier: &DossierId,
        document: Option<&DocumentName>,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        for person in self.members(dossier).into_iter().filter(|person| *person != sender.person) {
            for device in self.devices_of(&person).collect::<Vec<_>>() {
                self.make_due(device, dossier, document, now + PASS_ON, step);
            }
        }
    }

    fn owe(&mut self, device: &DeviceKey, dossier: &DossierId, document: Option<&DocumentName>) {
        let Some(peer) = self.peers.get_mut(device) else { return };
        let which = match (peer.owed.remove(dossier), document) {
            (Some(which), Some(document)) => which.with(document),
            (None, Some(document)) => Which::one(document),
            (Some(which), None) => which,
            (None, None) => Which(Some(Default::default())),
        };
        peer.owed.insert(dossier.clone(), which);
    }

    #[allow(clippy::too_many_arguments)]
    fn take_changes<H: Home>(
        &mut self,
        sender: Sender,
        dossier: DossierId,
        document: DocumentName,
        changes: Vec<u8>,
        proofs: Vec<HeadsProof>,
        now: DateTime<Utc>,
        home: &mut H,
        step: &mut Step,
    ) -> Result<(), H::Error> {
        let charter = self.charter_now(&dossier, home, step)?.ok().flatten();
        let Some(charter) = charter else { return Ok(()) };
        // Two parts of one document would be laid beside the same old document.
        let twice = step.arrivals.iter().any(|one| one.dossier == dossier && one.document == document);
        if twice {
            return Ok(());
        }
        let standing = charter.standing();
        let vouchers = Vouchers {
            me: &self.me.certificate,
            sender: sender.person,
            peers: &self.peers,
            proofs: &proofs,
            charter: &standing,
            contacts: &self.contacts,
        };
        let verdict = match vouchers.may_send(&dossier) {
            Err(why) if !vouchers.accepted_before(&document) => Verdict::SetApart(why),
            allowed => match home.examine(&dossier, &document, &changes)? {
                Err(_) => Verdict::SetApart(Why::Unreadable),
                Ok(arrival) if arrival.is_waiting() => Verdict::PastIsMissing,
                Ok(arrival) => vouchers.judge(&dossier, &document, arrival, allowed.err()),
            },
        };
        match verdict {
            Verdict::Good(arrival) => {
                let news = !arrival.new_changes().is_empty();
                self.note_their_heads(sender, &dossier, &document, &proofs, home, step)?;
                self.keep_proofs(sender, &dossier, &document, proofs, home, step)?;
                if news {
                    step.notices.push(Notice::Arrived { dossier: dossier.clone(), from: sender.person });
                    self.pass_on(sender, &dossier, Some(&document), now, step);
                    step.arrivals.push(Verified {
                        dossier: dossier.clone(),
                        document: document.clone(),
                        arrival: *arrival,
                    });
                }
                self.owe(&sender.device, &dossier, Some(&document));
            }
            Verdict::PastIsMissing => {
                step.notices.push(Notice::AskedAgain { dossier: dossier.clone(), from: sender.person });
                self.owe(&sender.device, &dossier, Some(&document));
            }
            Verdict::SetApart(why) => {
                self.set_apart(sender, dossier, document, changes, why, now, step);
            }
        }
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn set_apart(
        &mut self,
        sender: Sender,
        dossier: DossierId,
        document: DocumentName,
        changes: Vec<u8>,
        why: Why,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let mut id = [0; 16];
        let name = [sender.person.0.as_slice(), &changes].concat();
        id.copy_from_slice(&blake3::derive_key("kring 2026 name in quarantine", &name)[..16]);
        step.notices.push(Notice::Quarantined { dossier: dossier.clone(), from: sender.person, why });
        if self.quarantined.len() >= MOST_QUARANTINED || self.quarantined.contains_key(&id) {
            return;
        }
        let one = Quarantined { dossier, document, from: sender.person, why, at: now, changes };
        step.put(Key::Quarantined(id), &one);
        self.quarantined.insert(id, one);
    }

    /// Whoever sends changes has what it signed.
    fn note_their_heads<H: Home>(
        &mut self,
        sender: Sender,
        dossier: &DossierId,
        document: &DocumentName,
        proofs: &[HeadsProof],
        home: &mut H,
        step: &mut Step,
    ) -> Result<(), H::Error> {
        let own = proofs.iter().find(|proof| proof.certificate().device() == sender.device);
        let Some(own) = own else { return Ok(()) };
        let mut known = self.known_now(sender.device, dossier, home, step)?;
        let there = known.documents.entry(document.clone()).or_default();
        there.theirs = own.heads().to_vec();
        there.sent.clear();
        step.put(Key::Known(sender.device, dossier.clone()), &known);
        Ok(())
    }

    /// Keeps what devices signed, to pass on: of each the newest that came from itself, and a few that others passed on.
    fn keep_proofs<H: Home>(
        &self,
        sender: Sender,
        dossier: &DossierId,
        document: &DocumentName,
        proofs: Vec<HeadsProof>,
        home: &mut H,
        step: &mut Step,
    ) -> Result<(), H::Error> {
        let mut kept = self.proofs(dossier, document, home)?;
        for proof in proofs {
            let device = proof.certificate().device();
            let known = self.peers.contains_key(&device) && proof.holds(dossier, document);
            if !known || kept.contains(&proof) {
                continue;
            }
            if device == sender.device {
                kept.retain(|there| there.certificate().device() != device);
            } else if kept.iter().filter(|there| there.certificate().device() == device).count()
                >= MOST_PASSED_ON
            {
                let oldest = kept.iter().position(|there| there.certificate().device() == device);
                oldest.map(|oldest| kept.remove(oldest));
            }
            kept.push(proof);
        }
        step.put(Key::Proofs(dossier.clone(), document.clone()), &kept);
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn note_what_they_have<H: Home>(
        &mut self,
        sender: Sender,
        dossier: &DossierId,
        statements: u64,
        documents: &[(DocumentName, Vec<ChangeHash>)],
        now: DateTime<Utc>,
        home: &mut H,
        step: &mut Step,
    ) -> Result<(), H::Error> {
        if !self.shared.contains_key(dossier) {
            return Ok(());
        }
        let mut known = self.known_now(sender.device, dossier, home, step)?;
        known.statements = statements;
        let here = self.shared.get(dossier).map_or(0, |shared| shared.statements);
        let mut complete = statements == here;
        // What was sent and differs all the same waits for what they have to say.
        let mut lost = !complete && known.statements_sent != here;
        for (document, heads) in documents {
            let arriving =
                step.arrivals.iter().find(|one| one.dossier == *dossier && one.document == *document);
            let mut theirs = Vec::new();
            for head in heads {
                let arrives = arriving
                    .is_some_and(|one| one.arrival.new_changes().iter().any(|change| change.hash == *head));
                if arrives || home.knows(dossier, document, &[*head])? {
                    theirs.push(*head);
                }
            }
            let there = known.documents.entry(document.clone()).or_default();
            if theirs.len() == heads.len() || there.theirs.is_empty() {
                there.theirs = theirs;
            }
            let here = match arriving {
                Some(one) => one.arrival.after(),
                None => home.heads(dossier, document)?,
            };
            let lacks = here.iter().any(|head| !there.theirs.contains(head));
            if !lacks {
                there.sent.clear();
            } else if sender.acknowledged >= there.sent_in {
                // They answer after what was sent, and do not have it: it was lost.
                lost = true;
                there.sent.clear();
            }
            complete &= !lacks;
        }
        let place = (sender.device, dossier.clone());
        let whole = self.due.get(&place).is_none_or(|due| match &due.documents.0 {
            Some(some) => some.iter().all(|name| {
                known
                    .documents
                    .get(name)
                    .is_some_and(|there| there.sent.is_empty() && !there.theirs.is_empty())
            }),
            None => documents.len() == known.documents.len(),
        });
        if complete && whole {
            known.complete = Some(now);
            step.notices.push(Notice::Received { dossier: dossier.clone(), person: sender.person });
            self.not_due(&place, step);
        } else if lost {
            self.make_due(sender.device, dossier, None, now, step);
        }
        step.put(Key::Known(sender.device, dossier.clone()), &known);
        Ok(())
    }

    /// What is known, with what this step changes of it.
    fn known_now<H: Home>(
        &self,
        device: DeviceKey,
        dossier: &DossierId,
        home: &mut H,
        step: &Step,
    ) -> Result<crate::state::Known, H::Error> {
        let key = Key::Known(device, dossier.clone());
        match step.writes.iter().rev().find(|(there, _)| *there == key) {
            Some((_, bytes)) => Ok(bytes.as_deref().and_then(crate::cbor::read).unwrap_or_default()),
            None => self.known(device, dossier, home),
        }
    }

    pub(crate) fn charter_now<H: Home>(
        &self,
        dossier: &DossierId,
        home: &mut H,
        step: &Step,
    ) -> Result<Result<Option<Charter>, crate::exchange::Damaged>, H::Error> {
        let key = Key::Charter(dossier.clone());
        match step.writes.iter().rev().find(|(there, _)| *there == key) {
            Some((_, Some(bytes))) => {
                Ok(Charter::decode(bytes).map(Some).map_err(|_| crate::exchange::Damaged { key }))
            }
            _ => self.charter(dossier, home),
        }
    }

    /// Forgets something that was set apart.
    pub fn forget_quarantined(&mut self, id: &[u8; 16]) -> Step {
        let mut step = Step::default();
        if self.quarantined.remove(id).is_some() {
            step.delete(Key::Quarantined(*id));
        }
        step
    }
}
