//! Meeting somebody: inviting, accepting, comparing words, confirming.

use chrono::{DateTime, TimeDelta, Utc};
use dossier::DossierId;

use crate::charter::Member;
use crate::content::Card;
use crate::envelope::{Header, Kind, NotSealed};
use crate::exchange::{Accepted, Exchange, Offer, SeedOf};
use crate::home::{Key, Step};
use crate::invitation::{Invitation, InvitationKind, Invited, InvitedStorage, InviterRole};
use crate::key::{DeviceKey, PersonKey};
use crate::notice::Notice;
use crate::outside::Randomness;
use crate::pairing::{self, Introduction};
use crate::sealing::{SealingKey, SealingSecret};
use crate::state::{Acquaintance, Contact, Given, Joining, Peer};

/// How long an invitation can be accepted.
const VALID: TimeDelta = TimeDelta::days(14);
/// How long until the answer to an invitation is sent again.
const AGAIN: TimeDelta = TimeDelta::hours(1);

/// Why an invitation could not be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MeetError {
    /// It is too old.
    #[error("the invitation has expired")]
    Expired,
    /// It is this person's own.
    #[error("this is one's own invitation")]
    OwnInvitation,
    /// The two know each other already.
    #[error("the two know each other already")]
    KnownAlready,
    /// This device is somebody's already, who works with others: it cannot become another person's.
    #[error("this device is in use already")]
    NotNew,
    /// There is nobody with that key.
    #[error("there is no such contact")]
    NoSuchContact,
}

/// Something that is to be carried to a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Whose mailbox it goes to.
    pub to: DeviceKey,
    /// The sealed bytes.
    pub bytes: Vec<u8>,
}

