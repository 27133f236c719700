//! The charter of a dossier at a desk: the consent, the roles, and their history.

use std::collections::BTreeMap;

use dossier::DossierId;
use exchange::charter::{
    Act, Charter, CharterMember, ConsentForm, GrantedRole, MemberRole, StatementSummary, Terms,
};
use exchange::{Exchange, PersonKey};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::account::CoachRole;
use crate::error::CoachError;
use crate::message::Message;
use crate::people::meeting::PersonRef;
use crate::people::views::{
    CharterView, ConsentCard, ConsentHow, DossierRole, MemberCard, NamedPerson, NewConsent, QuarantineCard,
    StoryLine,
};

impl Desk {
    /// Returns the members of a dossier and the consents for sharing it, or `None` if it was never shared.
    pub fn charter(&mut self, id: &DossierId) -> Result<Option<CharterView>, CoachError> {
        let today = self.today();
        let is_professional = self.account().role == CoachRole::Professional;
        self.with_exchange(|exchange, home, _| {
            let Some(charter) = exchange.charter(id, home)?? else { return Ok(None) };
            let (terms, me) = (charter.terms(), exchange.person());
            let mut members = Vec::new();
            for (member, role) in terms.members() {
                let received = exchange.received(id, &member.person, home)?;
                let disputed = exchange.contact(&member.person).is_some_and(|contact| contact.disputed);
                members.push(MemberCard {
                    id: member.person.to_string(),
                    me: member.person == me,
                    waiting: exchange.is_waiting(id, &member.person),
                    name: member.name,
                    role: role.into(),
                    disputed,
                    received,
                });
            }
            let consents = terms.consents().map(|(hash, consent)| ConsentCard {
                id: hash.to_string(),
                purpose: consent.purpose.clone(),
                how: consent.how.into(),
                given_by: consent.given_by.clone(),
                until: consent.until,
                at: consent.at,
            });
            let story = terms.history().iter();
            Ok(Some(CharterView {
                role: terms.role(&me).map(Into::into),
                decides: terms.role(&me) == Some(MemberRole::Keeper)
                    && (is_professional || was_entrusted(&terms, &me)),
                shared: terms.shared_on(today),
                members,
                consents: consents.collect(),
                offered_to: terms.offered_to().map(|member| claimant_card(member, &me)),
                frozen: terms.is_frozen(),
                claimants: charter.claimants().iter().map(|member| claimant_card(member, &me)).collect(),
                story: story.map(|told| StoryLine { at: told.at, message: line(told) }).collect(),
                quarantined: quarantined(exchange, id, &charter),
            }))
        })
    }

    /// Records that the client consented to sharing.
    pub fn record_consent(&mut self, id: &DossierId, consent: &NewConsent) -> Result<Changed, CoachError> {
        let NewConsent { purpose, how, given_by, until } = consent.clone();
        // Nothing could be shared with it.
        if let Some(ended) = until.filter(|until| *until < self.today()) {
            return Err(CoachError::ConsentEnded(ended));
        }
        let trimmed = |text: String| text.trim().to_owned();
        let act =
            Act::Consent { purpose: trimmed(purpose), how: how.into(), given_by: trimmed(given_by), until };
        self.issue(id, act)
    }

    /// Records that a consent was withdrawn. If no valid consent is left, the sharing stops.
    pub fn withdraw_consent(&mut self, id: &DossierId, consent: &str) -> Result<Changed, CoachError> {
        let found = self.with_exchange(|exchange, home, _| {
            let charter = exchange.charter(id, home)??;
            let terms = charter.map(|charter| charter.terms());
            let consents: Vec<_> =
                terms.iter().flat_map(|terms| terms.consents()).map(|(hash, _)| hash).collect();
            Ok(consents.into_iter().find(|hash| hash.to_string() == consent))
        })?;
        let consent = found.ok_or(exchange::charter::IssueError::NoSuchConsent)?;
        self.issue(id, Act::WithdrawConsent { consent })
    }

