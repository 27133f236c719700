//! The charter of a dossier: who keeps it, that the client consented, who may read and write.
//!
//! A charter is a set of signed statements, each linked to the ones before it by their hashes. What it says is a function
//! of the set alone ([`Standing`]), so that everybody who has the same statements agrees, whatever the order they came in.

mod act;
mod evaluate;
mod standing;
mod statement;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use dossier::DossierId;

pub use act::{Act, How, Member, Role};
pub use standing::{Consent, Standing, StandingRole, Told};
pub use statement::{NotAStatement, SignedStatement, Statement, StatementHash};

use crate::cbor::Documents;
use crate::key::PersonSecret;

/// The most statements that wait for those before them.
const MOST_WAITING: usize = 256;
/// The most statements that a charter has.
const MOST_STATEMENTS: usize = 10_000;

/// The statements of one dossier, all of which follow from one that opened it.
#[derive(Clone, Debug)]
pub struct Charter {
    dossier: DossierId,
    root: StatementHash,
    /// Causes first.
    order: Vec<StatementHash>,
    statements: BTreeMap<StatementHash, SignedStatement>,
    waiting: BTreeMap<StatementHash, SignedStatement>,
}

/// Why a statement was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is about another dossier.
    #[error("the statement is about another dossier")]
    AnotherDossier,
    /// It opens the dossier a second time.
    #[error("the dossier was opened by another statement")]
    AnotherRoot,
    /// It opens nothing, where the first statement has to.
    #[error("a charter begins with a statement that opens it")]
    NotOpened,
    /// Too many statements are here already.
    #[error("there are too many statements")]
    TooMany,
    /// The charter that was kept cannot be read.
    #[error("the charter cannot be read")]
    Unreadable,
}

/// What became of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is in, with those that waited for it.
    In,
    /// It was in already.
    Before,
    /// It waits for the ones before it.
    Waiting,
}

/// Why somebody cannot state something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StateError {
    /// Only the keeper states things.
    #[error("only the keeper of a dossier states things about it")]
    NotTheKeeper,
    /// No consent of the client stands.
    #[error("no consent of the client is recorded")]
    NoConsent,
    /// The keeper hands over first.
    #[error("the keeper cannot be withdrawn")]
    KeeperCannotBeWithdrawn,
    /// The person has no role in the dossier.
    #[error("this person has no role in the dossier")]
    NotAMember,
    /// The person has that role already.
    #[error("this person has that role already")]
    HasThatRole,
    /// There is no such consent.
    #[error("there is no such consent")]
    NoSuchConsent,
    /// The dossier is not shared any more.
    #[error("the charter was closed")]
    Closed,
    /// A charter is opened once.
    #[error("the charter is open already")]
    OpenAlready,
    /// A text is missing or too long.
    #[error("a text is empty or too long")]
    BadText,
}

impl StateError {
    /// Every code that [`StateError::code`] gives.
    pub const CODES: &'static [&'static str] = &[
        "not-the-keeper",
        "no-consent",
        "keeper-cannot-be-withdrawn",
        "not-a-member",
        "has-that-role",
        "no-such-consent",
        "charter-closed",
        "charter-open",
        "charter-bad-text",
    ];

    /// The name of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotTheKeeper => "not-the-keeper",
            Self::NoConsent => "no-consent",
            Self::KeeperCannotBeWithdrawn => "keeper-cannot-be-withdrawn",
            Self::NotAMember => "not-a-member",
            Self::HasThatRole => "has-that-role",
            Self::NoSuchConsent => "no-such-consent",
            Self::Closed => "charter-closed",
            Self::OpenAlready => "charter-open",
            Self::BadText => "charter-bad-text",
        }
    }
}

impl Charter {
    /// Opens a charter. `before` is what the dossier's documents hold already: it counts as the keeper's own.
    pub fn open(
        dossier: DossierId,
        keeper: Member,
        before: Documents,
        secret: &PersonSecret,
        at: DateTime<Utc>,
    ) -> Result<Self, StateError> {
        if !keeper.is_well_named() {
            return Err(StateError::BadText);
        }
        let act = Act::Open { keeper, before };
        let opening =
            Statement { dossier: dossier.clone(), parents: Vec::new(), author: secret.public(), at, act };
        Self::begin(dossier, opening.sign(secret)).map_err(|_| StateError::BadText)
    }

    /// Begins with the statement that opened the charter, as it came from somebody.
    pub fn begin(dossier: DossierId, opening: SignedStatement) -> Result<Self, Refused> {
        let root = opening.hash();
        if !opening.opens() {
            return Err(Refused::NotOpened);
        }
        let mut charter =
            Self { dossier, root, order: Vec::new(), statements: BTreeMap::new(), waiting: BTreeMap::new() };
        charter.add(opening)?;
        Ok(charter)
    }

