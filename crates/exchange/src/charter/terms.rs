//! The terms of a charter: the result of all its statements.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use dossier::{ChangeHash, DocumentName};

use super::act::{Act, ConsentForm};
use super::member::{CharterMember, GrantedRole, MemberRole};
use super::statement_hash::StatementHash;
use crate::cbor::Documents;
use crate::signing_key::PersonKey;

/// A consent that was not withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The purpose for which the client consented.
    pub purpose: String,
    /// The way in which the consent was given.
    pub how: ConsentForm,
    /// The name of the person who consented.
    pub given_by: String,
    /// The last day on which the consent is valid.
    pub until: Option<NaiveDate>,
    /// The moment at which the consent was recorded.
    pub at: DateTime<Utc>,
}

/// A statement that holds, with the names to show people.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementSummary {
    /// The hash of the statement.
    pub hash: StatementHash,
    /// The moment by the author's clock.
    pub at: DateTime<Utc>,
    /// The name of the author.
    pub by: String,
    /// The act that the statement states.
    pub act: Act,
    /// The name of the person whom the act is about, if there is one.
    pub about: Option<String>,
}

/// The result of all statements of a charter.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    pub(super) keeper: CharterMember,
    pub(super) frozen: bool,
    pub(super) offered_to: Option<(StatementHash, CharterMember)>,
    pub(super) roles: BTreeMap<PersonKey, (CharterMember, GrantedRole)>,
    pub(super) withdrawn: BTreeSet<PersonKey>,
    pub(super) successors: BTreeMap<PersonKey, PersonKey>,
    pub(super) consents: BTreeMap<StatementHash, Consent>,
    pub(super) closed: bool,
    pub(super) before: Documents,
    pub(super) history: Vec<StatementSummary>,
}

impl Terms {
    /// Returns the keeper of the dossier; of a frozen charter, the last one that nobody doubts.
    pub fn keeper(&self) -> &CharterMember {
        &self.keeper
    }

    /// Returns whether the keeper handed the dossier over to several people at once. Nothing is sent until
    /// somebody asked them and chose whom to follow.
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// Returns the person to whom the keeper handed the dossier over and who has not accepted yet.
    pub fn offered_to(&self) -> Option<&CharterMember> {
        self.offered_to.as_ref().map(|(_, to)| to)
    }

    /// Returns the key that a person has now, after computers with earlier keys were lost.
    pub(crate) fn latest_key(&self, person: &PersonKey) -> PersonKey {
        let mut latest = *person;
        for _ in 0..=self.successors.len() {
            match self.successors.get(&latest) {
                Some(next) => latest = *next,
                None => break,
            }
        }
        latest
    }

    /// Returns whether a person opened the charter, with this key or an earlier one.
    pub fn was_opened_by(&self, person: &PersonKey) -> bool {
        let opening = self.history.iter().find_map(|told| match &told.act {
            Act::Open { keeper, .. } => Some(keeper.person),
            _ => None,
        });
        opening.is_some_and(|opener| self.latest_key(&opener) == *person)
    }

    /// Returns the role of a person in the dossier.
    pub fn role(&self, person: &PersonKey) -> Option<MemberRole> {
        if self.keeper.person == *person && !self.frozen {
            return Some(MemberRole::Keeper);
        }
        self.roles.get(person).map(|(_, role)| (*role).into())
    }

    /// Returns whether the changes of a person are merged.
    pub fn may_write(&self, person: &PersonKey) -> bool {
        self.role(person).is_some_and(|role| role >= MemberRole::Coach)
    }

    /// Returns everybody with a role, the keeper first.
    pub fn members(&self) -> impl Iterator<Item = (CharterMember, MemberRole)> {
        let keeper = (!self.frozen).then(|| (self.keeper.clone(), MemberRole::Keeper));
        let others = self
            .roles
            .values()
            .filter(|(member, _)| self.frozen || member.person != self.keeper.person)
            .map(|(member, role)| (member.clone(), (*role).into()));
        keeper.into_iter().chain(others)
    }

    /// Returns everybody who has or had a role, the last named first. A person may come more than once.
    pub(crate) fn all_named(&self) -> impl Iterator<Item = CharterMember> {
        self.history.iter().rev().filter_map(|summary| match &summary.act {
            Act::Open { keeper: member, .. }
            | Act::Grant { to: member, .. }
            | Act::HandOver { to: member } => Some(member.clone()),
            Act::Succeed { succession, name } => {
                Some(CharterMember { person: succession.successor(), name: name.clone() })
            }
            _ => None,
        })
    }

    /// Returns whether a person has or had a role.
    pub(crate) fn is_named(&self, person: &PersonKey) -> bool {
        self.all_named().any(|member| member.person == *person)
    }

    /// Returns whether the role of a person was withdrawn, and not given again.
    pub fn is_withdrawn(&self, person: &PersonKey) -> bool {
        self.withdrawn.contains(person) && self.role(person).is_none()
    }

    /// Returns the consents that were not withdrawn, including those whose last day has passed.
    pub fn consents(&self) -> impl Iterator<Item = (StatementHash, &Consent)> {
        self.consents.iter().map(|(hash, consent)| (*hash, consent))
    }

    /// Returns whether anything is sent to others on a day: a consent must be valid, and the charter must be
    /// neither closed nor frozen.
    pub fn shared_on(&self, day: NaiveDate) -> bool {
        !self.closed
            && !self.frozen
            && self.consents.values().any(|consent| consent.until.is_none_or(|until| until >= day))
    }

    /// Returns whether the charter was closed.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Returns the heads that a document had before there was a charter.
    pub fn before(&self, document: &DocumentName) -> &[ChangeHash] {
        let found = self.before.iter().find(|(name, _)| name == document);
        found.map_or(&[], |(_, heads)| heads.as_slice())
    }

    /// Returns every statement that holds, causes first.
    pub fn history(&self) -> &[StatementSummary] {
        &self.history
    }
}
