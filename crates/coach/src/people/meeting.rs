//! Getting to know colleagues: invitations, the four words, and the list of contacts.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use exchange::{
    Acquaintance, Contact, Invitation, InvitationKind, InviterRole, MeetError, PersonKey, QrPicture,
    comparison_words, qr_picture,
};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::account::CoachRole;
use crate::error::CoachError;
use crate::files::written::write;
use crate::people::own_device::mark_of;
use crate::people::views::{InvitationCard, NewInvitation, People, PersonCard, PersonState, QrCode};
use crate::transport::storage::STORAGE;

/// A text that names a person: a key of 64 hexadecimal digits, the beginning of one, or a name.
#[derive(Clone, Debug)]
pub struct PersonRef(pub String);

impl FromStr for PersonRef {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.trim().to_owned()))
    }
}

impl Desk {
    /// Returns the people that this account works with, and the ways in which it reaches them.
    pub fn people(&mut self) -> Result<People, CoachError> {
        let contacts: Vec<Contact> = self.present_contacts()?.cloned().collect();
        let mut people =
            contacts.iter().map(|contact| self.person_card(contact)).collect::<Result<Vec<_>, _>>()?;
        people.sort_by_key(|person| person.name.to_lowercase());
        let (storage, direct) = (self.storage_if_intact()?, self.direct_if_intact()?);
        let (sync, events) = (self.sync_state()?, self.events_to_show()?);
        let own_computers = self.own_computers()?;
        let exchange = self.exchange()?;
        let invitations = exchange.open_invitations();
        let invitations = invitations.map(|one| InvitationCard {
            id: hex(&one.id),
            expires: one.expires,
            own_device: one.kind == InvitationKind::OwnDevice,
        });
        let invitations = invitations.collect();
        Ok(People {
            mark: exchange.person().to_string().chars().take(12).collect(),
            computer_mark: mark_of(&exchange.device()),
            own_computers,
            reported_lost: exchange.is_revoked(),
            storage,
            direct,
            people,
            invitations,
            sync,
            events,
        })
    }

    /// Returns the contacts without the former keys of people who lost a computer.
    fn present_contacts(&mut self) -> Result<impl Iterator<Item = &Contact>, CoachError> {
        Ok(self.exchange()?.contacts().filter(|contact| contact.successor().is_none()))
    }

    fn person_card(&mut self, contact: &Contact) -> Result<PersonCard, CoachError> {
        let exchange = self.exchange()?;
        let waiting = exchange.accepted_invitations().any(|invitation| invitation.person == contact.person);
        let last_heard = exchange.last_heard(&contact.person);
        let state = match contact.acquaintance {
            Acquaintance::Unconfirmed if waiting => PersonState::Waiting,
            Acquaintance::Unconfirmed => PersonState::Compare,
            Acquaintance::Confirmed => PersonState::Confirmed,
            Acquaintance::Introduced => PersonState::Introduced,
        };
        // A person who is known has words while they are compared anew.
        let words = self.words(&contact.person)?;
        Ok(PersonCard {
            id: contact.person.to_string(),
            name: contact.name.clone(),
            state,
            words,
            has_another_key: contact.was.is_some(),
            own_device: contact.joining.is_some(),
            disputed: contact.disputed,
            last_heard,
        })
    }

    /// Returns the four words to compare with somebody. Computing them takes a fifth of a second, so it
    /// is done once.
    fn words(&mut self, person: &PersonKey) -> Result<Vec<String>, CoachError> {
        let exchange = self.exchange()?;
        let Some(secret) = exchange.words_secret(person).copied() else { return Ok(Vec::new()) };
        let own = exchange.person();
        if let Some(words) = self.comparison_words_mut().get(&secret) {
            return Ok(words.clone());
        }
        let words = comparison_words(&own, person, &secret).ok_or(CoachError::NoMemory)?;
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        self.comparison_words_mut().insert(secret, words.clone());
        Ok(words)
    }

    /// Creates an invitation to work together. It contains the access to the storage.
    pub fn invite(&mut self) -> Result<NewInvitation, CoachError> {
        self.invite_as(InvitationKind::Colleague)
    }

    /// Creates an invitation for another computer of the same person.
    pub fn invite_own_device(&mut self) -> Result<NewInvitation, CoachError> {
        self.invite_as(InvitationKind::OwnDevice)
    }