    /// Shares a dossier with a contact in the given role.
    pub fn share(
        &mut self,
        id: &DossierId,
        with: &PersonRef,
        role: DossierRole,
    ) -> Result<Changed, CoachError> {
        let to = self.member(with)?;
        let role = if role == DossierRole::Reader { GrantedRole::Reader } else { GrantedRole::Coach };
        self.issue(id, Act::Grant { to, role })
    }

    /// Hands the dossier over to another member, who is its keeper once they accept it. It can be taken back
    /// only by withdrawing their role.
    pub fn hand_over(&mut self, id: &DossierId, to: &PersonRef) -> Result<Changed, CoachError> {
        let to = self.member(to)?;
        self.issue(id, Act::HandOver { to })
    }

    /// Accepts a dossier that was handed over to this person.
    pub fn accept_handover(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        self.not_reported_lost()?;
        let now = self.now();
        let step = self.with_exchange(|exchange, home, _| Ok(exchange.accept_handover(id, now, home)??))?;
        self.save_step(step)?;
        self.forget_offers(id)?;
        Ok(Changed::dossier(id))
    }

    /// Ends the sharing permanently.
    pub fn close_charter(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        self.issue(id, Act::Close)
    }

    /// Withdraws the role of a member.
    pub fn withdraw(&mut self, id: &DossierId, from: &PersonRef) -> Result<Changed, CoachError> {
        let person = self.member_person(id, from)?;
        self.issue(id, Act::Withdraw { person })
    }

    /// Chooses whom this person follows where it is not clear who keeps a dossier, or chooses anew. `keeper` is a key, the
    /// beginning of one, or a name.
    pub fn follow_keeper(&mut self, id: &DossierId, keeper: &PersonRef) -> Result<Changed, CoachError> {
        let (PersonRef(text), now) = (keeper, self.now());
        let step = self.with_exchange(|exchange, home, _| {
            let claimants = exchange.charter(id, home)??.map(|charter| charter.claimants());
            let means = |member: &&CharterMember| {
                member.name.eq_ignore_ascii_case(text)
                    || (text.len() >= 8 && member.person.to_string().starts_with(text.as_str()))
            };
            let mut found = claimants.iter().flatten().filter(means);
            match (found.next(), found.next()) {
                (Some(member), None) => Ok(exchange.follow_keeper(id, &member.person, now, home)??),
                (Some(_), Some(_)) => Err(CoachError::SeveralPeople(text.clone())),
                (None, _) => Err(CoachError::NotAClaimant(text.clone())),
            }
        })?;
        self.save_step(step)?;
        Ok(Changed::dossier(id))
    }

    fn issue(&mut self, id: &DossierId, act: Act) -> Result<Changed, CoachError> {
        // A charter must be about a dossier that exists here.
        self.read(id)?;
        self.not_reported_lost()?;
        let is_professional = self.account().role == CoachRole::Professional;
        let is_allowed = self.with_exchange(|exchange, home, _| {
            let terms = exchange.charter(id, home)??.map(|charter| charter.terms());
            Ok(is_professional || terms.is_some_and(|terms| was_entrusted(&terms, &exchange.person())))
        })?;
        if !is_allowed {
            return Err(CoachError::OnlyProfessionals);
        }
        let now = self.now();
        let step = self.with_exchange(|exchange, home, _| Ok(exchange.issue(id, act, now, home)??))?;
        self.save_step(step)?;
        Ok(Changed::dossier(id))
    }

    /// Returns an error if this computer was reported lost. What is stated on it reaches nobody.
    fn not_reported_lost(&mut self) -> Result<(), CoachError> {
        if self.exchange()?.is_revoked() { Err(CoachError::ReportedLost) } else { Ok(()) }
    }

    fn member(&mut self, person: &PersonRef) -> Result<CharterMember, CoachError> {
        let key = self.person(person)?;
        Ok(self.exchange()?.member_of(&key).ok_or(exchange::ShareError::Unconfirmed)?)
    }