    /// Takes a statement in.
    pub fn add(&mut self, statement: SignedStatement) -> Result<Added, Refused> {
        let hash = statement.hash();
        if statement.statement().dossier != self.dossier {
            return Err(Refused::AnotherDossier);
        }
        if statement.opens() != (hash == self.root) {
            return Err(if statement.opens() { Refused::AnotherRoot } else { Refused::NotOpened });
        }
        if self.statements.contains_key(&hash) {
            return Ok(Added::Before);
        }
        if self.waiting.len() >= MOST_WAITING || self.statements.len() >= MOST_STATEMENTS {
            return Err(Refused::TooMany);
        }
        self.waiting.insert(hash, statement);
        let before = self.order.len();
        while let Some(ready) = self.ready() {
            if let Some(statement) = self.waiting.remove(&ready) {
                self.order.push(ready);
                self.statements.insert(ready, statement);
            }
        }
        Ok(if self.order.len() > before { Added::In } else { Added::Waiting })
    }

    fn ready(&self) -> Option<StatementHash> {
        let has_all = |statement: &SignedStatement| {
            statement.statement().parents.iter().all(|parent| self.statements.contains_key(parent))
        };
        self.waiting.iter().find(|(_, statement)| has_all(statement)).map(|(hash, _)| *hash)
    }

    /// Signs a statement and takes it in; refuses what the author may not say, or what makes no sense.
    pub fn state(&mut self, act: Act, author: &PersonSecret, at: DateTime<Utc>) -> Result<(), StateError> {
        self.allowed(&act, &author.public())?;
        let (dossier, parents) = (self.dossier.clone(), self.heads());
        let statement = Statement { dossier, parents, author: author.public(), at, act }.sign(author);
        self.add(statement).map(drop).map_err(|_| StateError::BadText)
    }

    fn allowed(&self, act: &Act, author: &crate::key::PersonKey) -> Result<(), StateError> {
        let standing = self.standing();
        if standing.keeper().person != *author {
            return Err(StateError::NotTheKeeper);
        }
        if standing.is_closed() {
            return Err(StateError::Closed);
        }
        if !act.is_well_formed() {
            return Err(StateError::BadText);
        }
        match act {
            Act::Open { .. } => Err(StateError::OpenAlready),
            Act::Grant { .. } | Act::HandOver { .. } if standing.consents().next().is_none() => {
                Err(StateError::NoConsent)
            }
            Act::Grant { to, role } if standing.role(&to.person) == Some((*role).into()) => {
                Err(StateError::HasThatRole)
            }
            Act::Grant { to, .. } | Act::HandOver { to } if to.person == *author => {
                Err(StateError::HasThatRole)
            }
            Act::Withdraw { person, .. } if person == author => Err(StateError::KeeperCannotBeWithdrawn),
            Act::Withdraw { person, .. } if standing.role(person).is_none() => Err(StateError::NotAMember),
            Act::WithdrawConsent { consent } if standing.consents().all(|(hash, _)| hash != *consent) => {
                Err(StateError::NoSuchConsent)
            }
            _ => Ok(()),
        }
    }

    /// The statements that no other follows yet.
    pub fn heads(&self) -> Vec<StatementHash> {
        let followed: BTreeSet<StatementHash> =
            self.statements.values().flat_map(|one| one.statement().parents.iter().copied()).collect();
        self.statements.keys().filter(|hash| !followed.contains(hash)).copied().collect()
    }

    /// The statements, causes first.
    pub fn statements(&self) -> impl Iterator<Item = &SignedStatement> {
        self.order.iter().filter_map(|hash| self.statements.get(hash))
    }

    /// How many statements there are, those that wait not counted.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// What the statements together say.
    pub fn standing(&self) -> Standing {
        evaluate::standing(self.root, &self.order, &self.statements)
    }

    /// The charter as bytes.
    pub fn encode(&self) -> Vec<u8> {
        let all: Vec<minicbor::bytes::ByteVec> =
            self.statements().chain(self.waiting.values()).map(|one| one.to_bytes().into()).collect();
        crate::cbor::to_vec(&all)
    }

    /// Reads what [`Charter::encode`] gave.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refused> {
        let all: Vec<minicbor::bytes::ByteVec> = crate::cbor::read(bytes).ok_or(Refused::Unreadable)?;
        let mut statements = all.iter().map(|bytes| SignedStatement::from_bytes(bytes));
        let opening = statements.next().and_then(Result::ok).ok_or(Refused::Unreadable)?;
        let mut charter = Self::begin(opening.statement().dossier.clone(), opening)?;
        for statement in statements {
            charter.add(statement.map_err(|_| Refused::Unreadable)?)?;
        }
        Ok(charter)
    }
}
