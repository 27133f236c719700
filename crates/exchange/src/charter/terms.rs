//! The terms of a charter: the result of all its statements.

use std::collections::BTreeMap;

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
    pub(super) roles: BTreeMap<PersonKey, (CharterMember, GrantedRole)>,
    pub(super) withdrawn: BTreeMap<PersonKey, Documents>,
    pub(super) consents: BTreeMap<StatementHash, Consent>,
    pub(super) closed: bool,
    pub(super) before: Documents,
    pub(super) history: Vec<StatementSummary>,
}

impl Terms {
    /// Returns the keeper of the dossier.
    pub fn keeper(&self) -> &CharterMember {
        &self.keeper
    }

    /// Returns the role of a person in the dossier.
    pub fn role(&self, person: &PersonKey) -> Option<MemberRole> {
        if self.keeper.person == *person {
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
        let others = self.roles.values().filter(|(member, _)| member.person != self.keeper.person);
        [(self.keeper.clone(), MemberRole::Keeper)]
            .into_iter()
            .chain(others.map(|(member, role)| (member.clone(), (*role).into())))
    }

    /// Returns a person who has or had a role, as the charter names them.
    pub(crate) fn named(&self, person: &PersonKey) -> Option<&CharterMember> {
        self.all_named().find(|member| member.person == *person)
    }

    /// Returns everybody who has or had a role, the last named first. A person may come more than once.
    pub(crate) fn all_named(&self) -> impl Iterator<Item = &CharterMember> {
        self.history.iter().rev().filter_map(|summary| match &summary.act {
            Act::Open { keeper: member, .. }
            | Act::Grant { to: member, .. }
            | Act::HandOver { to: member } => Some(member),
            _ => None,
        })
    }

    /// Returns the heads that the withdrawal of a person accepts, unless the person has a role again.
    pub fn withdrawn(&self, person: &PersonKey) -> Option<&Documents> {
        self.withdrawn.get(person).filter(|_| self.role(person).is_none())
    }

    /// Returns the consents that were not withdrawn, including those whose last day has passed.
    pub fn consents(&self) -> impl Iterator<Item = (StatementHash, &Consent)> {
        self.consents.iter().map(|(hash, consent)| (*hash, consent))
    }

    /// Returns whether anything is sent to others on a day: a consent must be valid, and the charter must not
    /// be closed.
    pub fn shared_on(&self, day: NaiveDate) -> bool {
        !self.closed && self.consents.values().any(|consent| consent.until.is_none_or(|until| until >= day))
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
