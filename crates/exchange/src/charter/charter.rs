//! The set of the statements about one dossier.

use std::collections::{BTreeMap, BTreeSet};

use dossier::DossierId;

use super::act::Act;
use super::evaluation::Evaluation;
use super::graph;
use super::statement::{SignedStatement, Statement};
use super::statement_hash::StatementHash;
use super::terms::Terms;
use crate::cbor;

/// The most statements that may wait for their parents.
pub(super) const MOST_WAITING: usize = 256;

/// The most statements of one charter.
const MOST_STATEMENTS: usize = 10_000;

/// The statements about one dossier, all of which follow the one that opened the charter.
///
/// A charter is a set without an order of arrival: charters with the same statements are equal, have the same
/// terms and the same bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Charter {
    pub(super) dossier: DossierId,
    pub(super) root: StatementHash,
    pub(super) statements: BTreeMap<StatementHash, SignedStatement>,
    pub(super) waiting: BTreeMap<StatementHash, SignedStatement>,
}

/// The reason why a statement was not added, or a charter was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CharterError {
    /// The statement is about another dossier.
    #[error("the statement is about another dossier")]
    AnotherDossier,
    /// The statement opens the charter a second time.
    #[error("the charter was opened by another statement")]
    AnotherRoot,
    /// The statement has no parents and does not open the charter. Only the first statement has no parents.
    #[error("only the statement that opens a charter has no parents")]
    NotOpened,
    /// The charter has too many statements already.
    #[error("there are too many statements")]
    TooMany,
    /// The bytes of the charter cannot be read.
    #[error("the charter cannot be read")]
    Unreadable,
}

/// The outcome of adding a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// The statement was added, with those that waited for it.
    Included,
    /// The statement was there already.
    Duplicate,
    /// The statement waits for its parents.
    Waiting,
}

impl Charter {
    /// Begins a charter with the statement that opened it.
    pub fn begin(dossier: DossierId, opening: SignedStatement) -> Result<Self, CharterError> {
        let root = opening.hash();
        if !opening.opens() {
            return Err(CharterError::NotOpened);
        }
        let mut charter = Self { dossier, root, statements: BTreeMap::new(), waiting: BTreeMap::new() };
        charter.add(opening)?;
        Ok(charter)
    }

    /// Adds a statement.
    pub fn add(&mut self, statement: SignedStatement) -> Result<Added, CharterError> {
        let hash = statement.hash();
        let Statement { dossier, parents, act, .. } = statement.statement();
        if *dossier != self.dossier {
            return Err(CharterError::AnotherDossier);
        }
        if hash != self.root {
            if matches!(act, Act::Open { .. }) {
                return Err(CharterError::AnotherRoot);
            }
            // A second statement without parents could pass for the first.
            if parents.is_empty() {
                return Err(CharterError::NotOpened);
            }
        }
        if self.statements.contains_key(&hash) {
            return Ok(Added::Duplicate);
        }
        if self.waiting.contains_key(&hash) {
            return Ok(Added::Waiting);
        }
        // The waiting statements count too, because everything that was added must fit when the charter is
        // read again.
        if self.statements.len() + self.waiting.len() >= MOST_STATEMENTS {
            return Err(CharterError::TooMany);
        }
        if !self.has_all_before(&statement) {
            if self.waiting.len() >= MOST_WAITING {
                return Err(CharterError::TooMany);
            }
            self.waiting.insert(hash, statement);
            return Ok(Added::Waiting);
        }
        self.statements.insert(hash, statement);
        while let Some(ready) = self.ready() {
            self.statements.extend(self.waiting.remove_entry(&ready));
        }
        Ok(Added::Included)
    }

    fn ready(&self) -> Option<StatementHash> {
        self.waiting.iter().find(|(_, statement)| self.has_all_before(statement)).map(|(hash, _)| *hash)
    }

    fn has_all_before(&self, statement: &SignedStatement) -> bool {
        statement.statement().parents.iter().all(|parent| self.statements.contains_key(parent))
    }

    /// Returns the statement that opened the charter.
    pub(crate) fn root(&self) -> StatementHash {
        self.root
    }

    /// Returns the statements that no other statement follows.
    pub fn heads(&self) -> Vec<StatementHash> {
        let followed: BTreeSet<StatementHash> =
            self.statements.values().flat_map(|one| one.statement().parents.iter().copied()).collect();
        self.statements.keys().filter(|hash| !followed.contains(hash)).copied().collect()
    }

    /// Returns the parents that are not here.
    pub fn missing(&self) -> Vec<StatementHash> {
        let parents = self.waiting.values().flat_map(|one| one.statement().parents.iter().copied());
        let missing: BTreeSet<StatementHash> = parents
            .filter(|parent| !self.statements.contains_key(parent) && !self.waiting.contains_key(parent))
            .collect();
        missing.into_iter().collect()
    }

    /// Returns the statements, causes first.
    pub fn statements(&self) -> impl Iterator<Item = &SignedStatement> {
        graph::causes_first(&self.statements).into_iter().filter_map(|hash| self.statements.get(&hash))
    }

    /// Returns the number of statements without the waiting ones.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> usize {
        self.statements.len()
    }

    /// Returns a digest of the set of statements, which is the same for everybody who has the same set.
    pub(crate) fn digest(&self) -> u64 {
        self.statements().fold(0, |all, statement| all ^ statement.hash().digest())
    }

    /// Evaluates the statements.
    pub fn terms(&self) -> Terms {
        Evaluation::new(&self.statements).terms()
    }

    /// Encodes the charter.
    pub fn encode(&self) -> Vec<u8> {
        let all: Vec<minicbor::bytes::ByteVec> =
            self.statements().chain(self.waiting.values()).map(|one| one.to_bytes().into()).collect();
        cbor::to_vec(&all)
    }

    /// Decodes what [`Charter::encode`] returned.
    pub fn decode(bytes: &[u8]) -> Result<Self, CharterError> {
        let all: Vec<minicbor::bytes::ByteVec> = cbor::read(bytes).ok_or(CharterError::Unreadable)?;
        let mut statements = all.iter().map(|bytes| SignedStatement::from_bytes(bytes));
        let opening = statements.next().and_then(Result::ok).ok_or(CharterError::Unreadable)?;
        let mut charter = Self::begin(opening.statement().dossier.clone(), opening)?;
        for statement in statements {
            charter.add(statement.map_err(|_| CharterError::Unreadable)?)?;
        }
        Ok(charter)
    }
}
