//! Meeting a person: inviting, accepting, and the two messages that follow.

use chrono::{DateTime, TimeDelta, Utc};

use crate::charter::CharterMember;
use crate::contact::{Acquaintance, Contact, Joining, clean_name};
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::header::{EnvelopeError, Header, Kind};
use crate::home::Step;
use crate::invitation::{Invitation, InvitationKind, Invited, InvitedStorage, InviterRole};
use crate::notice::Notice;
use crate::pairing::{self, Introduction};
use crate::peer::{Given, Peer};
use crate::pending_invitation::{Accepted, Offer, SeedOf};
use crate::post::Outgoing;
use crate::randomness::Randomness;
use crate::retry::AGAIN;
use crate::sealing_key::{SealingKey, SealingSecret};
use crate::signing_key::{DeviceKey, PersonKey};

/// The time during which an invitation can be accepted.
const VALID: TimeDelta = TimeDelta::days(14);

/// The reason why an invitation cannot be accepted, or a contact cannot be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MeetError {
    /// The invitation is too old.
    #[error("the invitation has expired")]
    Expired,
    /// This person made the invitation.
    #[error("this person made the invitation")]
    OwnInvitation,
    /// This device is in use by somebody who works with others, so it cannot become another person's.
    #[error("this device is in use already")]
    NotNew,
    /// No contact has that key.
    #[error("no contact has this key")]
    NoSuchContact,
}