    /// Returns the key of a person in a dossier: a contact, or a member whom this person does
    /// not know personally.
    fn member_person(&mut self, id: &DossierId, person: &PersonRef) -> Result<PersonKey, CoachError> {
        let members = self.with_exchange(|exchange, home, _| {
            let charter = exchange.charter(id, home)??;
            Ok(charter.map(|charter| charter.terms().members().map(|(member, _)| member).collect::<Vec<_>>()))
        })?;
        let PersonRef(text) = person;
        let found = members
            .unwrap_or_default()
            .into_iter()
            .find(|member| member.name.eq_ignore_ascii_case(text) || member.person.to_string() == *text);
        match found {
            Some(member) => Ok(member.person),
            None => self.person(person),
        }
    }
}

/// Returns whether somebody else handed the dossier over to a person. To begin sharing is for professionals, but
/// whoever was entrusted with a dossier by one decides about it.
fn was_entrusted(terms: &Terms, person: &PersonKey) -> bool {
    !terms.was_opened_by(person)
}

fn claimant_card(member: &CharterMember, me: &PersonKey) -> NamedPerson {
    NamedPerson { id: member.person.to_string(), name: member.name.clone(), me: member.person == *me }
}

fn quarantined(exchange: &Exchange, id: &DossierId, charter: &Charter) -> Vec<QuarantineCard> {
    let terms = charter.terms();
    let name = |person: &PersonKey| {
        let contact = exchange.contact(person).map(|contact| contact.name.clone());
        contact.or_else(|| {
            terms.members().find(|(member, _)| member.person == *person).map(|(member, _)| member.name)
        })
    };
    let here = exchange.quarantined().filter(|one| one.dossier == *id);
    here.map(|one| QuarantineCard {
        from: name(&one.from).unwrap_or_default(),
        why: one.why.code().to_owned(),
        at: one.at,
    })
    .collect()
}

/// Returns a statement as a message with the names filled in.
fn line(told: &StatementSummary) -> Message {
    let id = match &told.act {
        Act::Open { .. } => "charter-opened",
        Act::Consent { until: Some(_), .. } => "charter-consent-until",
        Act::Consent { until: None, .. } => "charter-consent",
        Act::WithdrawConsent { .. } => "charter-consent-withdrawn",
        Act::Grant { role: GrantedRole::Coach, .. } => "charter-shared",
        Act::Grant { role: GrantedRole::Reader, .. } => "charter-shared-reader",
        Act::Withdraw { .. } => "charter-withdrawn",
        Act::HandOver { .. } => "charter-handed-over",
        Act::Close => "charter-closed",
        Act::Accept { .. } => "charter-accepted",
        Act::Succeed { .. } => "charter-key-replaced",
    };
    let mut args = BTreeMap::from([("by".to_owned(), told.by.clone())]);
    if let Some(about) = &told.about {
        args.insert("person".to_owned(), about.clone());
    }
    if let Act::Consent { purpose, given_by, until, .. } = &told.act {
        args.insert("purpose".to_owned(), purpose.clone());
        args.insert("givenBy".to_owned(), given_by.clone());
        args.extend(until.map(|day| ("until".to_owned(), day.format("%d-%m-%Y").to_string())));
    }
    Message { id: id.to_owned(), args }
}

impl From<MemberRole> for DossierRole {
    fn from(role: MemberRole) -> Self {
        match role {
            MemberRole::Keeper => Self::Keeper,
            MemberRole::Coach => Self::Coach,
            MemberRole::Reader => Self::Reader,
        }
    }
}

impl From<ConsentForm> for ConsentHow {
    fn from(how: ConsentForm) -> Self {
        match how {
            ConsentForm::Spoken => Self::Spoken,
            ConsentForm::Written => Self::Written,
            ConsentForm::ByRepresentative => Self::ByRepresentative,
        }
    }
}

impl From<ConsentHow> for ConsentForm {
    fn from(how: ConsentHow) -> Self {
        match how {
            ConsentHow::Spoken => Self::Spoken,
            ConsentHow::Written => Self::Written,
            ConsentHow::ByRepresentative => Self::ByRepresentative,
        }
    }
}
