//! Issuing statements: the checks before an author signs one.

use chrono::{DateTime, Utc};
use codes::codes;

use super::act::Act;
use super::charter::{Charter, CharterError};
use super::evaluation::Evaluation;
use super::member::CharterMember;
use super::statement::{MOST_PARENTS, Statement};
use super::statement_hash::StatementHash;
use super::tenure::Claimant;
use crate::cbor::Documents;
use crate::founding::Founding;
use crate::signing_key::{FoundingSecret, PersonKey, PersonSecret};
use crate::succession::Succession;

/// The reason why a statement cannot be issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    /// Only the keeper issues statements.
    #[error("only the keeper of a dossier issues statements about it")]
    NotTheKeeper,
    /// The client did not consent, or withdrew the consent.
    #[error("no consent of the client is recorded")]
    NoConsent,
    /// The keeper cannot be withdrawn, and has to hand over first.
    #[error("the keeper cannot be withdrawn")]
    KeeperCannotBeWithdrawn,
    /// The person has no role in the dossier.
    #[error("this person has no role in the dossier")]
    NotAMember,
    /// The person has that role already.
    #[error("this person has that role already")]
    HasThatRole,
    /// The charter has no such consent.
    #[error("the charter has no such consent")]
    NoSuchConsent,
    /// The dossier is no longer shared.
    #[error("the charter was closed")]
    Closed,
    /// A charter can be opened only once.
    #[error("the charter is open already")]
    OpenAlready,
    /// A text is missing or too long.
    #[error("a text is empty or too long")]
    BadText,
    /// The dossier was handed over to several people at once.
    #[error("the charter is frozen, because the dossier was handed over to several people")]
    Frozen,
    /// The dossier was handed over to somebody else, who has not accepted it yet.
    #[error("the dossier was handed over to somebody else, who has not accepted it yet")]
    OfferedAlready,
    /// The dossier was not handed over to this person.
    #[error("the dossier was not handed over to this person")]
    NotOffered,
    /// The charter has as many statements as others can read.
    #[error("the charter is full")]
    Full,
}

codes!(IssueError {
    Self::NotTheKeeper => "not-the-keeper",
    Self::NoConsent => "no-consent",
    Self::KeeperCannotBeWithdrawn => "keeper-cannot-be-withdrawn",
    Self::NotAMember => "not-a-member",
    Self::HasThatRole => "has-that-role",
    Self::NoSuchConsent => "no-such-consent",
    Self::Closed => "charter-closed",
    Self::OpenAlready => "charter-open",
    Self::BadText => "charter-bad-text",
    Self::Frozen => "charter-frozen",
    Self::OfferedAlready => "charter-offered-already",
    Self::NotOffered => "charter-not-offered",
    Self::Full => "charter-full",
});

impl Charter {
    /// Opens the charter of the dossier that was founded with a key. `before` holds the heads of its
    /// documents; everything that these cover counts as the keeper's own.
    pub fn open(
        founding: &FoundingSecret,
        keeper: CharterMember,
        before: Documents,
        secret: &PersonSecret,
        at: DateTime<Utc>,
    ) -> Result<Self, IssueError> {
        if !keeper.is_well_named() {
            return Err(IssueError::BadText);
        }
        let dossier = founding.public().dossier();
        let founding = Founding::sign(founding, &secret.public());
        let act = Act::Open { keeper, before, founding };
        let opening =
            Statement { dossier: dossier.clone(), parents: Vec::new(), author: secret.public(), at, act };
        let opening = opening.sign(secret);
        if !opening.can_be_read() {
            return Err(IssueError::BadText);
        }
        Self::begin(dossier, opening).map_err(|_| IssueError::BadText)
    }

    /// Signs a statement and adds it. Refuses acts that the author may not state, and acts that make no
    /// sense.
    pub fn issue(&mut self, act: Act, author: &PersonSecret, at: DateTime<Utc>) -> Result<(), IssueError> {
        self.allowed(&act, &author.public())?;
        self.state(act, author, at)
    }

    /// Accepts the dossier, which the keeper handed over to the author.
    pub fn accept(&mut self, author: &PersonSecret, at: DateTime<Utc>) -> Result<(), IssueError> {
        let offered = self.terms().offered_to;
        let offered = offered.filter(|(_, to)| to.person == author.public());
        let (hand_over, _) = offered.ok_or(IssueError::NotOffered)?;
        self.state(Act::Accept { hand_over }, author, at)
    }