impl Exchange {
    /// Makes an invitation, which works once and for two weeks.
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
            name: self.me.name.clone(),
            role,
            storage,
            expires: now + VALID,
        }
        .into();
        let mut step = Step::default();
        let offer = Offer { invitation: invitation.clone(), answered_by: None };
        step.put(EntryKey::Offer(invitation.id), &offer);
        self.offers.insert(invitation.id, offer);
        (invitation, step)
    }

    /// Withdraws an invitation, so that an answer to it is ignored.
    pub fn withdraw_invitation(&mut self, id: [u8; 16]) -> Step {
        let mut step = Step::default();
        if self.offers.remove(&id).is_some() {
            step.delete(EntryKey::Offer(id));
        }
        step
    }

    /// Accepts an invitation. The inviter becomes a contact whose words are still to be compared, and the
    /// reply is sent.
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
        // The words must stay the same if somebody accepts the same invitation again.
        let contact = self.contacts.get(&invitation.person);
        if contact.is_some_and(|contact| contact.invitation == Some(invitation.id)) {
            return Ok(Step::default());
        }
        if invitation.kind == InvitationKind::OwnDevice && !known && !self.is_unused() {
            return Err(MeetError::NotNew);
        }
        let mut step = Step::default();
        let answer_key = SeedOf(SealingSecret::random(random));
        let answer = answer_key.0.public();
        let accepted =
            Accepted { invitation: invitation.clone(), answer_key, again: now, anew: known, reply: None };
        step.put(EntryKey::Accepted(invitation.id), &accepted);
        self.accepted.insert(invitation.id, accepted);
        if known {
            let device = (invitation.person, invitation.device);
            self.compare_again(device, invitation, &answer, now, &mut step);
            return Ok(step);
        }
        let inviter = CharterMember { person: invitation.person, name: invitation.name.clone() };
        self.add_unconfirmed_contact(inviter, invitation, &answer, Joining::This, now, &mut step);
        Ok(step)
    }

    /// Shows the words of a new invitation for a person whom this one knows, and begins anew with the device. The
    /// other may have removed this person, or doubt the key: then the device has none of the keys that it gave.
    fn compare_again(
        &mut self,
        (person, device): (PersonKey, DeviceKey),
        invitation: &Invitation,
        answer: &SealingKey,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let Some(contact) = self.contacts.get_mut(&person) else { return };
        contact.secret = Some(words_secret(invitation, answer));
        contact.invitation = Some(invitation.id);
        step.put(EntryKey::Contact(person), contact);
        let Some(peer) = self.peers.get_mut(&device).filter(|peer| !peer.retired) else { return };
        *peer = Peer {
            introduced_from: Some(1),
            heard: peer.heard,
            ..Peer::new(peer.card.clone(), peer.since.min(now))
        };
        let theirs = self.dossiers_with(&person);
        self.owe(&device, &theirs, now, step);
        self.save_peer(&device, step);
    }

    fn add_unconfirmed_contact(
        &mut self,
        who: CharterMember,
        invitation: &Invitation,
        answer: &SealingKey,
        joining: Joining,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let CharterMember { person, name } = who;
        let same = |contact: &&Contact| contact.person != person && contact.name.trim() == name.trim();
        let was = self.contacts.values().find(same).map(|contact| contact.person);
        let contact = Contact {
            person,
            name: clean_name(&name),
            acquaintance: Acquaintance::Unconfirmed,
            since: now,
            secret: Some(words_secret(invitation, answer)),
            was,
            joining: (invitation.kind == InvitationKind::OwnDevice).then_some(joining),
            invitation: Some(invitation.id),
            succession: None,
            disputed: false,
        };
        if let Some(known) = was {
            step.notices.push(Notice::KeysChanged { person, known });
        }
        step.put(EntryKey::Contact(person), &contact);
        self.contacts.insert(person, contact);
    }

    /// Returns the replies to invitations that must be sent now.
    pub(crate) fn replies_to_invitations(
        &mut self,
        reached: &dyn Fn(&DeviceKey) -> bool,
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) -> Vec<Outgoing> {
        let card = self.me.card();
        let mut answers = Vec::new();
        let due = |accepted: &Accepted| accepted.is_ripe(now) && reached(&accepted.invitation.device);
        for (id, accepted) in self.accepted.iter_mut().filter(|(_, accepted)| due(accepted)) {
            let introduction =
                Introduction { card: card.clone(), answer_with: accepted.answer_key.0.public() };
            let Accepted { invitation, .. } = &*accepted;
            let to = invitation.device;
            let bytes = pairing::seal(Kind::Reply, invitation, &introduction, &self.me.device, &to, random);
            let outgoing = Outgoing { to, bytes };
            (accepted.reply, accepted.again) = (Some(outgoing.name()), now + AGAIN);
            answers.push(outgoing);
            step.put(EntryKey::Accepted(*id), accepted);
        }
        answers
    }

    /// Handles what came for an invitation: a reply to one of this person's, or the welcome after this
    /// person's reply.
    pub(crate) fn receive_introduction(
        &mut self,
        header: &Header,
        bytes: &[u8],
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Result<(Step, Vec<Outgoing>), EnvelopeError> {
        let mut step = Step::default();
        let outgoing = match header.kind {
            Kind::Reply => self.receive_reply(header.key.0, bytes, now, random, &mut step)?,
            _ => {
                self.receive_welcome(header.key.0, bytes, now, &mut step)?;
                None
            }
        };
        Ok((step, outgoing.into_iter().collect()))
    }

    /// Handles the reply to an invitation. An invitation works once; the device that replied first is
    /// welcomed again until an envelope comes from it.
    fn receive_reply(
        &mut self,
        id: [u8; 16],
        bytes: &[u8],
        now: DateTime<Utc>,
        random: &mut Randomness,
        step: &mut Step,
    ) -> Result<Option<Outgoing>, EnvelopeError> {
        let Offer { invitation, answered_by } = self.offers.get(&id).ok_or(EnvelopeError::NoKey)?.clone();
        let introduction = pairing::open(bytes, &invitation, &self.device())?;
        let (person, device) = (introduction.card.person(), introduction.card.device());
        let of_another = self.peers.get(&device).is_some_and(|peer| peer.person() != person);
        if answered_by.is_some_and(|first| first != device) || of_another || invitation.is_expired(now) {
            return Ok(None);
        }
        if answered_by.is_none() {
            let offer = Offer { invitation: invitation.clone(), answered_by: Some(device) };
            step.put(EntryKey::Offer(id), &offer);
            self.offers.insert(id, offer);
            if self.is_known(&person) {
                self.compare_again((person, device), &invitation, &introduction.answer_with, now, step);
                self.add_device(&introduction.card, now, step);
            } else {
                let name = introduction.card.name().to_owned();
                let answer = introduction.answer_with.clone();
                let member = CharterMember { person, name };
                self.add_unconfirmed_contact(member, &invitation, &answer, Joining::Theirs, now, step);
                step.notices.push(Notice::Answered { person });
                self.meet_device(introduction, SealingSecret::random(random), now, step);
            }
        }
        let compares = self.contacts.get(&person).is_some_and(|contact| contact.secret.is_some());
        let Some(peer) = self.peers.get(&device).filter(|peer| peer.heard.is_none() || compares) else {
            return Ok(None);
        };
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

    /// Handles the welcome from the inviter, to whom this person had replied.
    fn receive_welcome(
        &mut self,
        id: [u8; 16],
        bytes: &[u8],
        now: DateTime<Utc>,
        step: &mut Step,
    ) -> Result<(), EnvelopeError> {
        let accepted = self.accepted.get(&id).ok_or(EnvelopeError::NoKey)?.clone();
        let introduction = pairing::open(bytes, &accepted.invitation, &self.device())?;
        let (person, device) = (introduction.card.person(), introduction.card.device());
        let of_another = self.peers.get(&device).is_some_and(|peer| peer.person() != person);
        if (person, device) != (accepted.invitation.person, accepted.invitation.device) || of_another {
            return Err(EnvelopeError::BadSignature);
        }
        self.accepted.remove(&id);
        step.delete(EntryKey::Accepted(id));
        if accepted.anew {
            self.add_device(&introduction.card, now, step);
            return Ok(());
        }
        step.notices.push(Notice::Answered { person });
        // The inviter's own device signed this name; nobody signed the one in the invitation.
        if let Some(contact) = self.contacts.get_mut(&person) {
            contact.name = introduction.card.name().to_owned();
            step.put(EntryKey::Contact(person), contact);
        }
        self.meet_device(introduction, accepted.answer_key.0, now, step);
        Ok(())
    }

    fn meet_device(
        &mut self,
        introduction: Introduction,
        given: SealingSecret,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let Introduction { card, answer_with } = introduction;
        let device = card.device();
        let given = Given { id: given.public().id(), secret: given, replaced: None };
        let peer = Peer { answer_with: Some((answer_with, 0)), given: vec![given], ..Peer::new(card, now) };
        self.peers.insert(device, peer);
        self.save_peer(&device, step);
    }

    /// Returns the one-time secret from which the words with a person are computed, until they were compared.
    pub fn words_secret(&self, person: &PersonKey) -> Option<&[u8; 32]> {
        self.contacts.get(person)?.secret.as_ref()
    }

    /// Returns the invitations of this person that nobody answered yet.
    pub fn open_invitations(&self) -> impl Iterator<Item = &Invitation> {
        let open = self.offers.values().filter(|offer| offer.answered_by.is_none());
        open.map(|offer| &offer.invitation)
    }

    /// Returns the invitations that this person accepted and that were not answered yet.
    pub fn accepted_invitations(&self) -> impl Iterator<Item = &Invitation> {
        self.accepted.values().map(|accepted| &accepted.invitation)
    }
}

/// Returns the secret from which the words are computed, besides the two people. It covers the fresh key of
/// the reply, which its maker chose after seeing the invitation. So nobody who stands between the two can
/// search for words on both sides at once.
fn words_secret(invitation: &Invitation, answer: &SealingKey) -> [u8; 32] {
    let both = [invitation.secret().as_slice(), answer.bytes()].concat();
    blake3::derive_key("kring 2026 secret of comparison words", &both)
}
