//! The charter of a dossier: who keeps it, that the client consented, who may read and write.
//!
//! A charter is a set of signed statements, each linked to the ones before it by their hashes. What it says
//! is a function of the set alone ([`Standing`]), so that everybody who has the same statements agrees,
//! whatever the order they came in.

mod act;
mod evaluate;
mod graph;
mod standing;
mod statement;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use dossier::DossierId;

pub use act::{Act, How, Member, Role};
pub use standing::{Consent, Standing, StandingRole, Told};
pub use statement::{NotAStatement, SignedStatement, Statement, StatementHash};

use evaluate::Reading;
use statement::MOST_PARENTS;

use crate::cbor::Documents;
use crate::key::PersonSecret;

/// The most statements that wait for those before them.
const MOST_WAITING: usize = 256;
/// The most statements that a charter has.
const MOST_STATEMENTS: usize = 10_000;

/// The statements of one dossier, all of which follow from one that opened it.
///
/// It holds a set and no order of arrival: charters with the same statements are equal, and say and encode
/// the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Charter {
    dossier: DossierId,
    root: StatementHash,
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
    /// It follows none and does not open the charter, as only the first statement does.
    #[error("a charter begins with a statement that opens it, and no other begins one")]
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
        let opening = opening.sign(secret);
        if !opening.can_be_read() {
            return Err(StateError::BadText);
        }
        Self::begin(dossier, opening).map_err(|_| StateError::BadText)
    }

    /// Begins with the statement that opened the charter, as it came from somebody.
    pub fn begin(dossier: DossierId, opening: SignedStatement) -> Result<Self, Refused> {
        let root = opening.hash();
        if !opening.opens() {
            return Err(Refused::NotOpened);
        }
        let mut charter = Self { dossier, root, statements: BTreeMap::new(), waiting: BTreeMap::new() };
        charter.add(opening)?;
        Ok(charter)
    }

    /// Takes a statement in.
    pub fn add(&mut self, statement: SignedStatement) -> Result<Added, Refused> {
        let hash = statement.hash();
        let Statement { dossier, parents, act, .. } = statement.statement();
        if *dossier != self.dossier {
            return Err(Refused::AnotherDossier);
        }
        if hash != self.root {
            if matches!(act, Act::Open { .. }) {
                return Err(Refused::AnotherRoot);
            }
            // Beside the first it could pass for the first.
            if parents.is_empty() {
                return Err(Refused::NotOpened);
            }
        }
        if self.statements.contains_key(&hash) {
            return Ok(Added::Before);
        }
        if self.waiting.contains_key(&hash) {
            return Ok(Added::Waiting);
        }
        // Those that wait count: what was taken in has to fit when it is read again.
        if self.statements.len() + self.waiting.len() >= MOST_STATEMENTS {
            return Err(Refused::TooMany);
        }
        if !self.has_all_before(&statement) {
            if self.waiting.len() >= MOST_WAITING {
                return Err(Refused::TooMany);
            }
            self.waiting.insert(hash, statement);
            return Ok(Added::Waiting);
        }
        self.statements.insert(hash, statement);
        while let Some(ready) = self.ready() {
            self.statements.extend(self.waiting.remove_entry(&ready));
        }
        Ok(Added::In)
    }

    fn ready(&self) -> Option<StatementHash> {
        self.waiting.iter().find(|(_, statement)| self.has_all_before(statement)).map(|(hash, _)| *hash)
    }

    fn has_all_before(&self, statement: &SignedStatement) -> bool {
        statement.statement().parents.iter().all(|parent| self.statements.contains_key(parent))
    }

    /// The statement that opened it.
    pub(crate) fn root(&self) -> StatementHash {
        self.root
    }

    /// Signs a statement and takes it in; refuses what the author may not say, or what makes no sense.
    pub fn state(&mut self, act: Act, author: &PersonSecret, at: DateTime<Utc>) -> Result<(), StateError> {
        self.allowed(&act, &author.public())?;
        let (dossier, parents) = (self.dossier.clone(), self.parents());
        let statement = Statement { dossier, parents, author: author.public(), at, act }.sign(author);
        if !statement.can_be_read() {
            return Err(StateError::BadText);
        }
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

    /// What a new statement follows: all heads. Where they are too many, the last statements that hold:
    /// whoever signs many that do not, beside each other, would else keep the keeper from stating anything
    /// that others can read.
    fn parents(&self) -> Vec<StatementHash> {
        let mut parents = self.heads();
        if parents.len() > MOST_PARENTS {
            parents = Reading::new(&self.statements).last_that_hold();
            parents.truncate(MOST_PARENTS);
            parents.sort();
        }
        parents
    }

    /// The statements that no other follows yet.
    pub fn heads(&self) -> Vec<StatementHash> {
        let followed: BTreeSet<StatementHash> =
            self.statements.values().flat_map(|one| one.statement().parents.iter().copied()).collect();
        self.statements.keys().filter(|hash| !followed.contains(hash)).copied().collect()
    }

    /// The statements that others follow and that are not here.
    pub fn missing(&self) -> Vec<StatementHash> {
        let parents = self.waiting.values().flat_map(|one| one.statement().parents.iter().copied());
        let missing: BTreeSet<StatementHash> = parents
            .filter(|parent| !self.statements.contains_key(parent) && !self.waiting.contains_key(parent))
            .collect();
        missing.into_iter().collect()
    }

    /// The statements, causes first.
    pub fn statements(&self) -> impl Iterator<Item = &SignedStatement> {
        graph::causes_first(&self.statements).into_iter().filter_map(|hash| self.statements.get(&hash))
    }

    /// How many statements there are, those that wait not counted.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.statements.len()
    }

    /// The set of statements as one number: the same for everybody who has the same.
    pub(crate) fn digest(&self) -> u64 {
        self.statements().fold(0, |all, statement| all ^ statement.hash().digest())
    }

    /// What the statements together say.
    pub fn standing(&self) -> Standing {
        Reading::new(&self.statements).standing()
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]
mod tests;