    /// Puts another key of a member in the place of a lost one, unless the charter says so already. Whoever has
    /// the lost one may have named another successor before. The statement does not follow that one: otherwise
    /// it would seem to have been settled.
    pub(crate) fn succeed(
        &mut self,
        succession: Succession,
        name: &str,
        successor: &PersonSecret,
        at: DateTime<Utc>,
    ) -> Result<(), IssueError> {
        if !self.terms().is_named(&succession.former()) {
            return Err(IssueError::NotAMember);
        }
        let named: Vec<(StatementHash, PersonKey)> = self
            .statements()
            .filter_map(|one| match &one.statement().act {
                Act::Succeed { succession: other, .. } if other.former() == succession.former() => {
                    Some((one.hash(), other.successor()))
                }
                _ => None,
            })
            .collect();
        if named.iter().any(|(_, person)| *person == succession.successor()) {
            return Ok(());
        }
        let mut own = self.clone();
        own.keep(|hash| named.iter().all(|(other, _)| other != hash));
        let parents = own.parents(&[successor.public(), succession.former()]);
        self.state_after(parents, Act::Succeed { succession, name: name.to_owned() }, successor, at)
    }

    fn state(&mut self, act: Act, author: &PersonSecret, at: DateTime<Utc>) -> Result<(), IssueError> {
        self.state_after(self.parents(&[author.public()]), act, author, at)
    }

    fn state_after(
        &mut self,
        parents: Vec<StatementHash>,
        act: Act,
        author: &PersonSecret,
        at: DateTime<Utc>,
    ) -> Result<(), IssueError> {
        let dossier = self.dossier.clone();
        let statement = Statement { dossier, parents, author: author.public(), at, act }.sign(author);
        if !statement.can_be_read() {
            return Err(IssueError::BadText);
        }
        self.add(statement).map_err(|error| match error {
            CharterError::TooMany => IssueError::Full,
            _ => IssueError::BadText,
        })
    }

    fn allowed(&self, act: &Act, author: &PersonKey) -> Result<(), IssueError> {
        let terms = self.terms();
        if terms.keeper().person != *author {
            return Err(IssueError::NotTheKeeper);
        }
        if terms.is_frozen() && !act.takes_away() {
            return Err(IssueError::Frozen);
        }
        if terms.is_closed() {
            return Err(IssueError::Closed);
        }
        if !act.is_well_formed() {
            return Err(IssueError::BadText);
        }
        match act {
            Act::Open { .. } => Err(IssueError::OpenAlready),
            Act::Accept { .. } => Err(IssueError::NotOffered),
            Act::Succeed { .. } => Err(IssueError::NotAMember),
            Act::Grant { .. } | Act::HandOver { .. } if terms.consents().next().is_none() => {
                Err(IssueError::NoConsent)
            }
            Act::Grant { to, role } if terms.role(&to.person) == Some((*role).into()) => {
                Err(IssueError::HasThatRole)
            }
            Act::Grant { to, .. } | Act::HandOver { to } if to.person == *author => {
                Err(IssueError::HasThatRole)
            }
            // Somebody without a role would not learn of it.
            Act::HandOver { to } if terms.role(&to.person).is_none() => Err(IssueError::NotAMember),
            Act::HandOver { to } if terms.offered_to().is_some_and(|other| other.person != to.person) => {
                Err(IssueError::OfferedAlready)
            }
            Act::Withdraw { person } if person == author => Err(IssueError::KeeperCannotBeWithdrawn),
            Act::Withdraw { person } if terms.role(person).is_none() => Err(IssueError::NotAMember),
            Act::WithdrawConsent { consent } if terms.consents().all(|(hash, _)| hash != *consent) => {
                Err(IssueError::NoSuchConsent)
            }
            _ => Ok(()),
        }
    }

    /// Returns the parents of a new statement. These are all heads or, if there are too many, the last
    /// statements that hold. Without this limit, somebody who signs many concurrent statements could keep the
    /// keeper from issuing any that others can read. What others claim who may be the keeper too is no parent:
    /// it would take up room for good. `keys` are those of the author.
    fn parents(&self, keys: &[PersonKey]) -> Vec<StatementHash> {
        let evaluation = Evaluation::new(&self.statements, &self.chosen);
        let terms = evaluation.terms();
        let is_own = |claim: &&Claimant| {
            let claimant = claim.member.person;
            keys.contains(&claimant) || keys.contains(&terms.latest_key(&claimant))
        };
        let claims = evaluation.tenures().claimants().iter().filter(is_own);
        let mut followed = self.chosen.clone();
        followed.extend(claims.flat_map(|claim| &claim.starts));
        let mut own = self.clone();
        let of_others = self.of_others(&followed);
        own.statements.retain(|hash, _| !of_others.contains(hash));
        let mut parents = own.heads();
        if parents.len() > MOST_PARENTS {
            parents = Evaluation::new(&own.statements, &self.chosen).last_that_hold();
            parents.truncate(MOST_PARENTS);
            parents.sort();
        }
        parents
    }
}