    fn invite_as(&mut self, kind: InvitationKind) -> Result<NewInvitation, CoachError> {
        let storage = STORAGE.read(self.vault())?.map(|storage| storage.to_invite());
        let role = match self.account().role {
            CoachRole::Professional => InviterRole::Professional,
            CoachRole::Volunteer => InviterRole::Volunteer,
            CoachRole::Trainee => InviterRole::Trainee,
        };
        let now = self.now();
        let (invitation, step) =
            self.with_exchange(|exchange, _, random| Ok(exchange.invite(kind, role, storage, now, random)))?;
        self.save_step(step)?;
        Ok(NewInvitation {
            id: hex(&invitation.id),
            text: invitation.to_text(),
            picture: qr_picture(&invitation.to_code())
                .map(|QrPicture { side, path }| QrCode { side: side as u32, path }),
            expires: invitation.expires,
        })
    }

    /// Writes an invitation to a new file in a folder and returns its path.
    pub fn save_invitation(&self, text: &str, folder: &Path) -> Result<PathBuf, CoachError> {
        let named = |number: u32| match number {
            1 => folder.join("uitnodiging.kring"),
            number => folder.join(format!("uitnodiging-{number}.kring")),
        };
        let path = (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1));
        write(&path, text.as_bytes())
    }

    /// Withdraws an invitation that nobody has accepted yet.
    pub fn withdraw_invitation(&mut self, id: &str) -> Result<Changed, CoachError> {
        let step = self.with_exchange(|exchange, _, _| {
            let found = exchange.open_invitations().find(|one| hex(&one.id) == id).map(|one| one.id);
            Ok(found.map(|id| exchange.withdraw_invitation(id)))
        })?;
        step.map(|step| self.save_step(step)).transpose()?;
        Ok(Changed::people())
    }

    /// Accepts the invitation to work together that a text contains. Uses its storage if this
    /// account has none.
    pub fn accept(&mut self, text: &str) -> Result<PersonCard, CoachError> {
        self.accept_as(text, InvitationKind::Colleague)
    }

    /// Accepts an invitation that makes this computer another one of the inviter's. This computer
    /// must be new.
    pub fn accept_own_device(&mut self, text: &str) -> Result<PersonCard, CoachError> {
        self.accept_as(text, InvitationKind::OwnDevice)
    }

    fn accept_as(&mut self, text: &str, kind: InvitationKind) -> Result<PersonCard, CoachError> {
        let invitation = Invitation::find(text)?;
        if invitation.kind != kind {
            return Err(CoachError::AnotherKindOfInvitation(invitation.kind));
        }
        if kind == InvitationKind::OwnDevice && self.has_dossiers() {
            return Err(MeetError::NotNew.into());
        }
        let now = self.now();
        let step =
            self.with_exchange(|exchange, _, random| Ok(exchange.accept(&invitation, now, random)?))?;
        if let Some(storage) = &invitation.storage {
            self.adopt_storage(storage)?;
        }
        self.save_step(step)?;
        match self.exchange()?.contact(&invitation.person).cloned() {
            Some(contact) => self.person_card(&contact),
            // This person's other computer, met again after its vault was restored.
            None => Ok(PersonCard {
                id: invitation.person.to_string(),
                name: invitation.name.clone(),
                state: PersonState::Confirmed,
                words: Vec::new(),
                has_another_key: false,
                own_device: true,
                disputed: false,
                last_heard: None,
            }),
        }
    }

    /// Records that this person found the words to match.
    pub fn confirm(&mut self, person: &PersonRef) -> Result<Changed, CoachError> {
        let (person, now) = (self.person(person)?, self.now());
        let step = self.with_exchange(|exchange, _, _| Ok(exchange.confirm(&person, now)?))?;
        self.save_step(step)?;
        Ok(Changed::people())
    }

    /// Removes a contact and all that the exchange knows about them.
    pub fn forget(&mut self, person: &PersonRef) -> Result<Changed, CoachError> {
        let person = self.person(person)?;
        let step = self.with_exchange(|exchange, _, _| Ok(exchange.forget(&person)))?;
        self.save_step(step)?;
        Ok(Changed::people())
    }

    /// Returns the one contact that a key, the beginning of a key, or a name refers to.
    pub(crate) fn person(&mut self, person: &PersonRef) -> Result<PersonKey, CoachError> {
        let PersonRef(text) = person;
        let means = |contact: &&Contact| {
            contact.name.eq_ignore_ascii_case(text)
                || (text.len() >= 8 && contact.person.to_string().starts_with(text.as_str()))
        };
        let mut found = self.present_contacts()?.filter(means).map(|contact| contact.person);
        match (found.next(), found.next()) {
            (Some(person), None) => Ok(person),
            (Some(_), Some(_)) => Err(CoachError::SeveralPeople(text.clone())),
            (None, _) => Err(CoachError::NoSuchPerson(text.clone())),
        }
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
