//! What a charter says, all its statements taken together.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use dossier::{ChangeHash, DocumentName};

use super::{Act, How, Member, Role, StatementHash};
use crate::cbor::Documents;
use crate::key::PersonKey;

/// What somebody is in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandingRole {
    /// Reads.
    Reader,
    /// Reads and writes.
    Coach,
    /// Reads, writes, and states who else does.
    Keeper,
}

impl From<Role> for StandingRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Reader => Self::Reader,
            Role::Coach => Self::Coach,
        }
    }
}

/// A consent that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// For what.
    pub purpose: String,
    /// How it was given.
    pub how: How,
    /// By whom.
    pub given_by: String,
    /// The last day that it holds.
    pub until: Option<NaiveDate>,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// A statement that holds, as it is told to people.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Its name.
    pub hash: StatementHash,
    /// When, by the clock of who stated it.
    pub at: DateTime<Utc>,
    /// The name of who stated it.
    pub by: String,
    /// What.
    pub act: Act,
    /// The name of whom it is about, where it is about somebody.
    pub about: Option<String>,
}

/// What a charter says.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub(super) keeper: Member,
    pub(super) roles: BTreeMap<PersonKey, (Member, Role)>,
    pub(super) withdrawn: BTreeMap<PersonKey, Documents>,
    pub(super) consents: BTreeMap<StatementHash, Consent>,
    pub(super) closed: bool,
    pub(super) before: Documents,
    pub(super) story: Vec<Told>,
}

impl Standing {
    /// Who keeps the dossier.
    pub fn keeper(&self) -> &Member {
        &self.keeper
    }

    /// What somebody is in the dossier, if anything.
    pub fn role(&self, person: &PersonKey) -> Option<StandingRole> {
        if self.keeper.person == *person {
            return Some(StandingRole::Keeper);
        }
        self.roles.get(person).map(|(_, role)| (*role).into())
    }

    /// Whether somebody's changes are taken in.
    pub fn may_write(&self, person: &PersonKey) -> bool {
        self.role(person).is_some_and(|role| role >= StandingRole::Coach)
    }

    /// Everybody with a role, the keeper first.
    pub fn members(&self) -> impl Iterator<Item = (Member, StandingRole)> {
        let others = self.roles.values().filter(|(member, _)| member.person != self.keeper.person);
        [(self.keeper.clone(), StandingRole::Keeper)]
            .into_iter()
            .chain(others.map(|(member, role)| (member.clone(), (*role).into())))
    }

    /// Somebody who has or had a role, as the charter names them.
    pub(crate) fn named(&self, person: &PersonKey) -> Option<&Member> {
        self.all_named().find(|member| member.person == *person)
    }

    /// Everybody who has or had a role, the last named first; some more than once.
    pub(crate) fn all_named(&self) -> impl Iterator<Item = &Member> {
        self.story.iter().rev().filter_map(|told| match &told.act {
            Act::Open { keeper: member, .. }
            | Act::Grant { to: member, .. }
            | Act::HandOver { to: member } => Some(member),
            _ => None,
        })
    }

    /// What the documents held when somebody's role was withdrawn, if it was and none was given again.
    pub fn withdrawn(&self, person: &PersonKey) -> Option<&Documents> {
        self.withdrawn.get(person).filter(|_| self.role(person).is_none())
    }

    /// The consents that were not taken back, whether their term has passed or not.
    pub fn consents(&self) -> impl Iterator<Item = (StatementHash, &Consent)> {
        self.consents.iter().map(|(hash, consent)| (*hash, consent))
    }

    /// Whether anything goes out to others on a day: while a consent stands, and the charter was not closed.
    pub fn shared_on(&self, day: NaiveDate) -> bool {
        !self.closed && self.consents.values().any(|consent| consent.until.is_none_or(|until| until >= day))
    }

    /// Whether the charter was closed.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// What a document held before there was a charter.
    pub fn before(&self, document: &DocumentName) -> &[ChangeHash] {
        let found = self.before.iter().find(|(name, _)| name == document);
        found.map_or(&[], |(_, heads)| heads.as_slice())
    }

    /// Every statement that holds, causes first.
    pub fn story(&self) -> &[Told] {
        &self.story
    }
}