impl Exchange {
    /// Makes an invitation. It works once, and for two weeks.
    pub fn invite(
        &mut self,
        kind: InvitationKind,
        role: InviterRole,
        storage: Option<InvitedStorage>,
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> (Invitation, Step) {
        let invitation: Invitation = Invited {
            id: random.bytes(),
            kind,
            secret: random.bytes(),
            person: self.person(),
            device: self.device(),
            coach: self.me.coach.clone(),
            name: self.me.name.clone(),
            role,
            storage,
            expires: now + VALID,
        }
        .into();
        let mut step = Step::default();
        let offer = Offer { invitation: invitation.clone(), answered_by: None };
        step.put(Key::Offer(invitation.id), &offer);
        self.offers.insert(invitation.id, offer);
        (invitation, step)
    }

    /// Takes an invitation back: an answer to it is not looked at any more.
    pub fn withdraw_invitation(&mut self, id: [u8; 16]) -> Step {
        let mut step = Step::default();
        if self.offers.remove(&id).is_some() {
            step.delete(Key::Offer(id));
        }
        step
    }

    /// Accepts an invitation: the inviter becomes a contact whose words are still to be compared, and the answer is sent.
    pub fn accept(
        &mut self,
        invitation: &Invitation,
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Result<Step, MeetError> {
        if invitation.is_expired(now) {
            return Err(MeetError::Expired);
        }
        if invitation.device == self.device() {
            return Err(MeetError::OwnInvitation);
        }
        let known = self.is_known(&invitation.person);
        if known && self.peers.get(&invitation.device).is_some_and(|peer| peer.heard.is_some()) {
            return Err(MeetError::KnownAlready);
        }
        // The words stay as they are when somebody accepts the same invitation once more.
        let contact = self.contacts.get(&invitation.person);
        if contact.is_some_and(|contact| contact.invitation == Some(invitation.id)) {
            return Ok(Step::default());
        }
        if invitation.kind == InvitationKind::OwnDevice && !known && !self.is_new_here() {
            return Err(MeetError::NotNew);
        }
        let mut step = Step::default();
        let answer_key = SeedOf(SealingSecret::random(random));
        let answer = answer_key.0.public();
        let accepted = Accepted { invitation: invitation.clone(), answer_key, again: now, anew: known };
        step.put(Key::Accepted(invitation.id), &accepted);
        self.accepted.insert(invitation.id, accepted);
        if known {
            // The words were compared long ago: a computer that was put back introduces itself.
            return Ok(step);
        }
        let inviter = Member {
            person: invitation.person,
            coach: invitation.coach.clone(),
            name: invitation.name.clone(),
        };
        self.get_to_know(inviter, invitation, &answer, Joining::This, now, &mut step);
        Ok(step)
    }

    /// Whether the words with a person were compared, or it is this person herself.
    fn is_known(&self, person: &PersonKey) -> bool {
        let contact = self.contacts.get(person);
        *person == self.person()
            || contact.is_some_and(|contact| contact.acquaintance == Acquaintance::Confirmed)
    }

    fn get_to_know(
        &mut self,
        who: Member,
        invitation: &Invitation,
        answer: &SealingKey,
        joining: Joining,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let Member { person, coach, name } = who;
        let same = |contact: &&Contact| {
            contact.person != person && (contact.coach == coach || contact.name.trim() == name.trim())
        };
        let was = self.contacts.values().find(same).map(|contact| contact.person);
        let contact = Contact {
            person,
            coach,
            name: tidy(&name),
            acquaintance: Acquaintance::Unconfirmed,
            since: now,
            secret: Some(words_secret(invitation, answer)),
            was,
            joining: (invitation.kind == InvitationKind::OwnDevice).then_some(joining),
            invitation: Some(invitation.id),
        };
        if let Some(known) = was {
            step.notices.push(Notice::KeysChanged { person, known });
        }
        step.put(Key::Contact(person), &contact);
        self.contacts.insert(person, contact);
    }

    /// The answers to invitations that are to be sent now.
    pub(crate) fn answers(
        &mut self,
        reached: &dyn Fn(&DeviceKey) -> bool,
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) -> Vec<Outgoing> {
        let card = self.me.card();
        let mut answers = Vec::new();
        let due = |accepted: &Accepted| accepted.again <= now && reached(&accepted.invitation.device);
        for (id, accepted) in self.accepted.iter_mut().filter(|(_, accepted)| due(accepted)) {
            let introduction =
                Introduction { card: card.clone(), answer_with: accepted.answer_key.0.public() };
            let Accepted { invitation, .. } = &*accepted;
            let to = invitation.device;
            let bytes = pairing::seal(Kind::Reply, invitation, &introduction, &self.me.device, &to, random);
            answers.push(Outgoing { to, bytes });
            accepted.again = now + AGAIN;
            step.put(Key::Accepted(*id), accepted);
        }
        answers
    }

    /// Takes in what came for an invitation: an answer to one's own, or the welcome after one's answer.
    pub(crate) fn introduced(
        &mut self,
        header: &Header,
        bytes: &[u8],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Result<(Step, Vec<Outgoing>), NotSealed> {
        let mut step = Step::default();
        let outgoing = match header.kind {
            Kind::Reply => self.answered(header.key.0, bytes, now, random, &mut step)?,
            _ => {
                self.welcomed(header.key.0, bytes, now, &mut step)?;
                None
            }
        };
        Ok((step, outgoing.into_iter().collect()))
    }

    /// Somebody answers an invitation. It works once; who answered it is welcomed again until they are heard of.
    fn answered(
        &mut self,
        id: [u8; 16],
        bytes: &[u8],
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) -> Result<Option<Outgoing>, NotSealed> {
        let Offer { invitation, answered_by } = self.offers.get(&id).ok_or(NotSealed::NoKey)?.clone();
        let introduction = pairing::open(bytes, &invitation, &self.device())?;
        let certificate = introduction.card.certificate.clone();
        let (person, device) = (certificate.person(), certificate.device());
        if answered_by.is_some_and(|first| first != device) || invitation.is_expired(now) {
            return Ok(None);
        }
        if answered_by.is_none() {
            let offer = Offer { invitation: invitation.clone(), answered_by: Some(device) };
            step.put(Key::Offer(id), &offer);
            self.offers.insert(id, offer);
            if self.is_known(&person) {
                self.take_card(&introduction.card, now, step);
            } else {
                let name = introduction.card.name.clone();
                let answer = introduction.answer_with.clone();
                let member = Member { person, coach: certificate.coach().clone(), name };
                self.get_to_know(member, &invitation, &answer, Joining::Theirs, now, step);
                step.notices.push(Notice::Answered { person });
                self.meet_device(introduction, SealingSecret::random(random), step);
            }
        }
        let Some(peer) = self.peers.get(&device).filter(|peer| peer.heard.is_none()) else { return Ok(None) };
        let answer_with = peer.given.first().map_or(&self.me.card, |given| &given.secret).public();
        Ok(Some(self.welcome(&invitation, device, answer_with, random)))
    }

    fn welcome(
        &self,
        invitation: &Invitation,
        to: DeviceKey,
        answer_with: SealingKey,
        random: &mut Randomness,
    ) -> Outgoing {
        let welcome = Introduction { card: self.me.card(), answer_with };
        let bytes = pairing::seal(Kind::Welcome, invitation, &welcome, &self.me.device, &to, random);
        Outgoing { to, bytes }
    }

    /// The inviter welcomes this person, who had answered.
    fn welcomed(
        &mut self,
        id: [u8; 16],
        bytes: &[u8],
        now: DateTime<Utc>,
        step: &mut Step,
    ) -> Result<(), NotSealed> {
        let accepted = self.accepted.get(&id).ok_or(NotSealed::NoKey)?.clone();
        let introduction = pairing::open(bytes, &accepted.invitation, &self.device())?;
        let certificate = &introduction.card.certificate;
        let invited = (accepted.invitation.person, accepted.invitation.device);
        if (certificate.person(), certificate.device()) != invited {
            return Err(NotSealed::BadSignature);
        }
        self.accepted.remove(&id);
        step.delete(Key::Accepted(id));
        let person = certificate.person();
        if accepted.anew {
            self.take_card(&introduction.card, now, step);
            return Ok(());
        }
        step.notices.push(Notice::Answered { person });
        // Signed by the inviter's own device now; the invitation's words were on a piece of paper.
        if let Some(contact) = self.contacts.get_mut(&person) {
            contact.coach = certificate.coach().clone();
            contact.name = tidy(&introduction.card.name);
            step.put(Key::Contact(person), contact);
        }
        self.meet_device(introduction, accepted.answer_key.0, step);
        Ok(())
    }

    fn meet_device(&mut self, introduction: Introduction, given: SealingSecret, step: &mut Step) {
        let Introduction { card, answer_with } = introduction;
        let device = card.certificate.device();
        let given = Given { id: given.public().id(), secret: given, replaced: None };
        let peer = Peer { answer_with: Some((answer_with, 0)), given: vec![given], ..Peer::new(card) };
        self.peers.insert(device, peer);
        self.keep_peer(&device, step);
    }

    /// The one-time secret with which the words for somebody are computed, until they were compared.
    pub fn words_secret(&self, person: &PersonKey) -> Option<&[u8; 32]> {
        self.contacts.get(person)?.secret.as_ref()
    }

    /// This person says that the words match. From now on dossiers can be shared.
    pub fn confirm(&mut self, person: &PersonKey, now: DateTime<Utc>) -> Result<Step, MeetError> {
        let contact = self.contacts.get_mut(person).ok_or(MeetError::NoSuchContact)?;
        if contact.joining == Some(Joining::Theirs) {
            return Ok(self.adopt(person, now));
        }
        contact.acquaintance = Acquaintance::Confirmed;
        contact.secret = None;
        contact.since = now;
        let mut step = Step::default();
        step.put(Key::Contact(*person), contact);
        // What was granted while the two only knew each other through a charter waits for this.
        let theirs = self.dossiers_with(person);
        for device in self.devices_of(person).collect::<Vec<_>>() {
            theirs.iter().for_each(|dossier| self.make_due(device, dossier, None, now, &mut step));
        }
        Ok(step)
    }

    /// Forgets somebody: the words did not match, or the two do not work together any more.
    pub fn forget(&mut self, person: &PersonKey) -> Step {
        let mut step = Step::default();
        if self.contacts.remove(person).is_some() {
            step.delete(Key::Contact(*person));
        }
        let devices: Vec<DeviceKey> =
            self.peers.values().filter(|peer| peer.person() == *person).map(Peer::device).collect();
        for device in devices {
            self.peers.remove(&device);
            step.delete(Key::Peer(device));
            let due: Vec<_> = self.due.keys().filter(|(there, _)| *there == device).cloned().collect();
            for place in due {
                self.due.remove(&place);
                step.delete(Key::Due(place.0, place.1));
            }
        }
        let accepted = self.accepted.iter().filter(|(_, one)| one.invitation.person == *person);
        for id in accepted.map(|(id, _)| *id).collect::<Vec<_>>() {
            self.accepted.remove(&id);
            step.delete(Key::Accepted(id));
        }
        step
    }

    /// A card of a device that a known person vouches for.
    pub(crate) fn take_card(&mut self, card: &Card, now: DateTime<Utc>, step: &mut Step) {
        let (person, device) = (card.certificate.person(), card.certificate.device());
        if !card.certificate.holds() || device == self.device() {
            return;
        }
        if let Some(peer) = self.peers.get_mut(&device) {
            if peer.card.key != card.key || peer.card.name != card.name {
                peer.card = card.clone();
                self.keep_peer(&device, step);
            }
            return;
        }
        self.peers.insert(device, Peer { introduce: true, ..Peer::new(card.clone()) });
        step.notices.push(Notice::NewDevice { person });
        let theirs = self.dossiers_with(&person);
        // Others may not have met it yet: whoever shares a dossier with that person hears of it.
        for (other, peer) in self.peers.iter_mut().filter(|(other, _)| **other != device) {
            peer.lacks_cards.extend(theirs.iter().cloned());
            step.put(Key::Peer(*other), peer);
        }
        theirs.iter().for_each(|dossier| self.make_due(device, dossier, None, now, step));
        self.keep_peer(&device, step);
    }

    /// The dossiers in which somebody has or had a role; all of them for this person herself.
    pub(crate) fn dossiers_with(&self, person: &PersonKey) -> Vec<DossierId> {
        let all = *person == self.person();
        let theirs = self.shared.iter().filter(|(_, shared)| all || shared.people.contains_key(person));
        theirs.map(|(dossier, _)| dossier.clone()).collect()
    }
}

/// What the words are computed with besides the two people. The answer's fresh key is in it, which its maker chose after
/// seeing the invitation: whoever stands between the two cannot search for words on both sides at once.
fn words_secret(invitation: &Invitation, answer: &SealingKey) -> [u8; 32] {
    let both = [invitation.secret().as_slice(), answer.bytes()].concat();
    blake3::derive_key("kring 2026 secret of comparison words", &both)
}

/// A name that somebody sent, fit for a line on a screen.
pub(crate) fn tidy(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(200).collect()
}
